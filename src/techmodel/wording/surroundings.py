"""What is around an open document, in sentences that say first whether the work is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from datetime import datetime

OPEN_THEIRS, SEE_THEIRS = "Open it as it is now", "See it first"


def clock_banner(now: datetime) -> str:
    """Of a clock that cannot be right; `now` is what it says (trust.md F09)."""
    return (
        "Your work is safe. This computer’s clock looks wrong "
        f"({short_date(now.date())} {now:%H:%M}); dates in history and reports may be wrong."
    )


def changed_banner(file: str) -> str:
    """Of a document that somebody else has saved, while nothing here waits to be saved."""
    return (
        f"Nothing is lost. Somebody else has saved ‘{file}’ since you opened it; you see it as it "
        "was before."
    )
