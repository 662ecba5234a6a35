"""Flows and stages come back: what each row may change, and new flows."""

import pytest
from tests.core.coming_back import ASKED, ASKED_KEY, LEVEL_2, OWN, RECORDS, entry, faults, found
from tests.core.test_returning import new, row

from techmodel.core.answers import State, Value
from techmodel.core.flow_parts import FlowState, FlowValue, OwnFlow, RecordedFlow
from techmodel.core.onboarding import Onboarding, Stage
from techmodel.core.returning_integration import flow_from, onboarding_from
from techmodel.core.returning_lists import DONT_KNOW
from techmodel.core.returning_parts import Fault

NEW = {"from": "Trust", "to": "Hill Practice", "information": "Scans", "capability": "REC-01"}


@pytest.mark.parametrize("raw", [None, "Don’t know", "unknown", "Not known"])
def test_a_level_that_is_not_known_can_be_said_in_many_ways(raw):
    assert new(found(row("Flows", level=raw)))["level"] == DONT_KNOW


@pytest.mark.parametrize("raw", [4, "4", "4 Shared", "shared"])
def test_a_level_is_a_digit_or_its_name(raw):
    assert new(found(row("Flows", level=raw)))["level"] == Value(State.LEVEL, 4)


def test_a_reason_goes_with_not_applicable_and_with_it_again():
    silent = {"level": "Not applicable", "reason": "No patients"}
    held = new(found(row("Flows", **silent)))

    assert held == {"level": Value(State.NOT_APPLICABLE), "reason": "No patients"}


def test_a_target_of_an_own_flow_may_be_taken_away_and_its_capability_named():
    result = found(row("Flows", target=None, capability="Shared record"))

    assert [c.new for c in result.changes] == [{"capability": "REC-02"}, {"target": None}]


def test_what_the_checklist_says_of_a_flow_is_told_and_not_taken():
    said = {"from": "Hill Practice", "information": "Letters", "target": 5, "level": 2}
    result = found(entry("Flows", ASKED, **said))

    assert (result.changes, result.troubles) == ((), ())


def test_a_flow_that_is_asked_for_never_goes_but_an_own_one_does():
    result = found(sheet="Flows")

    assert [gone.row[1] for gone in result.gone] == [OWN]


def test_a_new_flow_gets_an_id_of_its_way_once():
    rows = [entry("Flows", row=n, **NEW) for n in (2, 3)]
    result = found(*rows, then={}, now={})
    first, second = (a.row[1] for a in result.added)

    assert first.startswith("org-1|org-2|F")
    assert first != second
    assert found(rows[0], then={}, now={}).added[0].row[1] == first
    assert result.added[0].values["level"] == DONT_KNOW


def test_a_new_flow_says_from_whom_to_whom_and_for_what():
    bare = found(entry("Flows", information="Scans"), then={}, now={})
    wrong = found(entry("Flows", **{**NEW, "from": "Nobody", "to": "Trust"}), then={}, now={})
    same = found(entry("Flows", **{**NEW, "to": "Trust"}), then={}, now={})

    assert [t.column for t in bare.troubles] == ["from", "to", "capability"]
    assert faults(wrong) == {"B2": Fault.UNKNOWN_ORGANISATION}
    assert faults(same) == {"C2": Fault.SAME_ENDS}


def test_rows_cannot_be_added_to_onboarding():
    assert faults(found(entry("Onboarding", stage="Live"))) == {"A2": Fault.NO_ID}


def test_rows_are_read_back_as_they_are_held():
    held = RECORDS["Flows"]
    own = flow_from(OWN, held[OWN].held, own=True)

    assert own.own == OwnFlow("Photographs", "REC-01", 4)
    assert flow_from(ASKED, held[ASKED].held, own=False) == RecordedFlow(ASKED_KEY, LEVEL_2)
    none = {**held[ASKED].held, "level": Value(State.NOT_APPLICABLE), "reason": "None"}
    assert flow_from(ASKED, none, own=False).value == FlowValue(
        FlowState.NOT_APPLICABLE, None, "None"
    )


def test_a_stage_is_read_back_as_it_is_held():
    held = {"stage": Stage.LIVE, "owner": "Nurse", "date": None, "note": "Seen"}

    assert onboarding_from(held, Onboarding("PDS", "org-1")) == Onboarding(
        "PDS", "org-1", Stage.LIVE, "Nurse", None, "Seen"
    )
