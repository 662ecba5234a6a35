"""The change journal: edits, batches, what undo and redo take, and replaying."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one row, before and after. `key` holds the text parts of the row's primary key."""

    table: str
    key: tuple[str, ...]
    field: str
    old: Json
    new: Json


@dataclass(frozen=True, slots=True)
class Batch:
    """One entry of the journal: edits that stand or fall together.

    `id` is a UUIDv7, `revision` counts from 1 (0 = not applied yet), `at` is UTC ISO time to the
    second ("2026-11-24T14:03:22Z"), `decided_by` a role. `takes` names the batch that an undo takes back or
    a redo re-applies.
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
