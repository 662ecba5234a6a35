"""What every list has: header, rows, a real table, widths, heights, and how it prints."""

from __future__ import annotations

import math
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo

from techmodel.core.sheets import ColumnKind
from techmodel.export.xlsx.book import Formula, Styled
from techmodel.export.xlsx.style import FONT, head_for, style_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.sheets import Column
    from techmodel.core.sheets import Sheet as ListSheet
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content

    Row = Mapping[str, Content]

NARROWEST = 8
_WIDTHS = {
    ColumnKind.ID: (10, 38),
    ColumnKind.NAME: (12, 28),
    ColumnKind.TEXT: (14, 44),
    ColumnKind.LONG: (14, 60),
    ColumnKind.WORD: (10, 16),
    ColumnKind.NUMBER: (NARROWEST, 22),
    ColumnKind.DATE: (13, 13),
    ColumnKind.MONEY: (11, 11),
}
_HIGHEST = 409
"""Points a row can have."""
_DENSITY = 1.1
"""Letters of running text in the width of a digit; two more a line are lost at its end."""
_CAPITALS = 1.2
"""How much wider capitals are."""
_DETAIL_LINES = 2
"""Lines that workings may ask for, so that they do not stretch what is read and printed."""


def write_list(book: Book, kind: ListSheet, block: Block, rows: Sequence[Row]) -> Worksheet:
    """Write a sheet that is one list: table, frozen header, sizes and print set-up."""
    sheet = book.sheet(kind.title)
    write_table(book, sheet, block, kind.columns, rows)
    name_table(sheet, block, kind.table)
    freeze(sheet)
    printed = [c.id for c in kind.columns if not c.detail]
    set_print(sheet, block.number(printed[-1]))
    return sheet


def write_table(
    book: Book, sheet: Worksheet, block: Block, columns: Sequence[Column], rows: Iterable[Row]
) -> None:
    """Write header and rows, name them as a table, and size what a list sheet has to itself.

    `columns` are those of the block in order; a row maps column ids to contents, missing ones stay
    empty.
    """
    written = spread(columns, rows)
    write_rows(book, sheet, block, columns, written)
    widths = [fit(c, (row[n] for row in written)) for n, c in enumerate(columns)]
    for number, width in enumerate(widths, block.left):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.row_dimensions[block.top].height = head_height(columns, widths)
    most = [_DETAIL_LINES if c.detail else _HIGHEST for c in columns]
    for at, cells in enumerate(written, block.first):
        sheet.row_dimensions[at].height = height(cells, widths, most)


def spread(columns: Sequence[Column], rows: Iterable[Row]) -> list[list[Content]]:
    """The cells of each row in the order of the columns; one empty row where there are none."""
    empty: list[Content] = [None] * len(columns)
    return [[row.get(c.id) for c in columns] for row in rows] or [empty]


def write_rows(
    book: Book,
    sheet: Worksheet,
    block: Block,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Content]],
) -> None:
    """Write header and rows at the place of the block, without sizing anything."""
    styles = [style_for(c.kind, editable=c.editable) for c in columns]
    for number, column in enumerate(columns, block.left):
        book.put(sheet, block.top, number, column.header, head_for(column.kind))
    for at, row in enumerate(rows, block.first):
        for number, (content, style) in enumerate(zip(row, styles, strict=True), block.left):
            book.put(sheet, at, number, content, style)


def name_table(sheet: Worksheet, block: Block, name: str) -> None:
    """Make the block a real table, which brings the filter."""
    table = Table(displayName=name, name=name, ref=block.area)
    table.tableStyleInfo = TableStyleInfo(name=None, showRowStripes=False)
    sheet.add_table(table)


def freeze(sheet: Worksheet, cell: str = "B2") -> None:
    """Keep in sight what stands above and left of the cell: header row and id."""
    sheet.freeze_panes = cell


def set_print(sheet: Worksheet, last_column: int, header_row: int = 1) -> None:
    """Landscape A4, one page wide, the header on every page, page and file in the footer."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", 9
    setup.fitToWidth, setup.fitToHeight = 1, 0
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.5, 0.6, 0.3
    if header_row:
        sheet.print_title_rows = f"{header_row}:{header_row}"
    last_row = max(1, sheet.max_row)
    sheet.print_area = f"A1:{get_column_letter(last_column)}{last_row}"
    sheet.HeaderFooter.oddFooter = _footer()


def _footer() -> HeaderFooterItem:
    footer = HeaderFooterItem()
    for part, text in (
        (footer.left, "&F"),
        (footer.center, "&A"),
        (footer.right, "Page &P of &N"),
    ):
        part.text, part.size, part.font = text, 8, f"{FONT},Regular"
    return footer


def fit(column: Column, contents: Iterable[Content]) -> float:
    """A width that suits header and contents, 8 to 60 letters."""
    narrowest, widest = _WIDTHS.get(column.kind, (NARROWEST, 12))
    words = column.header.split()
    needed = max((len(word) for word in words), default=0) + 3
    for content in contents:
        needed = max(needed, math.ceil(_longest(content)) + 2 + (column.kind is ColumnKind.WORD))
        if needed >= widest:
            break
    return max(NARROWEST, min(max(needed, narrowest), widest))


def height(
    row: Sequence[Content], widths: Sequence[float], most: Sequence[int] | None = None
) -> float:
    """Points a row needs so that wrapped text shows in every program (tech.md 4.2).

    `most` limits how many lines each cell may ask for.
    """
    wanted = [_lines(c, w) for c, w in zip(row, widths, strict=True)]
    lines = max(map(min, wanted, most) if most else wanted)
    return min(_HIGHEST, 13.5 * lines + 2)


def head_height(columns: Sequence[Column], widths: Sequence[float]) -> float:
    """Points a header row needs: bold words, never broken, with room for the filter's button."""
    lines = [
        len(wrap(c.header, max(1, int(w) - 2), break_long_words=False))
        for c, w in zip(columns, widths, strict=True)
    ]
    return 13.5 * max(lines) + 4


def raise_row(sheet: Worksheet, row: int, points: float) -> None:
    """Make a row at least so high; blocks side by side share their rows."""
    dimension = sheet.row_dimensions[row]
    dimension.height = max(points, dimension.height or 0)


def _lines(content: Content, width: float) -> int:
    """Lines of wrapped text; a word that hardly fits a line leaves much of another one empty."""
    lines = 0
    for part in _shown(content).split("\n"):
        lines += max(1, math.ceil(_breadth(part) / (width * _DENSITY - 2)))
        if len(part) > width:
            lines += sum(len(word) > 0.8 * width for word in part.split())
    return lines


def _longest(content: Content) -> float:
    return max(map(_breadth, _shown(content).split("\n")))


def _breadth(part: str) -> float:
    """Letters of running text that take the place of a line; ids are in capitals, and wider."""
    return len(part) * _CAPITALS if part.isupper() else len(part)


def _shown(content: Content) -> str:
    """The text that a cell shows, roughly; numbers and dates never need more than their column."""
    if isinstance(content, Styled):
        content = content.content
    if isinstance(content, Formula):
        content = content.value
    if content is None or isinstance(content, (int, float, date)):
        return ""
    return content
