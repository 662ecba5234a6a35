"""Which fields one file has changed, as another file sees it (design.md 5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techmodel.core.merge_fields import field_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from techmodel.core.journal import Batch, Json
    from techmodel.core.merge_fields import Absent, Field
    from techmodel.core.merge_story import Story


def changes_of(own: Story, other: Story) -> Changes:
    """What one file has changed, as the other sees it."""
    first = next((n for n, b in enumerate(own.batches) if b.id not in other.learned), None)
    changes = Changes(own, other, len(own.batches) if first is None else first)
    for place, taken in own.merged.items():
        if place >= changes.first:
            _hear(changes, place, taken)
    return changes


def _hear(changes: Changes, place: int, taken: tuple[Batch, ...]) -> None:
    """Take in a merge of ours that the other does not know.

    What it took over unchanged is no change while the other knows the batches it came from;
    neither is what the other held too, once it knew as much. Where the merge kept something else
    than what the other said, that is a change; where it kept something else than what a third
    file said to both, that was a decision, and so a change too.
    """
    own, other = changes.own, changes.other
    known = [batch for batch in taken if batch.id in other.learned]
    if not known:
        return
    then = max(other.learned[batch.id] for batch in known)
    said = max((other.own[batch.id] for batch in known if batch.id in other.own), default=None)
    told = dict(_field_changes(known))
    news = {key for key, _ in _field_changes(b for b in taken if b.id not in other.learned)}
    edited = {key for key, _ in _field_changes([own.batches[place]])}
    for key in told.keys() | edited:
        now = own.past.at(key, place)
        took = key in edited or not changes.differs(key, place - 1)
        as_told = key in told and told[key] == now
        if now == other.past.at(key, then) or (as_told and took and key not in news):
            changes.meet(key, now)
        elif key in told and said is not None:
            changes.meet(key, other.past.at(key, said))
        elif key in told and not as_told:
            changes.decided.add(key)


def _field_changes(batches: Iterable[Batch]) -> Iterator[tuple[Field, Json | Absent]]:
    """The fields that batches change, in order, each with its new value."""
    return (change for batch in batches for edit in batch.edits for change in field_changes(edit))


@dataclass(frozen=True, slots=True)
class Changes:
    """What one file has changed since it and another last had the same knowledge.

    Attributes:
        own: the file.
        other: who looks at it.
        first: the place of its first batch that the other does not know.
        common: what merges have since made common ground.
        decided: fields in which a merge kept something else than what a third file said to both.
    """

    own: Story
    other: Story
    first: int
    common: dict[Field, Json | Absent] = field(default_factory=dict)
    decided: set[Field] = field(default_factory=set)

    def base(self, key: Field) -> Json | Absent:
        """What the two last had in common.

        It is the value before the first batch that the other does not know, unless a merge has
        since made another value common ground.
        """
        if key in self.common:
            return self.common[key]
        return self.own.past.at(key, self.first - 1)

    def has(self, key: Field) -> bool:
        """Whether this file has changed a field."""
        return self.differs(key, len(self.own.batches))

    def differs(self, key: Field, place: int) -> bool:
        """Whether it had changed a field just after the batch at a place."""
        return key in self.decided or self.base(key) != self.own.past.at(key, place)

    def meet(self, key: Field, value: Json | Absent) -> None:
        """Make a value common ground."""
        self.common[key] = value
        self.decided.discard(key)

    def touched(self) -> set[tuple[str, tuple[str, ...]]]:
        """The rows that its batches which the other does not know touched."""
        unknown = self.own.batches[self.first :]
        return {(edit.table, edit.key) for batch in unknown for edit in batch.edits}
