"""Writing the workbook's package: formulas with their values, nothing outside the one file."""

# ruff: noqa: SLF001 - openpyxl has no public way to store a formula's value, to describe a chart,
# to keep its temporary files in memory, to share a style, or to change the font of Normal

from __future__ import annotations

from copy import copy
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol, cast
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import Element, SubElement, whitespace

from techmodel.export.xlsx.style import font

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from xml.etree.ElementTree import Element as XmlElement

    from openpyxl.cell import Cell, MergedCell
    from openpyxl.drawing.graphic import GraphicFrame
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.book import Book

    Stored = Mapping[tuple[int, int], str | float | date]


_DAY_0 = date(1899, 12, 30).toordinal()


class Stream(Protocol):
    """Where openpyxl writes a sheet's XML, with or without lxml."""

    def write(self, element: XmlElement) -> None:
        """Write a whole element."""


def new_workbook() -> Workbook:
    """A workbook without sheets whose plain cells have our font too."""
    workbook: Any = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook._fonts[0] = font()
    workbook._named_styles["Normal"].font = font()
    made: Workbook = workbook
    return made


def paint(cell: Cell | MergedCell, style: StyleArray, *, quoted: bool) -> None:
    """Give a cell a style that other cells share, or a copy of it that marks text as text."""
    inner: Any = cell
    inner._style = style
    if quoted:
        inner._style = copy(style)
        inner.quotePrefix = True


def save(book: Book, path: Path) -> None:
    """Write the package; every formula carries its value (design.md 7). Raises OSError."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        _Package(book, archive).write_data()


class _Package(ExcelWriter):
    def __init__(self, book: Book, archive: ZipFile) -> None:
        super().__init__(book.workbook, archive)
        self._book = book
        self._zip = archive

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - its private parts are untyped
        ws._drawing = _Drawing(self._book.described.get(ws.title, ""))
        ws._drawing.charts = ws._charts
        ws._drawing.images = ws._images
        writer: Any = _Sheet(ws, self._book.stored[ws.title])
        writer.write()
        ws._rels = writer._rels
        self._zip.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


class _Drawing(SpreadsheetDrawing):
    __elements__ = SpreadsheetDrawing.__elements__

    def __init__(self, description: str) -> None:
        super().__init__()
        self._description = description

    def _chart_frame(self, idx: int) -> GraphicFrame:
        made: Any = super()._chart_frame(idx)  # type: ignore[misc]  # not in the stubs
        made.nvGraphicFramePr.cNvPr.descr = self._description
        frame: GraphicFrame = made
        return frame


class _Sheet(WorksheetWriter):
    def __init__(self, ws: Worksheet, stored: Stored) -> None:
        super().__init__(ws, BytesIO())
        self._rows = ws.row_dimensions
        self._stored = stored

    def write_row(self, xf: Stream, row: Iterable[Cell | MergedCell], row_idx: int) -> None:
        attributes = {"r": f"{row_idx}", **dict(self._rows.get(row_idx, {}))}
        element, sheet = Element("row", attributes), cast("Any", self.ws)
        for cell in row:
            element.append(_cell(cell, self._stored))
            if cell.comment:
                sheet._comments.append(CommentRecord.from_cell(cell))
        xf.write(element)


def _cell(cell: Cell | MergedCell, stored: Stored) -> XmlElement:
    """A cell as XML: text in line, numbers at full precision, formulas with their value."""
    element = Element("c", {"r": cell.coordinate, "s": f"{cell.style_id}"})
    value: object = cell.value
    if cell.data_type == "f":
        SubElement(element, "f").text = str(value)[1:]
        value = stored[cell.row or 0, cell.column or 0]
        if isinstance(value, str):
            element.set("t", "str")
        SubElement(element, "v").text = _number(value)
    elif isinstance(value, str):
        element.set("t", "inlineStr")
        text: Any = SubElement(SubElement(element, "is"), "t")
        text.text = value
        whitespace(text)
    elif value is not None:
        SubElement(element, "v").text = _number(value)
    return element


def _number(value: object) -> str:
    """A value as text; a date as spreadsheets count it: days since 30 December 1899."""
    return f"{value.toordinal() - _DAY_0 if isinstance(value, date) else value}"
