"""The words around the conditions for change."""

from dataclasses import replace

import pytest
from tests.core.conditions import TWO
from tests.core.services import linked, service

from techmodel.core.compare_conditions import ConditionChange
from techmodel.core.conditions import Condition, find_standing
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.core.merge_parts import Conflict
from techmodel.core.name_search import NameFound
from techmodel.wording import conditions as words
from techmodel.wording.edits import Book, edit_lines
from techmodel.wording.merge_cards import brief_words, card_words, name_words
from techmodel.wording.merge_changes import changes_of
from techmodel.wording.merge_sides import Part, Two
from techmodel.wording.names import text_words

ROW = ("condition", ("hope",))
BATCH = Batch("b", BatchKind.EDIT, "2026-11-24T10:12:00Z", "", ())
LOW, HIGH = {"level": 1, "note": "Asked around."}, {"level": 4, "note": ""}


@pytest.fixture
def two():
    made = linked({"A-1": ["S"]}, [service("S")])
    made = replace(made, checklist=replace(made.checklist, conditions=TWO))
    return Two(made, replace(made, title="Theirs"))


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        ({}, "None of 2 answered yet."),
        ({"hope": 3}, "1 of 2 answered; none of these is weak."),
        ({"hope": 2}, "1 of 2 answered; 1 is weak: Hope."),
        ({"hope": 2, "time": 0}, "2 of 2 answered; 2 are weak: Time, Hope."),
    ],
)
def test_conditions_are_told_without_an_average(levels, sentence):
    given = {id_: Condition(id_, level) for id_, level in levels.items()}

    assert words.headline(find_standing(TWO, given)) == sentence


def test_a_headline_names_two_of_many_weak_conditions_and_counts_the_rest():
    names = ("Hope", "Time", "Trust", "Will")
    many = replace(TWO, factors=tuple(replace(TWO.factors[0], id=n, name=n) for n in names))
    given = {n: Condition(n, level) for level, n in enumerate(("Will", "Time"))}
    given |= {n: Condition(n, 2) for n in ("Hope", "Trust")}

    said = "4 of 4 answered; 4 are weak: Will, Time and 2 more."
    assert words.headline(find_standing(many, given)) == said


def test_a_checklist_without_conditions_says_so():
    assert words.headline(find_standing(None, {})) == words.NO_FACTORS


def test_a_factor_or_level_the_checklist_does_not_know_is_told_as_far_as_can_be(two):
    checklist = two.ours.checklist

    assert words.level_words(checklist, "hope", 3) == "3 Three."
    assert words.level_words(checklist, "gone", 3) == "3"
    assert words.factor_name(replace(checklist, conditions=None), "hope") == "hope"


def differing(fields, ours=LOW, theirs=HIGH):
    return Conflict(ROW, fields, None, ours, theirs, BATCH, None)


def test_both_levels_are_said_as_the_factor_words_them(two):
    conflict = differing(("level", "note"))
    mine, other = card_words(conflict, two)

    assert (mine.title, mine.verb, mine.parts) == (
        "1 One.", "Keep this level", (Part("Why", "Asked around."),)
    )  # fmt: skip
    assert (other.title, other.verb) == ("4 Four.", "Take this level")
    assert name_words(conflict, two) == ("Hope", "Conditions for change, level and note")
    assert brief_words(conflict, two)[0] == "1 One."


def test_two_notes_are_settled_by_themselves(two):
    conflict = differing(("note",))
    mine, _ = card_words(conflict, two)

    assert mine.verb == "Keep this note"
    assert brief_words(conflict, two) == ("Asked around.", "None")


def test_where_one_file_took_it_away_the_other_offers_it(two):
    mine, other = card_words(differing((WHOLE_ROW,), theirs=None), two)
    assert (mine.verb, other.verb) == ("Keep it", "Delete it here too")

    back = differing((WHOLE_ROW,), ours=None)
    assert card_words(back, two)[1].verb == "Bring it back"
    assert name_words(back, two)[1] == "Conditions for change, deleted here"


def test_what_merges_by_itself_is_a_line(two):
    book = Book(two.ours.checklist, {}, {})
    (change,) = changes_of([Edit(*ROW, WHOLE_ROW, None, LOW)], [], book)

    assert (change.what, change.organisation) == ("Conditions for change, Hope", "")
    assert (change.old, change.new) == ("Not answered", "1 One.; Note added")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("", "a", "Note added"), ("a", "b", "Note changed"), ("a", "", "Note removed")],
)
def test_a_note_is_told_with_its_text(two, old, new, said):
    (line,) = edit_lines(Edit(*ROW, "note", old, new), Book(two.ours.checklist, {}, {}))

    assert (line.sentence, line.why) == (said, new)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (None, 3, "not answered → 3 and note changed"),
        (3, None, "3 → not answered and note changed"),
        (3, 4, "3 → 4"),
    ],
)
def test_two_moments_of_a_condition_are_told(two, then, now, said):
    held = [n if n is None else Condition("hope", n, "Why") for n in (then, now)]
    change = ConditionChange("hope", *held)

    assert words.condition_change_words(change, two.ours.checklist) == f"Hope: {said}"


def test_a_note_that_holds_a_name_is_named():
    found = NameFound("condition", ("hope",), "note", past=False)

    assert text_words(found) == "the note on condition hope"
