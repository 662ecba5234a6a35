"""Whether a database is whole: schema, structure, seal, and a journal that gives the tables."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, SealBroken
from techmodel.core.journal import replay
from techmodel.core.sense import find_nonsense
from techmodel.store.digest import read_seal, seal, total_of
from techmodel.store.disk import answers
from techmodel.store.edits import read_batches, read_taken
from techmodel.store.problems import DAMAGED, database_problem, no_answer
from techmodel.store.schema import TABLES, expected_schema, format_of, found_schema, layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from techmodel.core.journal import Batch, Tables

    Content = tuple[list[Batch], Tables]
    """The whole journal, ascending revision, and the journalled tables."""

_UNREADABLE = (
    sqlite3.Error,
    ValueError,
    TypeError,
    LookupError,
    OverflowError,
    RecursionError,
)
"""What reading a damaged database raises."""


@contextmanager
def damage_named(name: str) -> Iterator[None]:
    """Turn everything that reading a damaged database can raise into one sentence.

    Raises:
        DamagedFile: in place of what SQLite, decoding or our own values raised inside.
        FileProblem: in place of what only the disk or another program is to blame for.
    """
    try:
        yield
    except _UNREADABLE as error:
        raise database_problem(name, error) from error


@contextmanager
def damage_proved(name: str, path: Path | None) -> Iterator[None]:
    """Say "damaged" only of a file that the disk gives whole (trust.md 2.1, rules 3 and 7).

    SQLite says it, too, when a disk refuses a page.

    Raises:
        DamagedFile: the file can be read, and is damaged.
        FileProblem: it cannot be read.
    """
    try:
        with damage_named(name):
            yield
    except DamagedFile as error:
        if path is not None and not answers(path):
            raise no_answer(name) from error
        raise


def check_length(data: bytes, name: str) -> None:
    """Check that all pages are there that the header counts, where its count is valid.

    Raises:
        DamagedFile: the file is cut short.
    """
    page, pages = (int.from_bytes(data[a:b], "big") for a, b in ((16, 18), (28, 32)))
    if data[24:28] == data[92:96] and len(data) < pages * page:
        raise _damaged(name, "it is cut short")


def check_structure(connection: sqlite3.Connection, name: str) -> None:
    """Check that the schema is exactly ours and that SQLite finds no fault.

    Raises:
        DamagedFile: the schema is another, or SQLite finds the file damaged.
    """
    with damage_named(name):
        if found_schema(connection) != expected_schema(format_of(connection)):
            raise _damaged(name, "its tables are not those of an assessment")
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise _damaged(name, "parts of it contradict each other")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise _damaged(name, "it names organisations that it does not hold")


def check_seal(connection: sqlite3.Connection, name: str) -> int:
    """Count the digest afresh and compare; the sum of all row hashes.

    Raises:
        SealBroken: the content is not what was sealed.
        DamagedFile: it cannot be read.
    """
    with damage_named(name):
        total = total_of(connection)
        if read_seal(connection) != seal(total, format_of(connection)):
            what = "its content does not match its seal; it may have been edited by something else"
            raise SealBroken(DAMAGED.format(name=name, what=what))
    return total


def check_journal(connection: sqlite3.Connection, name: str) -> Content:
    """Check the law of the journal: replaying it gives the tables (design.md 5).

    Returns:
        what was read for it.

    Raises:
        DamagedFile: it does not.
    """
    with damage_named(name):
        batches = read_batches(connection)
        tables = read_tables(connection)
        revisions = [batch.revision for batch in batches]
        if revisions != list(range(1, len(batches) + 1)) or replay(batches) != tables:
            raise _damaged(name, "its history does not lead to what it shows")
    return batches, tables


def check_sense(connection: sqlite3.Connection, name: str, content: Content | None = None) -> None:
    """Check that what a stranger's file holds can have been written by verbs (trust.md F15).

    Args:
        connection: the file.
        name: what the file is called.
        content: what `check_journal` has read of it; None reads it.

    Raises:
        DamagedFile: it cannot, or what merges took over cannot be read.
    """
    with damage_named(name):
        taken = read_taken(connection) if "taken" in layout(format_of(connection)) else {}
        batches, tables = content or (read_batches(connection), read_tables(connection))
        nonsense = find_nonsense(chain(batches, *taken.values()), tables)
        if nonsense:
            raise _damaged(name, f"it holds {nonsense}")


def check_story(connection: sqlite3.Connection, name: str) -> None:
    """Check journal and sense, reading them once; what that takes of memory is free again then.

    Raises:
        DamagedFile: as `check_journal` and `check_sense`.
    """
    content = check_journal(connection, name)
    check_sense(connection, name, content)


def own_id(connection: sqlite3.Connection) -> str | None:
    """The assessment's id, from the table about the file itself; None if it does not say."""
    found = connection.execute("SELECT value FROM meta WHERE name = 'assessment'").fetchone()
    return None if found is None else str(found[0])


def read_tables(connection: sqlite3.Connection) -> Tables:
    """The journalled tables as replaying would give them; empty ones are left out."""
    tables: Tables = {}
    present = layout(format_of(connection))
    for spec in TABLES.values():
        if spec.name not in present:
            continue
        width = len(spec.key)
        rows = connection.execute(f"SELECT {', '.join(spec.columns)} FROM {spec.name}")
        found = {row[:width]: spec.decode(row) for row in rows}
        if found:
            tables[spec.name] = found
    return tables


def _damaged(name: str, what: str) -> DamagedFile:
    """The error that says what is wrong with a file."""
    return DamagedFile(DAMAGED.format(name=name, what=what))
