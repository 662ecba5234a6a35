"""Working days: counting them from a first day, over weekends, bank holidays and closed days."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_SATURDAY = 5
LAST_YEAR = 2299
"""A plan that runs longer than this is not a plan; days beyond it are not counted."""


class WorkingDays:
    """Working days numbered from 0, the first one on or after a day.

    Args:
        first: the day to begin with.
        closed: the days of a year on which nobody works, besides Saturdays and Sundays.
    """

    def __init__(self, first: date, closed: Callable[[int], Collection[date]]) -> None:
        self._closed = closed
        self._next = first
        self._days: list[date] = []

    def day(self, number: int) -> date:
        """The working day of a number, from 0.

        Raises:
            OverflowError: it would be after the year LAST_YEAR.
        """
        while len(self._days) <= number:
            self._add_year()
        return self._days[number]

    def number(self, day: date) -> int:
        """The number of the first working day on or after `day`; 0 for days before the first.

        Raises:
            OverflowError: it would be after the year LAST_YEAR.
        """
        while not self._days or self._days[-1] < day:
            self._add_year()
        return bisect_left(self._days, day)

    def last_by(self, day: date) -> int:
        """The number of the last working day on or before `day`; -1 when there is none yet."""
        return self.number(day + timedelta(days=1)) - 1

    def _add_year(self) -> None:
        """Take in the days up to the end of the next year not yet counted."""
        if self._next.year > LAST_YEAR:
            raise OverflowError("the plan runs for centuries")
        closed = frozenset(self._closed(self._next.year))
        day, end = self._next, date(self._next.year + 1, 1, 1)
        while day < end:
            if day.weekday() < _SATURDAY and day not in closed:
                self._days.append(day)
            day += timedelta(days=1)
        self._next = end
