"""What the journal tells about the pair in hand: its changes, who decided last, and roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from techmodel.core.deciding import Deciders
from techmodel.wording.history import find_book, pair_history
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.journal import Batch
    from techmodel.session.changes import PairId
    from techmodel.session.session import Session
    from techmodel.wording.history import PairChange

ROLES_OFFERED = 8


@dataclass(frozen=True, slots=True)
class Trail:
    """The history of one pair, newest first, and "Digital lead, 24 Nov 2026" of its answer."""

    changes: tuple[PairChange, ...]
    last: str


def find_trail(session: Session, pair: PairId) -> Trail:
    """What the journal tells about a pair, with what merges took over from other files."""
    batches, taken = session.batches(), session.taken()
    book = find_book(session.assessment(), batches, taken)
    decided = Deciders(batches, taken, book.same).of(pair)
    return Trail(pair_history(batches, pair, book, taken), _said(decided))


def roles_used(assessment: Assessment, batches: Sequence[Batch]) -> tuple[str, ...]:
    """The roles that decided, last first, then those of the checklist."""
    used = dict.fromkeys(b.decided_by for b in reversed(batches) if b.decided_by)
    known = dict.fromkeys(assessment.checklist.roles.values())
    return tuple((dict.fromkeys(list(used)[:ROLES_OFFERED]) | known).keys())


def local_time(at: str) -> datetime:
    """A journal's time as local time."""
    return datetime.fromisoformat(at).astimezone()


def _said(decided: Batch | None) -> str:
    if decided is None:
        return ""
    day = short_date(local_time(decided.at).date())
    return f"{decided.decided_by}, {day}" if decided.decided_by else day
