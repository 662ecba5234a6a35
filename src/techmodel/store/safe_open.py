"""Opening a file that may be anything: foreign, damaged, hostile or newer (trust.md F10-F15).

The file is read once, as bytes, and never opened by SQLite where it lies, so that it stays as it
is, bit for bit, and what was checked is what was hashed.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, FileProblem, NewerFile, NotOurFile
from techmodel.core.file_starts import SQLITE
from techmodel.store import checking
from techmodel.store.digest import put_seal, read_rows
from techmodel.store.file_kinds import kind_of
from techmodel.store.problems import DAMAGED, reading_problem
from techmodel.store.schema import (
    APPLICATION_ID,
    FORMAT,
    expected_schema,
    format_of,
    found_schema,
    layout,
    statements,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_SIZE = 24_000_000
"""Bytes, ten times what 5,000 changes take; a larger file is neither read nor made.

Reading takes up to twelve times the size in memory, and may take 300 MB (trust.md 5.2, T9).
"""

_SNIFF = 8192
_HEADER = 100
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 20_000_000),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 10),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 25_000),
    (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 16),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
    (sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 100),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "query_only = ON",
    "temp_store = MEMORY",
)
_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock."""
_SECONDS, _SECONDS_PER_BYTE = 2.0, 4e-7
"""Of our own work, so that a busy or sleeping computer calls no file damaged."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A document that was read and checked.

    Attributes:
        image: its content as the bytes of a fresh database of the newest format.
        hash: the SHA-256 of the file itself.
        original: the file's own bytes.
        number: the format they are of.
    """

    image: bytes
    hash: str
    original: bytes
    number: int


def verified_bytes(path: Path) -> tuple[bytes, str]:
    """A document's content as the bytes of a fresh database, and the SHA-256 of the file itself.

    Raises:
        NotOurFile: it is something else; the sentence says what.
        NewerFile: a newer version of this program made it.
        DamagedFile: it is empty, cut short, altered, or contradicts itself.
        FileProblem: it is not there, a folder, too large, or cannot be read.
    """
    found = verified(path)
    return found.image, found.hash


def verified(path: Path) -> Verified:
    """A document, checked from the first byte to the last. Raises as `verified_bytes`."""
    data = _whole(path)
    name = f"'{path.name}'"
    with guarded(data, name) as connection:
        checking.check_structure(connection, name)
        checking.check_seal(connection, name)
        checking.check_story(connection, name)
        with checking.damage_named(name):
            image, number = _fresh_copy(connection), format_of(connection)
    return Verified(image, sha256(data).hexdigest(), data, number)


def unsealed_bytes(path: Path) -> bytes:
    """The content of a document of which only the seal does not match, sealed anew, for looking.

    Raises:
        DamagedFile: more is wrong with it.
        FileProblem: as `verified_bytes`.
    """
    name = f"'{path.name}'"
    with guarded(_whole(path), name) as connection:
        checking.check_structure(connection, name)
        checking.check_sense(connection, name)
        with checking.damage_named(name):
            return _fresh_copy(connection, seal=True)


def upgraded(data: bytes, name: str) -> bytes:
    """Checked bytes of any format as a database of the newest one. Raises as `verified_bytes`."""
    with guarded(data, name) as connection, checking.damage_named(name):
        return _fresh_copy(connection)


def assessment_in(path: Path) -> str:
    """The id of the assessment that a file says it holds, damaged or not; "" if it does not say.

    Nothing of the file is run, and none of it but its schema and that one row is believed.
    """
    name = f"'{path.name}'"
    with (
        suppress(FileProblem),
        guarded(_whole(path), name) as connection,
        checking.damage_named(name),
    ):
        if found_schema(connection) == expected_schema(format_of(connection)):
            return checking.own_id(connection) or ""
    return ""


def check_content(data: bytes, name: str) -> None:
    """Check schema, structure and seal of a document's bytes.

    Raises:
        FileProblem: as `verified_bytes`.
    """
    with guarded(data, name) as connection:
        checking.check_structure(connection, name)
        checking.check_seal(connection, name)


def check_kind(path: Path) -> None:
    """Check by place, size and first bytes that a file is an assessment we can read.

    Raises:
        FileProblem: as `verified_bytes`.
    """
    try:
        _check_place(path)
        with path.open("rb") as file:
            start = file.read(_SNIFF)
            file.seek(-min(_SNIFF, path.stat().st_size), os.SEEK_END)
            end = file.read(_SNIFF)
    except OSError as error:
        raise reading_problem(path, error) from error
    if not start.startswith(SQLITE):
        raise _not_ours(path.name, start, end)
    check_header(start, f"'{path.name}'")


