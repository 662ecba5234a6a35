"""The matrix of flows, for more organisations than a map can show: who sends, and who receives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from techmodel.core.palette import LIGHT
from techmodel.export.flow_signs import LEGEND, SIZE, chip, legend
from techmodel.export.logic_chart import wrapped
from techmodel.export.shapes import Box, Chart, Label, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from techmodel.core.flows import FlowCell, Way
    from techmodel.core.organisations import OrganisationId
    from techmodel.export.logic_chart import Measure
    from techmodel.export.shapes import Shape

CELL, NAMES = 18.4, 142.0
"""Points of a cell's side, and of the room for names."""
HEAD = 30.0
"""Points above the first row: what the columns are, and their numbers."""
COLUMNS, ROWS = 20, 32
"""How many organisations stand across and down one chart, so that it fits a page."""
FROM, TO = "From", "To, by the numbers of the rows"


class MatrixDrawing:
    """Draws who sends to whom, in as many charts as are needed to fit pages."""

    def __init__(
        self,
        cells: Mapping[Way, FlowCell],
        names: Sequence[tuple[OrganisationId, str]],
        measure: Measure,
    ) -> None:
        """What to draw.

        Args:
            cells: what goes each way.
            names: every organisation with what it is called here, in order.
            measure: how wide a text is in a size of points.
        """
        self._cells, self._names, self._measure = cells, tuple(names), measure

    def charts(self, alt: str) -> Iterator[Chart]:
        """The matrix in parts, each with its heads and legend; `alt` stands for the first."""
        count = len(self._names)
        for top in range(0, count, ROWS):
            for left in range(0, count, COLUMNS):
                rows = range(top, min(top + ROWS, count))
                columns = range(left, min(left + COLUMNS, count))
                part = f"Part of the matrix, from {_span(rows)} to {_span(columns)}."
                yield self._chart(rows, columns, part if top or left else alt)

    def _chart(self, rows: range, columns: range, alt: str) -> Chart:
        width = NAMES + COLUMNS * CELL
        foot = HEAD + len(rows) * CELL
        shapes: list[Shape] = [
            Label(0, HEAD - 6, FROM, SIZE, LIGHT.ink2, bold=True),
            Label(NAMES, SIZE, TO, SIZE, LIGHT.ink2, bold=True),
        ]
        for n, column in enumerate(columns):
            middle = NAMES + (n + 0.5) * CELL
            shapes.append(
                Label(
                    middle, HEAD - 6, f"{column + 1}", SIZE, LIGHT.ink2, bold=True, anchor="middle"
                )
            )
        for n, row in enumerate(rows):
            shapes += self._row(row, columns, HEAD + n * CELL)
        end = NAMES + len(columns) * CELL
        shapes.append(Line(((0, foot), (end, foot)), LIGHT.line, 0.6))
        shapes += legend(width, foot, self._measure)
        return Chart(width, foot + LEGEND, tuple(shapes), alt)

    def _row(self, row: int, columns: range, top: float) -> Iterator[Shape]:
        """The number and name of a sender, and what goes to each receiver."""
        end = NAMES + len(columns) * CELL
        yield Line(((0, top), (end, top)), LIGHT.rule, 0.5)
        base = top + CELL / 2 + 3.2
        sender, name = self._names[row]
        yield Label(14, base, f"{row + 1}", SIZE, LIGHT.ink2, bold=True, anchor="end")
        lines = self._lines(name)
        for n, line in enumerate(lines):
            low = base + SIZE * (n - (len(lines) - 1) / 2)
            yield Label(20, low, line, SIZE, LIGHT.ink)
        for n, column in enumerate(columns):
            x = NAMES + n * CELL
            if column == row:
                yield Box(x + 1, top + 1, CELL - 2, CELL - 2, LIGHT.sunken)
            elif cell := self._cells.get((sender, self._names[column][0])):
                yield from chip(cell, (x + CELL / 2, top + CELL / 2))

    def _lines(self, name: str) -> list[str]:
        """The name on one line or two; what does not fit is shown to be missing."""
        wide = partial(self._measure, size=SIZE, bold=False)
        first, *more = wrapped(name, NAMES - 26, wide) or [""]
        if len(more) < 2:
            return [first, *more]
        return [first, f"{more[0][:-1].rstrip()}…"]


def _span(numbers: range) -> str:
    return f"{numbers[0] + 1}–{numbers[-1] + 1}"
