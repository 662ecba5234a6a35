"""What a merge of two files is made of: the sides, what differs, what a person has to settle."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.journal import Batch, Edit, Json, Tables

RowKey = tuple[str, tuple[str, ...]]
"""A row: its table and its key."""


@dataclass(frozen=True, slots=True)
class Side:
    """The whole story of one file.

    Attributes:
        batches: its own batches, ascending revision.
        tables: what they lead to.
        taken: the batches of other files that its merges took over, by the merge's id, in order.
    """

    batches: tuple[Batch, ...]
    tables: Tables
    taken: Mapping[str, tuple[Batch, ...]] = field(default_factory=dict)


class Choice(StrEnum):
    """How a conflict is settled."""

    OURS = "ours"
    THEIRS = "theirs"


class Same(StrEnum):
    """Whether an organisation that both files added under one name is one organisation or two."""

    ONE = "one"
    TWO = "two"


@dataclass(frozen=True, slots=True)
class SameName:
    """An organisation added on both sides under the same name (ignoring case)."""

    name: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that both sides changed, in a way that only a person can settle.

    Attributes:
        row: which row; an answer's value, note and dissent are one conflict.
        fields: the fields that differ and go with the choice; `("*",)` where one side deleted the
            row and the other changed it.
        before: the row before the two sides parted; None when there was none.
        ours, theirs: the row on each side; None where it is deleted.
        our_batch, their_batch: the newest batch of each side that decided it: when, who, why.
        merged: the row as it will be, with our values in `fields`: what merges by itself beside
            them, such as the level where only the notes are in question.
    """

    row: RowKey
    fields: tuple[str, ...]
    before: Mapping[str, Json] | None
    ours: Mapping[str, Json] | None
    theirs: Mapping[str, Json] | None
    our_batch: Batch | None
    their_batch: Batch | None
    merged: Mapping[str, Json] | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging theirs into ours comes to, before anything is settled.

    Attributes:
        conflicts: what a person settles, in the order of tables and keys.
        same_names: organisations added on both sides under one name and not yet decided on; while
            there are any, `conflicts` may grow when they are settled.
        only_theirs: the edits that are taken without asking: changed on their side only.
        only_ours: rows changed on our side only; they stay as they are.
        both_alike: rows that both sides changed to the same.
        taken: their batches that we do not know, in order.
        rounds_left: names of rounds of theirs that are not carried over.
    """

    conflicts: tuple[Conflict, ...]
    same_names: tuple[SameName, ...]
    only_theirs: tuple[Edit, ...]
    only_ours: tuple[RowKey, ...]
    both_alike: tuple[RowKey, ...]
    taken: tuple[Batch, ...]
    rounds_left: tuple[str, ...]
