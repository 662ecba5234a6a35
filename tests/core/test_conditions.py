"""How the conditions for change stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.learnings import CONDITIONS, FACTOR

from techmodel.core.conditions import find_standing

THREE = replace(
    CONDITIONS, factors=tuple(replace(FACTOR, id=id_, name=id_) for id_ in ("hope", "time", "aim"))
)


def ids(factors):
    return [factor.id for factor in factors]


def test_answered_conditions_come_lowest_first_and_ties_in_order():
    standing = find_standing(THREE, {"hope": 4, "time": 1, "aim": 1})

    assert ids(factor for factor, _ in standing.answered) == ["time", "aim", "hope"]


def test_conditions_nobody_answered_are_told_apart_from_level_nought():
    standing = find_standing(THREE, {"time": 0})

    assert (ids(standing.open), ids(standing.weak)) == (["hope", "aim"], ["time"])


@pytest.mark.parametrize(("level", "weak"), [(2, ["hope"]), (3, [])])
def test_a_condition_is_weak_up_to_level_two(level, weak):
    assert ids(find_standing(THREE, {"hope": level}).weak) == weak


def test_answers_to_conditions_that_are_no_more_are_passed_over():
    assert find_standing(THREE, {"gone": 5}).answered == ()
