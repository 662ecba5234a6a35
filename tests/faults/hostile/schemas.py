"""Hostile files whose schema or pages are not ours: none of it may run, all of it is refused."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tests.faults.hostile.making import by_bytes, by_sql, later, nested, whole

from techmodel.store.safe_open import MAX_SIZE

if TYPE_CHECKING:
    from collections.abc import Callable

ENDLESS = "WITH RECURSIVE r (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT i FROM r"


def schema_of(name: str, old: str, new: str) -> Callable[[], bytes]:
    """A table whose text in the schema is another, its content as it was."""
    return by_sql(
        f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}') WHERE name = '{name}'"
    )


def _in_utf_16() -> bytes:
    source = sqlite3.connect(":memory:")
    source.deserialize(whole())
    target = sqlite3.connect(":memory:", isolation_level=None)
    target.execute("PRAGMA encoding = 'UTF-16le'")
    for line in source.iterdump():
        if not line.startswith(("BEGIN", "COMMIT")):
            target.execute(line)
    head = source.execute("PRAGMA application_id").fetchone()[0]
    target.execute(f"PRAGMA application_id = {head}")
    target.execute(f"PRAGMA user_version = {source.execute('PRAGMA user_version').fetchone()[0]}")
    return target.serialize()


def _of_many_tables() -> bytes:
    return by_sql(*(f"CREATE TABLE t{n} (x)" for n in range(3000)))()


def _with_free_pages() -> bytes:
    return by_sql(
        "CREATE TABLE big (x)",
        "INSERT INTO big SELECT zeroblob(3000000)",
        "DROP TABLE big",
    )()


def _freelist(first: int, then: bytes) -> Callable[[], bytes]:
    """Free pages whose list leads somewhere else."""

    def write() -> bytes:
        data = bytearray(_with_free_pages())
        trunk = int.from_bytes(data[32:36], "big")
        data[32:36] = (first or trunk).to_bytes(4, "big")
        place = (trunk - 1) * 4096
        data[place : place + 4] = trunk.to_bytes(4, "big") if then == b"self" else then
        return bytes(data)

    return write


def _page_of(table: str) -> int:
    """Where the root page of a table begins."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(whole())
    row = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    return (row.fetchone()[0] - 1) * 4096


def _page(table: str, place: int, data: bytes) -> Callable[[], bytes]:
    """Other bytes on the root page of a table."""
    return later(lambda: by_bytes(_page_of(table) + place, data))


def _root(table: str, page: str) -> Callable[[], bytes]:
    return by_sql(f"UPDATE sqlite_schema SET rootpage = {page} WHERE name = '{table}'")


