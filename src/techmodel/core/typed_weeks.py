"""What a typed likely duration makes of the best and the worst (design.md 4.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import Weeks

if TYPE_CHECKING:
    from collections.abc import Sequence

LOW, LIKELY, HIGH = range(3)
"""The places of the three numbers of a duration."""


def scaled(span: Weeks, likely: int | None) -> Weeks | None:
    """Weeks with another likely number; low and high keep their share of it.

    None goes back to what the steps of the project take; 0 makes a milestone.
    """
    if likely is None:
        return None
    if not span.likely:
        return Weeks(likely, likely, likely)
    low, high = (round(n * likely / span.likely) for n in (span.low, span.high))
    return Weeks(min(low, likely), likely, max(high, likely))


def typed_weeks(held: Weeks, typed: Sequence[str], place: int) -> Weeks | None:
    """Weeks of which one was typed; the others follow it.

    A likely number takes low and high along; of low and high, those that are beyond it.

    Args:
        held: what they were.
        typed: low, likely and high in digits, "" where nothing stands; not all of them.
        place: which of them was typed.
    """
    if place == LIKELY and typed[LIKELY]:
        return scaled(held, int(typed[LIKELY]))
    given = next(t for t in typed if t)
    low, likely, high = (int(t or given) for t in typed)
    if place == LOW:
        return Weeks(low, max(low, likely), max(low, likely, high))
    if place == HIGH:
        return Weeks(min(low, high), min(likely, high), high)
    return Weeks(min(low, likely), likely, max(likely, high))
