"""What the two cards of a conflict are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from techmodel.core.checklist import CapabilityId
from techmodel.core.journal import BatchKind
from techmodel.core.organisations import OrganisationId
from techmodel.wording.numbers import british_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from techmodel.core.answers import Value
    from techmodel.core.assessment import Assessment
    from techmodel.core.journal import Batch, Json
    from techmodel.core.merge_parts import Conflict, RowKey

    Row = Mapping[str, Json]

NONE = "None"
"""Stands for a text that one file has and the other has not."""


@dataclass(frozen=True, slots=True)
class Two:
    """Both files, to look things up in.

    Attributes:
        ours, theirs: the assessments.
        one: of organisations that are one, the id that goes by the id that stays.
        targets: the target of each capability in our file.
        parted: UTC time at which a row was last changed before the files parted.
    """

    ours: Assessment
    theirs: Assessment
    one: Mapping[str, str] = field(default_factory=dict)
    targets: Mapping[CapabilityId, int] = field(default_factory=dict)
    parted: Mapping[RowKey, str] = field(default_factory=dict)

    @property
    def names(self) -> dict[OrganisationId, str]:
        """The names of all organisations, also by the id that stays; ours where both have one."""
        held = [o for a in (self.theirs, self.ours) for o in a.organisations]
        stays = {OrganisationId(self.stays(o.id)): o.name for o in held}
        return stays | {o.id: o.name for o in held}

    def organisation(self, id_: str) -> str:
        """The name of an organisation."""
        return self.names.get(OrganisationId(id_), id_)

    def capability(self, id_: str) -> str:
        """The name of a capability."""
        key = CapabilityId(id_)
        found = self.ours.checklist.capability(key) or self.theirs.checklist.capability(key)
        return found.name if found else id_

    def stays(self, id_: str) -> str:
        """The id under which an organisation goes on."""
        return self.one.get(id_, id_)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict.

    Attributes:
        conflict: what it is a side of.
        row, other: this file's row and the other's; None where it is deleted.
        file: the assessment of this side.
        batch: what changed it last.
        verb: "Keep" for our file, "Take" for the other.
    """

    conflict: Conflict
    row: Row | None
    other: Row | None
    file: Assessment
    batch: Batch | None
    verb: str


@dataclass(frozen=True, slots=True)
class Part:
    """A text with its label: "Why", "Evidence"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """What one file says.

    Attributes:
        title, wording: what is said, and what that means.
        verb: what choosing this card does.
        parts: why, evidence and whatever else there is, alike on both cards.
        value: drawn as a chip; None where there is none.
        target: whether the chip is a target.
        decided: which role decided, and when.
    """

    title: str
    wording: str
    verb: str
    parts: tuple[Part, ...] = ()
    value: Value | None = None
    target: bool = False
    decided: str = ""

    @property
    def words(self) -> str:
        """All of it for a screen reader."""
        parts = [f"{p.label}: {p.text}" for p in self.parts]
        return ". ".join(t for t in (self.title, self.wording, *parts, self.decided) if t)


def paired(held: Iterable[tuple[str, str, str]]) -> tuple[Part, ...]:
    """Parts from (label, text here, text there); what neither file has is left out."""
    return tuple(Part(label, here or NONE) for label, here, there in held if here or there)


def moment_words(at: str) -> str:
    """A journal's UTC time in local time: "24 Nov 2026 10:12"; "" for none."""
    if not at:
        return ""
    moment = datetime.fromisoformat(at).astimezone()
    return f"{short_date(moment.date())} {moment:%H:%M}"


def day_words(at: str) -> str:
    """The local day of a journal's UTC time: "12 October 2026"."""
    return british_date(datetime.fromisoformat(at).astimezone().date())


def decided_words(batch: Batch | None, done: str = "Changed") -> str:
    """Which role decided and when: "Decided by: clinical lead, 24 Nov 2026 10:12".

    `done` says what was done where no role decided: "Changed 24 Nov 2026 10:12".
    """
    if batch is None:
        return ""
    when = moment_words(batch.at)
    if batch.decided_by:
        return f"Decided by: {batch.decided_by}, {when}"
    return f"{_DONE.get(batch.kind, done)} {when}"


_DONE = {
    BatchKind.UNDO: "Taken back",
    BatchKind.REDO: "Brought back",
    BatchKind.IMPORT: "Imported",
    BatchKind.MERGE: "Merged in",
    BatchKind.PLAN: "Planned",
}
"""What happened, by the kind of batch."""
