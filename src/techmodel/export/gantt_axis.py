"""The calendar along the top of the report's Gantt: years, and months or quarters below them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from techmodel.core.palette import LIGHT
from techmodel.export.shapes import Label, Line
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.export.shapes import Shape

_UNITS = (1, 3, 12, 60, 120)
"""Months between two lines."""
_LEAST, _NAMED, _YEAR = 8.0, 17.0, 24.0
"""Points between two lines at least, and those that the name of a month or a year needs."""
_SIZE = 9.0


@dataclass(frozen=True, slots=True)
class Axis:
    """Days placed between `left` and `right`, in points; `first` and `last` are both included."""

    first: date
    last: date
    left: float
    right: float

    HEIGHT = 27.0
    """Points of its heads."""

    def x(self, day: date) -> float | None:
        """Where a day begins; None outside of the axis."""
        return self.edge(day) if self.first <= day <= self.last else None

    def edge(self, day: date, *, after: bool = False) -> float:
        """Where a day begins, or ends with `after`; days outside stand at the ends."""
        whole = (self.last - self.first).days + 1
        passed = (day - self.first).days + after
        return self.left + (self.right - self.left) * min(max(passed, 0), whole) / whole

    @property
    def unit(self) -> int:
        """Months between two lines: as few as there is room for."""
        months = ((self.last - self.first).days + 1) / 30.44
        wide = (self.right - self.left) / months
        return next((u for u in _UNITS if u * wide >= _LEAST * (2 if u == 1 else 1)), _UNITS[-1])

    def heads(self) -> Iterator[Shape]:
        """The years, and below them the months where there is room."""
        unit = self.unit
        free = self.left
        for day in self._firsts(max(unit, 12)):
            start = max(self.edge(day), self.left)
            ends = self.edge(date(day.year + max(unit, 12) // 12, 1, 1))
            if min(ends, self.right) - start >= _YEAR and start >= free:
                yield Label(start + 2, 10, str(day.year), _SIZE, LIGHT.ink, bold=True)
                free = start + _YEAR
        if unit < 12:
            for day in self._firsts(unit):
                start = self.edge(day)
                room = self.edge(_months_later(day, unit)) - start
                if day >= self.first and room >= _NAMED - 1:
                    yield Label(start + 1.5, 22, short_date(day).split()[1], _SIZE, LIGHT.ink2)

    def grid(self, foot: float) -> Iterator[Shape]:
        """A line at every unit, a stronger one at every year."""
        for day in self._firsts(self.unit):
            if day >= self.first:
                x, new_year = self.edge(day), day.month == 1
                top = 2.0 if new_year else self.HEIGHT - 13
                colour = LIGHT.line if new_year else LIGHT.rule
                yield Line(((x, top), (x, foot)), colour, 0.6 if new_year else 0.5)

    def _firsts(self, months: int) -> Iterator[date]:
        """The first days of stretches of so many months, from the one that holds the first day."""
        day = date(self.first.year, 1, 1)
        while _months_later(day, months) <= self.first:
            day = _months_later(day, months)
        while day <= self.last:
            yield day
            day = _months_later(day, months)


def quarter_start(day: date) -> date:
    """The first day of the calendar quarter of a day."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarter_end(day: date) -> date:
    """The last day of the calendar quarter of a day."""
    return _months_later(quarter_start(day), 3) - timedelta(days=1)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
