"""The content digest: a seal over the schema and every row (design.md 5).

SHA-256 over (format and schema text, sum modulo 2^256 of the SHA-256 of every canonical row but
the digest's own). A sum, so that a transaction can subtract the rows as they were and add them as
they are, without reading the others.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from techmodel.store.schema import FORMAT, expected_schema, format_of, layout
from techmodel.store.table_spec import canonical

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from techmodel.store.table_spec import Column

DIGEST = "digest"
"""The name in `meta` under which the digest stands."""

_MODULUS = 1 << 256


def row_hash(table: str, row: Sequence[Column]) -> int:
    """The SHA-256 of a canonical row, as a number; `row` has all columns in the file's order."""
    return int.from_bytes(sha256(canonical([table, *row]).encode()).digest(), "big")


def sum_of(table: str, rows: Iterable[Sequence[Column]]) -> int:
    """The sum of the hashes of some rows, leaving out the digest's own."""
    return sum(row_hash(table, row) for row in rows if not (table == "meta" and row[0] == DIGEST))


def seal(total: int, number: int = FORMAT) -> str:
    """The digest of a file of a format whose row hashes add up to `total`."""
    return sha256(_head(number) + (total % _MODULUS).to_bytes(32, "big")).hexdigest()


@cache
def _head(number: int) -> bytes:
    """What the digest says about format and schema."""
    return canonical([number, expected_schema(number)]).encode()


def read_rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Column, ...]]:
    """All rows of a table of the database's format, all columns in the file's order.

    One by one: a large file's journal would take several times its size.
    """
    columns = ", ".join(layout(format_of(connection))[table])
    return connection.execute(f"SELECT {columns} FROM {table}")  # our own names


def total_of(connection: sqlite3.Connection) -> int:
    """The sum over every row of a database, counted afresh."""
    tables = layout(format_of(connection))
    return sum(sum_of(table, read_rows(connection, table)) for table in tables)


def put_seal(
    connection: sqlite3.Connection, total: int | None = None, number: int = FORMAT
) -> str:
    """Write the digest that belongs to a sum of row hashes, which is counted if not given.

    Returns:
        the digest.
    """
    digest = seal(total_of(connection) if total is None else total, number)
    connection.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        (DIGEST, digest),
    )
    return digest


def read_seal(connection: sqlite3.Connection) -> str:
    """The digest that a database holds, "" if none."""
    found = connection.execute("SELECT value FROM meta WHERE name = ?", (DIGEST,)).fetchone()
    return str(found[0]) if found else ""