def check_header(data: bytes, name: str) -> None:
    """Check the first hundred bytes, before SQLite sees them.

    Raises:
        NotOurFile: another program's database.
        NewerFile: a newer format than ours.
        DamagedFile: cut short, or of no format there ever was.
    """
    if len(data) < _HEADER:
        raise DamagedFile(DAMAGED.format(name=name, what="it is cut short"))
    if int.from_bytes(data[68:72], "big") != APPLICATION_ID:
        raise NotOurFile(f"{name} is {kind_of(data)}, not an assessment.")
    number = int.from_bytes(data[60:64], "big")
    if number > FORMAT:
        raise NewerFile(
            f"{name} was made with a newer version of this program (its format is {number}, this "
            f"version reads up to {FORMAT}). It was not changed. Ask IT for the newer version."
        )
    if number < 1:
        raise DamagedFile(DAMAGED.format(name=name, what="it does not say its format"))


@contextmanager
def guarded(data: bytes, name: str) -> Iterator[sqlite3.Connection]:
    """A database in memory holding bytes not trusted, with limits on size, time and what may run.

    Raises:
        FileProblem: as `verified_bytes`, from the header or from what is done inside.
    """
    check_header(data, name)
    checking.check_length(data, name)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with checking.damage_named(name):
            # Bytes 18 and 19 say "write-ahead log" when another tool looked in: not content.
            connection.deserialize(data[:18] + b"\x01\x01" + data[20:])
            _restrict(connection, _SECONDS + _SECONDS_PER_BYTE * len(data))
        yield connection
    finally:
        connection.close()


def _restrict(connection: sqlite3.Connection, seconds: float) -> None:
    """Let a connection read only, run nothing of the file's, and stop after seconds of work."""
    deadline = time.thread_time() + seconds
    connection.set_progress_handler(lambda: time.thread_time() > deadline, _STEPS)
    for category, limit in _LIMITS:
        connection.setlimit(category, limit)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _fresh_copy(source: sqlite3.Connection, *, seal: bool = False) -> bytes:
    """A new database, of the newest format, with the rows of a checked one and nothing else.

    With `seal` it is sealed anew, whatever seal the source has.
    """
    number = format_of(source)
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        fresh.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        fresh.execute(f"PRAGMA user_version = {number}")
        fresh.execute("BEGIN")
        for statement in statements(number):
            fresh.execute(statement)
        for table, columns in layout(number).items():
            marks = ", ".join("?" * len(columns))
            fresh.executemany(f"INSERT INTO {table} VALUES ({marks})", read_rows(source, table))
        fresh.execute("COMMIT")
        if number != FORMAT:
            _upgrade(fresh)
        if seal or number != FORMAT:
            put_seal(fresh)
        return fresh.serialize()
    finally:
        fresh.close()


def _upgrade(fresh: sqlite3.Connection) -> None:
    """Bring a copy of an older document to the newest format; its seal is not renewed."""
    from techmodel.store.migrations import upgrade  # noqa: PLC0415 - starts light

    upgrade(fresh)


def _whole(path: Path) -> bytes:
    """All bytes of a file that looks like an assessment we can read."""
    check_kind(path)
    try:
        with path.open("rb") as file:
            return file.read(MAX_SIZE)
    except OSError as error:
        raise reading_problem(path, error) from error


def _check_place(path: Path) -> None:
    """Check that there is a file of a size that can be one of ours."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise FileProblem(f"'{path.name or path}' is a folder, not an assessment.")
    if not stat.S_ISREG(found.st_mode):
        raise NotOurFile(f"'{path.name}' is not a file, so it cannot be an assessment.")
    if found.st_size == 0:
        raise DamagedFile(
            f"'{path.name}' is empty (0 bytes): copying or syncing it may not have finished. We "
            "have not changed it."
        )
    if found.st_size > MAX_SIZE:
        size = -(-found.st_size // 1_000_000)
        raise NotOurFile(
            f"'{path.name}' is too large to be an assessment ({size:,} MB; "
            f"the limit is {MAX_SIZE // 1_000_000} MB)."
        )


def _not_ours(name: str, start: bytes, end: bytes) -> FileProblem:
    """The error for a file whose first bytes are not a database's."""
    if SQLITE.startswith(start):
        return DamagedFile(DAMAGED.format(name=f"'{name}'", what="it is cut short"))
    return NotOurFile(f"'{name}' is {kind_of(start, end)}, not an assessment.")
