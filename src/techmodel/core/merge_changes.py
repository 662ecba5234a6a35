"""Which fields one file has changed, as another file sees it (design.md 5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.merge_fields import field_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


class Common(NamedTuple):
    """What a field held when two files last agreed on it.

    `since` is the place in the other file from which on it has known that.
    """

    value: Json | Absent
    since: int


@dataclass(slots=True)
class Changes:
    """What one file has changed since it and another last had the same knowledge.

    Attributes:
        own: the file.
        other: who looks at it.
        first: the place of its first batch that the other does not know.
        met: the place of the other's newest batch that a later merge of ours took over.
        common: what such merges have made common ground.
        decided: fields in which a merge kept something else than what a third file said to both.
    """

    own: Story
    other: Story
    first: int
    met: int = -1
    common: dict[Field, Common] = field(default_factory=dict)
    decided: set[Field] = field(default_factory=set)

    def has(self, key: Field) -> bool:
        """Whether this file has changed a field."""
        return self.had(key, len(self.own.batches))

    def had(self, key: Field, place: int) -> bool:
        """Whether it had changed a field just after the batch at a place.

        A value that was common ground already when a merge took the other's newest batches over,
        and that is not what the other held then, was kept knowing that: it is a change.
        """
        now, base = self.own.past.at(key, place), self.base(key)
        if key in self.decided or now != base.value:
            return True
        return base.since <= self.met and now != self.other.past.at(key, self.met)

    def base(self, key: Field) -> Common:
        """What the two last had in common.

        It is the value before the first batch that the other does not know, unless a merge has
        since made another value common ground.
        """
        if key in self.common:
            return self.common[key]
        before = self.first - 1
        since = self.other.learned[self.own.batches[before].id] if before >= 0 else -1
        return Common(self.own.past.at(key, before), since)

    def agree(self, key: Field, common: Common) -> None:
        """Make a value common ground."""
        self.common[key] = common
        self.decided.discard(key)

    def touched(self) -> set[tuple[str, tuple[str, ...]]]:
        """The rows that its batches which the other does not know touched."""
        unknown = self.own.batches[self.first :]
        return {(edit.table, edit.key) for batch in unknown for edit in batch.edits}


def _hear(changes: Changes, place: int, taken: Sequence[Batch]) -> None:
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
    said, heard = _told(own, other, known)
    then = max(other.learned[batch.id] for batch in known)
    news = {key for key, _ in _field_changes(b for b in taken if b.id not in other.learned)}
    edited = {key for key, _ in _field_changes([own.batches[place]])}
    for key in said.keys() | heard.keys() | edited:
        now = own.past.at(key, place)
        told = heard.get(key) or said.get(key)
        took = key not in news and (key in edited or not changes.had(key, place - 1))
        if took and told and told.value == now:
            changes.agree(key, told)
        elif took and now == other.past.at(key, then):
            changes.agree(key, Common(now, then))
        elif key in heard and heard[key].value != now:
            changes.decided.add(key)
        elif key in said:
            changes.agree(key, said[key])
    places = (other.own[batch.id] for batch in known if batch.id in other.own)
    changes.met = max(places, default=changes.met)


def _told(
    own: Story, other: Story, known: Sequence[Batch]
) -> tuple[dict[Field, Common], dict[Field, Common]]:
    """What batches that another file knows told of fields.

    First what it held itself, of all that the newest of its own among them knew already; then
    what it has heard from third files only later.
    """
    places = (other.own[batch.id] for batch in known if batch.id in other.own)
    until = max(places, default=-1)
    early = (batch for batch in known if other.learned[batch.id] <= until)
    said = {key: Common(other.past.at(key, until), until) for key, _ in _field_changes(early)}
    heard = {
        key: Common(value, other.learned[batch.id])
        for batch in known
        if other.learned[batch.id] > until and not own.decided.is_void(batch.id)
        for key, value in _field_changes([batch])
    }
    return said, heard


def _field_changes(batches: Iterable[Batch]) -> Iterator[tuple[Field, Json | Absent]]:
    """The fields that batches change, in order, each with its new value."""
    return (change for batch in batches for edit in batch.edits for change in field_changes(edit))
