"""Rounds: named moments of an assessment to compare with later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NewType

from techmodel.core.journal import WHOLE_ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from techmodel.core.journal import Batch, Json

RoundId = NewType("RoundId", str)
"""The id of a round, for one assessment and its copies."""

NEWEST: Final = RoundId("newest")
"""Stands for the round that is compared with when nobody says which (`default_round`)."""

TABLE = "round"


@dataclass(frozen=True, slots=True)
class Round:
    """A named moment.

    `at` and `revision` are the UTC ISO time and the revision of the batch that marked it, so the
    moment is the assessment just after that batch, whatever was renamed, forgotten or brought
    back since.
    """

    id: RoundId
    name: str
    at: str
    revision: int


def find_rounds(rows: Iterable[Mapping[str, Json]], batches: Iterable[Batch]) -> tuple[Round, ...]:
    """The rounds in the order in which they were marked.

    Args:
        rows: the rows of the table, each with its key `id`, `name` and `at`.
        batches: all own batches, ascending revision.
    """
    marked = _marked_at(batches)
    found = [
        Round(RoundId(id_), str(r["name"]), marked[id_].at, marked[id_].revision)
        for r in rows
        if (id_ := str(r["id"])) in marked
    ]
    return tuple(sorted(found, key=lambda r: r.revision))


def default_round(rounds: Sequence[Round], batches: Sequence[Batch]) -> Round | None:
    """The round to compare with when nobody says which: the newest, None where there is none.

    Where nothing but rounds changed since the newest, there would be nothing to see; then it is
    the newest before which, up to now, something did.

    Args:
        rounds: as `find_rounds` gives them.
        batches: all own batches, ascending revision.
    """
    last = max((b.revision for b in batches if _does_work(b)), default=0)
    older = [r for r in rounds if r.revision < last]
    chosen = older or rounds
    return chosen[-1] if chosen else None


def _does_work(batch: Batch) -> bool:
    return any(edit.table != TABLE for edit in batch.edits)


def _marked_at(batches: Iterable[Batch]) -> dict[str, Batch]:
    """The batch that made each round for the first time."""
    marked: dict[str, Batch] = {}
    for batch in batches:
        for edit in batch.edits:
            if edit.table == TABLE and edit.field == WHOLE_ROW and edit.new is not None:
                marked.setdefault(edit.key[0], batch)
    return marked
