"""Flows and stages in a workbook that comes back: they arrive, are asked, refused, undone."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.conftest import THREE
from tests.session.workbooks import Exported, comeback

from techmodel.core.checklist import CareModelId
from techmodel.core.flow_parts import FlowState, FlowValue, OwnFlow
from techmodel.core.merge_parts import Choice
from techmodel.core.onboarding import Stage
from techmodel.core.returning_final import Settled
from techmodel.session.create import Draft, create_document
from techmodel.session.returning import naming_of, settle_all, take
from techmodel.session.session import Session
from techmodel.session.touched import Touched
from techmodel.store.working_file import Document
from techmodel.wording.returning import notes, trouble_words
from techmodel.wording.returning_lines import added_line, change_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from techmodel.core.checklist import Checklist

NOTHING = Settled()
FLOWS, ONBOARDING = "Flows", "Onboarding"


@pytest.fixture(scope="module")
def made(checklist: Checklist, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published document with an own flow and a stage."""
    folder = tmp_path_factory.mktemp("integrated")
    draft = Draft("Test partnership", checklist, THREE, [CareModelId("PLACE")])
    document = create_document(folder / "a.techmodel", folder / "work", draft, force=False)
    session = Session(document.file, document)
    trust, practice, _ = (o.id for o in session.assessment().organisations)
    session.flows.add(trust, practice, "Photographs", session.assessment().capabilities[0].id, 3)
    session.services.change("PDS", [practice], stage=Stage.PLANNED, owner="Architect")
    document.close()
    return folder / "a.techmodel"


@pytest.fixture
def sample(made: Path, tmp_path: Path) -> Iterator[Session]:
    document = Document.open(shutil.copyfile(made, tmp_path / "a.techmodel"), tmp_path / "work")
    yield Session(document.file, document)
    document.close(publish=False)


@pytest.fixture
def workbook(sample: Session) -> Exported:
    return Exported(sample)


def key(session, *, own):
    return next(f.key for f in session.flows.all() if f.is_own is own)


def flow(session, wanted):
    return next((f for f in session.flows.all() if f.key == wanted), None)


def row(wanted):
    return "|".join(wanted)


def stage(session, service="PDS", who=1):
    return session.services.all().get((service, session.assessment().organisations[who].id))


def stage_row(session, service="PDS", who=1):
    return f"{service}|{session.assessment().organisations[who].id}"


def said(session, workbook):
    return [trouble_words(t) for t in comeback(session, workbook).troubles]


def lines(session, found):
    naming = naming_of(session)
    return [
        tuple(line) for c in (*found.changes, *found.conflicts) for line in change_lines(c, naming)
    ]


def new(workbook, capability="REC-06", **cells):
    ends = {"from": "Riverside Trust", "to": "Hill Practice"}
    workbook.add(FLOWS, **{**ends, "information": "Scans", "capability": capability, **cells})


def test_what_was_changed_arrives_as_one_batch_that_one_undo_takes_back(sample, workbook):
    before, asked, own = sample.tables(), key(sample, own=False), key(sample, own=True)
    workbook.put(FLOWS, row(asked), level="3", note="Seen on Monday")
    workbook.put(FLOWS, row(own), information="Pictures", target=None, level="Unknown")
    workbook.put(ONBOARDING, stage_row(sample), stage="Live", date="1 March 2026", owner=None)
    touched = take(sample, workbook.back(), NOTHING)
    held = stage(sample)

    assert touched & Touched.FLOWS
    assert touched & Touched.SERVICES
    assert (flow(sample, asked).value.level, flow(sample, asked).note) == (3, "Seen on Monday")
    assert (flow(sample, own).information, flow(sample, own).target) == ("Pictures", None)
    assert (held.stage, held.day, held.owner) == (Stage.LIVE, date(2026, 3, 1), "")
    sample.undo()
    assert sample.tables() == before


def test_a_new_flow_is_added_once(sample, workbook):
    new(workbook, level="Not applicable", reason="None are taken", target=2)
    take(sample, workbook.back(), NOTHING)
    after = sample.tables()
    (scans,) = (
        f for f in sample.assessment().flows.values() if f.own and "Scan" in f.own.information
    )

    assert scans.own == OwnFlow("Scans", "REC-06", 2)
    assert scans.value == FlowValue(FlowState.NOT_APPLICABLE, None, "None are taken")
    assert take(sample, workbook.back(), NOTHING) is Touched.NONE
    assert sample.tables() == after


