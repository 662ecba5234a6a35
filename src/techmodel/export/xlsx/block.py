"""A rectangle of a sheet with a header, and how formulas name its cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from techmodel.core.sheets import Column, Sheet

READ_ME, SUMMARY, LISTS = "Read me", "Summary", "Lists"
SPARE = 200
"""Rows below a list that drop-downs and formulas take in, for what people add."""


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle with a header row at `top`; `ids` name its columns from column `left` on.

    `count` rows follow the header; at least one, so that formulas always have a range.
    """

    title: str
    top: int
    left: int
    ids: tuple[str, ...]
    count: int

    @property
    def first(self) -> int:
        """The first row below the header."""
        return self.top + 1

    @property
    def last(self) -> int:
        """The last row."""
        return self.top + max(1, self.count)

    def number(self, column: str) -> int:
        """The number of a column, given by its id, on the sheet, from 1."""
        return self.left + self.ids.index(column)

    def letter(self, column: str) -> str:
        """The column's letter."""
        return get_column_letter(self.number(column))

    def here(self, column: str) -> str:
        """The cell of this column in the row marked by "#"."""
        return f"${self.letter(column)}#"

    def cell(self, column: str, row: int) -> str:
        """One cell, from any sheet, absolute."""
        return f"{quoted(self.title)}${self.letter(column)}${row}"

    def all(self, column: str) -> str:
        """The whole column below the header, from any sheet, absolute."""
        letter = self.letter(column)
        return f"{quoted(self.title)}${letter}${self.first}:${letter}${self.last}"

    def wide(self, column: str) -> str:
        """The same with room below for rows that people add to the end of the sheet."""
        letter = self.letter(column)
        return f"{quoted(self.title)}${letter}${self.first}:${letter}${self.last + SPARE}"

    def across(self, first: str, last: str) -> str:
        """The cells from one column to another in the row marked by "#"."""
        return f"${self.letter(first)}#:${self.letter(last)}#"

    @property
    def area(self) -> str:
        """The whole block with its header, such as "A1:F20"."""
        last = get_column_letter(self.left + len(self.ids) - 1)
        return f"{get_column_letter(self.left)}{self.top}:{last}{self.last}"


def list_block(sheet: Sheet, count: int, columns: tuple[Column, ...] = ()) -> Block:
    """The block of a list sheet, which begins in its first cell."""
    return Block(sheet.title, 1, 1, tuple(c.id for c in columns or sheet.columns), count)


def quoted(title: str) -> str:
    """A sheet's name as formulas write it, with its exclamation mark."""
    return f"'{title}'!" if " " in title else f"{title}!"
