"""What one file has been through: its own batches, and those that its merges took over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from techmodel.core.journal import BatchKind
from techmodel.core.merge_decided import Standing, find_decided
from techmodel.core.merge_fields import Past

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from techmodel.core.journal import Batch
    from techmodel.core.merge_decided import Decided
    from techmodel.core.merge_parts import Side


@dataclass(frozen=True)
class Story:
    """One file's history, made ready for comparing.

    Attributes:
        batches: its own, ascending revision; a place is an index into them.
        own: the place of each own batch by its id.
        learned: the place at which each batch became known, its own and those taken over.
        merged: the batches taken over, by the place of the merge or of the redo that brought it
            back; only of merges that stand.
        line: all known batches in order, each with the id of the batch by which the merge that
            took it over stands ("" for its own).
        past: what every field has been.
    """

    batches: tuple[Batch, ...]
    own: Mapping[str, int]
    learned: Mapping[str, int]
    merged: Mapping[int, tuple[Batch, ...]]
    line: tuple[tuple[Batch, str], ...]
    past: Past

    @cached_property
    def decided(self) -> Decided:
        """Who decided what, as far as this file knows."""
        return find_decided([batch for batch, _ in self.line])


def tell(side: Side, heard: Sequence[Batch] = ()) -> Story:
    """The story of a file; `heard` are batches of a copy that may have taken back what it has."""
    own = {batch.id: place for place, batch in enumerate(side.batches)}
    standers = _standers(side, heard)
    learned = dict(own)
    line: list[tuple[Batch, str]] = []
    for batch in side.batches:
        if batch.id in standers:
            for taken in side.taken.get(batch.id, ()):
                learned.setdefault(taken.id, own[batch.id])
                line.append((taken, standers[batch.id]))
        line.append((batch, ""))
    merges = _merges(side.batches)
    merged = {p: side.taken.get(merge, ()) for p, merge in merges.items() if merge in standers}
    return Story(side.batches, own, learned, merged, tuple(line), Past(side.batches))


def taken_over(ours: Side, theirs: Side) -> tuple[Batch, ...]:
    """Their batches that a merge into ours takes over, in the order in which they knew them.

    What they know through a merge that we made too and have taken back is not taken over: it is
    an older version of ours that holds it, and taking it back was our decision. Where it is they
    who have taken back a merge that we made too, what came with it has to be taken over again.
    """
    line = tell(theirs).line
    new = _unknown(tell(ours), line)
    return _unknown(tell(ours, new), line)


def _unknown(ours: Story, line: Iterable[tuple[Batch, str]]) -> tuple[Batch, ...]:
    """The batches of another file's line that ours does not know."""
    unknown = {
        batch.id: batch
        for batch, via in line
        if batch.id not in ours.learned and not (via and via in ours.learned)
    }
    return tuple(unknown.values())


def _merges(batches: Sequence[Batch]) -> dict[int, str]:
    """The merge that each merge, and each redo that brought one back, carries out, by place."""
    by_id = {batch.id: batch for batch in batches}
    found: dict[int, str] = {}
    merge_of: dict[str, str] = {}
    for place, batch in enumerate(batches):
        if batch.kind is BatchKind.MERGE:
            merge_of[batch.id] = found[place] = batch.id
        elif batch.kind is BatchKind.REDO and batch.takes in by_id:
            brought_back = merge_of.get(by_id[batch.takes].takes)
            if brought_back is not None:
                merge_of[batch.id] = found[place] = brought_back
    return found


def _standers(side: Side, heard: Sequence[Batch]) -> dict[str, str]:
    """The merges that stand, each with the batch by which it stands: itself, or its last redo.

    An undo in a copy of this file that a later merge took over counts like one of our own.
    """
    found: dict[str, str] = {}
    standing = Standing()
    to_see = [*side.batches, *heard]
    while to_see:
        batch = to_see.pop()
        stander = standing.see(batch)
        if batch.kind is BatchKind.MERGE and stander is not None and batch.id not in found:
            found[batch.id] = stander
            to_see.extend(side.taken.get(batch.id, ()))
    return found
