"""Working days: counting them from a first day, over weekends, bank holidays and closed days."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_SATURDAY = 5
_DAY = timedelta(days=1)
LAST_YEAR = 2299
"""A plan that runs longer than this is not a plan; days beyond it are not counted."""


class WorkingDays:
    """Working days numbered from 0, the first one on or after a day, to the end of LAST_YEAR.

    Args:
        first: the day to begin with, before LAST_YEAR.
        closed: the days of a year on which nobody works, besides Saturdays and Sundays.
    """

    def __init__(self, first: date, closed: Callable[[int], Collection[date]]) -> None:
        self._closed = closed
        self._closed_in: dict[int, frozenset[date]] = {}
        self._next = first
        self._days: list[date] = []

    def day(self, number: int) -> date:
        """The working day of a number, from 0; the last one there is for numbers beyond it."""
        if number < len(self._days) or self.has(number):
            return self._days[number]
        return self._days[-1]

    def has(self, number: int) -> bool:
        """Whether there are so many working days that one has this number."""
        while len(self._days) <= number and self._next.year <= LAST_YEAR:
            self._add_year()
        return len(self._days) > number

    def number(self, day: date) -> int:
        """The number of the first working day on or after `day`; 0 for days before the first."""
        while self._next <= day and self._next.year <= LAST_YEAR:
            self._add_year()
        return bisect_left(self._days, day)

    def last_by(self, day: date) -> int:
        """The number of the last working day on or before `day`; -1 when there is none yet."""
        return self.number(day + _DAY) - 1

    def beginning(self, first: date) -> WorkingDays:
        """The same calendar, numbered from another day."""
        return WorkingDays(first, self._closed)

    def closed_between(self, first: date, last: date) -> tuple[date, ...]:
        """The days from Monday to Friday on which nobody works, both ends included."""
        days = (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
        return tuple(d for d in days if d.weekday() < _SATURDAY and not self._is_working(d))

    def on_or_after(self, day: date) -> date:
        """The first working day on or after a day, also before the first that is numbered."""
        while not self._is_working(day):
            day += _DAY
        return day

    def _is_working(self, day: date) -> bool:
        if day.year not in self._closed_in:
            self._closed_in[day.year] = frozenset(self._closed(day.year))
        return day.weekday() < _SATURDAY and day not in self._closed_in[day.year]

    def _add_year(self) -> None:
        """Take in the days up to the end of the next year not yet counted."""
        day, end = self._next, date(self._next.year + 1, 1, 1)
        while day < end:
            if self._is_working(day):
                self._days.append(day)
            day += _DAY
        self._next = end
