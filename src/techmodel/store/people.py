"""People's names: stored once, outside the journal, inside the seal (design.md 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.store.digest import put_seal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

REMOVED = "names removed"
"""In `meta`: that names were removed, so that a merge brings none back."""


def read_people(connection: sqlite3.Connection) -> dict[str, str]:
    """The names by id, in the order of the names."""
    return dict(connection.execute("SELECT id, name FROM people ORDER BY name, id").fetchall())


def write_people(connection: sqlite3.Connection, people: Mapping[str, str]) -> None:
    """Put names under their ids, inside a transaction; the seal is not renewed."""
    connection.executemany(
        "INSERT INTO people VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name",
        sorted(people.items()),
    )


def were_removed(connection: sqlite3.Connection) -> bool:
    """Whether names were removed from the database once."""
    found = connection.execute("SELECT 1 FROM meta WHERE name = ?", (REMOVED,))
    return found.fetchone() is not None


def forget_people(connection: sqlite3.Connection) -> None:
    """Delete all names and say so in `meta`, inside a transaction; the seal is not renewed."""
    connection.execute("DELETE FROM people")
    connection.execute("INSERT INTO meta VALUES (?, 'yes') ON CONFLICT DO NOTHING", (REMOVED,))


def without_people(connection: sqlite3.Connection, number: int) -> bytes:
    """The bytes of a database in memory without its names, sealed anew, no page of it reused.

    Args:
        connection: checked, writable, and the caller's to change.
        number: the format it is of.
    """
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN")
    forget_people(connection)
    put_seal(connection, number=number)
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    return connection.serialize()
