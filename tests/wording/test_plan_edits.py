"""Changes of the plan in the history, in merges and when comparing."""

from datetime import date

import pytest

from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.core.merge_parts import Conflict
from techmodel.core.plan_parts import Pins, Project, ProjectId, Status, Terms
from techmodel.core.plan_rows import project_fields, terms_json
from techmodel.wording.edits import Book, edit_lines
from techmodel.wording.history import KIND_WORDS, batch_lines, find_book
from techmodel.wording.merge_cards import brief_words, card_words, name_words
from techmodel.wording.merge_changes import changes_of
from techmodel.wording.merge_sides import Two
from techmodel.wording.plan_edits import days_words, plan_parts, plan_things, terms_words

THINGS = {"P01": "Shared record", "P02": "Directory", "c1": "Licences"}
FIVE = {"value": terms_json(Terms(capacity=5))}
ROW = project_fields(Project(ProjectId("P01"), "Shared record"))


def sentence(table, key, field, old, new):
    return plan_parts(Edit(table, key, field, old, new), THINGS)


def progress(status, percent=0, reason=""):
    return {"status": status.value, "percent": percent, "reason": reason}


@pytest.mark.parametrize(
    ("field", "old", "new", "said"),
    [
        (WHOLE_ROW, None, ROW, "Project added"),
        (WHOLE_ROW, ROW, None, "Project removed"),
        ("name", "A", "B", "Name A → B"),
        ("owner", "", "IG lead", "Owner nothing → IG lead"),
        ("steps", ["A-1:2"], ["A-1:2", "A-1:3"], "Steps A-1 to 2 → A-1 to 2 and 3"),
        ("steps", [], ["A-1:2"], "Steps nothing → A-1 to 2"),
        ("weeks", None, [4, 6, 9], "Weeks as its steps take → 6 (4 to 9)"),
        ("weeks", [6, 6, 6], None, "Weeks 6 → as its steps take"),
        (
            "pins",
            None,
            {"start": "2027-03-01", "finish_by": "2027-06-30"},
            "Dates not fixed → start 1 Mar 2027 and finish by 30 Jun 2027",
        ),
        ("note", "", "Ask", "Note added"),
        ("note", "Ask", "Ask again", "Note changed"),
        ("note", "Ask", "", "Note removed"),
        ("position", 1, 2, "Place in the list 1 → 2"),
    ],
)
def test_a_change_of_a_project_is_a_few_words(field, old, new, said):
    parts = sentence("project", ("P01",), field, old, new)

    assert (parts.about, parts.sentence) == ("P01 Shared record", said)


def test_progress_says_the_reason():
    started, dropped = progress(Status.UNDER_WAY, 40), progress(Status.DROPPED, 40, "No money")
    begun = sentence("project", ("P01",), "progress", progress(Status.NOT_STARTED), started)
    parts = sentence("project", ("P01",), "progress", started, dropped)

    assert begun.sentence == "Not started → under way, 40%"
    assert (parts.sentence, parts.why) == ("Under way, 40% → dropped", "No money")


@pytest.mark.parametrize(
    ("field", "old", "new", "said"),
    [
        (WHOLE_ROW, None, {"lag": 0}, "Waits for P02 Directory"),
        (WHOLE_ROW, None, {"lag": 5}, "Waits for P02 Directory, then 5 working days"),
        (WHOLE_ROW, {"lag": 5}, None, "No longer waits for P02 Directory"),
        ("lag", 5, 10, "Waits 10 working days after P02 Directory, not 5"),
    ],
)
def test_a_dependency_says_what_waits_for_what(field, old, new, said):
    parts = sentence("link", ("P01", "P02"), field, old, new)

    assert (parts.about, parts.sentence) == ("P01 Shared record", said)


@pytest.mark.parametrize(
    ("table", "field", "old", "new", "said"),
    [
        (
            "cost",
            "amount",
            [1000, 2000, 3000],
            [0, 0, 0],
            "Amount £1,000, likely £2,000, up to £3,000 → £0",
        ),
        ("cost", "project", "", "P02", "Project nothing → Directory"),
        ("benefit", "projects", ["P01"], ["P9"], "Projects Shared record → P9"),
        ("benefit", "review", "", "2027-03-01", "Review date nothing → 1 Mar 2027"),
        ("raid", "is_open", True, False, "Open yes → no"),
        ("raid", "due", "2027-03-01", "", "Due 1 Mar 2027 → nothing"),
        (
            "scenario",
            "terms",
            terms_json(Terms()),
            terms_json(Terms(capacity=5)),
            "Terms no limit → 5 at a time",
        ),
        ("scenario", WHOLE_ROW, None, {"name": "Fast"}, "Scenario added"),
    ],
)
def test_a_change_of_anything_else_is_told_by_its_name(table, field, old, new, said):
    parts = sentence(table, ("c1",), field, old, new)

    assert (parts.about, parts.sentence) == ("Licences", said)


