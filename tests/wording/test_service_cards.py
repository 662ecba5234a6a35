"""A conflict about how far an organisation is with a service, as two cards and as a change."""

from dataclasses import replace

import pytest
from tests.core.services import linked, service

from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.core.merge_parts import Conflict
from techmodel.core.onboarding import Onboarding, Stage, onboarding_fields
from techmodel.wording.edits import Book, edit_lines
from techmodel.wording.merge_cards import brief_words, card_words, line_words, name_words
from techmodel.wording.merge_changes import changes_of
from techmodel.wording.merge_sides import Part, Two
from techmodel.wording.service_edits import service_words

ROW = ("onboarding", ("S", "o1"))
BATCH = Batch("b", BatchKind.EDIT, "2026-11-24T10:12:00Z", "", ())
LIVE = onboarding_fields(Onboarding("S", "o1", Stage.LIVE, "Digital lead"))
PLANNED = onboarding_fields(Onboarding("S", "o1", Stage.PLANNED))


@pytest.fixture
def two():
    made = linked({"A-1": ["S"]}, [service("S")])
    return Two(made, replace(made, title="Theirs"))


@pytest.fixture
def book(two):
    return Book(two.ours.checklist, {"o1": "Hill Practice"}, {})


def differing(fields, ours=LIVE, theirs=PLANNED):
    return Conflict(ROW, fields, None, ours, theirs, BATCH, None)


def test_the_fields_that_differ_are_said_on_both_cards(two):
    conflict = differing(("state", "owner"))
    mine, other = card_words(conflict, two)

    assert (mine.title, mine.verb) == ("State: Live; Owner: Digital lead", "Keep this")
    assert (other.title, other.verb) == ("State: Planned; Owner: nothing", "Take this")
    assert mine.parts[0] == Part("State", "Live")
    assert brief_words(conflict, two) == (mine.title, other.title)


def test_it_is_about_a_service_and_an_organisation(two):
    conflict = differing(("state",))

    assert name_words(conflict, two) == ("S Service S", "o1, state")
    assert line_words(conflict, two) == "o1, state · new in both files"


def test_where_one_file_took_it_away_the_other_offers_it(two):
    conflict = differing((WHOLE_ROW,), ours=LIVE, theirs=None)
    mine, other = card_words(conflict, two)

    assert (mine.title, mine.wording, mine.verb) == ("Live", "o1", "Keep it")
    assert (other.title, other.verb) == ("Deleted", "Delete it here too")
    assert name_words(conflict, two)[1] == "o1, deleted in the other file"
    back = differing((WHOLE_ROW,), ours=None, theirs=LIVE)
    assert card_words(back, two)[1].verb == "Bring it back"
    assert name_words(back, two)[1] == "o1, deleted here"


def test_what_merges_by_itself_is_a_line_a_pair(book):
    edit = Edit(*ROW, WHOLE_ROW, None, LIVE)
    (change,) = changes_of([edit], [], book)

    assert (change.what, change.organisation) == ("S Service S", "Hill Practice")
    assert (change.old, change.new) == ("Not started", "Live; Owner nothing → Digital lead")


def test_a_row_taken_back_is_told_from_its_end(book):
    lines = list(edit_lines(Edit(*ROW, WHOLE_ROW, LIVE, None), book))

    assert [line.sentence for line in lines] == [
        "Live → not started",
        "Owner Digital lead → nothing",
    ]
    assert {line.about for line in lines} == {"S Service S, Hill Practice"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("", "a", "Note added"), ("a", "b", "Note changed"), ("a", "", "Note removed")],
)
def test_a_note_is_told_with_its_text(book, old, new, said):
    (line,) = edit_lines(Edit(*ROW, "note", old, new), book)

    assert (line.sentence, line.why) == (said, new)


def test_a_service_the_checklist_does_not_know_goes_by_its_id(two):
    assert service_words(two.ours.checklist, "GONE") == "GONE"
