"""What the reader in its process says to the one that asked: a line of JSON for each thing."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from techmodel.core.errors import BadInput
from techmodel.importing.limits import MAX_ROWS
from techmodel.importing.workbook import Sheet, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from techmodel.importing.workbook import Cell

Line = list[Any]
"""A word, then what belongs to it."""

_SHEET, _ROW, _FORMULAS, _LEFT_OUT, _REFUSED, _END = (
    "sheet",
    "row",
    "formulas",
    "left",
    "no",
    "end",
)
END: Line = [_END]
"""The last line; without it something is missing."""


def sheet(name: str, *, hidden: bool) -> Line:
    """A sheet begins."""
    return [_SHEET, name, hidden]


def row(number: int, values: Sequence[Cell]) -> Line:
    """A row of the sheet, counted from 1."""
    return [_ROW, number, [_plain(value) for value in values]]


def formulas(cells: Sequence[tuple[int, int]]) -> Line:
    """The cells of the sheet that held formulas."""
    return [_FORMULAS, [list(cell) for cell in cells]]


def left_out(sentence: str) -> Line:
    """Something was not taken as it is."""
    return [_LEFT_OUT, sentence]


def refused(sentence: str) -> Line:
    """The whole workbook is refused; nothing follows."""
    return [_REFUSED, sentence]


def encoded(line: Line) -> bytes:
    """A line as it is sent."""
    return json.dumps(line, separators=(",", ":"), allow_nan=False).encode("ascii") + b"\n"


def decoded(said: bytes) -> list[Line]:
    """The lines of what was sent.

    Raises:
        ValueError, RecursionError: it is not what the reader says.
    """
    return [json.loads(line) for line in said.splitlines()]


def assemble(file: str, said: Iterable[Line]) -> Workbook:
    """The workbook that the lines tell of.

    Raises:
        BadInput: the reader refused it.
        ValueError, KeyError, TypeError, IndexError: the lines are not what the reader says.
    """
    sheets: list[_Gathered] = []
    sentences: list[str] = []
    ended = False
    for word, *rest in said:
        if word == _SHEET:
            sheets.append(_Gathered(*rest))
        elif word == _ROW:
            sheets[-1].add(*rest)
        elif word == _FORMULAS:
            sheets[-1].formulas = frozenset((r, c) for r, c in rest[0])
        elif word == _LEFT_OUT:
            sentences.append(str(rest[0]))
        elif word == _REFUSED:
            raise BadInput(str(rest[0]))
        else:
            ended = word == _END
    if not ended:
        raise ValueError
    return Workbook(file, tuple(s.finished() for s in sheets), tuple(sentences))


def _plain(value: Cell) -> object:
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    return {"d": value.isoformat()} if isinstance(value, date) else value


def _cell(value: object) -> Cell:
    if isinstance(value, dict):
        ((kind, text),) = value.items()
        return date.fromisoformat(text) if kind == "d" else datetime.fromisoformat(text)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError


class _Gathered:
    """A sheet whose rows are still coming."""

    def __init__(self, name: str, hidden: object) -> None:
        self.formulas: frozenset[tuple[int, int]] = frozenset()
        self._name, self._hidden = str(name), bool(hidden)
        self._rows: list[tuple[Cell, ...]] = []

    def add(self, number: int, values: Sequence[object]) -> None:
        """Add a row; those between it and the one before are empty."""
        if not len(self._rows) < number <= MAX_ROWS:
            raise ValueError
        self._rows += [()] * (number - 1 - len(self._rows))
        self._rows.append(tuple(map(_cell, values)))

    def finished(self) -> Sheet:
        """The sheet with all its rows."""
        return Sheet(self._name, tuple(self._rows), self._hidden, self.formulas)
