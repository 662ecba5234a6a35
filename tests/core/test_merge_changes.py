"""What counts as a change when merges, third files and undo come between."""

from tests.core.rooms import first_room, level

from techmodel.core.merge import changes_nothing, compare
from techmodel.core.merge_parts import Choice

PAIR = ("REC-01", "org-m1")


def rooms(number):
    first = first_room()
    return first, *(first.copy() for _ in range(number - 1))


def answer(room, number):
    room.answer(PAIR, value=level(number))


def value(room):
    return room.row("answer", PAIR).get("value", level(None))["level"]


def ours(_):
    return Choice.OURS


def theirs(_):
    return Choice.THEIRS


def merge(room, other, settle=ours):
    """Merge, and say whether anything was asked."""
    return bool(room.merge(other, settle).conflicts)


def test_what_a_merge_took_over_is_no_change_while_the_other_knows_where_it_came_from():
    a, b = rooms(2)
    answer(b, 2)
    merge(a, b)
    answer(b, 3)

    assert (merge(a, b), value(a)) == (False, 3)


def test_what_came_from_a_third_file_is_news_to_who_does_not_know_it():
    a, b, c = rooms(3)
    answer(c, 2)
    merge(a, c)

    assert (merge(b, a), value(b), merge(c, b)) == (False, 2, False)


def test_what_both_took_from_a_third_file_is_nobodys_change():
    a, b, c = rooms(3)
    answer(c, 2)
    merge(a, c)
    merge(b, c)
    answer(b, 4)

    assert (merge(a, b), value(a)) == (False, 4)


def test_who_kept_an_own_answer_against_a_third_file_has_decided():
    a, b, c = rooms(3)
    answer(c, 2)
    answer(b, 1)
    merge(a, c)
    assert merge(b, c, ours)

    assert (merge(a, b), value(a)) == (False, 1)


def test_two_that_decided_differently_about_a_third_are_asked():
    a, b, c = rooms(3)
    answer(c, 2)
    answer(a, 1)
    answer(b, 3)
    merge(a, c, ours)
    merge(b, c, ours)

    assert merge(a, b)
    assert (merge(a, b), merge(b, a), value(b)) == (False, False, 1)


def test_what_a_third_file_took_back_is_taken_back():
    a, b, c = rooms(3)
    answer(c, 2)
    merge(b, c)
    c.undo()
    merge(a, c)

    assert (merge(b, a), value(b)) == (False, None)


def test_a_third_files_to_and_fro_is_no_change_of_ours():
    a, b, c = rooms(3)
    answer(c, 2)
    c.undo()
    merge(a, c)
    merge(b, c)
    answer(b, 1)

    assert (merge(a, b), value(a)) == (False, 1)


def test_settling_crosswise_in_old_copies_is_asked_once_more_and_then_settled():
    a, b = rooms(2)
    answer(a, 1)
    answer(b, 2)
    old = a.copy()
    merge(a, b, theirs)
    merge(b, old, theirs)

    assert (value(a), value(b)) == (2, 1)
    assert merge(a, b, ours)
    assert (merge(a, b), merge(b, a), value(b)) == (False, False, 2)


def test_an_undone_merge_can_be_made_again_and_asks_the_same():
    a, b = rooms(2)
    answer(a, 1)
    answer(b, 2)
    merge(a, b, theirs)
    a.undo()

    assert (value(a), merge(a, b, theirs), value(a)) == (1, True, 2)


def test_a_merge_brought_back_stands_as_before():
    a, b = rooms(2)
    answer(b, 2)
    merge(a, b)
    a.undo()
    a.redo()
    answer(b, 3)

    assert (merge(a, b), value(a)) == (False, 3)


def test_an_older_copy_does_not_bring_back_a_merge_that_was_undone():
    a, b = rooms(2)
    answer(b, 2)
    merge(a, b)
    copy = a.copy()
    a.undo()

    assert compare(a.side, copy.side).taken == ()
    assert (merge(a, b), value(a)) == (False, 2)


def test_undoing_a_merge_reaches_copies_and_they_can_merge_again_too():
    a, b = rooms(2)
    answer(b, 2)
    merge(a, b)
    copy = a.copy()
    a.undo()
    merge(copy, a)
    assert value(copy) is None

    assert (merge(copy, b), value(copy)) == (False, 2)


