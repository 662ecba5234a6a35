"""Which limits of the capacity leave no room on a day of the plan (design.md 4.7)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techmodel.core.plan_tasks import Work
    from techmodel.core.schedule import Capacity, Schedule, Task

OVERALL = ""
"""Stands for the limit of everything at once; all others are roles and partners by their ids."""


class Limits:
    """The limits of a plan, and how much is in work under each on every day."""

    def __init__(self, work: Work, placed: Schedule, capacity: Capacity) -> None:
        """`placed` says when the tasks of `work` run under `capacity`."""
        self._most = dict(capacity.roles)
        if capacity.overall is not None:
            self._most[OVERALL] = capacity.overall
        self._work, self._placed = work, placed
        self._busy: dict[str, _Busy] = {}

    def most(self, limit: str) -> int:
        """How many may be in work at once under a limit. KeyError where there is none."""
        return self._most[limit]

    def full(self, task: Task, day: int) -> tuple[str, ...]:
        """The limits that leave no place for a task on a working day, OVERALL first."""
        mine = (limit for limit in _limits(task) if limit in self._most)
        return tuple(limit for limit in mine if self._counted(limit).on(day) >= self._most[limit])

    def _counted(self, limit: str) -> _Busy:
        """What is in work under a limit; counted when it is first wanted."""
        if limit not in self._busy:
            self._busy[limit] = _Busy(self._work, self._placed, limit)
        return self._busy[limit]


class _Busy:
    """How many tasks under a limit are in work on each day."""

    def __init__(self, work: Work, placed: Schedule, limit: str) -> None:
        runs = [placed.placed[t.id] for t in work.tasks if limit in _limits(t)]
        self._starts = sorted(run.start for run in runs)
        self._ends = sorted(run.end for run in runs)

    def on(self, day: int) -> int:
        """How many on a working day, counted from the plan's start."""
        return bisect_right(self._starts, day) - bisect_right(self._ends, day)


def _limits(task: Task) -> tuple[str, ...]:
    """The limits that a task may fall under."""
    return (OVERALL, *dict.fromkeys(task.roles)) if task.counts else ()
