"""A total of the program, and where the workbook must say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from techmodel.core.sheets import ColumnKind

TOLERANCE = 0.000000001
"""Two totals closer than this agree (design.md 4)."""


@dataclass(frozen=True, slots=True)
class Total:
    """A total: `value` in the program, None where there is none, and where the workbook has it.

    `formula` is a cell, or a formula without "=", that gives the same here. `kind` is how it is
    shown, None for a plain number or text.
    """

    id: str
    what: str
    value: float | str | date | None
    formula: str
    is_share: bool = False
    kind: ColumnKind | None = None
