"""A workbook comes back: what was changed in it arrives, nothing else, and as one change."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.conftest import THREE
from tests.session.workbooks import Exported, comeback

from techmodel.core.answers import State, Value
from techmodel.core.checklist import CareModelId, Weeks
from techmodel.core.errors import BadInput, Refused
from techmodel.core.journal import BatchKind, Edit
from techmodel.core.merge_parts import Choice
from techmodel.core.plan_parts import Money, Stage, Status
from techmodel.core.returning_final import Settled
from techmodel.core.returning_parts import Fault
from techmodel.core.sheets import pair_id
from techmodel.session.create import Draft, create_document
from techmodel.session.returning import (
    Beginning,
    find_base,
    settle_all,
    take,
    without_wrong,
)
from techmodel.session.returning_base import _records
from techmodel.session.session import Session
from techmodel.session.touched import Touched
from techmodel.store.working_file import Document
from techmodel.wording.returning import notes, trouble_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from techmodel.core.checklist import Checklist

NOTHING = Settled()


@pytest.fixture(scope="module")
def planned(checklist: Checklist, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published document with a small plan: a link, costs, a logic model and risks."""
    folder = tmp_path_factory.mktemp("planned")
    draft = Draft("Test partnership", checklist, THREE, [CareModelId("PLACE")])
    document = create_document(folder / "a.techmodel", folder / "work", draft, force=False)
    fill(Session(document.file, document))
    document.close()
    return folder / "a.techmodel"


def fill(session: Session) -> None:
    domains = [d.id for d in session.assessment().checklist.domains]
    session.scope.leave_out([d for d in domains if d not in {"GOV", "INF"}])
    session.answers.give_many(
        {(g.id, o): Value(State.LEVEL, 2) for g in session.gaps().capabilities for o in g.pairs}
    )
    session.plan.accept(session.plan.proposal())
    first, second = projects(session)[:2]
    session.plan.add_own("Train the staff", Weeks(4, 6, 9), "Training lead")
    session.plan.add_own("Write to residents", Weeks(1, 2, 3))
    session.plan.link(projects(session)[-1], projects(session)[-2], 5)
    session.costs.add(label="Licences", project=first, amount=Money(8, 10, 14))
    session.raid.add(text="A supplier is late", project=second, likelihood=4, impact=3)
    session.raid.add(text="Staff are short", owner="Architect")
    session.benefits.add(name="Longer lives", stage=Stage.IMPACT)
    for name, stage in (("Less waiting", Stage.OUTCOME), ("Joined record", Stage.OUTPUT)):
        leads_to = session.benefits.all()[0].id
        session.benefits.add(name=name, stage=stage, leads_to=(leads_to,))


@pytest.fixture
def sample(planned: Path, tmp_path: Path) -> Iterator[Session]:
    """A session on a copy of it."""
    document = Document.open(shutil.copyfile(planned, tmp_path / "a.techmodel"), tmp_path / "work")
    yield Session(document.file, document)
    document.close(publish=False)


def projects(session):
    return [p.id for p in session.plan.book().projects]


def waiting(session):
    """Projects that are not started."""
    book = session.plan.book()
    return [p.id for p in book.projects if p.status is Status.NOT_STARTED]


def project(session, id_):
    return next(p for p in session.plan.book().projects if p.id == id_)


def said(found):
    return [trouble_words(t) for t in found.troubles]


def test_a_workbook_that_was_not_changed_changes_nothing(sample):
    found = comeback(sample, Exported(sample))

    assert found.is_empty
    assert found.base.beginning is Beginning.EXPORT
    assert take(sample, found.returned, NOTHING) is Touched.NONE


def test_what_the_program_tells_is_not_taken_and_said(sample):
    workbook, first = Exported(sample), projects(sample)[0]
    pair = next(iter(_records(sample)["Answers"]))
    workbook.put("Plan", first, slack=999, finish="2030-01-01")
    workbook.put("Answers", pair, question="Really?")
    found = comeback(sample, workbook)

    finish, slack = (workbook.place("Plan", first, c) for c in ("finish", "slack"))
    question = workbook.place("Answers", pair, "question")
    why = "because the program works it out"

    assert found.changes == ()
    assert notes(found.returned, found.found) == (
        f"Not taken on Plan, {why}: {finish}, {slack}.",
        f"Not taken on Answers, {why}: {question}.",
    )


