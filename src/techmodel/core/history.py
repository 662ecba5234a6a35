"""The journal as it is told: own batches, and under each merge those of the other file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from techmodel.core.journal import Batch, Edit


@dataclass(frozen=True, slots=True)
class Entry:
    """One batch of the history.

    `merge` is the merge that took it over from another file, None for an own batch.
    """

    batch: Batch
    merge: Batch | None = None

    @property
    def moment(self) -> int:
        """The own revision at which it was part of this file."""
        return (self.merge or self.batch).revision


def find_entries(
    batches: Iterable[Batch], taken: Mapping[str, Sequence[Batch]]
) -> tuple[Entry, ...]:
    """The whole history, oldest first; what a merge took over stands right after it, in order.

    Args:
        batches: all own batches, ascending revision.
        taken: the batches that merges took over, by the merge's id.
    """
    found: list[Entry] = []
    for batch in batches:
        found.append(Entry(batch))
        found.extend(Entry(theirs, batch) for theirs in taken.get(batch.id, ()))
    return tuple(found)


def newest_first(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The same with the newest first; a merge still stands above what it took over."""
    found: list[Entry] = []
    theirs: list[Entry] = []
    for entry in reversed(entries):
        if entry.merge is not None:
            theirs.append(entry)
        else:
            found += [entry, *theirs]
            theirs = []
    return tuple(found)


def was_not_chosen(entry: Entry) -> bool:
    """Whether the merge that took a batch over kept something else of all that it changed.

    An edit of a merge with the same value before and after says that somebody decided so.
    """
    if entry.merge is None or not entry.batch.edits:
        return False
    kept = [edit for edit in entry.merge.edits if edit.old == edit.new]
    return all(any(_kept_else(edit, k) for k in kept) for edit in entry.batch.edits)


def _kept_else(edit: Edit, kept: Edit) -> bool:
    """Whether what was kept is another value than what an edit gave."""
    if (edit.table, edit.key) != (kept.table, kept.key):
        return False
    if edit.field == WHOLE_ROW:
        return not isinstance(edit.new, dict) or edit.new.get(kept.field) != kept.new
    return edit.field == kept.field and edit.new != kept.new
