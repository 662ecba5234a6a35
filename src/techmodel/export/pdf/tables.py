"""Tagged tables that run over pages: heads repeat, and no row is cut where that can be avoided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from techmodel.core.palette import LIGHT
from techmodel.export.content.blocks import Chip, Share
from techmodel.export.pdf.canvas import marked
from techmodel.export.pdf.cells import TurnedFlow, aligned, cell_flow
from techmodel.export.pdf.elements import Element, hex_text
from techmodel.export.pdf.flow import MUCH, TextFlow, longest_word
from techmodel.export.pdf.rows import Row
from techmodel.export.pdf.styles import CELLS, DENSE, HEAD, HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.export.content.blocks import Column, Table

_SIDE = 4.0
"""The room left and right of a cell's text."""

_SMALL = 0.27 * HEIGHT
"""A table lower than this is never cut."""

_TALL = 0.3 * HEIGHT
"""A row taller than this may be cut between pages; a lower one moves on whole."""


def table_flow(table: Table, parent: Element) -> TableFlow:
    """The table of the content as a flowable, tagged below `parent`."""
    element = Element("Table", parent)
    element.attributes = f"/O /Table /Summary {hex_text(table.about)}"
    style = DENSE if table.dense else CELLS
    narrow = [any(isinstance(r[n], Share | Chip) for r in table.rows) for n in _numbers(table)]
    heat = any(isinstance(cell, Share) for row in table.rows for cell in row)
    pad = 0.5 if heat else 8.0 if table.tall else 3.0 if table.dense else 4.0
    head = Head(table.columns, narrow, Element("TR", element))
    rows = []
    for cells in table.rows:
        tr = Element("TR", element)
        flows = []
        for n, (cell, column) in enumerate(zip(cells, table.columns, strict=True)):
            td = Element("TH" if table.named and n == 0 else "TD", tr)
            td.attributes = "/O /Table /Scope /Row" if td.role == "TH" else ""
            flows.append(cell_flow(cell, style, column.align, td))
        rows.append(Row(flows, pad))
    return TableFlow(head, rows)


def _numbers(table: Table) -> range:
    return range(len(table.columns))


class Head:
    """The heads of the columns: tagged the first time, decoration when they are repeated.

    Heads of `narrow` columns, of shares or chips, all read upwards where one would not fit.
    """

    def __init__(
        self, columns: Sequence[Column], narrow: Sequence[bool], element: Element | None
    ) -> None:
        self.columns, self.narrow = tuple(columns), tuple(narrow)
        total = sum(c.width for c in self.columns)
        self.shares = tuple(c.width / total for c in self.columns)
        self.sides = tuple(0.0 if n else _SIDE for n in self.narrow)
        self._turned = any(
            n and longest_word(TextFlow(c.head, HEAD)) > share * WIDTH - 2
            for c, n, share in zip(self.columns, self.narrow, self.shares, strict=True)
        )
        self.row = Row([self._cell(n, element) for n in range(len(self.columns))], 3.0)

    def again(self) -> Head:
        """The same for the next page."""
        return Head(self.columns, self.narrow, None)

    def _cell(self, number: int, row: Element | None) -> Flowable:
        column = self.columns[number]
        element = Element("TH", row) if row else None
        if element:
            element.attributes = "/O /Table /Scope /Column"
        turned = self._turned and self.narrow[number]
        style = HEAD if turned else aligned(HEAD, column.align)
        text = TextFlow(column.head, style, element)
        return TurnedFlow(text) if turned else text


class TableFlow(Flowable):
    """A table of the content. A part after the first repeats the heads as decoration."""

    def __init__(self, head: Head, rows: Sequence[Row]) -> None:
        super().__init__()
        self.head, self.rows = head, tuple(rows)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Measure every row."""
        del aH
        self.width = aW
        widths = [aW * share for share in self.head.shares]
        sides = self.head.sides
        self._lefts = [sum(widths[:n]) + side for n, side in enumerate(sides)]
        inside = tuple(w - 2 * side for w, side in zip(widths, sides, strict=True))
        self._above = self.head.row.measure(inside)
        self.height = self._above + sum(row.measure(inside) for row in self.rows)
        return aW, self.height

    def least(self, width: float) -> float:
        """The height of its heads and first two rows; of a tall first row only a part.

        A small table stays whole.
        """
        self.wrap(width, MUCH)
        if self.height <= _SMALL:
            return self.height
        return self._above + min(sum(row.height for row in self.rows[:2]), _TALL)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """The rows that fit and the rest; at least two rows stay together on either side."""
        self.wrap(aW, aH)
        if self.height <= _SMALL:
            return []
        room = aH - self._above
        fits = self._fitting(room)
        left = room - sum(row.height for row in self.rows[:fits])
        tall = self.rows[fits].height > _TALL
        cut = self.rows[fits].cut(left) if tall and left > _TALL / 2 else None
        if cut:
            return self._parts([*self.rows[:fits], cut[0]], [cut[1], *self.rows[fits + 1 :]])
        if fits == len(self.rows) - 1 and fits > 2 and not tall:
            fits -= 1
        enough = fits >= min(2, len(self.rows)) or aH > 0.9 * HEIGHT
        return self._parts(self.rows[:fits], self.rows[fits:]) if fits and enough else []

    def draw(self) -> None:
        """Paint heads, rows and rules."""
        top = self.height
        self.head.row.draw(self, self._lefts, top, foot=True)
        top -= self._above
        edges = [top]
        for row in self.rows:
            row.draw(self, self._lefts, top, foot=False)
            top -= row.height
            edges.append(top)
        with marked(self.canv, None):
            self.canv.setLineWidth(0.6)
            for n, y in enumerate(edges):
                self.canv.setStrokeColor(HexColor(LIGHT.rule if n else LIGHT.line))
                self.canv.line(0, y, self.width, y)

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The room below."""
        return 8

    def _fitting(self, room: float) -> int:
        """How many whole rows fit the room, never all."""
        used = 0.0
        for n, row in enumerate(self.rows):
            used += row.height
            if used > room:
                return n
        return len(self.rows) - 1

    def _parts(self, above: Sequence[Row], below: Sequence[Row]) -> list[Flowable]:
        return [TableFlow(self.head, above), TableFlow(self.head.again(), below)]
