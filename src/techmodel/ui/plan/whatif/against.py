"""What is set here against the plan: how much more or less is reached, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.ui.widgets.plain_model import PlainRow
from techmodel.wording import plan_whatif as wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.forecast import Moment

POINTS, LEVELS = 100.0, 1.0
"""What a difference is told in: percentage points, or levels."""


def same_days(moments: Sequence[Moment], plan: Sequence[Moment]) -> list[Moment]:
    """What the plan reaches at the end of each of some days; the first is now in both."""
    return [
        plan[0] if n == 0 else [p for p in plan if p.day <= m.day or p is plan[0]][-1]
        for n, m in enumerate(moments)
    ]


def against_rows(
    here: Sequence[PlainRow], plan: Sequence[PlainRow], columns: int, unit: float
) -> list[PlainRow]:
    """The rows with the difference to the plan in their first `columns` figures.

    It is that of the low ends, which are what is certain; both ranges are in the tip.

    Args:
        here: the rows with what is reached, and their low ends to sort by.
        plan: the same rows with what the plan reaches.
        columns: how many columns of figures stand by time.
        unit: POINTS or LEVELS.
    """
    return [_row(a, b, columns, unit) for a, b in zip(here, plan, strict=True)]


def _row(here: PlainRow, plan: PlainRow, columns: int, unit: float) -> PlainRow:
    lows, others = dict(here.sort), dict(plan.sort)
    texts, sort, told = [here.texts[0]], [], []
    said = dict(here.told)
    for n in range(1, columns + 1):
        more = (float(lows.get(n, 0)) - float(others.get(n, 0))) * unit
        texts.append(wording.signed(more))
        sort.append((n, more))
        told.append((n, wording.beside_plan(said[n], plan.texts[n])))
    rest = [(n, v) for n, v in here.sort if n > columns]
    words = (*texts, *here.texts[columns + 1 :])
    return PlainRow(here.key, words, (*sort, *rest), tuple(told))
