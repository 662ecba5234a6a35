"""The history in order, with what merges took over under them."""

from techmodel.core.history import find_entries, newest_first
from techmodel.core.journal import Batch, BatchKind


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
