"""How the conditions for change stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.conditions import CONDITIONS, FACTOR

from techmodel.core.conditions import (
    Condition,
    condition_fields,
    condition_of,
    find_standing,
)

THREE = replace(
    CONDITIONS, factors=tuple(replace(FACTOR, id=id_, name=id_) for id_ in ("hope", "time", "aim"))
)


def given(**levels):
    return {id_: Condition(id_, level) for id_, level in levels.items()}


def ids(factors):
    return [factor.id for factor in factors]


def test_answered_conditions_come_lowest_first_and_ties_in_order():
    standing = find_standing(THREE, given(hope=4, time=1, aim=1))

    assert ids(factor for factor, _ in standing.answered) == ["time", "aim", "hope"]


def test_conditions_nobody_answered_are_told_apart_from_level_nought():
    standing = find_standing(THREE, given(time=0))

    assert (ids(standing.open), ids(standing.weak)) == (["hope", "aim"], ["time"])


@pytest.mark.parametrize(("level", "weak"), [(2, ["hope"]), (3, [])])
def test_a_condition_is_weak_up_to_level_two(level, weak):
    assert ids(find_standing(THREE, given(hope=level)).weak) == weak


def test_answers_to_conditions_that_are_no_more_are_passed_over():
    assert find_standing(THREE, given(gone=5)).answered == ()


def test_a_checklist_that_asks_for_none_has_none_to_answer():
    standing = find_standing(None, given(hope=1))

    assert (standing.count, standing.weak) == (0, ())


def test_an_answer_and_its_row_say_the_same():
    condition = Condition("hope", 3, "We asked around.")

    assert condition_of({"factor": "hope", **condition_fields(condition)}) == condition
