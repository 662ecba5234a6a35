"""Batches as plain JSON data, and back: in exports and where a merge keeps those it took over."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from techmodel.core.journal import Batch, BatchKind, Edit
from techmodel.core.json_rows import as_row, read_text, read_whole

if TYPE_CHECKING:
    from techmodel.core.journal import Json


def batch_json(batch: Batch) -> dict[str, Json]:
    """A batch as JSON data.

    `{"revision", "id", "kind", "at", "label", "decided_by", "workshop", "takes",
    "edits": [{"table", "key", "field", "old", "new"}]}`.
    """
    return {
        "revision": batch.revision,
        "id": batch.id,
        "kind": batch.kind.value,
        "at": batch.at,
        "label": batch.label,
        "decided_by": batch.decided_by,
        "workshop": batch.workshop,
        "takes": batch.takes,
        "edits": [_edit_json(edit) for edit in batch.edits],
    }


def batch_of(json: Json) -> Batch:
    """The batch that `batch_json` made JSON of.

    Raises:
        KeyError, TypeError, ValueError: it is not like that.
    """
    row = as_row(json, "batch")
    return Batch(
        id=read_text(row, "id"),
        kind=BatchKind(read_text(row, "kind")),
        at=read_text(row, "at"),
        label=read_text(row, "label"),
        edits=tuple(_edit_of(edit) for edit in row["edits"]),
        revision=read_whole(row, "revision"),
        decided_by=read_text(row, "decided_by"),
        workshop=read_text(row, "workshop"),
        takes=read_text(row, "takes"),
    )


def _edit_json(edit: Edit) -> Json:
    return {
        "table": edit.table,
        "key": list(edit.key),
        "field": edit.field,
        "old": edit.old,
        "new": edit.new,
    }


def _edit_of(json: Json) -> Edit:
    row = as_row(json, "edit")
    key = row["key"]
    if not isinstance(key, list) or not all(isinstance(part, str) for part in key):
        raise TypeError("key")
    return Edit(
        read_text(row, "table"),
        tuple(key),
        read_text(row, "field"),
        cast("Json", row["old"]),
        cast("Json", row["new"]),
    )