def test_what_has_no_name_goes_by_its_id():
    assert sentence("cost", ("c9",), "years", 1, 2).about == "c9"
    assert sentence("project", ("P09",), "owner", "", "x").about == "P09"


def test_terms_and_closed_days_are_told_in_words():
    terms = Terms(date(2027, 1, 4), 5, {"IG": 1}, frozenset({ProjectId("P01")}))

    assert terms_words(terms_json(terms)) == (
        "start 4 Jan 2027, 5 at a time, 1 of IG, 1 project not counted"
    )
    assert terms_words(None) == "nothing"
    assert days_words(["2026-12-24", "2027-01-02"]) == "24 Dec 2026 and 2 Jan 2027"
    assert days_words([]) == "none"


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("plan_terms", None, FIVE, "Terms of the plan: 5 at a time"),
        ("closed_days", ["2026-12-24"], [], "Closed days: 24 Dec 2026 → none"),
    ],
)
def test_the_settings_of_the_plan_are_told_like_others(checklist, name, old, new, said):
    edit = Edit("setting", (name,), WHOLE_ROW if old is None else "value", old, new)
    (line,) = edit_lines(edit, Book(checklist, {}, {}))

    assert line.sentence == said


def test_things_keep_their_last_name_also_when_they_are_gone():
    edits = [
        Edit("project", ("P01",), WHOLE_ROW, None, {"name": "A"}),
        Edit("project", ("P01",), "name", "A", "B"),
        Edit("project", ("P01",), "owner", "", "x"),
        Edit("cost", ("c1",), WHOLE_ROW, {"label": "Licences"}, None),
        Edit("answer", ("A-1", "o1"), "note", "", "x"),
    ]
    batch = Batch("1", BatchKind.EDIT, "2026-11-24T09:00:00Z", "", tuple(edits))

    assert plan_things([batch]) == {"P01": "B", "c1": "Licences"}


def test_every_kind_of_batch_has_a_word():
    assert {*KIND_WORDS} == {*BatchKind}


def test_the_history_tells_of_projects_by_name(session):
    session.plan.add_own("Train the trainers")
    project = session.plan.book().projects[0]
    session.plan.own(project.id, "PMO")
    book = find_book(session.assessment(), session.batches())
    (line,) = batch_lines(session.batches()[-1], book)

    assert line.about == f"{project.id} Train the trainers"
    assert line.sentence == "Owner nothing → PMO"


# merging


@pytest.fixture
def two(session):
    return Two(session.assessment(), session.assessment())


def conflict(table, key, fields, ours, theirs):
    return Conflict((table, key), fields, None, ours, theirs, None, None)


def other(**changes):
    return {**ROW, **changes}


def test_a_conflict_about_a_project_shows_what_both_say(two):
    found = conflict("project", ("P01",), ("owner",), other(owner="A"), other(owner="B"))
    ours, theirs = card_words(found, two)

    assert name_words(found, two) == ("P01 Shared record", "Project, owner")
    assert brief_words(found, two) == ("Owner: A", "Owner: B")
    assert (ours.wording, ours.verb, theirs.verb) == (
        "P01 Shared record",
        "Keep this",
        "Take this",
    )
    assert [(p.label, p.text) for p in theirs.parts] == [("Owner", "B")]


def test_several_fields_in_conflict_are_told_together(two):
    pinned = Project(ProjectId("P01"), "Shared record", pins=Pins(date(2027, 3, 1)))
    there = {**project_fields(pinned), "progress": progress(Status.DONE, 100)}
    found = conflict("project", ("P01",), ("progress", "pins"), ROW, there)

    assert brief_words(found, two) == (
        "Progress: not started; Dates: not fixed",
        "Progress: done; Dates: start 1 Mar 2027",
    )


def test_a_project_deleted_in_one_file_can_be_kept_or_brought_back(two):
    here = conflict("project", ("P01",), (WHOLE_ROW,), ROW, None)
    gone = conflict("project", ("P01",), (WHOLE_ROW,), None, ROW)

    assert name_words(here, two)[1] == "Project, deleted in the other file"
    assert name_words(gone, two) == ("P01 Shared record", "Project, deleted here")
    assert [c.verb for c in card_words(here, two)] == ["Keep it", "Delete it here too"]
    assert [c.verb for c in card_words(gone, two)] == ["Leave it deleted", "Bring it back"]


def test_a_dependency_in_conflict_names_both_projects(two):
    found = conflict("link", ("P01", "P02"), ("lag",), {"lag": 5}, {"lag": 10})

    assert name_words(found, two) == ("P01 after P02", "Dependency, lag")
    assert brief_words(found, two) == ("Lag: 5", "Lag: 10")


def test_what_a_merge_takes_of_the_plan_is_told_by_name(checklist):
    edit = Edit("project", ("P01",), "owner", "", "PMO")
    (change,) = changes_of([edit], [], Book(checklist, {}, {}, things=THINGS))

    assert (change.what, change.old, change.new) == ("Shared record", "nothing", "PMO")
