"""Organisations that a merge made one of two: files as if it had always been one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from techmodel.core.aliases import ALIASES
from techmodel.core.difference import difference
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.merge_fields import ENDS, ends_of
from techmodel.core.merge_parts import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from techmodel.core.journal import Batch, Json, Tables
    from techmodel.core.merge_parts import RowKey

    Row = dict[str, Json]
    Aliases = Mapping[str, str]


def remembered(*sides: Side) -> dict[str, str]:
    """Which organisation each id stands for, by all decisions that the files remember.

    What is one with the same organisation is one; of all their ids the smallest stays.
    """
    ends: dict[str, str] = {}
    for gone, stays in sorted(_decisions(sides)):
        one = {ends.get(gone, gone), ends.get(stays, stays)}
        one |= {gone, stays, *(id_ for id_, end in ends.items() if end in one)}
        ends |= dict.fromkeys(one, min(one))
    return {id_: end for id_, end in sorted(ends.items()) if id_ != end}


def _decisions(sides: Iterable[Side]) -> Iterator[tuple[str, str]]:
    """The pairs of organisations that the files say are one."""
    for side in sides:
        row = side.tables.get("setting", {}).get((ALIASES,))
        value = row["value"] if row else None
        if isinstance(value, dict):
            yield from ((gone, stays) for gone, stays in value.items() if isinstance(stays, str))


def in_force(aliases: Aliases, *sides: Side) -> dict[str, str]:
    """The aliases without those that a file has gone back on: where it has both, they are two."""
    present = [[k[0] for k in side.tables.get("organisation", {})] for side in sides]
    counts = [Counter(aliases.get(id_, id_) for id_ in ids) for ids in present]
    two = {
        id_
        for ids, count in zip(present, counts, strict=True)
        for id_ in ids
        if count[aliases.get(id_, id_)] > 1
    }
    return {gone: end for gone, end in aliases.items() if gone not in two}


def renamed(side: Side, aliases: Aliases) -> Side:
    """A side as if every organisation had always had the id that it goes by now."""
    if not aliases:
        return side
    return Side(
        tuple(_renamed_own(side, aliases)),
        _renamed_tables(side.tables, aliases),
        {
            merge: tuple(replace(b, edits=tuple(_renamed_edits(b, aliases))) for b in taken)
            for merge, taken in side.taken.items()
        },
    )


def _renamed_tables(tables: Tables, aliases: Aliases) -> Tables:
    """The rows under the ids they go by."""
    return {
        table: {
            _renamed_key(table, key, aliases): _renamed_row(table, row, aliases)
            for key, row in rows.items()
        }
        for table, rows in tables.items()
    }


def _renamed_own(side: Side, aliases: Aliases) -> Iterator[Batch]:
    """The own batches, with what they did to rows of organisations that have become one.

    While there were two, the row under the id that stays is the one that counts.
    """
    rows = _OneOfTwo(aliases)
    for batch in side.batches:
        others = replace(batch, edits=tuple(e for e in batch.edits if not rows.take(e)))
        edits = (*_renamed_edits(others, aliases), *rows.changes())
        yield replace(batch, edits=edits)


def _renamed_edits(batch: Batch, aliases: Aliases) -> Iterator[Edit]:
    """The edits of a batch under the ids their organisations go by."""
    for edit in batch.edits:
        whole = edit.field == WHOLE_ROW
        old, new = (
            _renamed_row(edit.table, value, aliases)
            if whole and isinstance(value, dict)
            else _renamed_value(edit.table, edit.field, value, aliases)
            for value in (edit.old, edit.new)
        )
        key = _renamed_key(edit.table, edit.key, aliases)
        yield Edit(edit.table, key, edit.field, old, new)


def _renamed_key(table: str, key: tuple[str, ...], aliases: Aliases) -> tuple[str, ...]:
    ends = ENDS.get(table, ())
    return tuple(aliases.get(part, part) if n in ends else part for n, part in enumerate(key))


def _renamed_row(table: str, row: Row, aliases: Aliases) -> Row:
    return {field: _renamed_value(table, field, value, aliases) for field, value in row.items()}


def _renamed_value(table: str, field: str, value: Json, aliases: Aliases) -> Json:
    if table == "evidence" and field == "organisation":
        return _alias(value, aliases)
    if table == "answer" and field == "value" and isinstance(value, dict):
        return {**value, "provider": _alias(value.get("provider"), aliases)}
    return value


def _alias(id_: Json, aliases: Aliases) -> Json:
    return aliases.get(id_, id_) if isinstance(id_, str) else id_


class _OneOfTwo:
    """The rows of organisations that have become one, batch by batch."""

    def __init__(self, aliases: Aliases) -> None:
        self._aliases = aliases
        self._ids: dict[str, list[str]] = {}
        for gone, end in sorted(aliases.items()):
            self._ids.setdefault(end, [end]).append(gone)
        self._real: dict[RowKey, Row] = {}
        self._shown: dict[RowKey, Row] = {}
        self._moved: dict[RowKey, None] = {}

    def take(self, edit: Edit) -> bool:
        """Take an edit in if it is about such a row; whether it is."""
        key = _renamed_key(edit.table, edit.key, self._aliases)
        if self._ids.keys().isdisjoint(ends_of(edit.table, key)):
            return False
        row = edit.table, edit.key
        if edit.field != WHOLE_ROW:
            self._real[row] = {**self._real.get(row, {}), edit.field: edit.new}
        elif isinstance(edit.new, dict):
            self._real[row] = edit.new
        else:
            self._real.pop(row, None)
        self._moved[edit.table, key] = None
        return True

    def changes(self) -> Iterator[Edit]:
        """What the edits taken in since the last call came to, seen as one organisation."""
        for table, key in self._moved:
            row = table, key
            before, after = self._shown.pop(row, None), self._seen(table, key)
            if after is not None:
                self._shown[row] = after
            yield from difference(_only(row, before), _only(row, after))
        self._moved.clear()

    def _seen(self, table: str, key: tuple[str, ...]) -> Row | None:
        """The row that counts, under the ids that stay."""
        ends = ENDS[table]
        ids = [self._ids.get(p, [p]) if n in ends else [p] for n, p in enumerate(key)]
        for one in product(*ids):
            real = self._real.get((table, one))
            if real is not None:
                return _renamed_row(table, real, self._aliases)
        return None


def _only(row: RowKey, fields: Row | None) -> Tables:
    """Tables with one row, or none."""
    return {} if fields is None else {row[0]: {row[1]: fields}}