def test_what_changed_here_too_is_settled_by_a_person(sample, workbook):
    asked = key(sample, own=False)
    workbook.put(FLOWS, row(asked), level=4)
    workbook.put(ONBOARDING, stage_row(sample), owner="Nurse")
    sample.flows.set_level(asked, 2)
    sample.services.change("PDS", [sample.assessment().organisations[1].id], owner="Lead")
    found = comeback(sample, workbook)
    take(sample, found.returned, Settled(settle_all(found, Choice.THEIRS)))

    assert [line[2:] for line in lines(sample, found)] == [
        ("Owner", "Lead", "Nurse"),
        ("Level", "2 Viewable", "4 Shared"),
    ]
    assert (flow(sample, asked).value.level, stage(sample).owner) == (4, "Nurse")


def test_an_own_flow_removed_here_and_changed_there_comes_back_if_wanted(sample, workbook):
    own = key(sample, own=True)
    workbook.put(FLOWS, row(own), level=5)
    sample.flows.remove(own)
    found = comeback(sample, workbook)
    take(sample, found.returned, Settled(settle_all(found, Choice.THEIRS)))

    assert flow(sample, own).value.level == 5


def test_an_own_flow_that_is_missing_goes_only_if_it_is_wanted(sample, workbook):
    own = key(sample, own=True)
    workbook.delete(FLOWS, row(own))
    workbook.delete(FLOWS, row(key(sample, own=False)))
    found = comeback(sample, workbook)
    take(sample, found.returned, Settled(deleted=frozenset({(FLOWS, row(own))})))

    assert [gone.row[1] for f in found.found for gone in f.gone] == [row(own)]
    assert flow(sample, own) is None


def test_what_cannot_be_is_said_for_its_cell(sample, workbook):
    asked, pds = key(sample, own=False), stage_row(sample)
    workbook.put(FLOWS, row(asked), level="Not applicable")
    workbook.put(ONBOARDING, pds, stage="Live", date="1 March 2030")
    new(workbook, capability="REC-99")
    late, silent, unknown = said(sample, workbook)[::-1][0], *said(sample, workbook)[:2]

    assert late.startswith(f"Onboarding, {workbook.place(ONBOARDING, pds, 'stage')}: PDS cannot")
    assert silent == (
        f"Flows, {workbook.place(FLOWS, row(asked), 'reason')}: Say why; “Not applicable” needs a "
        "reason."
    )
    assert "There is no capability ‘REC-99’ in scope." in unknown


def test_a_flow_that_is_there_already_is_not_added_again(sample, workbook):
    new(workbook, information="photographs")

    (sentence,) = said(sample, workbook)
    assert "“photographs” goes from the one to the other already." in sentence


def test_what_is_not_asked_for_any_more_is_refused(sample, workbook):
    asked, own = key(sample, own=False), key(sample, own=True)
    for wanted in (asked, own):
        workbook.put(FLOWS, row(wanted), level=5)
    workbook.put(ONBOARDING, stage_row(sample), note="Late")
    sample.organisations.leave(own.sender)
    refused = [t for t in said(sample, workbook) if "not asked for here" in t]

    assert any(
        t.startswith(f"Flows, {workbook.place(FLOWS, row(own), 'level')}: ") for t in refused
    )
    assert comeback(sample, workbook).conflicts == ()


def test_what_the_checklist_says_is_told_and_not_taken(sample, workbook):
    asked, own = key(sample, own=False), key(sample, own=True)
    workbook.put(FLOWS, row(asked), target=5, information="Letters")
    workbook.put(FLOWS, row(own), to="Nobody")
    workbook.put(ONBOARDING, stage_row(sample), service="Another")
    found = comeback(sample, workbook)
    (onboarding, flows) = notes(found.returned, found.found)

    assert found.is_empty
    assert onboarding.startswith("Not taken on Onboarding, because the program works it out: ")
    assert flows.count(", ") == 3


def test_lines_name_flows_and_services_as_people_do(sample, workbook):
    own = key(sample, own=True)
    workbook.put(FLOWS, row(own), capability="REC-06")
    workbook.put(ONBOARDING, stage_row(sample), stage="Onboarding")
    new(workbook)
    found = comeback(sample, workbook)
    service, what = (line[1] for line in lines(sample, found))
    (added,) = (added_line(a, naming_of(sample)) for f in found.found for a in f.added)

    assert service.startswith("PDS ")
    assert service.endswith(" for Hill Practice")
    assert what == "Photographs, Riverside Trust to Hill Practice"
    assert added.new == "Contribution and write-back"


def test_a_stage_that_nobody_recorded_and_nobody_changes_makes_no_row(sample, workbook):
    workbook.put(ONBOARDING, stage_row(sample, who=0), stage="not started", owner=" ")

    assert comeback(sample, workbook).is_empty
