"""The change journal: edits, batches, what undo and redo take, and replaying."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
"""A field's value as it is journalled: plain JSON; never NaN, never a tuple."""

WHOLE_ROW = "*"
"""The field of an edit that creates (old None) or deletes (new None) a row."""


class BatchKind(StrEnum):
    """Why a batch was made (design.md 5)."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    MERGE = "merge"
    IMPORT = "import"
    ROUND = "round"
    UPDATE = "update"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one row, before and after.

    `key` holds the text parts of the row's primary key.
    """

    table: str
    key: tuple[str, ...]
    field: str
    old: Json
    new: Json


@dataclass(frozen=True, slots=True)
class Batch:
    """One entry of the journal: edits that stand or fall together.

    `id` is a UUIDv7, `revision` counts from 1 (0 = not applied yet), `at` is UTC ISO time to the
    second ("2026-11-24T14:03:22Z"), `decided_by` a role. `takes` names the batch that an undo
    takes back or the undo that a redo re-applies.
    """

    id: str
    kind: BatchKind
    at: str
    label: str
    edits: tuple[Edit, ...]
    revision: int = 0
    decided_by: str = ""
    workshop: str = ""
    takes: str = ""


Tables = dict[str, dict[tuple[str, ...], dict[str, Json]]]
"""Rows by table and key, as replaying gives them; a row's dict holds every column but the key."""

_BACK_AND_FORTH = frozenset({BatchKind.UNDO, BatchKind.REDO})


def inverse(batch: Batch) -> tuple[Edit, ...]:
    """The edits that take a batch back: last first, old and new exchanged."""
    return tuple(
        Edit(edit.table, edit.key, edit.field, edit.new, edit.old)
        for edit in reversed(batch.edits)
    )


def next_undo(batches: Sequence[Batch]) -> Batch | None:
    """The own batch that undo takes back next, or None (design.md 5).

    It is the newest that is not an undo and that no undo has taken back. A redo is such a batch
    too: it stands for the work it brought back, so edit, undo, redo, undo takes back the *redo*;
    the edit itself was taken back once and for all. So every batch is taken back at most once,
    and what is in the tables is always the batches of this kind not yet taken back.

    Args:
        batches: all own batches, ascending revision.
    """
    taken_back = {batch.takes for batch in batches if batch.kind is BatchKind.UNDO}
    candidates = (
        batch
        for batch in reversed(batches)
        if batch.kind is not BatchKind.UNDO and batch.id not in taken_back
    )
    return next(candidates, None)


def next_redo(batches: Sequence[Batch]) -> Batch | None:
    """The undo that redo re-applies next, or None (design.md 5).

    It is the newest undo that no redo has re-applied, as long as nothing but undo and redo came
    after it: a new edit, merge or import ends redo. Re-applying means applying the inverse of
    the undo, as a batch of kind redo whose `takes` is the undo's id.

    Args:
        batches: all own batches, ascending revision.
    """
    again = {batch.takes for batch in batches if batch.kind is BatchKind.REDO}
    since_last_edit = takewhile(lambda batch: batch.kind in _BACK_AND_FORTH, reversed(batches))
    candidates = (
        batch
        for batch in since_last_edit
        if batch.kind is BatchKind.UNDO and batch.id not in again
    )
    return next(candidates, None)


def standing(batches: Sequence[Batch]) -> frozenset[str]:
    """The ids of the own batches whose work is in the tables: not taken back, or brought back.

    A batch that was undone stands again when its undo was redone and that redo stands.

    Args:
        batches: all own batches, ascending revision.
    """
    undone_by = {b.takes: b.id for b in batches if b.kind is BatchKind.UNDO}
    redone_by = {b.takes: b.id for b in batches if b.kind is BatchKind.REDO}

    def stands(id_: str) -> bool:
        while id_ in undone_by:
            undo = undone_by[id_]
            if undo not in redone_by:
                return False
            id_ = redone_by[undo]
        return True

    return frozenset(b.id for b in batches if stands(b.id))


def apply_edits(tables: Tables, edits: Iterable[Edit]) -> Tables:
    """The tables after some edits; those given are not touched, empty tables are left out.

    Raises:
        ValueError: an edit does not fit what is there (its old value is not the value found).
            That is a bug of ours or a damaged file, never something a user did.
    """
    changed = {
        table: {key: dict(row) for key, row in rows.items()} for table, rows in tables.items()
    }
    _apply_in_place(changed, edits)
    return {table: rows for table, rows in changed.items() if rows}


def replay(batches: Iterable[Batch]) -> Tables:
    """The tables that own batches give when applied in the order given, from nothing.

    Law (design.md 5): with all own batches in revision order these are the tables of the file.

    Raises:
        ValueError: as `apply_edits`.
    """
    return apply_edits({}, (edit for batch in batches for edit in batch.edits))


def as_of(batches: Iterable[Batch], revision: int) -> Tables:
    """The tables as they were just after the batch of that revision (0 = before the first).

    Raises:
        ValueError: as `apply_edits`.
    """
    return replay(batch for batch in batches if batch.revision <= revision)


def _apply_in_place(tables: Tables, edits: Iterable[Edit]) -> None:
    """Carry out edits on tables that belong to the caller."""
    for edit in edits:
        rows = tables.setdefault(edit.table, {})
        if edit.field == WHOLE_ROW:
            _put_row(rows, edit)
        else:
            _put_field(rows, edit)


def _put_row(rows: dict[tuple[str, ...], dict[str, Json]], edit: Edit) -> None:
    """Create or delete the row an edit of field `*` names."""
    if (edit.old is None) == (edit.new is None) or rows.get(edit.key) != edit.old:
        raise ValueError(_does_not_fit(edit))
    if edit.new is None:
        del rows[edit.key]
    elif isinstance(edit.new, dict):
        rows[edit.key] = dict(edit.new)
    else:
        raise ValueError(_does_not_fit(edit))


def _put_field(rows: dict[tuple[str, ...], dict[str, Json]], edit: Edit) -> None:
    """Change the one field an edit names."""
    row = rows.get(edit.key)
    if row is None or edit.field not in row or row[edit.field] != edit.old:
        raise ValueError(_does_not_fit(edit))
    row[edit.field] = edit.new


def _does_not_fit(edit: Edit) -> str:
    """Say which edit does not fit; for us, not for users."""
    return f"edit of {edit.table} {edit.key} {edit.field} does not fit what is there"
