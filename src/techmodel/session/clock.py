"""Whether this computer's clock can be right: dates matter in reports, never for the order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from techmodel.wording.numbers import british_date

if TYPE_CHECKING:
    from techmodel.session.session import Session

_EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""This program did not exist before."""
_SLACK = timedelta(days=1)


def clock_problem(session: Session) -> str:
    """The sentence to show when the clock looks wrong (trust.md F09); else "".

    It does when it is before the newest change by more than a day, or before this program was.
    """
    now = session.now()
    batches = session.batches()
    newest = datetime.fromisoformat(batches[-1].at) if batches else now
    if now >= _EARLIEST and now >= newest - _SLACK:
        return ""
    return (
        f"This computer’s clock looks wrong ({british_date(now.astimezone().date())}). Dates in "
        "reports may be wrong."
    )
