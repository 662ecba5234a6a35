"""The cells of one sheet, read in pieces and in order; the dimensions it declares are ignored."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techmodel.importing.cell_values import (
    DateStyle,
    Trouble,
    clean_text,
    iso_moment,
    moment,
    number,
    truth,
)
from techmodel.importing.limits import MAX_COLUMNS, MAX_ROWS
from techmodel.importing.workbook import address
from techmodel.importing.xml_stream import main
from techmodel.importing.zip_parts import damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from techmodel.core.errors import BadInput
    from techmodel.importing.workbook import Cell

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""Excel's own."""

_DATA, _ROW, _CELL = main("sheetData"), main("row"), main("c")
_VALUE, _FORMULA, _TEXT, _READING = main("v"), main("f"), main("t"), main("rPh")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Row = tuple[int, list["Cell"]]


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share.

    Attributes:
        file: the workbook's name.
        strings: its table of texts, and what is wrong with some of them.
        dates: which cell styles show a number as a time.
        epoch: the day its days are counted from.
    """

    file: str
    strings: Sequence[tuple[str | None, Trouble | None]]
    dates: Mapping[str, DateStyle]
    epoch: datetime


@dataclass(slots=True)
class Findings:
    """What a sheet held that was not taken as it is: cells as (row, column)."""

    formulas: list[tuple[int, int]] = field(default_factory=list)
    valueless: list[tuple[int, int]] = field(default_factory=list)
    troubles: dict[Trouble, list[tuple[int, int]]] = field(default_factory=dict)
    more_rows: bool = False
    more_columns: bool = False
    more_cells: int = 0
    """The row from which nothing was read because the workbook has too many cells; 0 if none."""


class SheetParser:
    """Listens to the XML of a sheet and makes rows.

    Attributes:
        rows: finished ones, for the caller to take away.
        done: whether nothing more is wanted.
        cells: how many hold something, so far.
    """

    def __init__(self, book: Book, sheet: str, allowance: int) -> None:
        self.rows: list[Row] = []
        self.found = Findings()
        self.done = False
        self.cells = 0
        self._book, self._sheet, self._allowance = book, sheet, allowance
        self._row = self._column = 0
        self._values: list[Cell] = []
        self._inside = self._in_row = self._in_cell = False
        self._kind, self._style, self._has_formula = "", "", False
        self._pieces: list[str] | None = None
        self._raw: str | None = None
        self._readings = 0
        self._starts = {_ROW: self._begin_row, _CELL: self._begin_cell, _FORMULA: self._formula}
        self._kinds: dict[str, Callable[[str], tuple[Cell, Trouble | None]]] = {
            **{"n": self._number, "s": self._shared, "b": truth, "d": iso_moment},
            **{"str": clean_text, "inlineStr": clean_text},
        }
        self._ends = {_ROW: self._end_row, _CELL: self._end_cell, _DATA: self._end_data}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == _DATA:
            self._inside = True
        if not self._inside or self.done:
            return
        if name in self._starts:
            self._starts[name](attributes)
        elif name == _READING:
            self._readings += 1
        elif self._in_cell and name in {_VALUE, _TEXT} and not self._readings:
            self._pieces = []

    def end(self, name: str) -> None:
        """An element ends."""
        if not self._inside or self.done:
            return
        if name in self._ends:
            self._ends[name]()
        elif name == _READING:
            self._readings -= 1
        elif name in {_VALUE, _TEXT} and self._pieces is not None:
            self._raw = (self._raw or "") + "".join(self._pieces)
            self._pieces = None

    def text(self, text: str) -> None:
        """Text within an element."""
        if self._pieces is not None:
            self._pieces.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r", str(self._row + 1))
        row = int(given) if given.isascii() and given.isdigit() and len(given) < 8 else 0
        if self._in_row or not self._row < row <= _LAST_ROW:
            raise self._broken(f"row '{given[:20]}' after row {self._row}")
        self._row, self._column, self._in_row = row, 0, True

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        if not self._in_row or self._in_cell:
            raise self._broken("a cell outside of a row")
        self._column = self._placed(attributes.get("r"))
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._has_formula, self._raw, self._in_cell = False, None, True

    def _placed(self, place: str | None) -> int:
        """The column of the cell that begins; cells must follow one another."""
        if place is None:
            return self._column + 1
        found = _PLACE.fullmatch(place)
        if found is None or int(found[2]) != self._row:
            raise self._broken(f"a cell '{place[:20]}' in row {self._row}")
        column = _column_of(found[1])
        if not self._column < column <= _LAST_COLUMN:
            raise self._broken(f"a cell '{place[:20]}' that does not follow the one before")
        return column

    def _formula(self, _: dict[str, str]) -> None:
        self._has_formula = self._in_cell

    def _end_cell(self) -> None:
        self._in_cell = False
        value, trouble = self._value()
        if value is None and trouble is None and not self._has_formula:
            return
        if self._row > MAX_ROWS:
            self.found.more_rows = self.done = True
        elif self._column > MAX_COLUMNS:
            self.found.more_columns = True
        elif self.cells >= self._allowance:
            self.found.more_cells, self.done = self._row, True
        else:
            self._keep(value, trouble)

    def _keep(self, value: Cell, trouble: Trouble | None) -> None:
        self.cells += 1
        self._values += [None] * (self._column - 1 - len(self._values))
        self._values.append(value)
        place = (self._row, self._column)
        if self._has_formula:
            self.found.formulas.append(place)
            if self._raw is None or (not self._raw and self._kind != "str"):
                self.found.valueless.append(place)
        if trouble is not None:
            self.found.troubles.setdefault(trouble, []).append(place)

    def _end_row(self) -> None:
        while self._values and self._values[-1] is None:
            self._values.pop()
        if self._values:
            self.rows.append((self._row, self._values))
            self._values = []
        self._in_row = False

    def _end_data(self) -> None:
        self.done = True

    def _value(self) -> tuple[Cell, Trouble | None]:
        """The value of the cell that ends, and what is wrong with it."""
        if not self._raw:
            return None, None
        if self._kind in self._kinds:
            return self._kinds[self._kind](self._raw)
        return None, Trouble.ERROR if self._kind == "e" else Trouble.UNREADABLE

    def _number(self, raw: str) -> tuple[Cell, Trouble | None]:
        value = number(raw.strip())
        if value is None:
            return None, Trouble.UNREADABLE
        style = self._book.dates.get(self._style)
        return moment(value, style, self._book.epoch) if style else (value, None)

    def _shared(self, raw: str) -> tuple[Cell, Trouble | None]:
        index = raw.strip()
        if not (index.isascii() and index.isdigit() and len(index) < 9):
            return None, Trouble.UNREADABLE
        if int(index) >= len(self._book.strings):
            raise self._broken(f"{address(self._row, self._column)}, whose text is missing")
        return self._book.strings[int(index)]

    def _broken(self, what: str) -> BadInput:
        return damaged(self._book.file, f"the sheet '{self._sheet}' holds {what}")


def _column_of(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
