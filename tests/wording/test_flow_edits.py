"""Flows in the history and in merges."""

from dataclasses import replace

import pytest
from tests.core.flow_rooms import NOT_APPLICABLE, held, level, own, room

from techmodel.core.flow_rows import flow_fields
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.core.merge_parts import Conflict
from techmodel.wording.edits import edit_lines
from techmodel.wording.history import batch_about, capability_lines, find_book
from techmodel.wording.merge_cards import card_words, line_words, name_words
from techmodel.wording.merge_changes import changes_of
from techmodel.wording.merge_sides import Part, Two

KEY, OWN_KEY = ("o1", "o2", "F-01"), ("o1", "o2", "FK7D2")
TWO = flow_fields(held(*KEY, level(2)))
NONE = flow_fields(held(*KEY, NOT_APPLICABLE))
OWN = flow_fields(held(*OWN_KEY, None, own(3)))
PAPER = {"information": "Paper", "capability": "A-01", "target": None}
MADE = room()


def batch(*edits):
    return Batch("b", BatchKind.EDIT, "2026-11-24T10:12:00Z", "", edits)


def lines(*edits):
    book = find_book(MADE, [batch(*edits)])
    return [line for edit in edits for line in edit_lines(edit, book)]


def test_a_level_is_told_with_what_goes_from_whom_to_whom():
    (line,) = lines(Edit("flow", KEY, "value", TWO["value"], NONE["value"]))

    assert line.about == "Letter, o1 to o2"
    assert line.sentence == "Level 2 → Not applicable"
    assert (line.new, line.why) == ("Not applicable: No patients", "No patients")


def test_a_row_that_is_made_tells_only_what_it_says():
    row = TWO | {"note": "Seen"}
    told = [line.sentence for line in lines(Edit("flow", KEY, WHOLE_ROW, None, row))]

    assert told == ["Unknown → Level 2", "Note added"]


def test_a_flow_of_their_own_keeps_its_name_also_once_removed():
    made = Edit("flow", OWN_KEY, WHOLE_ROW, None, OWN)
    named = Edit("flow", OWN_KEY, "own", OWN["own"], PAPER)
    gone = Edit("flow", OWN_KEY, WHOLE_ROW, OWN | {"own": PAPER}, None)
    told = lines(made, named, gone)

    assert {line.about for line in told} == {"Paper, o1 to o2"}
    assert [line.sentence for line in told] == [
        "Flow added",
        "Photographs, A-01, target 3 → Paper, A-01, no target",
        "Flow removed",
    ]


def test_a_flow_that_nobody_knows_any_more_goes_by_its_id():
    (line,) = lines(Edit("flow", ("o1", "o2", "F-99"), "note", "Seen", ""))

    assert (line.about, line.sentence) == ("F-99, o1 to o2", "Note removed")


def test_a_change_is_about_its_capability_and_both_ends():
    known = batch(Edit("flow", KEY, WHOLE_ROW, None, TWO))
    lost = batch(Edit("flow", ("o1", "o2", "F-99"), "note", "", "Seen"))
    book = find_book(MADE, [known, lost])

    assert batch_about(known, book) == ({"A-02"}, {"o1", "o2"})
    assert batch_about(lost, book) == (set(), {"o1", "o2"})
    assert capability_lines(known, "A-02", book) == ("Letter, o1 to o2: Unknown → Level 2",)
    assert capability_lines(known, "A-01", book) == ()


def conflict(fields, ours=TWO, theirs=NONE, key=KEY):
    return Conflict(("flow", key), fields, None, ours, theirs, batch(), None)


@pytest.fixture
def two():
    return Two(MADE, replace(MADE, title="Theirs"))


def test_a_conflict_shows_what_both_files_say(two):
    mine, other = card_words(conflict(("value",)), two)

    assert (mine.title, mine.verb) == ("Level: Level 2", "Keep this")
    assert (other.title, other.verb) == ("Level: Not applicable: No patients", "Take this")
    assert mine.parts == (Part("Level", "Level 2"),)
    assert name_words(conflict(("value",)), two) == ("Letter", "o1 to o2, level")
    assert line_words(conflict(("value",)), two) == "o1 to o2, level · new in both files"


def test_a_flow_that_one_file_removed_is_offered(two):
    gone = conflict((WHOLE_ROW,), OWN, None, OWN_KEY)
    mine, other = card_words(gone, two)

    assert name_words(gone, two) == ("Photographs", "o1 to o2, deleted in the other file")
    assert (mine.title, mine.verb) == ("Unknown", "Keep it")
    assert other.verb == "Delete it here too"


def test_what_merges_by_itself_is_told():
    edit = Edit("flow", KEY, "value", TWO["value"], NONE["value"])
    (change,) = changes_of([edit], [batch(edit)], find_book(MADE, [batch(edit)]))

    assert change.what == "Letter, o1 to o2"
    assert (change.old, change.new) == ("Level 2", "Not applicable: No patients")
