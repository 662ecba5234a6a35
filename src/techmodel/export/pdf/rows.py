"""A row of a table: measured, placed, and cut in two only where it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.pdf.flow import MUCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable


class Row:
    """The cells of a row, with what is needed to place them; None where a cut row has no more."""

    def __init__(self, cells: Sequence[Flowable | None], pad: float) -> None:
        self.cells = tuple(cells)
        self.pad = pad
        self._heights: tuple[float, ...] = ()
        self._widths: tuple[float, ...] = ()
        self.height = 0.0

    def measure(self, widths: tuple[float, ...]) -> float:
        """Its height in columns of these widths (points, without the room at the sides)."""
        if widths != self._widths:
            self._widths = widths
            self._heights = tuple(
                c.wrap(w, MUCH)[1] if c else 0.0 for c, w in zip(self.cells, widths, strict=True)
            )
            self.height = max(self._heights, default=0.0) + 2 * self.pad
        return self.height

    def cut(self, room: float) -> tuple[Row, Row] | None:
        """The part that fits the room and the rest; None where a cell cannot be cut."""
        above: list[Flowable | None] = []
        below: list[Flowable | None] = []
        inside = room - 2 * self.pad
        for cell, wide, high in zip(self.cells, self._widths, self._heights, strict=True):
            parts = [cell] if high <= inside or not cell else cell.split(wide, inside)
            if not parts:
                return None
            above.append(parts[0])
            below.append(parts[1] if len(parts) > 1 else None)
        rows = Row(above, self.pad), Row(below, self.pad)
        for row in rows:
            row.measure(self._widths)
        return rows

    def draw(self, table: Flowable, lefts: Sequence[float], top: float, *, foot: bool) -> None:
        """Paint it below `top`: cells in the middle, at the foot, or in a tall row at the top."""
        for cell, x, high in zip(self.cells, lefts, self._heights, strict=True):
            if cell is None:
                continue
            spare = self.height - 2 * self.pad - high
            share = 1.0 if foot else 0.5 if self.height < 80 else 0.0
            cell.drawOn(table.canv, x, top - self.pad - spare * share - high)
