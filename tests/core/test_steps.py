"""Steps, what they need and how long they take: design.md 4.7 and 4.8."""

import pytest
from tests.core.builders import assessment, question

from techmodel.core.checklist import Effort, Weeks
from techmodel.core.gaps import find_gaps
from techmodel.core.steps import step_needs, steps_of, weeks_of


def steps(low, target, actions, generic=None):
    q = question([{"id": "REC-06", "actions": actions}], generic=generic or {})
    checklist = assessment(q).checklist
    return steps_of(checklist.capability("REC-06"), low, target, checklist.scoring)


@pytest.mark.parametrize(("level", "needs"), [(1, 1), (2, 1), (3, 2), (4, 3), (5, 3)])
def test_a_step_needs_one_level_less_of_its_prerequisites(level, needs):
    assert step_needs(level) == needs == max(1, min(level - 1, 3))


def test_a_gap_is_made_of_one_step_for_each_level():
    assert [step.id for step in steps(1, 3, {})] == ["REC-06:2", "REC-06:3"]


def test_there_is_no_step_at_or_above_the_target():
    assert steps(3, 3, {}) == steps(4, 3, {}) == ()


def test_its_own_action_goes_before_the_generic_one():
    (step,) = steps(0, 1, {1: "L"}, {1: "S"})

    assert (step.effort, step.generic, step.action.to_level) == (Effort.L, False, 1)


def test_the_generic_action_of_the_level_stands_in():
    (step,) = steps(0, 1, {2: "L"}, {1: "S"})

    assert (step.effort, step.generic, step.action.to_level) == (Effort.S, True, 1)


def test_without_any_action_the_band_is_m():
    (step,) = steps(0, 1, {})

    assert (step.effort, step.weeks, step.action) == (Effort.M, Weeks(6, 11, 16), None)


def test_weeks_are_those_of_all_steps():
    assert weeks_of(steps(0, 3, {1: "S", 2: "M", 3: "L"})) == Weeks(24, 43, 62)
    assert weeks_of(()) == Weeks(0, 0, 0)


def test_weeks_of_a_gap_count_from_the_low_end():
    q = question(
        [{"id": "A-1", "targets": {"M": 2}, "actions": {1: "S", 2: "S"}}],
        [{"id": "o1"}],
        {"A-1": ["?"]},
    )

    assert find_gaps(assessment(q)).of("A-1").weeks == Weeks(4, 8, 12)
