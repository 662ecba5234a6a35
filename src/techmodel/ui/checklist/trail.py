"""What the journal tells about the pair in hand: its changes, who decided last, and roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW
from techmodel.wording.history import find_book, pair_history
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.journal import Batch
    from techmodel.session.changes import PairId
    from techmodel.wording.history import PairChange

ROLES_OFFERED = 8
_VALUE_FIELDS = frozenset({"value", WHOLE_ROW})


@dataclass(frozen=True, slots=True)
class Trail:
    """The history of one pair, newest first, and "Digital lead, 24 Nov 2026" of its answer."""

    changes: tuple[PairChange, ...]
    last: str


def find_trail(assessment: Assessment, batches: Sequence[Batch], pair: PairId) -> Trail:
    """What the journal tells about a pair; `batches` in revision order."""
    changes = pair_history(batches, pair, find_book(assessment, batches))
    return Trail(changes, _last(batches, pair))


def roles_used(assessment: Assessment, batches: Sequence[Batch]) -> tuple[str, ...]:
    """The roles that decided, last first, then those of the checklist."""
    used = dict.fromkeys(b.decided_by for b in reversed(batches) if b.decided_by)
    known = dict.fromkeys(assessment.checklist.roles.values())
    return tuple((dict.fromkeys(list(used)[:ROLES_OFFERED]) | known).keys())


def local_time(at: str) -> datetime:
    """A journal's time as local time."""
    return datetime.fromisoformat(at).astimezone()


def _last(batches: Sequence[Batch], pair: PairId) -> str:
    for batch in reversed(batches):
        edits = (e for e in batch.edits if e.table == "answer" and e.key == pair)
        if any(e.field in _VALUE_FIELDS for e in edits):
            day = short_date(local_time(batch.at).date())
            return f"{batch.decided_by}, {day}" if batch.decided_by else day
    return ""
