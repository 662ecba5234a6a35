"""What a typed likely duration makes of the best and the worst (design.md 4.7)."""

from __future__ import annotations

from techmodel.core.checklist import Weeks


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
