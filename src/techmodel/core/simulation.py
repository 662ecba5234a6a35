"""How sure the end of a plan is: many runs with durations drawn from their ranges."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from random import Random
from typing import TYPE_CHECKING

from techmodel.core.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.plan_tasks import Work
    from techmodel.core.schedule import Capacity, Task


def simulate(work: Work, capacity: Capacity, seed: int) -> Iterator[int]:
    """The end of the plan, in working days, of one run after the other, without end.

    Each duration is drawn from the triangle of its low, likely and high weeks; what is done of it
    already is taken off in the same measure. The same seed gives the same runs.
    """
    random = Random(seed)
    while True:
        drawn = [_drawn(task, work, random) for task in work.tasks]
        yield schedule(drawn, capacity).end


def _drawn(task: Task, work: Work, random: Random) -> Task:
    """A task with a duration drawn for it."""
    weeks = work.weeks.get(task.id)
    if weeks is None or not weeks.likely:
        return task
    share = random.triangular(weeks.low, weeks.high, weeks.likely) / weeks.likely
    return replace(task, days=ceil(task.days * share))


def percentile(ends: Sequence[int], share: float) -> int:
    """The number of days within which that share of the runs has ended; `ends` is not empty."""
    ordered = sorted(ends)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]
