"""How much of a plan is in work at once, month by month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from techmodel.core.plan import Plan

_DAY = timedelta(days=1)


def find_load(plan: Plan) -> tuple[tuple[date, int], ...]:
    """(first day of a month, most steps in work on one of its days), from first to last month.

    A project without steps counts as one step; milestones, which take no time, do not count.
    """
    changes: dict[date, int] = {}
    for first, last in _runs(plan):
        changes[first] = changes.get(first, 0) + 1
        changes[last + _DAY] = changes.get(last + _DAY, 0) - 1
    return _by_month(sorted(changes.items()))


def peak(load: Sequence[tuple[date, int]]) -> tuple[int, date | None]:
    """The most in work at once, and the first month in which it is."""
    most = max((n for _, n in load), default=0)
    return most, next((day for day, n in load if n == most), None)


def _runs(plan: Plan) -> Iterator[tuple[date, date]]:
    """From when to when each step is worked on."""
    if plan.endless:
        return
    for planned in plan.projects:
        for step in planned.steps:
            if step.weeks.likely:
                yield step.start, step.end
        if not planned.steps and planned.start and planned.end and planned.weeks.likely:
            yield planned.start, planned.end


def _by_month(changes: Iterable[tuple[date, int]]) -> tuple[tuple[date, int], ...]:
    """The highest count in each month."""
    months: dict[date, int] = {}
    count, since = 0, None
    for day, more in changes:
        if since is not None:
            for month in _months(since, day - _DAY):
                months[month] = max(months.get(month, 0), count)
        count, since = count + more, day
    return tuple(sorted(months.items()))


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
