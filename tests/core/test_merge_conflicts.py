"""Who decided what on each side of a conflict, and what was there before."""

from dataclasses import replace

from tests.core.rooms import BLANK, first_room, level

from techmodel.core.journal import BatchKind
from techmodel.core.merge import compare
from techmodel.core.merge_deciders import decider
from techmodel.core.merge_parts import Choice
from techmodel.core.merge_story import tell

PAIR = ("REC-01", "org-m1")


def answered(room, number, **fields):
    room.answer(PAIR, value=level(number), **fields)
    return room.batches[-1]


def conflict(ours, theirs):
    (found,) = compare(ours.side, theirs.side).conflicts
    return found


def test_it_names_the_newest_batch_of_each_side_that_decided_the_level():
    ours = first_room()
    theirs = ours.copy()
    mine, other = answered(ours, 2), answered(theirs, 3)
    ours.answer(PAIR, note="written down later")
    found = conflict(ours, theirs)

    assert (found.our_batch, found.their_batch) == (mine, other)
    assert (found.before, found.ours["value"]) == (None, level(2))


def test_what_a_merge_took_over_was_decided_in_the_third_file():
    ours = first_room()
    theirs, third = ours.copy(), ours.copy()
    answered(ours, 2)
    decided = answered(third, 3)
    theirs.merge(third)

    assert conflict(ours, theirs).their_batch == decided


def test_what_a_merge_settled_otherwise_was_decided_by_the_merge():
    ours = first_room()
    theirs, third = ours.copy(), ours.copy()
    answered(ours, 4)
    answered(theirs, 2)
    answered(third, 3)
    theirs.merge(third, lambda _: {"value": level(1)})

    assert conflict(ours, theirs).their_batch.id == theirs.batches[-1].id


def test_an_undo_goes_back_to_who_decided_before():
    ours = first_room()
    theirs = ours.copy()
    first = answered(ours, 2)
    answered(ours, 3)
    ours.undo()
    answered(theirs, 4)

    assert conflict(ours, theirs).our_batch == first


def test_a_redo_brings_back_who_decided_first():
    ours = first_room()
    theirs = ours.copy()
    first = answered(ours, 2)
    ours.undo()
    ours.redo()
    answered(theirs, 4)

    assert conflict(ours, theirs).our_batch == first


def test_an_undo_of_the_first_decision_is_a_decision_itself():
    ours = first_room()
    answered(ours, 2)
    theirs = ours.copy()
    ours.undo()
    answered(theirs, 4)

    assert conflict(ours, theirs).our_batch.kind is BatchKind.UNDO
    assert conflict(ours, theirs).before == BLANK | {"value": level(2)}


def test_taking_back_a_merge_decides_nothing():
    ours = first_room()
    theirs = ours.copy()
    answered(theirs, 3)
    ours.merge(theirs)
    ours.undo()

    assert decider(tell(ours.side), {("answer", PAIR, "value")}) is None
    assert decider(tell(ours.side), set()) is None


def test_a_journal_that_contradicts_itself_still_names_a_batch():
    ours = first_room()
    theirs = ours.copy()
    answered(theirs, 4)
    answered(ours, 2)
    odd = replace(ours.batches[-1], kind=BatchKind.UNDO, takes=ours.batches[-1].id)
    ours.batches[-1] = odd
    assert conflict(ours, theirs).our_batch == odd

    ours.batches[-1] = replace(odd, kind=BatchKind.REDO)
    assert conflict(ours, theirs).our_batch.kind is BatchKind.REDO
    ours.batches[-1] = replace(odd, takes="nobody")
    assert conflict(ours, theirs).our_batch.takes == "nobody"


def test_settled_conflicts_are_not_asked_again_in_either_direction():
    ours = first_room()
    theirs = ours.copy()
    answered(ours, 2)
    answered(theirs, 3)
    ours.merge(theirs, lambda _: Choice.OURS)

    assert compare(ours.side, theirs.side).conflicts == ()
    assert compare(theirs.side, ours.side).conflicts == ()


def test_what_a_merge_kept_was_decided_before_it():
    ours = first_room()
    theirs, third = ours.copy(), ours.copy()
    decided = answered(theirs, 2)
    answered(third, 3)
    theirs.merge(third)
    answered(ours, 4)

    assert conflict(ours, theirs).their_batch == decided
