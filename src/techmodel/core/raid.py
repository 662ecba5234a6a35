"""Risks, assumptions, issues and dependencies: scores, bands, order, what is missing.

The five steps and the bands of the score are those of the 5 x 5 matrix that health organisations
use (National Patient Safety Agency, "A risk matrix for risk managers", 2008): 1 to 3 low, 4 to 6
medium, 8 to 12 high, 15 to 25 very high.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.plan_parts import RaidKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from techmodel.core.plan_parts import RaidItem

STEPS = range(1, 6)
"""Likelihood and impact."""


class Band(StrEnum):
    """How much a score matters."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very high"


_FROM = ((15, Band.VERY_HIGH), (8, Band.HIGH), (4, Band.MEDIUM), (1, Band.LOW))


class RaidLack(StrEnum):
    """What an open item still needs."""

    NO_SCORE = "no score"
    NO_OWNER = "no owner"
    NO_RESPONSE = "no response"
    DUE_PASSED = "due passed"


def score(item: RaidItem) -> int | None:
    """Likelihood times impact, 1 to 25; None while one of them is not said."""
    if item.likelihood is None or item.impact is None:
        return None
    return item.likelihood * item.impact


def band(number: int) -> Band:
    """The band of a score from 1 to 25."""
    return next(b for least, b in _FROM if number >= least)


def in_order(items: Iterable[RaidItem]) -> tuple[RaidItem, ...]:
    """Items as people read them: open ones first, the highest score first, then by due date."""

    def key(item: RaidItem) -> tuple[bool, int, bool, str, str, str]:
        due = item.due.isoformat() if item.due else ""
        return not item.is_open, -(score(item) or 0), not due, due, item.text.casefold(), item.id

    return tuple(sorted(items, key=key))


def matrix(items: Iterable[RaidItem]) -> Mapping[tuple[int, int], tuple[RaidItem, ...]]:
    """The open risks of each cell (likelihood, impact) that has any."""
    found: dict[tuple[int, int], tuple[RaidItem, ...]] = {}
    for item in in_order(items):
        if item.kind is RaidKind.RISK and item.is_open and item.likelihood and item.impact:
            cell = item.likelihood, item.impact
            found[cell] = (*found.get(cell, ()), item)
    return found


def is_overdue(item: RaidItem, today: date) -> bool:
    """Whether an open item should have been dealt with before today."""
    return item.is_open and item.due is not None and item.due < today


def find_lacks(item: RaidItem, today: date) -> tuple[RaidLack, ...]:
    """What an item still needs; nothing once it is closed. Only risks need a score."""
    if not item.is_open:
        return ()
    found = {
        RaidLack.NO_SCORE: item.kind is RaidKind.RISK and score(item) is None,
        RaidLack.NO_OWNER: not item.owner.strip(),
        RaidLack.NO_RESPONSE: item.kind in _ANSWERED and not item.response.strip(),
        RaidLack.DUE_PASSED: is_overdue(item, today),
    }
    return tuple(lack for lack, is_so in found.items() if is_so)


_ANSWERED = {RaidKind.RISK, RaidKind.ISSUE}
"""The kinds about which something is to be done."""
