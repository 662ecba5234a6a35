"""What an assessment held at earlier moments, from its journal alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.journal import apply_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from techmodel.core.journal import Batch, Tables


def tables_at(batches: Sequence[Batch], revisions: Iterable[int]) -> dict[int, Tables]:
    """The tables just after each of some batches, in one pass over the journal.

    Args:
        batches: all own batches, ascending revision.
        revisions: those wanted; 0 is the moment before the first batch.

    Raises:
        ValueError: the batches do not fit each other: a damaged file.
    """
    found: dict[int, Tables] = {}
    tables: Tables = {}
    done = 0
    for revision in sorted(set(revisions)):
        later = [b for b in batches if done < b.revision <= revision]
        tables = apply_edits(tables, (edit for batch in later for edit in batch.edits))
        found[revision], done = tables, revision
    return found
