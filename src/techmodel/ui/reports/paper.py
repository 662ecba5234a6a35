"""A chapter of the report as rich text on white paper, in the sizes of the printed one."""

from __future__ import annotations

from functools import singledispatchmethod
from html import escape
from typing import TYPE_CHECKING

from techmodel.core.palette import LIGHT
from techmodel.export.content.blocks import (
    Align,
    Ask,
    Beside,
    Figure,
    Heading,
    Items,
    Legend,
    Prose,
    Table,
    Tone,
)
from techmodel.export.pdf import art
from techmodel.ui.reports.paper_cells import Room, cell_parts, words_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.export.content.blocks import Block, Cell, Column
    from techmodel.export.shapes import Chart
    from techmodel.wording.phrases import Words

WIDTH = 511.0
"""The width of the text of an A4 page of the report, in points."""
_HEADS = {1: 22.0, 2: 16.0, 3: 12.0}
_TONES = {Tone.BODY: 12.0, Tone.SMALL: 9.0, Tone.KICKER: 10.5, Tone.SUBTITLE: 10.5}
_COLOURS = {Tone.KICKER: LIGHT.accent, Tone.SMALL: LIGHT.ink2, Tone.SUBTITLE: LIGHT.ink2}
_CELL, _DENSE, _HEAD = 10.5, 9.5, 9.0
"""Sizes of type in points, as printed."""
_ACROSS = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTRE: "center"}


class Paper:
    """Turns blocks into the rich text that Qt shows.

    Attributes:
        charts: the drawings that the text refers to, as `chart:0`, `chart:1` and so on.
    """

    def __init__(self, scale: float) -> None:
        """`scale` is how many pixels a point takes."""
        self._scale = scale
        self.charts: list[Chart] = []

    def html(self, blocks: Iterable[Block]) -> str:
        """Blocks one after the other; those that only pages need come to nothing."""
        return "".join(self._html(block) for block in blocks)

    @singledispatchmethod
    def _html(self, block: object) -> str:
        return ""

    @_html.register
    def _heading(self, block: Heading) -> str:
        size = _HEADS[3] if block.small else _HEADS[block.level]
        name = f"<a name='{escape(block.key, quote=True)}'></a>" if block.key else ""
        style = f"{self._type(size)}; font-weight:600; margin:{self._px(12)}px 0 {self._px(4)}px 0"
        return f"<p style='{style}'>{name}{escape(block.words)}</p>"

    @_html.register
    def _prose(self, block: Prose) -> str:
        colour = _COLOURS.get(block.tone, LIGHT.ink)
        style = f"{self._type(_TONES[block.tone])}; color:{colour}; margin:0 0 {self._px(6)}px 0"
        return f"<p style='{style}'>{words_html(block.words)}</p>"

    @_html.register
    def _items(self, block: Items) -> str:
        tag = "ol" if block.numbered else "ul"
        return self._list(tag, block.items, 10.5 if block.small else 12.0)

    @_html.register
    def _ask(self, block: Ask) -> str:
        style = f"{self._type(12.0)}; font-weight:600; margin:0 0 {self._px(4)}px 0"
        title = f"<p style='{style}'>{escape(block.title)}</p>"
        inside = title + self._list("ol", block.items, 12.0)
        edge = f"<td width='{self._px(4)}' bgcolor='{LIGHT.accent}'></td>"
        body = f"<td bgcolor='{LIGHT.soft}' style='padding:{self._px(8)}px'>{inside}</td>"
        return f"<table width='100%' cellspacing='0' cellpadding='0'><tr>{edge}{body}</tr></table>"

    @_html.register
    def _beside(self, block: Beside) -> str:
        if not block.right:
            return self.html(block.left)
        share = round(block.share * 100)
        left, right = self.html(block.left), self.html(block.right)
        cells = f"<td width='{share}%'>{left}</td><td width='{100 - share}%'>{right}</td>"
        return f"<table width='100%' cellspacing='0' cellpadding='4'><tr>{cells}</tr></table>"

    @_html.register
    def _figure(self, block: Figure) -> str:
        return f"<p>{self._picture(block.chart)}</p>"

    @_html.register
    def _legend(self, _: Legend) -> str:
        return f"<p>{self._picture(art.legend(_HEAD))}</p>"

    @_html.register
    def _table(self, block: Table) -> str:
        size = _DENSE if block.dense else _CELL
        heads = "".join(self._head(column) for column in block.columns)
        rows = "".join(self._row(block, cells, size) for cells in block.rows)
        style = f"border-collapse:collapse; margin-bottom:{self._px(8)}px"
        top = f"<table width='100%' cellspacing='0' cellpadding='{self._px(2)}' style='{style}'>"
        return f"{top}<thead><tr>{heads}</tr></thead>{rows}</table>"

    def _head(self, column: Column) -> str:
        style = f"border-bottom:1px solid {LIGHT.line}"
        text = f"{self._type(_HEAD)}; font-weight:600; color:{LIGHT.ink2}"
        width, across = round(column.width * 100), _ACROSS[column.align]
        head = f"<span style='{text}'>{escape(column.head)}</span>"
        return f"<td width='{width}%' align='{across}' style='{style}'>{head}</td>"

    def _row(self, table: Table, cells: Iterable[Cell], size: float) -> str:
        made = []
        for column, cell in zip(table.columns, cells, strict=True):
            parts = cell_parts(cell, Room(column.width * WIDTH - 6, size))
            drawing = self._picture(parts.chart) if parts.chart else ""
            words = parts.html if column.align is Align.LEFT else _unbroken(parts.html)
            text = f"<span style='{self._type(size)}'>{words}</span>" if words else ""
            across, style = _ACROSS[column.align], f"border-bottom:1px solid {LIGHT.rule}"
            made.append(f"<td align='{across}' style='{style}'>{drawing}{text}</td>")
        return f"<tr>{''.join(made)}</tr>"

    def _list(self, tag: str, items: Iterable[Words], size: float) -> str:
        made = "".join(f"<li>{words_html(item)}</li>" for item in items)
        style = f"{self._type(size)}; margin:0; -qt-list-indent:1"
        return f"<{tag} style='{style}'>{made}</{tag}>"

    def _picture(self, chart: Chart) -> str:
        self.charts.append(chart)
        width, height = self._px(chart.width), self._px(chart.height)
        name = f"chart:{len(self.charts) - 1}"
        return f"<img src='{name}' width='{width}' height='{height}'>"

    def _type(self, points: float) -> str:
        return f"font-size:{max(1, self._px(points))}px"

    def _px(self, points: float) -> int:
        return round(points * self._scale)


def _unbroken(html: str) -> str:
    """Figures such as "58–65%" kept on one line."""
    return html.replace("–", "\N{WORD JOINER}–\N{WORD JOINER}")
