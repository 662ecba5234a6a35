"""Writing the workbook's package: formulas with their values, nothing outside the one file."""

# ruff: noqa: SLF001 - openpyxl has no public way to store a formula's value, to describe a chart,
# to keep its temporary files in memory, or to change the font of the style Normal

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell._writer import write_cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import Element, SubElement

from techmodel.export.xlsx.style import font

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from xml.etree.ElementTree import Element as XmlElement

    from openpyxl.cell import Cell, MergedCell
    from openpyxl.drawing.graphic import GraphicFrame
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.book import Book

    Stored = Mapping[tuple[int, int], str | int | float]


class Stream(Protocol):
    """Where openpyxl writes a sheet's XML, with or without lxml."""

    def element(self, name: str, attributes: Mapping[str, str]) -> AbstractContextManager[None]:
        """An element around what is written meanwhile."""

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
        with xf.element("row", attributes):
            for cell in row:
                if cell.data_type == "f":
                    xf.write(_formula(cell, self._stored[row_idx, cell.column or 0]))
                elif cell.value is not None or cell.has_style:
                    write_cell(xf, self.ws, cell, cell.has_style)


def _formula(cell: Cell | MergedCell, value: str | int | float) -> XmlElement:
    attributes = {"r": cell.coordinate, "s": f"{cell.style_id}"}
    if isinstance(value, str):
        attributes["t"] = "str"
    element = Element("c", attributes)
    SubElement(element, "f").text = str(cell.value)[1:]
    SubElement(element, "v").text = str(value)
    return element