def _overflow_to_itself() -> bytes:
    """The checklist's text, on many pages, of which one says that it is the next."""
    data = bytearray(whole())
    content = data.index(b"eNr")  # a packed checklist begins so
    page = (content // 4096 + 2) * 4096
    data[page : page + 4] = (page // 4096 + 1).to_bytes(4, "big")
    return bytes(data)


def _interior_of_itself() -> bytes:
    """A page of a tree that names itself as its own child."""
    place = _page_of("edit")
    number = (place // 4096 + 1).to_bytes(4, "big")
    head = b"\x02\x00\x00\x00\x01\x0f\xf0\x00" + number + b"\x0f\xf0"
    return by_bytes(place, head)()


def _large(value: str) -> Callable[[], bytes]:
    """As many edits with a large value as a file may hold: what takes most memory (T9)."""

    def write() -> bytes:
        edit = (
            "SELECT id, 1000 + {0}, 'setting', '[\"t\"]', 'value', '1', '{1}' FROM batch LIMIT 1"
        )
        edits = (edit.format(n, value) for n in range(MAX_SIZE // (len(value) + 4000)))
        return by_sql(*(f"INSERT INTO edit {one}" for one in edits), sealed=True)()

    return write


KEYS = "{" + ",".join(f'"{n:x}":1' for n in range(0x1000, 0x10000)) + "}"
SCHEMAS: dict[str, Callable[[], bytes]] = {
    "as large as may be, of lists": _large(f"[{'[],' * 300_000}1]"),
    "as large as may be, of keys": _large(KEYS),
    "a view more": by_sql("CREATE VIEW v AS SELECT leak(name) FROM meta"),
    "a view in place of a table": by_sql(
        "DROP TABLE people", "CREATE VIEW people (id, name) AS SELECT 'a', leak('b')"
    ),
    "an endless view": by_sql("DROP TABLE people", f"CREATE VIEW people AS {ENDLESS}"),
    "a huge view": by_sql(
        "DROP TABLE people", "CREATE VIEW people (id, name) AS SELECT 'a', zeroblob(900000000)"
    ),
    "a trigger": by_sql(
        "CREATE TRIGGER t AFTER INSERT ON batch BEGIN SELECT leak(new.id); DELETE FROM edit; END"
    ),
    "a trigger on our seal": by_sql(
        "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN SELECT leak(1); END"
    ),
    "a virtual table": by_sql(
        "INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, "
        "'CREATE VIRTUAL TABLE v USING fts5(x)')"
    ),
    "a virtual table in place of ours": by_sql(
        "UPDATE sqlite_schema SET rootpage = 0, sql = "
        "'CREATE VIRTUAL TABLE people USING csv(filename=''/etc/passwd'')' WHERE name = 'people'"
    ),
    "a generated column": by_sql("ALTER TABLE people ADD COLUMN g TEXT AS (upper(name))"),
    "a check that calls": schema_of("people", "NOT NULL", "NOT NULL CHECK (leak(name) = 1)"),
    "a default that calls": schema_of("people", "NOT NULL", "NOT NULL DEFAULT (leak(1))"),
    "a deep check": schema_of("people", "NOT NULL", f"NOT NULL CHECK ({'(' * 900}1{')' * 900})"),
    "an index on an expression": by_sql("CREATE INDEX i ON people (length(name))"),
    "a partial index": by_sql("CREATE INDEX i ON people (name) WHERE name > 'a'"),
    "no checks any more": schema_of("organisation", "CHECK (in_scope IN (0, 1))", ""),
    "types not kept": schema_of("organisation", "STRICT, WITHOUT ROWID", "WITHOUT ROWID"),
    "another collation": schema_of("people", "NOT NULL", "NOT NULL COLLATE NOCASE"),
    "a column more": by_sql("ALTER TABLE people ADD COLUMN more TEXT"),
    "a table missing": by_sql("DROP TABLE evidence"),
    "a table twice": by_sql("INSERT INTO sqlite_schema SELECT * FROM sqlite_schema LIMIT 1"),
    "a table without a text": by_sql("UPDATE sqlite_schema SET sql = NULL WHERE name = 'people'"),
    "a row of no kind": by_sql("INSERT INTO sqlite_schema VALUES ('x', 'y', 'z', 1, 'nonsense')"),
    "a schema of a megabyte": by_sql(
        "INSERT INTO sqlite_schema VALUES ('table', 't', 't', 2, "
        f"'CREATE TABLE t (x /* {'x' * 1_000_000} */)')"
    ),
    "a deep schema": by_sql(
        "INSERT INTO sqlite_schema VALUES ('view', 'v', 'v', 0, "
        f"'CREATE VIEW v AS SELECT {'(' * 5000}1{')' * 5000}')"
    ),
    "three thousand tables": _of_many_tables,
    "statistics": by_sql("ANALYZE"),
    "text in UTF-16": _in_utf_16,
    "an encoding there is not": by_bytes(56, (7).to_bytes(4, "big")),
    "no format": by_bytes(60, bytes(4)),
    "a negative format": by_bytes(60, b"\xff\xff\xff\xff"),
    "another program's mark": by_bytes(68, b"Mine"),
    "a page size of nought": by_bytes(16, bytes(2)),
    "a page size of three": by_bytes(16, b"\x00\x03"),
    "a page size of 65,536": by_bytes(16, b"\x00\x01"),
    "all of a page reserved": by_bytes(20, b"\xff"),
    "a schema format there is not": by_bytes(44, (9).to_bytes(4, "big")),
    "more pages than there are": by_bytes(28, b"\x7f\xff\xff\xff"),
    "a free list more": by_bytes(32, (3).to_bytes(4, "big") + (2**31 - 1).to_bytes(4, "big")),
    "a free list in a circle": _freelist(0, b"self"),
    "a free list to nowhere": _freelist(0, b"\x7f\xff\xff\xff"),
    "a free list through our rows": _freelist(2, bytes(4)),
    "vacuumed by itself": by_bytes(52, (2).to_bytes(4, "big")),
    "a table on the first page": _root("people", "1"),
    "a table on no page": _root("people", "0"),
    "a table beyond the end": _root("people", "99999"),
    "two tables on one page": _root("people", "(SELECT rootpage FROM sqlite_schema LIMIT 1)"),
    "cells beyond the page": _page("meta", 8, b"\xff\xff" * 8),
    "cells on each other": _page("edit", 8, b"\x0f\x00" * 8),
    "more cells than fit": _page("meta", 3, b"\xff\xff"),
    "a page of no kind": _page("meta", 0, b"\x77"),
    "free bytes in a circle": _page("meta", 1, b"\x00\x01"),
    "a tree in a circle": _interior_of_itself,
    "a text in a circle": _overflow_to_itself,
    "people with odd names": by_sql(
        "INSERT INTO people VALUES ('p', char(27, 0, 8238) || 'x'), ('', '')", sealed=True
    ),
    "deep JSON in the journal": by_sql(f"UPDATE edit SET new = '{nested(100_000)}'", sealed=True),
    "deep JSON in a setting": by_sql(
        f"UPDATE setting SET value = '{nested(100_000)}' WHERE name = 'title'", sealed=True
    ),
    "a number of a megabyte": by_sql(
        f"UPDATE setting SET value = '{'9' * 1_000_000}' WHERE name = 'title'", sealed=True
    ),
    "a key twice": by_sql(
        """UPDATE answer SET value = '{"level":1,"level":9,"state":"level"}'""", sealed=True
    ),
    "no JSON": by_sql("UPDATE setting SET value = 'nonsense'", sealed=True),
    "not a number in JSON": by_sql(
        "UPDATE setting SET value = 'NaN' WHERE name = 'threshold'", sealed=True
    ),
    "not a text": by_sql(
        "UPDATE setting SET value = CAST(x'eda080' AS TEXT) WHERE name = 'title'"
    ),
    "a nought in a text": by_sql(
        "UPDATE organisation SET name = 'a' || char(0) || 'b'", sealed=True
    ),
    "an infinite weight": by_sql("UPDATE organisation SET weight = 9e999"),
    "a kind of batch there is not": by_sql("UPDATE batch SET kind = 'x'", sealed=True),
    "a gap in the revisions": by_sql(
        "UPDATE batch SET revision = revision + 1000 WHERE revision > 2", sealed=True
    ),
    "a history that leads elsewhere": by_sql("UPDATE answer SET note = 'x'", sealed=True),
    "an answer of nobody": by_sql("UPDATE answer SET organisation = 'nobody'", sealed=True),
    "what was taken over is no batch": by_sql(
        "INSERT INTO taken SELECT id, 1, '[]' FROM batch LIMIT 1", sealed=True
    ),
    "what was taken over is deep": by_sql(
        f"INSERT INTO taken SELECT id, 1, '{nested(100_000)}' FROM batch LIMIT 1", sealed=True
    ),
    "which it is stands nowhere": by_sql(
        "DELETE FROM meta WHERE name = 'assessment'", sealed=True
    ),
    "no seal": by_sql("DELETE FROM meta WHERE name = 'digest'"),
}
"""By name; those that are sealed say so themselves."""
