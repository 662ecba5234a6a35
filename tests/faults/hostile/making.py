"""Making hostile files: a whole one, tampered with by SQL, by its bytes, or by our own verbs."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.calls.places import make
from tests.faults.harness.bench import Bench
from tests.faults.machine.rooms import quick_folder
from tests.store.builders import batch

from techmodel.core.journal import WHOLE_ROW, Batch, Edit
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.digest import DIGEST, seal, total_of
from techmodel.store.schema import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from techmodel.core.journal import Json, Tables

HUGE = "x" * 1_000_000
ODD = "a\x00b\x1b[31m\r\n\u202e\u2066\ufeff\x07\x85"
"""A nought, an escape, a carriage return, letters that turn the direction, a bell, a line end."""


@cache
def whole() -> bytes:
    """A published assessment of one domain and three organisations."""
    with quick_folder() as folder:
        bench = Bench(Path(folder))
        bench.document.parent.mkdir(parents=True)
        make(bench, bench.document).close()
        return bench.document.read_bytes()


@cache
def rows() -> Tables:
    """What is in it."""
    return AssessmentFile.from_bytes(whole()).tables()


def by_sql(*statements: str, sealed: bool = False) -> Callable[[], bytes]:
    """The whole file after some SQL of a stranger; sealed again if asked."""

    def write() -> bytes:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.create_function("leak", -1, lambda *_: 1)
        connection.deserialize(whole())
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)
        if sealed:
            found = seal(total_of(connection), FORMAT)
            connection.execute("UPDATE meta SET value = ? WHERE name = ?", (found, DIGEST))
        return connection.serialize()

    return write


def by_bytes(place: int, data: bytes) -> Callable[[], bytes]:
    """The whole file with other bytes at a place; of its end if the place is negative."""

    def write() -> bytes:
        start = place % len(whole())
        return whole()[:start] + data + whole()[start + len(data) :]

    return write


def by_edits(*edits: Edit, **fields: object) -> Callable[[], bytes]:
    """The whole file after one more batch of ours, sealed and journalled as it must be."""
    return by_batches(lambda: [batch_of(*edits, **fields)])


def by_batches(
    batches: Callable[[], Sequence[Batch]], taken: Sequence[Batch] = ()
) -> Callable[[], bytes]:
    """The whole file after some more batches; the last takes over those of another file."""

    def write() -> bytes:
        with quick_folder() as folder:
            file = AssessmentFile.put(Path(folder) / "w.db", whole())
            *first, last = batches()
            for one in first:
                file.apply(one)
            file.apply(last, taken)
            data = file.serialize()
            file.close()
            return data

    return write


def later(make: Callable[[], Callable[[], bytes]]) -> Callable[[], bytes]:
    """A file of which even the way to make it is found when it is made."""

    def write() -> bytes:
        return make()()

    return write


def batch_of(*edits: Edit, **fields: object) -> Batch:
    """A batch with these fields."""
    made = batch(*edits)
    return Batch(**{**{f: getattr(made, f) for f in made.__slots__}, **fields})


def new_row(table: str, key: Sequence[str], row: dict[str, Json]) -> Edit:
    """A row that was not there."""
    return Edit(table, tuple(key), WHOLE_ROW, None, row)


def field(table: str, name: str, new: Json, at: int = 0) -> Edit:
    """Another value in a field of one of the rows that are there."""
    key, row = sorted(rows()[table].items())[at]
    return Edit(table, key, name, row[name], new)


def value(
    state: Json = "level", level: Json = 2, provider: Json = None, reason: Json = ""
) -> Json:
    """An answer's value, possible or not."""
    return {"state": state, "level": level, "provider": provider, "reason": reason}


def by_field(table: str, name: str, new: Json) -> Callable[[], bytes]:
    """The whole file with another value in a field of one of its rows."""
    return later(lambda: by_edits(field(table, name, new)))


def answer(new: Json) -> Callable[[], bytes]:
    """One answer has another value."""
    return later(lambda: by_edits(field("answer", "value", new)))


def setting(name: str, new: Json) -> Callable[[], bytes]:
    """A setting has another value, or is there for the first time."""

    def write() -> bytes:
        old = rows()["setting"].get((name,))
        if old is None:
            return by_edits(new_row("setting", [name], {"value": new}))()
        return by_edits(Edit("setting", (name,), "value", old["value"], new))()

    return write


def nested(depth: int) -> str:
    """JSON that is nested so deep."""
    return "[" * depth + "]" * depth
