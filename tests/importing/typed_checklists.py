"""A checklist's workbook to type into, without a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.importing.workbook import Sheet, Workbook, address

if TYPE_CHECKING:
    from techmodel.importing.workbook import Cell


class TypedChecklist:
    """The cells of a workbook, rows counted from 1."""

    def __init__(self, workbook: Workbook) -> None:
        self.pages = {sheet.name: [list(row) for row in sheet.rows] for sheet in workbook.sheets}

    def place(self, sheet: str, row: int, header: str) -> str:
        """A cell as sentences name it."""
        at = address(row, self.column(sheet, header) + 1)
        return f"{sheet}, row {row}, column {header} ({at}): "

    def column(self, sheet: str, header: str) -> int:
        """Where a column stands, from 0."""
        return self.pages[sheet][0].index(header)

    def type(self, sheet: str, row: int, header: str, value: Cell) -> str:
        """Type into a cell; its place."""
        page, column = self.pages[sheet], self.column(sheet, header)
        page += [[] for _ in range(row - len(page))]
        cells = page[row - 1]
        cells += [None] * (column + 1 - len(cells))
        cells[column] = value
        return self.place(sheet, row, header)

    def add(self, sheet: str, **cells: Cell) -> int:
        """Add a row, columns by their header with _ for a space; its number."""
        row = len(self.pages[sheet]) + 1
        for header, value in cells.items():
            self.type(sheet, row, header.replace("_", " "), value)
        return row

    def clear(self, *sheets: str) -> None:
        """Leave only the headers."""
        for sheet in sheets:
            del self.pages[sheet][1:]

    def workbook(self) -> Workbook:
        """The workbook as it would be read."""
        sheets = (Sheet(name, tuple(map(tuple, rows))) for name, rows in self.pages.items())
        return replace(Workbook("own.xlsx", ()), sheets=tuple(sheets))
