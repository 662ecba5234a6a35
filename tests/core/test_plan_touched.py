"""What of a plan people have touched."""

from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.core.plan_parts import (
    Benefit,
    Cost,
    CostKind,
    Link,
    Money,
    PlanBook,
    RaidItem,
    RaidKind,
    Stage,
)
from techmodel.core.plan_touched import find_touched

ROW = {"name": "A", "owner": "", "position": 1}
MADE = Edit("project", ("P01",), WHOLE_ROW, None, ROW)
OWNED = Edit("project", ("P01",), "owner", "", "IG lead")


def batch(id_, *edits, kind=BatchKind.EDIT, takes=""):
    return Batch(id_, kind, "2026-11-24T09:00:00Z", id_, edits, takes=takes)


def touched(*batches, taken=None, book=None):
    return find_touched(book or PlanBook(), batches, taken or {})


def test_what_was_proposed_is_not_touched_and_what_was_edited_is():
    proposed = batch("1", MADE, kind=BatchKind.PLAN)

    assert touched(proposed) == set()
    assert touched(proposed, batch("2", OWNED)) == {("P01", "owner")}


def test_what_an_import_changed_is_touched():
    assert touched(batch("1", OWNED, kind=BatchKind.IMPORT)) == {("P01", "owner")}


def test_a_project_made_by_a_person_is_touched_but_for_its_place():
    assert touched(batch("1", MADE)) == {("P01", "name"), ("P01", "owner")}


def test_a_place_is_touched_where_a_project_was_moved_not_where_one_was_added():
    moved = Edit("project", ("P01",), "position", 1, 2)

    assert touched(batch("1", moved)) == {("P01", "position")}
    added = Edit("project", ("P02",), WHOLE_ROW, None, ROW)
    assert {f for _, f in touched(batch("1", added, moved))} == {"name", "owner"}


def test_a_project_deleted_by_a_person_is_touched():
    gone = Edit("project", ("P01",), WHOLE_ROW, ROW, None)

    assert ("P01", "name") in touched(batch("1", gone))


def test_what_was_undone_is_not_touched_and_what_was_redone_is():
    edit = batch("1", OWNED)
    undo = batch("2", kind=BatchKind.UNDO, takes="1")
    redo = batch("3", kind=BatchKind.REDO, takes="2")

    assert touched(edit, undo) == set()
    assert touched(edit, undo, redo) == {("P01", "owner")}


def test_of_a_merge_counts_what_people_did_in_the_other_file():
    theirs = (batch("a", MADE, kind=BatchKind.PLAN), batch("b", OWNED))
    merge = batch("m", MADE, kind=BatchKind.MERGE)

    assert touched(merge, taken={"m": theirs}) == {("P01", "owner")}
    undone = (*theirs, batch("c", kind=BatchKind.UNDO, takes="b"))
    assert touched(merge, taken={"m": undone}) == set()


def test_a_merge_that_was_undone_brings_nothing():
    merge = batch("m", MADE, kind=BatchKind.MERGE)
    undo = batch("u", kind=BatchKind.UNDO, takes="m")

    assert touched(merge, undo, taken={"m": (batch("b", OWNED),)}) == set()


def test_answers_touch_no_project():
    assert touched(batch("1", Edit("override", ("A-1",), WHOLE_ROW, None, {"value": 1}))) == set()


def test_a_project_that_something_is_about_is_touched():
    book = PlanBook(
        links=(Link("P01", "P02"),),
        costs=(
            Cost("c", "P03", "x", CostKind.ONE_OFF, Money(0, 0, 0), 2027),
            Cost("d", None, "x", CostKind.ONE_OFF, Money(0, 0, 0), 2027),
        ),
        raid=(RaidItem("r", RaidKind.RISK, "x", project="P04"), RaidItem("s", RaidKind.RISK, "y")),
        benefits=(Benefit("b", "x", Stage.OUTPUT, projects=("P05",)),),
    )

    assert touched(book=book) == {
        ("P01", "link"),
        ("P02", "link"),
        ("P03", "cost"),
        ("P04", "raid"),
        ("P05", "benefit"),
    }
