"""The journal as it is told: own batches, and under each merge those of the other file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from techmodel.core.journal import Batch


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
