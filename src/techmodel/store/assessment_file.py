"""An assessment as a file: rows, journal and seal, always changed together."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from techmodel.core.errors import DamagedFile, FileProblem
from techmodel.store import checking
from techmodel.store.digest import put_seal, total_of
from techmodel.store.disk import put_whole
from techmodel.store.edits import (
    RowsTouched,
    normal,
    read_batches,
    read_taken,
    write_batch,
    write_taken,
)
from techmodel.store.problems import DAMAGED, no_room, not_confirmed, saving_problem
from techmodel.store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from techmodel.core.journal import Batch, Json, Tables

PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "secure_delete = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)
"""How a working file is opened (design.md 5): durable when COMMIT returns, alone, never WAL.

The last keeps SQLite from writing anything anywhere else.
"""

_NAME = "This assessment"
_WORKING = "The working file"

_T = TypeVar("_T")


class AssessmentFile:
    """The database of one assessment: a working file on disk, or a picture in memory.

    Attributes:
        id: the assessment's id.
        revision: the newest batch's, 0 while there is none.
        read_only: whether `apply` is refused.
    """

    def __init__(
        self, connection: sqlite3.Connection, *, read_only: bool, path: Path | None = None
    ) -> None:
        self._connection = connection
        self._path = path
        self.read_only = read_only
        self.revision = 0
        self._total: int | None = None
        self._known = False
        self._batches: list[Batch] | None = None
        self._look_again()
        self.id = self._own_id()

    @classmethod
    def create(cls, path: Path | None, assessment_id: str) -> AssessmentFile:
        """An empty file of the newest format at `path`, or in memory.

        Raises:
            FileProblem: the file could not be made.
        """
        from techmodel.store.migrations import migrate  # noqa: PLC0415 - starts light

        connection = sqlite3.connect(":memory:", isolation_level=None)
        migrate(connection)
        connection.execute("INSERT INTO meta VALUES ('assessment', ?)", (assessment_id,))
        put_seal(connection)
        if path is None:
            return cls(_prepared(connection), read_only=False)
        data = connection.serialize()
        connection.close()
        return cls.put(path, data)

    @classmethod
    def put(cls, path: Path, data: bytes) -> AssessmentFile:
        """A working file made of verified bytes.

        Raises:
            FileProblem: the file could not be made.
        """
        try:
            put_whole(path, data)
        except OSError as error:
            raise no_room(path.parent) from error
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> AssessmentFile:
        """The working file at a path, taken back to its last transaction if that was cut short.

        Raises:
            FileInUse: another process has it open.
            DamagedFile: it cannot be read.
        """
        with checking.damage_named(_WORKING):
            connection = sqlite3.connect(path, isolation_level=None, timeout=0.2)
        try:
            with checking.damage_proved(_WORKING, path):
                return cls(_prepared(connection), read_only=False, path=path)
        except BaseException:
            connection.close()
            raise

    @classmethod
    def from_bytes(cls, data: bytes) -> AssessmentFile:
        """Verified bytes as a picture in memory, for reading only."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(data)
        _prepared(connection).execute("PRAGMA query_only = ON")
        return cls(connection, read_only=True)

    def rows(self, table: str) -> tuple[dict[str, Json], ...]:
        """All rows of a journalled table: every column by name, in the table's order.

        Values of JSON fields may be shared between rows; they are for reading only.
        """
        spec = TABLES[table]
        rows = f"SELECT {', '.join(spec.columns)} FROM {table} ORDER BY {', '.join(spec.order)}"
        return self._read(lambda: spec.named(self._connection.execute(rows)))

    def tables(self) -> Tables:
        """All journalled tables by key, as replaying the journal gives them."""
        return self._read(lambda: checking.read_tables(self._connection))

    def batches(self) -> tuple[Batch, ...]:
        """The whole journal, ascending revision."""
        if self._batches is None:
            self._batches = self._read(lambda: read_batches(self._connection))
        return tuple(self._batches)

    def taken(self) -> Mapping[str, tuple[Batch, ...]]:
        """The batches of other files that merges took over, by the id of the merge, in order."""
        return self._read(lambda: read_taken(self._connection))

    def as_of(self, revision: int) -> AssessmentFile:
        """The file as it was just after a batch, in memory, for reading only.

        Raises:
            ValueError: the journal does not lead there: a damaged file.
        """
        from techmodel.store.as_was import picture_of  # noqa: PLC0415 - starts light

        batches = [batch for batch in self.batches() if batch.revision <= revision]
        return AssessmentFile(picture_of(self.id, batches), read_only=True)

    def apply(self, batch: Batch, taken: Sequence[Batch] = ()) -> Batch:
        """Write a batch, rows and journal, in one durable transaction; returned with its revision.

        Args:
            batch: what to write; its revision is given here.
            taken: of a merge, the other file's batches it takes over, in their order.

        Raises:
            FileProblem: it could not be written; then nothing of it is.
            ValueError: an edit's old value is not the value found, or a value is not of its
                field's type, or a row is named that does not exist: a bug of ours.
        """
        if self.read_only:
            raise FileProblem("Nothing was changed: this assessment was opened for reading.")
        edits = tuple(normal(edit) for edit in batch.edits)
        with self._transaction():
            applied = replace(batch, revision=self.revision + 1, edits=edits)
            before = total_of(self._connection) if self._total is None else self._total
            total = before + self._write(applied, taken)
            put_seal(self._connection, total)
        self._total, self.revision = total, applied.revision
        if self._batches is not None:
            self._batches.append(applied)
        return applied

    def serialize(self) -> bytes:
        """The whole database as the bytes of one file that needs no other beside it."""
        return self._connection.serialize()

    def verify(self) -> None:
        """Check everything there is to check: schema, structure, seal, and that the journal holds.

        Raises:
            DamagedFile: something is not as it must be.
        """
        with checking.damage_proved(_NAME, self._path):
            checking.check_structure(self._connection, _NAME)
            checking.check_seal(self._connection, _NAME)
            checking.check_journal(self._connection, _NAME)

    def close(self) -> None:
        """Let the file go; closing twice does no harm."""
        self._connection.close()

    def _write(self, batch: Batch, taken: Sequence[Batch]) -> int:
        """Write rows and journal inside a transaction; what the sum of row hashes grows by."""
        touched = RowsTouched(self._connection)
        for edit in batch.edits:
            touched.edit(edit)
        journal = write_batch(self._connection, batch)
        return touched.write() + journal + write_taken(self._connection, batch.id, taken)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One transaction that is durable after the block, or has not happened."""
        known, self._known = self._known, False
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            if not known:
                self._look_again()
                self._known = False
            yield
            self._connection.execute("COMMIT")
            self._known = True
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError) as error:
            raise ValueError("the batch breaks a rule of the tables") from error
        except sqlite3.Error as error:
            self._back()
            raise self._why_not_saved(error) from error
        finally:
            if not self._known:
                self._back()

    def _why_not_saved(self, error: sqlite3.Error) -> FileProblem:
        """Why a transaction failed; damage is only said once it is proved."""
        problem = saving_problem(error)
        if isinstance(problem, DamagedFile) and not self._is_damaged():
            return not_confirmed()
        return problem

    def _is_damaged(self) -> bool:
        """Whether the disk gives the file, and it is not whole."""
        try:
            self.verify()
        except FileProblem as error:
            return isinstance(error, DamagedFile)
        return False

    def _read(self, reading: Callable[[], _T]) -> _T:
        """What reading gives; tried twice, as the disk may refuse a page once.

        Raises:
            FileProblem: it cannot be read, or is damaged.
        """
        with suppress(sqlite3.Error):
            return reading()
        with checking.damage_proved(_WORKING, self._path):
            return reading()

    def _back(self) -> None:
        """End a failed transaction; the file itself says whether it has happened after all."""
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._look_again()

    def _look_again(self) -> None:
        """Learn the revision from the file: at the start, and after a failed transaction."""
        newest = self._connection.execute("SELECT coalesce(max(revision), 0) FROM batch")
        self.revision = int(newest.fetchone()[0])
        self._total = None  # summed up when it is first needed, at the next write
        self._batches = None
        self._known = True

    def _own_id(self) -> str:
        """The assessment's id, from the table about the file itself."""
        found = self._connection.execute("SELECT value FROM meta WHERE name = 'assessment'")
        row = found.fetchone()
        if row is None:
            raise DamagedFile(DAMAGED.format(name=_NAME, what="it does not say which it is"))
        return str(row[0])


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection with all our pragmas, holding its file alone from now on."""
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    return connection
