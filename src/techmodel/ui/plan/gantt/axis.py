"""The time axis that head, bars, load and target share: where a day stands, and its ticks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = timedelta(days=1)


class Scale(StrEnum):
    """What a column of the axis is; FIT shows the whole plan in columns that fit."""

    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"
    FIT = "fit"


PER_DAY = {Scale.WEEKS: 6.0, Scale.MONTHS: 1.7, Scale.QUARTERS: 0.75}
"""CSS pixels a day at 100 % text."""
LEAST, MOST = 0.02, 40.0
"""Pixels a day that zooming stays between."""
ZOOM = 1.25
"""How much wider a step of zooming makes a day."""
WEEK_FROM, MONTH_FROM, QUARTER_FROM = 3.6, 1.05, 0.24
"""CSS pixels a day from which a column is a week, a month, a quarter; below it is a year."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A column of the axis: from a day, to the day after its last, with its name."""

    first: date
    after: date
    name: str


class Axis(QObject):
    """Where days stand.

    Signals:
        changed(): days stand elsewhere.

    Attributes:
        first, last: the days from and to which it goes.
        per_day: pixels a day.
        offset: pixels by which it is scrolled.
        scale: as it was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.first, self.last = date(2026, 1, 1), date(2027, 12, 31)
        self.per_day, self.offset, self.scale = 1.0, 0, Scale.FIT
        self._width, self._factor = 600, 1.0

    @property
    def length(self) -> int:
        """All of it in pixels, at least what is seen."""
        return max(self._width, round(((self.last - self.first).days + 1) * self.per_day))

    @property
    def width(self) -> int:
        """The pixels that are seen."""
        return self._width

    def cover(self, first: date, last: date) -> None:
        """Go from the quarter of one day to that of another."""
        begin = quarter_start(first)
        end = next_quarter(quarter_start(max(first, last))) - DAY
        if (begin, end) != (self.first, self.last):
            shift = (self.first - begin).days
            self.first, self.last = begin, end
            self.offset = max(0, self.offset + round(shift * self.per_day))
        self._settle()

    def fit(self, width: int, factor: float) -> None:
        """Take up so many pixels, on a screen where text is `factor` times as large."""
        self._width, self._factor = max(1, width), factor
        self._settle()

    def choose(self, scale: Scale) -> None:
        """Show another scale; the day at the left stays there."""
        left = self.day(0)
        self.scale = scale
        if scale is not Scale.FIT:
            self.per_day = PER_DAY[scale] * self._factor
        self._settle(left)

    def zoom(self, steps: int, at: float = 0.0) -> None:
        """Make days wider (or narrower, below 0); the day at the pixel `at` stays there."""
        held = self.days(at)
        wide = self.per_day * ZOOM**steps
        self.per_day = min(MOST, max(LEAST, self._fitting(), wide))
        self.scale = self._named()
        self.offset = round(held * self.per_day - at)
        self._settle()

    def scroll(self, offset: int) -> None:
        """Scroll to so many pixels from the first day."""
        bounded = max(0, min(offset, self.length - self._width))
        if bounded != self.offset:
            self.offset = bounded
            self.changed.emit()

    def show(self, first: date, last: date) -> None:
        """Bring a stretch into view, its beginning if not all of it fits."""
        left, right = self.x(first), self.x(last + DAY)
        if left < 0 or right > self._width:
            self.scroll(round(self.offset + left - self._width * 0.1))

    def x(self, day: date) -> float:
        """The pixel at which a day begins."""
        return (day - self.first).days * self.per_day - self.offset

    def days(self, x: float) -> float:
        """How many days after the first one a pixel is."""
        return (x + self.offset) / self.per_day

    def day(self, x: float) -> date:
        """The day at a pixel."""
        return self.first + timedelta(days=int(self.days(x)))

    @property
    def unit(self) -> Scale:
        """What a column is: a week, a month, a quarter; FIT stands for years."""
        css = self.per_day / self._factor
        for scale, least in (
            (Scale.WEEKS, WEEK_FROM),
            (Scale.MONTHS, MONTH_FROM),
            (Scale.QUARTERS, QUARTER_FROM),
        ):
            if css >= least:
                return scale
        return Scale.FIT

    def ticks(self) -> Iterator[Tick]:
        """The columns in view, in order."""
        return ticks(self.unit, self.day(0), min(self.last, self.day(self._width)))

    def years(self) -> Iterator[Tick]:
        """The years in view; the months where a column is a week."""
        if self.unit is Scale.WEEKS:
            for month in self.months():
                yield Tick(month.first, month.after, f"{month.first:%B %Y}")
        else:
            yield from ticks(Scale.FIT, self.day(0), min(self.last, self.day(self._width)))

    def quarters(self) -> Iterator[Tick]:
        """The quarters in view."""
        return ticks(Scale.QUARTERS, self.day(0), min(self.last, self.day(self._width)))

    def months(self) -> Iterator[Tick]:
        """The months in view."""
        return ticks(Scale.MONTHS, self.day(0), min(self.last, self.day(self._width)))

    def _fitting(self) -> float:
        return self._width / max(1, (self.last - self.first).days + 1)

    def _named(self) -> Scale:
        """The scale that a width of days is called by after zooming."""
        return self.unit if self.unit is not Scale.FIT else Scale.QUARTERS

    def _settle(self, left: date | None = None) -> None:
        """Keep within bounds, with a day at the left edge if one is given."""
        if self.scale is Scale.FIT:
            self.per_day = self._fitting()
        if left is not None:
            self.offset = round((left - self.first).days * self.per_day)
        self.offset = max(0, min(self.offset, self.length - self._width))
        self.changed.emit()


def ticks(unit: Scale, first: date, last: date) -> Iterator[Tick]:
    """The columns from that of one day to that of another."""
    begin, following, name = _WAYS[unit]
    day = begin(first)
    while day <= last:
        after = following(day)
        yield Tick(day, after, name(day))
        day = after


def quarter_start(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def next_quarter(day: date) -> date:
    """The first day of the quarter after one that begins on `day`."""
    return date(day.year + (day.month + 2) // 12, (day.month + 2) % 12 + 1, 1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week_after(day: date) -> date:
    return day + timedelta(days=7)


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _year_start(day: date) -> date:
    return date(day.year, 1, 1)


def _year_after(day: date) -> date:
    return date(day.year + 1, 1, 1)


def _day_name(day: date) -> str:
    return str(day.day)


def _month_name(day: date) -> str:
    return f"{day:%b}"


def _quarter_name(day: date) -> str:
    return f"Q{(day.month + 2) // 3}"


def _year_name(day: date) -> str:
    return str(day.year)


_WAYS = {
    Scale.WEEKS: (_monday, _week_after, _day_name),
    Scale.MONTHS: (_month_start, _month_after, _month_name),
    Scale.QUARTERS: (quarter_start, next_quarter, _quarter_name),
    Scale.FIT: (_year_start, _year_after, _year_name),
}
"""Of each unit: the first day of the one of a day, that of the one after, and its name."""
