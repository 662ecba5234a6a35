"""Carrying out a batch on the tables: rows touched, their hashes, and the journal's own rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.batch_json import batch_json, batch_of
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.store.digest import row_hash
from techmodel.store.schema import TABLES
from techmodel.store.table_spec import Column, canonical, parsed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from techmodel.core.journal import Json
    from techmodel.store.table_spec import TableSpec

_Row = tuple[Column, ...]
_BATCH = "id, revision, kind, at, label, decided_by, workshop, takes"
_EDIT = "batch, position, tbl, key, field, old, new"


class RowsTouched:
    """The rows that some edits touch, as they were and as they become; nothing written yet."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._before: dict[tuple[str, tuple[str, ...]], _Row | None] = {}
        self._after: dict[tuple[str, tuple[str, ...]], _Row | None] = {}

    def edit(self, edit: Edit) -> None:
        """Take one more edit in.

        Raises:
            ValueError: its old value is not the value found, or a value is not of its field's
                type: a bug of ours, never something a user did.
        """
        spec = TABLES[edit.table]
        row = self._row(spec, edit.key)
        if edit.field == WHOLE_ROW:
            old = None if edit.old is None else spec.encode(edit.key, edit.old)
            new = None if edit.new is None else spec.encode(edit.key, edit.new)
            fits = row == old and (old is None) != (new is None)
        else:
            old, new = _with_field(spec, row, edit)
            fits = row is not None and row == old
        if not fits:
            raise ValueError(f"edit of {edit.table} {edit.key} {edit.field} does not fit")
        self._after[edit.table, edit.key] = new

    def write(self) -> int:
        """Write the rows; what the sum of row hashes grows by (may be negative)."""
        grown = 0
        for (table, key), new in self._after.items():
            old = self._before[table, key]
            if old == new:
                continue
            grown += row_hash(table, new) if new else 0
            grown -= row_hash(table, old) if old else 0
            self._write_row(TABLES[table], key, new)
        return grown

    def _row(self, spec: TableSpec, key: tuple[str, ...]) -> _Row | None:
        """A row as the edits so far leave it; None when there is none."""
        place = (spec.name, key)
        if place not in self._after:
            columns = ", ".join(spec.columns)
            found = self._connection.execute(
                f"SELECT {columns} FROM {spec.name} WHERE {_where(spec)}", key
            )
            self._before[place] = self._after[place] = found.fetchone()
        return self._after[place]

    def _write_row(self, spec: TableSpec, key: tuple[str, ...], new: _Row | None) -> None:
        """Put a row in place of the one with its key, or take that one away."""
        if new is None:
            self._connection.execute(f"DELETE FROM {spec.name} WHERE {_where(spec)}", key)
            return
        updates = ", ".join(f"{field} = excluded.{field}" for field in spec.fields)
        self._connection.execute(
            f"INSERT INTO {spec.name} ({', '.join(spec.columns)}) VALUES ({_marks(new)}) "
            f"ON CONFLICT DO UPDATE SET {updates}",
            new,
        )


def normal(edit: Edit) -> Edit:
    """The edit with its values as reading gives them back (a weight of 2 as 2.0).

    Raises:
        ValueError: there is no such table.
    """
    spec = TABLES.get(edit.table)
    if spec is None:
        raise ValueError(f"there is no journalled table {edit.table}")
    return replace(edit, old=_normal(spec, edit, edit.old), new=_normal(spec, edit, edit.new))


def write_batch(connection: sqlite3.Connection, batch: Batch) -> int:
    """Write a batch and its edits to the journal; what the sum of row hashes grows by."""
    head = (
        batch.id,
        batch.revision,
        batch.kind.value,
        batch.at,
        batch.label,
        batch.decided_by,
        batch.workshop,
        batch.takes,
    )
    rows = [
        (
            batch.id,
            position,
            edit.table,
            canonical(edit.key),
            edit.field,
            canonical(edit.old),
            canonical(edit.new),
        )
        for position, edit in enumerate(batch.edits)
    ]
    connection.execute(f"INSERT INTO batch ({_BATCH}) VALUES ({_marks(head)})", head)
    connection.executemany(f"INSERT INTO edit ({_EDIT}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    return row_hash("batch", head) + sum(row_hash("edit", row) for row in rows)


def read_batches(connection: sqlite3.Connection) -> list[Batch]:
    """The whole journal, ascending revision.

    Raises:
        ValueError: a column does not hold what it must.
    """
    edits: dict[str, list[Edit]] = {}
    for batch, _, table, key, field, old, new in connection.execute(
        f"SELECT {_EDIT} FROM edit ORDER BY batch, position"
    ):
        edits.setdefault(batch, []).append(
            Edit(table, _key(parsed(key)), field, parsed(old), parsed(new))
        )
    return [
        Batch(
            id=id_,
            kind=BatchKind(kind),
            at=at,
            label=label,
            edits=tuple(edits.get(id_, ())),
            revision=revision,
            decided_by=decided_by,
            workshop=workshop,
            takes=takes,
        )
        for id_, revision, kind, at, label, decided_by, workshop, takes in connection.execute(
            f"SELECT {_BATCH} FROM batch ORDER BY revision"
        )
    ]


def write_taken(connection: sqlite3.Connection, merge: str, batches: Sequence[Batch]) -> int:
    """Keep the batches a merge took over, in order; what the sum of row hashes grows by."""
    rows = [(merge, n, canonical(batch_json(batch))) for n, batch in enumerate(batches)]
    connection.executemany("INSERT INTO taken VALUES (?, ?, ?)", rows)
    return sum(row_hash("taken", row) for row in rows)


def read_taken(connection: sqlite3.Connection) -> dict[str, tuple[Batch, ...]]:
    """The batches that each merge took over, by the merge's id, in their order.

    Raises:
        KeyError, TypeError, ValueError: a row does not hold what it must.
    """
    found: dict[str, list[Batch]] = {}
    for merge, content in connection.execute(
        "SELECT merge, content FROM taken ORDER BY merge, position"
    ):
        found.setdefault(merge, []).append(batch_of(parsed(content)))
    return {merge: tuple(batches) for merge, batches in found.items()}


def _key(value: Json) -> tuple[str, ...]:
    """The key of a row, as the journal keeps it."""
    if not isinstance(value, list):
        raise TypeError("a key is a list of texts")
    return tuple(str(part) for part in value)


def _with_field(spec: TableSpec, row: _Row | None, edit: Edit) -> tuple[_Row | None, _Row | None]:
    """The row with the edit's old and with its new value in its field."""
    old, new = spec.column(edit.field, edit.old), spec.column(edit.field, edit.new)
    if row is None:
        return None, None
    at = spec.columns.index(edit.field)
    return (*row[:at], old, *row[at + 1 :]), (*row[:at], new, *row[at + 1 :])


def _normal(spec: TableSpec, edit: Edit, value: Json) -> Json:
    """One side of an edit as reading gives it back."""
    if edit.field != WHOLE_ROW:
        return spec.normal({edit.field: value})[edit.field]
    return spec.normal(value) if isinstance(value, dict) else value


def _where(spec: TableSpec) -> str:
    """The condition that names one row by its key."""
    return " AND ".join(f"{column} = ?" for column in spec.key)


def _marks(row: _Row) -> str:
    """As many question marks as the row has columns."""
    return ", ".join("?" * len(row))
