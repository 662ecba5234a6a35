"""What a workbook from outside holds, as plain values; `sandbox.read_workbook` makes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | float | bool | date | datetime | None
"""A value; None is an empty cell. Times of day and durations are text: "14:30:00"."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's values.

    Attributes:
        name: as on its tab.
        rows: from row 1; a row ends with its last cell that holds something.
        hidden: whether Excel does not show it.
        formulas: (row, column) of cells that held a formula, whose stored value was taken.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    formulas: frozenset[tuple[int, int]] = frozenset()

    def at(self, row: int, column: int) -> Cell:
        """The value in a row and column, counted from 1; None outside of what the sheet holds."""
        if not (1 <= row <= len(self.rows) and 1 <= column <= len(self.rows[row - 1])):
            return None
        return self.rows[row - 1][column - 1]

    def where(self, row: int, column: int | None = None) -> str:
        """Where something is, for messages: "Answers, row 7" or "Answers, C7"."""
        place = f"row {row}" if column is None else address(row, column)
        return f"{self.name}, {place}"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook's values.

    Attributes:
        file: its name, for messages.
        sheets: in the order of the tabs, hidden ones too.
        left_out: a sentence for everything that was not taken as it is; always shown.
    """

    file: str
    sheets: tuple[Sheet, ...]
    left_out: tuple[str, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of a name, in any case; None without one."""
        wanted = name.casefold()
        return next((s for s in self.sheets if s.name.casefold() == wanted), None)


def address(row: int, column: int) -> str:
    """A cell as people name it: (7, 3) is "C7"."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """The letters over a column, counted from 1: 3 is "C", 28 is "AB"."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
