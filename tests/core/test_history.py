"""The history in order, with what merges took over under them."""

from techmodel.core.history import Entry, find_entries, newest_first, was_not_chosen
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit


def batch(id_, revision=0):
    return Batch(id_, BatchKind.EDIT, "", "", (), revision)


BATCHES = [batch("a", 1), batch("m", 2), batch("b", 3)]
TAKEN = {"m": (batch("x", 7), batch("y", 8))}


def ids(entries):
    return [e.batch.id for e in entries]


def test_what_a_merge_took_over_stands_after_it():
    assert ids(find_entries(BATCHES, TAKEN)) == ["a", "m", "x", "y", "b"]


def test_newest_first_the_merge_still_stands_above():
    assert ids(newest_first(find_entries(BATCHES, TAKEN))) == ["b", "m", "y", "x", "a"]


def test_what_was_taken_over_became_part_of_the_file_with_the_merge():
    moments = {e.batch.id: e.moment for e in find_entries(BATCHES, TAKEN)}

    assert moments == {"a": 1, "m": 2, "x": 2, "y": 2, "b": 3}


KEY = ("REC-01", "org-m1")
SAID = Edit("answer", KEY, "value", 1, 3)


def entry(theirs, *kept):
    """What a merge with these edits took over: one batch with one edit."""
    merge = Batch("m", BatchKind.MERGE, "", "", kept)
    return Entry(Batch("x", BatchKind.EDIT, "", "", (theirs,)), merge)


def test_it_was_not_chosen_where_the_merge_kept_another_value():
    row = Edit("answer", KEY, WHOLE_ROW, None, {"value": 3})
    kept = Edit("answer", KEY, "value", 2, 2)

    assert was_not_chosen(entry(SAID, kept))
    assert was_not_chosen(entry(row, kept))
    assert was_not_chosen(entry(Edit("answer", KEY, WHOLE_ROW, {"value": 1}, None), kept))


def test_it_was_chosen_where_the_merge_kept_the_same_or_something_else():
    same = Edit("answer", KEY, "value", 3, 3)
    note = Edit("answer", KEY, "note", "a", "a")
    elsewhere = Edit("answer", ("REC-02", "org-m1"), "value", 2, 2)
    changed = Edit("answer", KEY, "value", 2, 3)

    assert not any(was_not_chosen(entry(SAID, k)) for k in (same, note, elsewhere, changed))


def test_own_changes_and_changes_of_nothing_were_never_put_to_a_choice():
    own = Batch("x", BatchKind.EDIT, "", "", (SAID,))

    assert not was_not_chosen(Entry(own))
    assert not was_not_chosen(Entry(batch("x"), batch("m")))
