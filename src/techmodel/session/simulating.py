"""How sure the end of a plan is: simulating it in steps, so that a person can stop it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from techmodel.core.schedule import Capacity
from techmodel.core.simulation import simulate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Terms

RUNS = 1_000
"""Runs of a simulation: P80 is then known to about a working week in a plan of three years."""
SEED = 20_261
"""The same plan gives the same answer, on every computer."""
_SLICE = 0.05
"""Seconds that a step takes; the window stays awake in between."""


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
