"""The cells of a report's tables as rich text and small drawings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from html import escape
from typing import TYPE_CHECKING

from techmodel.export.content.blocks import (
    Chip,
    LevelBar,
    Lines,
    Named,
    Ref,
    Share,
    ShareBar,
    Status,
    Ticks,
)
from techmodel.export.pdf import art
from techmodel.wording.phrases import Strong, pieces

if TYPE_CHECKING:
    from techmodel.export.shapes import Chart
    from techmodel.wording.phrases import Words


@dataclass(frozen=True, slots=True)
class Room:
    """How wide a cell is and how large its type, in points."""

    width: float
    size: float


@dataclass(frozen=True, slots=True)
class CellParts:
    """A cell: a drawing, if it has one, and after it rich text, if it has any."""

    html: str = ""
    chart: Chart | None = None


def words_html(words: Words) -> str:
    """Words with what stands out in semibold; nothing of theirs is taken for markup."""
    return "".join(
        f"<span style='font-weight:600'>{escape(piece)}</span>"
        if isinstance(piece, Strong)
        else escape(piece)
        for piece in pieces(words)
    )


@singledispatch
def cell_parts(cell: object, room: Room) -> CellParts:
    """A cell of a table, whatever it holds."""
    raise TypeError(f"no cell for {type(cell).__name__} in {room}")


@cell_parts.register(str)
@cell_parts.register(tuple)
def _words(cell: str | tuple[str, ...], _: Room) -> CellParts:
    return CellParts(words_html(cell))


@cell_parts.register
def _ref(cell: Ref, _: Room) -> CellParts:
    return CellParts(f"<a href='#{escape(cell.key, quote=True)}'>{words_html(cell.words)}</a>")


@cell_parts.register
def _named(cell: Named, _: Room) -> CellParts:
    return CellParts(f"<a name='{escape(cell.key, quote=True)}'></a>{words_html(cell.words)}")


@cell_parts.register
def _chip(cell: Chip, room: Room) -> CellParts:
    return CellParts(chart=art.chip(cell, room.size))


@cell_parts.register
def _level_bar(cell: LevelBar, room: Room) -> CellParts:
    return CellParts(chart=art.level_bar(cell, room.size))


@cell_parts.register
def _share(cell: Share, room: Room) -> CellParts:
    return CellParts(chart=art.share(cell, room.width, room.size))


@cell_parts.register
def _share_bar(cell: ShareBar, room: Room) -> CellParts:
    return CellParts(chart=art.share_bar(cell, room.width))


@cell_parts.register
def _status(cell: Status, _: Room) -> CellParts:
    return CellParts(f" {escape(cell.words)}", art.sign(cell.mark))


@cell_parts.register
def _ticks(cell: Ticks, room: Room) -> CellParts:
    return CellParts(chart=art.ticks(cell, room.size))


@cell_parts.register
def _lines(cell: Lines, room: Room) -> CellParts:
    return CellParts("<br>".join(cell_parts(part, room).html for part in cell.parts))
