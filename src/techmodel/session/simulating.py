"""How sure the end of a plan is: simulating it in steps, so that a person can stop it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.schedule import Capacity
from techmodel.core.simulation import percentile, simulate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Terms

RUNS = 1_000
"""Runs of a simulation: P80 is then known to about a working week in a plan of three years."""
SEED = 20_261
"""The same plan gives the same answer, on every computer."""
_SLICE = 0.05
"""Seconds that a step takes; the window stays awake in between."""


@dataclass(frozen=True, slots=True)
class Spread:
    """When a plan may end.

    Attributes:
        runs: how many runs it comes from.
        half, most: the last day in half of the runs, and in four of five (P50, P80).
        in_time: the share of the runs that end no later than the plan says, 0 to 1.
    """

    runs: int
    half: date
    most: date
    in_time: float


def simulating(
    plan: Plan, terms: Terms, runs: int = RUNS, clock: Callable[[], float] = time.monotonic
) -> Iterator[tuple[int, ...]]:
    """The ends of the runs so far, in working days, after each step, until there are `runs`.

    A step takes about 50 ms, or one run where that takes longer. Stop iterating to cancel. Steps
    may run in another thread, one at a time.

    Args:
        plan: what is simulated, worked out under `terms`.
        terms: its capacity.
        runs: how many runs there are in the end.
        clock: seconds that only grow.
    """
    ends: list[int] = []
    drawn = simulate(plan.work, Capacity(terms.capacity, dict(terms.roles)), SEED)
    until = clock() + _SLICE
    while len(ends) < runs:
        ends.append(next(drawn))
        if clock() >= until:
            yield tuple(ends)
            until = clock() + _SLICE
    yield tuple(ends)


def find_spread(plan: Plan, ends: tuple[int, ...]) -> Spread:
    """When a plan may end, from the ends of runs; `ends` is not empty."""

    def day(share: float) -> date:
        return plan.days.day(max(0, percentile(ends, share) - 1))

    in_time = sum(end <= plan.placed.end for end in ends) / len(ends)
    return Spread(len(ends), day(0.5), day(0.8), in_time)
