"""Simulating the end of a plan in steps."""

from itertools import count, islice

from techmodel.core.plan_parts import Terms
from techmodel.core.spread import find_spread
from techmodel.session.simulating import simulating


def test_a_simulation_goes_on_in_steps_and_can_be_stopped(filled):
    ticks = count()
    steps = simulating(filled.plan.plan(), Terms(), 50, lambda: next(ticks) * 0.01)

    assert [len(ends) for ends in islice(steps, 3)] == [5, 10, 15]


def test_the_same_plan_gives_the_same_answer(filled):
    plan = filled.plan.plan()
    one, other = (list(simulating(plan, Terms(), 40))[-1] for _ in range(2))

    assert one == other
    assert len(one) == 40
    found = find_spread(plan, one)
    assert found.runs == 40
    assert plan.start < found.half <= found.most
    assert 0 <= found.in_time <= 1


def test_capacity_counts_in_simulations(filled):
    narrow = Terms(capacity=1)
    plan = filled.plan.plan(narrow)
    ends = list(simulating(plan, narrow, 5))[-1]

    assert min(ends) > filled.plan.plan().placed.end
