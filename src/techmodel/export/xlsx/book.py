"""The workbook in the making: cells with styles, formulas with their values, safe texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from techmodel.export.text import clean, is_live
from techmodel.export.xlsx.package import new_workbook, paint
from techmodel.export.xlsx.style import named_styles

if TYPE_CHECKING:
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.layout import Layout

MAX_LETTERS = 32_767
"""UTF-16 units a cell can hold."""
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet would read as the code of a character."""

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, beginning with "=", and the value it has now; "" shows nothing."""

    text: str
    value: str | float | date


@dataclass(frozen=True, slots=True)
class Styled:
    """A content with a style of its own instead of its column's."""

    content: Value | Formula
    style: str


Content = Value | Formula | Styled


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that was too long for a cell: where, and how many characters were left out."""

    sheet: str
    cell: str
    left_out: int


@dataclass
class Book:
    """A workbook in the making.

    `stored` holds the value of every formula by sheet and (row, column); `cuts` the texts that did
    not fit into a cell.
    """

    facts: Facts
    layout: Layout
    workbook: Workbook = field(default_factory=new_workbook)
    stored: dict[str, dict[tuple[int, int], str | float | date]] = field(default_factory=dict)
    described: dict[str, str] = field(default_factory=dict)
    cuts: list[Cut] = field(default_factory=list)
    _styles: dict[str, StyleArray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the styles known to the workbook."""
        for style in named_styles():
            self.workbook.add_named_style(style)
            self._styles[style.name] = style.as_tuple()

    def sheet(self, title: str) -> Worksheet:
        """A new sheet at the end."""
        sheet: Worksheet = self.workbook.create_sheet(title)
        sheet.sheet_view.showGridLines = False
        self.stored[title] = {}
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, content: Content, style: str) -> None:
        """Write one cell; text is written as text, whatever it begins with."""
        if isinstance(content, Styled):
            style = content.style
            content = content.content
        cell = sheet.cell(row, column)
        live = False
        if isinstance(content, Formula):
            cell.value = content.text
            value = content.value
            self.stored[sheet.title][row, column] = (
                safe(value) if isinstance(value, str) else value
            )
        elif isinstance(content, str):
            text = self._fitted(sheet.title, row, column, content)
            live = is_live(text)
            cell.value = text or None
            cell.data_type = "s" if text else "n"
        else:
            cell.value = content
        paint(cell, self._styles[style], quoted=live)

    def name(self, name: str, reference: str) -> None:
        """Give a range a name that formulas and drop-downs use."""
        self.workbook.defined_names[name] = DefinedName(name, attr_text=reference)

    def _fitted(self, sheet: str, row: int, column: int, text: str) -> str:
        text = safe(text)
        if len(text) * 2 <= MAX_LETTERS:
            return text
        units = text.encode("utf-16-le")
        if len(units) <= MAX_LETTERS * 2:
            return text
        kept = units[: MAX_LETTERS * 2].decode("utf-16-le", "ignore")
        place = f"{get_column_letter(column)}{row}"
        self.cuts.append(Cut(sheet, place, len(text) - len(kept)))
        return kept


def safe(text: str) -> str:
    """The text as a cell can carry it: cleaned, and with codes of characters kept as they are."""
    return _ESCAPE.sub("_x005F_", clean(text))