def test_a_sheet_that_is_not_there_is_said_only_where_it_had_rows(sample):
    back = Exported(sample).back()
    lists = {t: b for t, b in back.lists.items() if t not in {"RAID", "Costs"}}
    (cost,) = sample.costs.all()
    sample.costs.remove(cost.id)
    bare = replace(back, lists=lists, absent=("RAID", "Costs"), kept={})

    assert comeback(sample, bare).returned.absent == ("RAID",)


def test_nothing_is_written_before_it_is_taken(sample):
    workbook, before = Exported(sample), sample.seal
    workbook.put("Plan", projects(sample)[0], owner="Chief nurse")
    comeback(sample, workbook)

    assert sample.seal == before


def test_what_was_changed_is_one_batch_that_one_undo_takes_back(sample):
    workbook, before, (first, second) = Exported(sample), sample.tables(), projects(sample)[:2]
    workbook.put("Plan", first, owner="Chief nurse", weeks=30)
    workbook.put("Plan", second, finish_by="30 June 2028")
    touched = take(sample, workbook.back(), NOTHING)
    batch = sample.batches()[-1]

    assert touched & Touched.PLAN
    assert (batch.kind, batch.label) == (
        BatchKind.IMPORT,
        "Workbook 'plan.xlsx': 3 cells changed",
    )
    assert project(sample, first).owner == "Chief nurse"
    assert project(sample, second).pins.finish_by == date(2028, 6, 30)
    sample.undo()
    assert sample.tables() == before


def test_bringing_back_twice_is_bringing_back_once(sample):
    workbook = Exported(sample)
    workbook.put("Plan", waiting(sample)[0], owner="Chief nurse", start="4 January 2028")
    workbook.add("RAID", text="The link breaks", likelihood=3, project=projects(sample)[0])
    workbook.add("Costs", label="Laptops", likely=4000)
    workbook.add("Benefits", name="Fewer letters", stage="Output")
    workbook.add("Plan", project="Train all staff", weeks=6)
    take(sample, workbook.back(), NOTHING)
    after = sample.tables()

    assert take(sample, workbook.back(), NOTHING) is Touched.NONE
    assert sample.tables() == after


def test_a_new_row_may_speak_of_another_new_row(sample):
    workbook = Exported(sample)
    workbook.add("Plan", project="Train, then go", weeks=6)
    workbook.add("Costs", label="Trainers", likely="£4,000", project="Train, then go")
    take(sample, workbook.back(), NOTHING)
    book = sample.plan.book()

    assert book.projects[-1].name == "Train, then go"
    assert next(c for c in book.costs if c.label == "Trainers").project == book.projects[-1].id


def test_a_project_that_is_not_counted_is_off_in_the_terms(sample):
    workbook, first = Exported(sample), projects(sample)[0]
    workbook.put("Plan", first, counted="No")
    take(sample, workbook.back(), NOTHING)

    assert sample.plan.book().terms.off == {first}
    assert sample.plan.plan().of(first).start is None


def test_what_changed_here_meanwhile_stays(sample):
    workbook, (first, second) = Exported(sample), projects(sample)[:2]
    workbook.put("Plan", first, owner="Chief nurse")
    sample.plan.own(second, "Architect")
    found = comeback(sample, workbook)
    take(sample, found.returned, NOTHING)

    assert found.conflicts == ()
    assert [project(sample, p).owner for p in (first, second)] == ["Chief nurse", "Architect"]


def both_changed(session, choice):
    """The owner after both changed it and a person chose."""
    workbook, first = Exported(session), projects(session)[0]
    workbook.put("Plan", first, owner="Chief nurse")
    session.plan.own(first, "Architect")
    found = comeback(session, workbook)
    take(session, found.returned, Settled(settle_all(found, choice)))
    return project(session, first).owner


def test_what_both_changed_is_settled_by_a_person(sample):
    assert both_changed(sample, Choice.OURS) == "Architect"
    assert both_changed(sample, Choice.THEIRS) == "Chief nurse"


def test_a_conflict_that_is_open_refuses_all(sample):
    workbook, first, second = Exported(sample), *projects(sample)[:2]
    workbook.put("Plan", first, owner="Chief nurse")
    workbook.put("Plan", second, owner="Chief nurse")
    sample.plan.own(first, "Architect")
    before = sample.seal

    with pytest.raises(Refused, match="1 thing was changed here and in the workbook"):
        take(sample, workbook.back(), NOTHING)
    assert sample.seal == before


def test_a_row_taken_away_here_and_changed_there_comes_back_if_wanted(sample):
    workbook, item = Exported(sample), sample.raid.all()[0]
    workbook.put("RAID", item.id, owner="Chief nurse")
    sample.raid.remove(item.id)
    found = comeback(sample, workbook)
    take(sample, found.returned, Settled(settle_all(found, Choice.THEIRS)))

    assert replace(item, owner="Chief nurse") in sample.raid.all()


