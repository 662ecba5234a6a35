"""The Gantt of the report: projects as bars on a calendar, in parts that fit a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.palette import LIGHT
from techmodel.export.gantt_axis import Axis
from techmodel.export.gantt_signs import SIZE, Found, Look, clear, diamond, flag, key, stretch
from techmodel.export.logic_chart import wrapped
from techmodel.export.shapes import Box, Chart, Label, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from techmodel.export.gantt_signs import Bar
    from techmodel.export.logic_chart import Measure
    from techmodel.export.shapes import Shape

_LABELS, _LEADING, _PAD, _KEY = 204.0, 11.0, 2.5, 22.0
"""The width of the names; between lines, above and below in a row; the height of the key."""
_MOST_LINES = 8
"""A name with more lines than this goes on in the table only."""


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under a head."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """From which day to which the chart reaches, both included, and which day is today."""

    first: date
    last: date
    today: date


@dataclass(frozen=True, slots=True)
class _Row:
    """A head (without a bar) or a bar with the lines of its name."""

    lines: tuple[str, ...]
    bar: Bar | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * _LEADING + 2 * _PAD


class GanttDrawing:
    """Draws groups of bars, as wide as said.

    Args:
        calendar: from when to when.
        width: points.
        measure: how wide a text is in a size of points.
    """

    def __init__(self, calendar: Calendar, width: float, measure: Measure) -> None:
        self._calendar, self._width, self._measure = calendar, width, measure
        self._axis = Axis(calendar.first, calendar.last, _LABELS + 6, width - 1)

    def charts(self, groups: Sequence[Group], most: float) -> tuple[Chart, ...]:
        """The groups as charts that are at most so high; a group that is cut repeats its head."""
        ids = [bar.id for group in groups for bar in group.bars]
        self._indent = 6 + max((self._measure(i, SIZE, bold=True) for i in ids), default=0.0)
        room = most - self._axis.HEIGHT - _KEY
        parts: list[list[_Row]] = [[]]
        for group in groups:
            head = _Row((group.name,))
            rows = [self._row(bar) for bar in group.bars]
            first = head.height + (rows[0].height if rows else 0)
            if sum(r.height for r in parts[-1]) + first > room and parts[-1]:
                parts.append([])
            parts[-1].append(head)
            for row in rows:
                if sum(r.height for r in parts[-1]) + row.height > room:
                    parts.append([_Row((f"{group.name}, continued",))])
                parts[-1].append(row)
        return tuple(self._chart(rows) for rows in parts if rows)

    def _row(self, bar: Bar) -> _Row:
        def wide(text: str) -> float:
            return self._measure(text, SIZE, bold=False)

        lines = wrapped(bar.name, _LABELS - self._indent, wide)
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 1], "…"]
        return _Row(tuple(lines) or ("",), bar)

    def _chart(self, rows: Sequence[_Row]) -> Chart:
        foot = self._axis.HEIGHT + sum(row.height for row in rows)
        shapes = [*self._axis.heads(), *self._axis.grid(foot)]
        today = self._axis.x(self._calendar.today)
        if today is not None:
            shapes.append(Line(((today, self._axis.HEIGHT - 4), (today, foot)), LIGHT.ink, 1))
        y = self._axis.HEIGHT
        for row in rows:
            shapes += self._painted(row, y)
            y += row.height
        shapes.append(Line(((0, foot), (self._width, foot)), LIGHT.line, 0.6))
        bars = [row.bar for row in rows if row.bar]
        shapes += key(self._found(bars, today is not None), foot + 6, self._measure)
        alt = "Gantt. " + " ".join(f"{bar.words}." for bar in bars)
        return Chart(self._width, foot + _KEY, tuple(shapes), alt)

    def _painted(self, row: _Row, top: float) -> Iterator[Shape]:
        bar, y = row.bar, top + _PAD + SIZE - 0.5
        if bar is None:
            yield Box(0, top, self._width, row.height, LIGHT.sunken)
            yield Label(3, y, row.lines[0], SIZE, LIGHT.ink, bold=True)
            return
        yield Line(((0, top), (self._width, top)), LIGHT.rule, 0.5)
        yield Label(3, y, bar.id, SIZE, LIGHT.ink2, bold=True)
        for n, line in enumerate(row.lines):
            yield Label(self._indent, y + n * _LEADING, line, SIZE, LIGHT.ink)
        yield from self._bar(bar, top + row.height / 2)

    def _bar(self, bar: Bar, middle: float) -> Iterator[Shape]:
        axis = self._axis
        if bar.start is None or bar.end is None:
            yield from self._clear(axis.left + 2, middle + 3, bar.beside)
            return
        left, right = axis.edge(bar.start), axis.edge(bar.end, after=True)
        wide = max(right - left, 1.5)
        yield from stretch(bar.look, bar.done, left, middle, wide)
        yield from self._marks(bar, middle)
        yield from self._beside(bar, left, left + wide, middle + 3)

    def _marks(self, bar: Bar, middle: float) -> Iterator[Shape]:
        for day in bar.duties:
            if (x := self._axis.x(day)) is not None:
                yield from clear(diamond(x, middle))
        if bar.finish_by and (x := self._axis.x(bar.finish_by)) is not None:
            yield from clear(flag(x, middle))

    def _beside(self, bar: Bar, left: float, right: float, y: float) -> Iterator[Shape]:
        """What stands after the bar; before it, or on it, where there is no room."""
        wide = self._measure(bar.beside, SIZE, bold=False)
        marks = [*bar.duties, *([bar.finish_by] if bar.finish_by else [])]
        places = [x for day in marks if (x := self._axis.x(day)) is not None]
        after = max([right, *(x + 5 for x in places if right - 6 < x < right + wide + 10)])
        if after + 4 + wide <= self._width:
            yield from self._clear(after + 4, y, bar.beside)
            return
        before = min([left, *(x - 5 for x in places if left - wide - 10 < x < left + 6)])
        if before - 4 - wide >= self._axis.left:
            yield from self._clear(before - 4 - wide, y, bar.beside)
            return
        colour = LIGHT.surface if bar.look is Look.CRITICAL else LIGHT.ink
        yield Label(right - 4, y, bar.beside, SIZE, colour, anchor="end")

    def _clear(self, x: float, y: float, text: str) -> Iterator[Shape]:
        """A text with no line of the calendar through it."""
        yield Box(x - 1, y - 8, self._measure(text, SIZE, bold=False) + 2, 10, LIGHT.surface)
        yield Label(x, y, text, SIZE, LIGHT.ink2)

    def _found(self, bars: Sequence[Bar], today: bool) -> Found:
        """Which looks and signs the bars have."""
        dated = [bar for bar in bars if bar.start]
        fixed = (bar.finish_by for bar in dated if bar.finish_by)
        return Found(
            frozenset(bar.look for bar in dated),
            any(bar.done for bar in dated),
            any(self._axis.x(day) is not None for bar in dated for day in bar.duties),
            any(self._axis.x(day) is not None for day in fixed),
            today,
        )
