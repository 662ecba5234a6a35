"""What is taken without asking, a line a thing."""

import pytest

from techmodel.core.answers import Answer, State, Value
from techmodel.core.checklist import CapabilityId
from techmodel.core.journal import Batch, BatchKind, Edit
from techmodel.core.organisations import OrganisationId
from techmodel.core.tables import answer_fields, value_json
from techmodel.wording.edits import Book
from techmodel.wording.merge_changes import changes_of, edits_of

CAP, TRUST = CapabilityId("REC-06"), OrganisationId("o1")
KEY = (CAP, TRUST)
ONE, TWO = (value_json(Value(State.LEVEL, n)) for n in (1, 2))
ROW = {"capability": CAP, "organisation": TRUST, "grade": "C", "title": "List", "date": ""}


@pytest.fixture
def book(checklist):
    return Book(checklist, {TRUST: "Riverside Trust"}, {"e1": ROW})


def batch(*edits, at="2026-11-24T10:12:00Z"):
    return Batch("b", BatchKind.EDIT, at, "", edits, decided_by="Board")


def said(book, *edits):
    (change,) = changes_of(edits, [batch(*edits)], book)
    return change


def test_an_answer_is_told_with_who_decided_when(book):
    texts = said(book, Edit("answer", KEY, "value", ONE, TWO)).texts

    assert texts[:4] == (
        "REC-06 Contribution and write-back",
        "Riverside Trust",
        "1 Standalone",
        "2 Viewable",
    )
    assert texts[4].startswith("24 Nov 2026 ")
    assert texts[5] == "Board"


def test_what_else_changed_in_a_row_is_told_in_few_words(book):
    note, value = Edit("answer", KEY, "note", "", "A"), Edit("answer", KEY, "value", ONE, TWO)

    assert said(book, note, value).new == "2 Viewable; Note added"


def test_a_new_answer_is_told_field_by_field(book):
    whole = answer_fields(Answer(CAP, TRUST, Value(State.LEVEL, 2), note="A"))
    change = said(book, Edit("answer", KEY, "*", None, whole))

    assert (change.old, change.new) == ("Not answered", "2 Viewable; Note added")
    gone = said(book, Edit("answer", KEY, "*", whole, None))
    assert (gone.old, gone.new) == ("2 Viewable", "Not answered; Note removed")


def test_an_empty_answer_says_nothing(book):
    empty = answer_fields(Answer(CAP, TRUST))

    assert said(book, Edit("answer", KEY, "*", None, empty)).new == ""


@pytest.mark.parametrize(
    ("edit", "what", "old", "new"),
    [
        (Edit("answer", KEY, "note", "A", "B"), "REC-06", "Note: A", "Note: B"),
        (Edit("answer", KEY, "parked", False, True), "REC-06", "Not parked", "Parked"),
        (Edit("evidence", ("e1",), "*", None, ROW), "REC-06", "Evidence nothing", "Evidence C "),
        (Edit("organisation", (TRUST,), "weight", 1.0, 2.0), "River", "Weight 1", "Weight 2"),
        (Edit("organisation", (TRUST,), "in_scope", True, False), "River", "", "Riverside"),
        (Edit("setting", ("threshold",), "value", 0.8, 0.75), "Coverage", "80%", "75%"),
        (Edit("setting", ("new",), "value", "a", "b"), "The assessment", "a", "b"),
        (
            Edit("override", (CAP,), "value", None, {"level": 2, "reason": "R", "owner": ""}),
            "REC-06",
            "Target As asked",
            "Target 2: R",
        ),
        (
            Edit("setting", ("same_organisations",), "*", None, {"value": {"b": "a"}}),
            "Organisations that are one",
            "",
            "a is one organisation in both files",
        ),
    ],
)  # fmt: skip
def test_other_changes_say_what_they_are(book, edit, what, old, new):
    change = said(book, edit)

    assert change.what.startswith(what)
    assert change.old == old
    assert change.new.startswith(new)


def test_without_a_batch_there_is_no_time(book):
    (change,) = changes_of([Edit("answer", KEY, "value", ONE, TWO)], [], book)

    assert change.texts[4:] == ("", "")


def test_what_batches_did_to_a_row_is_taken_together():
    first = batch(Edit("answer", KEY, "note", "", "A"), Edit("answer", KEY, "value", ONE, TWO))
    second = batch(Edit("answer", KEY, "note", "A", "B"), Edit("answer", KEY, "value", TWO, ONE))

    assert edits_of([first, second], [("answer", KEY)]) == (Edit("answer", KEY, "note", "", "B"),)
    assert edits_of([first], []) == ()


def test_a_row_made_and_then_changed_is_a_row_made():
    whole = {"note": "", "value": ONE}
    made = batch(Edit("answer", KEY, "*", None, whole))
    changed = batch(Edit("answer", KEY, "note", "", "A"))
    gone = batch(Edit("answer", KEY, "*", {"note": "A", "value": ONE}, None))
    row = [("answer", KEY)]

    assert edits_of([made, changed], row)[0].new == {"note": "A", "value": ONE}
    assert edits_of([made, changed, gone], row) == ()
