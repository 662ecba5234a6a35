"""The history as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.history import find_entries
from techmodel.wording.history import batch_about, capability_lines, find_book, origin_words
from techmodel.wording.rounds import local_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.history import Entry
    from techmodel.session.session import Session


def history_lines(session: Session, capability: str | None) -> Iterator[str]:
    """One line a change, oldest first; what merges took over is indented under them.

    With a capability, only what is about it, and below each change what it did to whom and why.
    """
    batches, taken = session.batches(), session.taken()
    entries = find_entries(batches, taken)
    if capability is None:
        yield from map(_line, entries)
        return
    book = find_book(session.assessment(), batches, taken)
    for entry in entries:
        if capability in batch_about(entry.batch, book)[0]:
            yield _line(entry)
            for said in capability_lines(entry.batch, capability, book):
                yield f"         {said}"


def _line(entry: Entry) -> str:
    batch = entry.batch
    at = local_moment(batch.at)
    by = f"  ({batch.decided_by})" if batch.decided_by else ""
    if entry.merge is None:
        return f"{batch.revision:>5}  {at:%d %b %Y %H:%M}  {batch.label}{by}"
    origin = origin_words(entry)
    return f"       {at:%d %b %Y %H:%M}    {batch.label}{by}, {origin[0].lower()}{origin[1:]}"