def test_rows_that_are_missing_stay_unless_they_are_taken_away(sample):
    workbook, (item, *_) = Exported(sample), sample.raid.all()
    workbook.delete("RAID", item.id)
    found = comeback(sample, workbook)
    (gone,) = (g for f in found.found for g in f.gone)
    kept = take(sample, found.returned, NOTHING)
    take(sample, found.returned, Settled(deleted=frozenset({gone.row})))

    assert kept is Touched.NONE
    assert item.id not in {i.id for i in sample.raid.all()}


def test_a_project_that_is_taken_away_takes_its_links_along(sample):
    workbook, book = Exported(sample), sample.plan.book()
    link = book.links[0]
    workbook.delete("Plan", link.after)
    take(sample, workbook.back(), Settled(deleted=frozenset({("Plan", link.after)})))

    assert link.after not in projects(sample)
    assert all(link.after not in (k.after, k.project) for k in sample.plan.book().links)


def test_another_assessments_workbook_is_refused(sample):
    back = Exported(sample).back()
    other = replace(back, kept={**back.kept, "Assessment id": "another"})
    before = sample.seal

    with pytest.raises(Refused, match="made from another assessment"):
        take(sample, other, NOTHING)
    assert sample.seal == before


def test_a_workbook_that_says_nothing_of_its_origin_is_compared_with_now(sample):
    workbook, first = Exported(sample), projects(sample)[0]
    sample.plan.own(first, "Architect")
    workbook.put("Plan", first, owner="Chief nurse")
    made_by_hand = replace(workbook.back(), kept={})
    found = comeback(sample, made_by_hand)

    assert found.base.beginning is Beginning.BY_HAND
    assert [c.new for c in found.changes] == [{"owner": "Chief nurse"}]


def test_a_workbook_of_another_copy_is_compared_with_now(sample):
    back = Exported(sample).back()
    elsewhere = replace(back, kept={**back.kept, "Change id": "another"})

    assert find_base(sample, elsewhere).beginning is Beginning.ELSEWHERE


def test_without_the_change_its_number_tells_the_state(sample):
    back = Exported(sample).back()
    kept = {k: v for k, v in back.kept.items() if k not in {"Change id", "Made on"}}
    revision = sample.revision
    sample.plan.own(projects(sample)[0], "Architect")

    assert find_base(sample, replace(back, kept=kept)).revision == revision


def test_a_workbook_without_our_sheets_is_refused(sample):
    back = replace(Exported(sample).back(), lists={})

    with pytest.raises(BadInput, match="none of the sheets that can come back"):
        comeback(sample, back)


def test_the_day_of_the_export_counts_not_that_of_coming_back(sample):
    back = Exported(sample).back()
    real = sample.now
    sample.now = lambda: real() + timedelta(days=90)

    assert comeback(sample, back).is_empty


def test_a_project_that_gets_under_way_began_as_the_workbook_showed(sample):
    workbook, first = Exported(sample), waiting(sample)[0]
    shown = workbook.cell("Plan", first, "start").value
    workbook.put("Plan", first, status="Under way", percent="20%")
    real = sample.now
    sample.now = lambda: real() + timedelta(days=900)
    take(sample, workbook.back(), NOTHING)

    assert project(sample, first).pins.start == shown
    assert project(sample, first).percent == 20


def test_a_link_that_closes_a_circle_is_named(sample):
    workbook, (first, second) = Exported(sample), waiting(sample)[:2]
    workbook.put("Plan", first, after=second)
    workbook.put("Plan", second, after=f"{first}+2")
    (trouble,) = comeback(sample, workbook).troubles

    assert trouble.fault is Fault.LOOP
    assert trouble.row[1] in {first, second}
    assert {first, second} <= {name.split()[0] for name in trouble.about}


def test_a_project_that_waits_for_itself_is_said(sample):
    workbook, first = Exported(sample), waiting(sample)[0]
    workbook.put("Plan", first, after=first)

    assert [t.fault for t in comeback(sample, workbook).troubles] == [Fault.ITSELF]


def element(session, stage):
    return next(b for b in session.benefits.all() if b.stage is stage)


