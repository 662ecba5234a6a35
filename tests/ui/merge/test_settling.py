"""What was chosen counts as long as both files say the same."""

from dataclasses import replace

import pytest

from techmodel.core.merge_parts import Choice, Conflict, Merge, Same, SameName
from techmodel.ui.merge.settling import Settling

ONE = Conflict(("answer", ("A", "o")), ("value",), None, {"value": 1}, {"value": 2}, None, None)
TWO = replace(ONE, row=("answer", ("B", "o")))
NAME = SameName("Hill Practice", "o1", "o2")
NOTHING = Merge((), (), (), (), (), (), ())


class Files:
    """Two files whose differences a test changes."""

    def __init__(self, *conflicts, names=()):
        self.conflicts, self.names = conflicts, names

    def __call__(self, same):
        names = tuple(n for n in self.names if n.theirs not in same)
        more = (TWO,) if Same.ONE in same.values() else ()
        return replace(NOTHING, conflicts=(*self.conflicts, *more), same_names=names)


@pytest.fixture
def files():
    return Files(ONE, TWO)


@pytest.fixture
def settling(files):
    return Settling(files)


def test_nothing_is_settled_at_first(settling):
    assert (settling.left, settling.begun, settling.choices) == (2, False, {})


def test_a_choice_settles_and_can_be_another(settling):
    settling.choose(ONE, Choice.OURS)
    settling.choose(ONE, {"parked": True})

    assert settling.choices == {ONE.row: {"parked": True}}
    assert (settling.left, settling.begun) == (1, True)


def test_opening_again_takes_the_choice_back(settling):
    settling.choose(ONE, Choice.OURS)
    settling.open_again(ONE)
    settling.open_again(TWO)

    assert settling.left == 2


def test_a_choice_counts_only_for_what_it_was_made_for(settling, files):
    settling.choose(ONE, Choice.OURS)
    files.conflicts = (replace(ONE, ours={"value": 5}), TWO)
    dropped = settling.look_again()
    without = settling.choices
    files.conflicts = (ONE, TWO)

    assert (dropped, without) == (1, {})
    assert settling.look_again() == 0
    assert settling.choices == {ONE.row: Choice.OURS}


def test_a_conflict_that_is_gone_is_a_choice_that_does_not_fit(settling, files):
    settling.choose(ONE, Choice.OURS)
    files.conflicts = (TWO,)

    assert settling.look_again() == 1
    assert settling.items == (TWO,)


def test_a_rule_settles_only_what_is_open(settling):
    settling.choose(ONE, Choice.OURS)
    settling.settle_rest(Choice.THEIRS)

    assert settling.choices == {ONE.row: Choice.OURS, TWO.row: Choice.THEIRS}
    assert settling.ruled == 1


def test_a_rule_is_taken_back_but_for_what_was_settled_since(settling):
    settling.settle_rest(Choice.THEIRS)
    settling.choose(TWO, Choice.OURS)
    settling.take_rule_back()

    assert settling.choices == {TWO.row: Choice.OURS}
    assert settling.ruled == 0


def test_names_come_first_and_no_rule_settles_them():
    settling = Settling(Files(ONE, names=(NAME,)))
    settling.settle_rest(Choice.OURS)

    assert settling.items == (NAME, ONE)
    assert settling.left == 1
    assert settling.same_of(NAME) is None


def test_one_organisation_may_bring_more_to_settle():
    settling = Settling(Files(ONE, names=(NAME,)))
    settling.decide(NAME, Same.ONE)

    assert settling.items == (NAME, ONE, TWO)
    assert settling.same == {"o2": Same.ONE}
    settling.open_again(NAME)
    assert settling.items == (NAME, ONE)
    assert settling.same == {}


def test_a_name_that_is_no_question_any_more_is_forgotten_in_what_is_merged():
    files = Files(ONE, names=(NAME,))
    settling = Settling(files)
    settling.decide(NAME, Same.TWO)
    files.names = ()
    settling.look_again()

    assert settling.same == {}
    assert settling.items == (ONE,)