def test_what_was_undone_where_others_have_it_already_comes_back_by_merging_again():
    a, b = rooms(2)
    answer(b, 2)
    merge(a, b)
    a.answer(("REC-02", "org-m1"), value=level(1))
    merge(b, a)
    a.undo()
    a.undo()

    assert (merge(a, b), value(a)) == (False, 2)
    assert (merge(b, a), value(b)) == (False, 2)


def test_undoing_what_settled_a_conflict_asks_again_where_others_know_it():
    a, b = rooms(2)
    answer(a, 1)
    answer(b, 2)
    merge(a, b, theirs)
    a.answer(("REC-02", "org-m1"), value=level(1))
    merge(b, a)
    a.undo()
    a.undo()

    assert (value(a), merge(a, b, theirs), value(a)) == (1, True, 2)


def test_files_of_equal_knowledge_have_nothing_to_merge():
    a, b = rooms(2)
    answer(a, 2)
    merge(b, a)

    assert changes_nothing(compare(b.side, a.side))
    assert changes_nothing(compare(a.side, a.copy().side))


def test_a_copy_restored_from_an_older_day_goes_on_by_itself():
    a, _ = rooms(2)
    answer(a, 1)
    backup = a.copy()
    answer(a, 2)
    backup.answer(("REC-02", "org-m1"), value=level(5))

    assert (merge(backup, a), value(backup)) == (False, 2)


def test_the_same_answer_by_chance_is_no_agreement():
    a, b, c = rooms(3)
    answer(a, 1)
    c.answer(("REC-02", "org-m1"), value=level(1))
    merge(a, c)
    answer(c, 1)
    merge(b, c)
    answer(a, 2)

    assert merge(a, b)


def test_what_both_held_once_they_knew_as_much_is_common_ground():
    a, b, c = rooms(3)
    answer(a, 7)
    answer(c, 5)
    merge(c, a, ours)
    merge(a, c)
    merge(b, c)
    answer(b, 6)

    assert (value(a), merge(a, b), value(a)) == (5, False, 6)


def taken_back_elsewhere(number_before=None):
    """A took B's answer, C followed A, and A and then C took it back."""
    a, b, c = rooms(3)
    if number_before is not None:
        answer(a, number_before)
    answer(b, 2)
    merge(a, b, theirs)
    merge(c, a)
    a.undo()
    merge(c, a)
    return a, b, c


def test_a_merge_taken_back_elsewhere_takes_nothing_from_who_decided():
    _, b, c = taken_back_elsewhere()
    assert value(c) is None

    assert (merge(b, c), value(b)) == (False, 2)
    assert (merge(c, b), value(c)) == (False, 2)


def test_where_somebody_had_decided_what_came_back_that_is_asked():
    _, b, c = taken_back_elsewhere(number_before=1)
    assert value(c) == 1

    assert merge(b, c, ours)
    assert (merge(b, c), merge(c, b), value(c)) == (False, False, 2)


def test_a_merge_that_carries_a_taking_back_on_is_no_decision_either():
    _, b, c = taken_back_elsewhere()
    (d,) = rooms(1)
    d = b.copy()
    answer(d, 3)
    d.undo()
    merge(d, c)

    assert (merge(b, d), value(b)) == (False, 2)


def test_who_took_a_cleared_answer_over_is_not_overruled():
    a, b, c = rooms(3)
    answer(a, 1)
    b = a.copy()
    answer(b, 2)
    a.undo()
    merge(a, b, theirs)
    merge(c, a)
    a.undo()
    merge(c, a)

    assert value(c) is None
    assert (merge(b, c), value(b)) == (False, None)


def test_what_one_had_parked_anew_before_that_came_back_stays_parked_unasked():
    (a,) = rooms(1)
    a.answer(PAIR, parked=True)
    b, c = a.copy(), a.copy()
    a.answer(PAIR, parked=False)
    a.answer(PAIR, parked=True)
    b.answer(PAIR, parked=False)
    a.merge(b)
    assert a.row("answer", PAIR)["parked"] is False
    c.merge(a)
    a.undo()
    c.merge(a)

    assert b.merge(c).conflicts == ()
    assert b.row("answer", PAIR)["parked"] is True
