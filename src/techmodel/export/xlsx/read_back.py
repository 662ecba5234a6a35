"""What a workbook holds once it is read back, and whether that is what was meant."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from techmodel.export.xlsx.total import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.export.xlsx.block import Block

Grid = list[tuple[object, ...]]
"""The cells of a sheet, row by row."""


def same(meant: object, found: object) -> bool:
    """Whether a cell holds what was meant; empty text is an empty cell, dates have no time."""
    if isinstance(meant, (int, float)) and isinstance(found, (int, float)):
        return abs(meant - found) <= TOLERANCE * max(1, abs(meant))
    return _plain(meant) == _plain(found)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.date()
    return None if value == "" else value


def columns_of(block: Block, values: Mapping[str, Grid]) -> dict[str, list[object]]:
    """The cells of each column of a list, without rows that have no id."""
    rows = [r for r in values[block.title][block.top :] if r and r[0] is not None]
    return {c: [row[block.number(c) - 1] for row in rows] for c in block.ids}