def test_links_of_the_model_lead_to_the_right_and_in_no_circle(sample):
    sample.benefits.add(name="Fewer letters", leads_to=(element(sample, Stage.OUTCOME).id,))
    workbook = Exported(sample)
    one, other = (b for b in sample.benefits.all() if b.stage is Stage.OUTCOME)
    workbook.put("Benefits", one.id, leads_to=other.id)
    workbook.put("Benefits", other.id, leads_to=one.id)
    last, first = element(sample, Stage.IMPACT), element(sample, Stage.OUTPUT)
    workbook.put("Benefits", last.id, leads_to=first.name)
    faults = [t.fault for t in comeback(sample, workbook).troubles]

    assert sorted(faults) == [Fault.LOOP, Fault.BACK]


def test_an_element_that_moves_to_the_left_of_what_leads_to_it_is_said(sample):
    workbook, target = Exported(sample), element(sample, Stage.OUTCOME)
    workbook.put("Benefits", target.id, stage="Input")
    (trouble,) = comeback(sample, workbook).troubles

    assert trouble.fault is Fault.BACK
    assert trouble.cell == workbook.place("Benefits", target.id, "stage")


def test_a_link_that_was_there_and_a_moved_element_on_the_right_are_fine(sample):
    workbook, first = Exported(sample), element(sample, Stage.OUTPUT)
    workbook.put("Benefits", first.id, stage="Activity", name="Joined records")
    take(sample, workbook.back(), NOTHING)

    assert element(sample, Stage.ACTIVITY).leads_to == first.leads_to


def test_answers_are_judged_as_the_program_judges_them(sample):
    workbook = Exported(sample)
    gap = sample.gaps().capabilities[0]
    one, other = [*gap.pairs][:2]
    names = {o.id: o.name for o in sample.assessment().organisations}
    workbook.put("Answers", pair_id(gap.id, one), answer=f"Provided by {names[other]}")
    workbook.put("Answers", pair_id(gap.id, other), answer=f"provided by {names[one]}")
    troubles = comeback(sample, workbook).troubles

    assert {t.fault for t in troubles} == {Fault.REFUSED}
    assert {t.cell for t in troubles} == {
        workbook.place("Answers", pair_id(gap.id, o), "answer") for o in (one, other)
    }


def test_a_provider_nobody_knows_is_no_change(sample):
    gap = sample.gaps().capabilities[0]
    row = {"value": {"state": "provided_by", "level": None, "provider": "org-x", "reason": ""}}
    key = gap.id, next(iter(gap.pairs))
    old = next(r for r in sample.rows("answer") if (r["capability"], r["organisation"]) == key)
    sample.apply([Edit("answer", key, "value", old["value"], row["value"])], "A merge")

    assert comeback(sample, Exported(sample)).is_empty


def test_an_answer_of_one_who_has_left_is_refused_for_its_cell(sample):
    workbook, gap = Exported(sample), sample.gaps().capabilities[0]
    one = next(iter(gap.pairs))
    workbook.put("Answers", pair_id(gap.id, one), answer=5)
    sample.organisations.leave(one)
    (trouble,) = comeback(sample, workbook).troubles

    assert "has left this assessment" in trouble_words(trouble)


def test_answers_and_notes_come_back(sample):
    workbook, gap = Exported(sample), sample.gaps().capabilities[0]
    one, other = [*gap.pairs][:2]
    workbook.put("Answers", pair_id(gap.id, one), answer="2", note="=1+1")
    workbook.put("Answers", pair_id(gap.id, other), answer="Not applicable", reason="No beds")
    take(sample, workbook.back(), NOTHING)
    answers = sample.assessment().answers

    assert answers[gap.id, one].value == Value(State.LEVEL, 2)
    assert answers[gap.id, one].note == "=1+1"
    assert answers[gap.id, other].value == Value(State.NOT_APPLICABLE, reason="No beds")


def test_rows_that_are_wrong_can_be_left_out_with_what_speaks_of_them(sample):
    workbook, first = Exported(sample), projects(sample)[0]
    workbook.add("Plan", project="Train all staff", weeks=-6)
    workbook.add("Costs", label="Trainers", likely=1, project="Train all staff")
    workbook.put("Plan", first, owner="Chief nurse")
    back = workbook.back()
    before = sample.seal
    with pytest.raises(BadInput, match=r"1 cell of 'plan\.xlsx' cannot be taken") as error:
        take(sample, back, NOTHING)
    untouched = sample.seal == before
    settled = without_wrong(sample, back, find_base(sample, back), NOTHING)
    take(sample, back, settled)

    assert untouched
    assert error.value.problems == (f"{said(comeback(sample, back))[0]}",)
    assert len(settled.left_out) == 2
    assert project(sample, first).owner == "Chief nurse"
    assert "Train all staff" not in {p.name for p in sample.plan.book().projects}
