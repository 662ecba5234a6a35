"""Which batch decided what a field holds, through undo, redo and merges."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from techmodel.core.journal import BatchKind
from techmodel.core.merge_fields import default_of, field_changes

if TYPE_CHECKING:
    from collections.abc import Collection

    from techmodel.core.journal import Batch
    from techmodel.core.merge_fields import Field
    from techmodel.core.merge_story import Story


def decider(story: Story, fields: Collection[Field]) -> Batch | None:
    """The newest batch of a file that decided one of some fields; None when none ever did.

    Where an undo went back to what stood before, it is who decided that; where a merge took a
    change over, it is the batch that the merge took over.
    """
    places = {field: deciding_place(story, field) for field in fields}
    newest = max(places.values(), default=-1)
    if newest < 0:
        return None
    decided = [field for field, place in places.items() if place == newest]
    return _source(story, decided, newest)


def deciding_place(story: Story, field: Field) -> int:
    """The place of the batch that gave a field what it holds; -1 when none did."""
    place = story.past.last_place(field, len(story.batches))
    while place >= 0:
        earlier = _earlier_place(story, field, place)
        if earlier is None or earlier >= place:
            return place
        place = earlier
    return place


class Overruled(Enum):
    """What taking back a merge here does to what another room decided itself.

    Taking back a merge is no decision about the fields it touched: it says that what the other
    room did is not wanted here. So that room keeps it, and merging it again brings it back,
    unless what came back here had been decided by somebody: then that is a question.
    """

    NO = auto()
    STAYS = auto()
    ASKED = auto()


def overruled(changed: Story, other: Story, field: Field) -> Overruled:
    """Whether one file only took back, with a whole merge, what another decided itself."""
    place = deciding_place(other, field)
    if place < 0 or other.batches[place].kind is BatchKind.MERGE:
        return Overruled.NO
    if other.batches[place].id in changed.own or not _followed(changed, other, field):
        return Overruled.NO
    now = changed.past.at(field, len(changed.batches))
    decisions = changed.decided.decisions.get(field, ())
    if not any(value == now and batch.id not in other.own for batch, value in decisions):
        return Overruled.STAYS
    nothing = now == default_of(field[0], field[2])
    return Overruled.NO if nothing else Overruled.ASKED


def _followed(story: Story, other: Story, field: Field) -> bool:
    """Whether a field holds what it does because a merge was taken back.

    Either by another file, or by this one after the other had heard of the merge.
    """
    last = story.past.last_place(field, len(story.batches))
    while last >= 0 and story.decided.is_void(story.batches[last].id):
        if story.decided.took_back(story.batches[last]) in other.learned:
            return True
        last = story.past.last_place(field, last)
    if last < 0 or story.past.at(field, last - 1) == story.past.at(field, last):
        return False
    return story.decided.took_back(_source(story, [field], last)) is not None


def _source(story: Story, fields: Collection[Field], place: int) -> Batch:
    """The batch at a place; of a merge, the one it took over that gave a field its value."""
    now = {field: story.past.at(field, place) for field in fields}
    for batch in reversed(story.merged.get(place, ())):
        changed = (change for edit in batch.edits for change in field_changes(edit))
        if any(field in now and now[field] == new for field, new in changed):
            return batch
    return story.batches[place]


def _earlier_place(story: Story, field: Field, place: int) -> int | None:
    """The place of who decided what a batch only went back to or kept; None where it decided."""
    batch = story.batches[place]
    taken = story.own.get(batch.takes, -1)
    before = story.past.last_place(field, place)
    kept = story.past.at(field, before) == story.past.at(field, place)
    if batch.kind is BatchKind.MERGE and kept:
        return before
    if batch.kind is BatchKind.REDO and taken >= 0:
        return story.own.get(story.batches[taken].takes)
    if batch.kind is BatchKind.UNDO and taken >= 0:
        earlier = story.past.last_place(field, taken)
        merged = story.batches[taken].kind is BatchKind.MERGE
        return earlier if earlier >= 0 or merged else None
    return None
