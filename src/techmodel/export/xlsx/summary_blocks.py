"""Writing the tables of Summary; the one about the progress since a round is here whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.sheets import Column, ColumnKind
from techmodel.export.xlsx.progress import progress_rows, progress_total
from techmodel.export.xlsx.rules import add_rules, notice_rule
from techmodel.export.xlsx.style import SECTION, style_for
from techmodel.export.xlsx.table import (
    head_height,
    height,
    name_table,
    spread,
    write_rows,
)
from techmodel.wording.numbers import british_date
from techmodel.wording.rounds import local_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content

    Row = Mapping[str, Content]

_WIDTHS = {1: 13, 2: 40, 8: 19, 12: 20}
_COLUMN = 13
_NUMBER, _SHARE, _WHOLE = ColumnKind.NUMBER, ColumnKind.SHARE, ColumnKind.WHOLE

_PROGRESS = (
    Column("id", "Id", ColumnKind.ID),
    Column("domain", "Domain", ColumnKind.NAME),
    Column("compared", "Compared", _WHOLE),
    Column("then_low", "Reached then, low", _SHARE),
    Column("then_high", "Reached then, high", _SHARE),
    Column("won", "Won", _NUMBER),
    Column("missing", "Missing then", _NUMBER),
    Column("progress", "Progress", _SHARE),
    Column("newly_known", "Newly known", _WHOLE),
    Column("lost", "No longer known", _WHOLE),
    Column("fell", "Fell", _WHOLE),
)


def width_of(number: int) -> float:
    """The width of a column of Summary."""
    return _WIDTHS.get(number, _COLUMN)


def write_block(
    book: Book, sheet: Worksheet, block: Block, columns: Sequence[Column], rows: Iterable[Row]
) -> None:
    """Write a table at its place, its rows as high as they need."""
    written = spread(columns, rows)
    write_rows(book, sheet, block, columns, written)
    widths = [width_of(block.left + n) for n in range(len(columns))]
    sheet.row_dimensions[block.top].height = head_height(columns, widths)
    for at, cells in enumerate(written, block.first):
        sheet.row_dimensions[at].height = height(cells, widths)


def write_total(
    book: Book, sheet: Worksheet, block: Block, columns: Sequence[Column], row: Row
) -> None:
    """Write the totals below a table, outside it so that filters leave them alone."""
    for column in columns:
        style = style_for(column.kind, total=True)
        number = block.number(column.id)
        book.put(sheet, block.last + 1, number, row.get(column.id), style)
    sheet.row_dimensions[block.last + 1].height = 16


def write_progress(book: Book, sheet: Worksheet) -> None:
    """Write the progress of every domain since a round, where one is compared with."""
    block, since = book.layout.progress, book.facts.report.since
    if block is None or since is None:
        return
    day = british_date(local_moment(since.round.at).date())
    heading = f"Progress since {since.round.name}, marked on {day}, against today’s targets"
    book.put(sheet, block.top - 1, 1, heading, SECTION)
    write_block(book, sheet, block, _PROGRESS, progress_rows(book.facts, book.layout, block))
    total = progress_total(book.facts, book.layout, block)
    write_total(book, sheet, block, _PROGRESS, total)
    name_table(sheet, block, "tblProgress")
    first = f"{block.letter('fell')}{block.first}"
    area = f"{first}:{block.letter('fell')}{block.last}"
    add_rules(sheet, area, [notice_rule(f"N({first})>0")])
