"""An assessment as a file: rows, journal and seal, always changed together."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, FileProblem
from techmodel.store import checking
from techmodel.store.database import NAME, Database, prepared
from techmodel.store.digest import put_seal, read_seal, total_of
from techmodel.store.disk import put_whole
from techmodel.store.edits import (
    RowsTouched,
    normal,
    read_batches,
    read_taken,
    write_batch,
    write_taken,
)
from techmodel.store.people import forget_people, read_people, were_removed, write_people
from techmodel.store.problems import DAMAGED, no_room, not_confirmed
from techmodel.store.schema import TABLES, format_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from techmodel.core.journal import Batch, Json, Tables


class AssessmentFile:
    """The database of one assessment: a working file on disk, or a picture in memory.

    Attributes:
        id: the assessment's id.
        revision: the newest batch's, 0 while there is none.
        read_only: whether every change is refused.
        seal: the digest of the content, which changes with whatever is changed.
    """

    def __init__(self, database: Database, *, read_only: bool) -> None:
        self._db = database
        self.read_only = read_only
        self.revision = 0
        self.seal = ""
        self._total: int | None = None
        self._batches: list[Batch] | None = None
        database.learn = self._look_again
        database.read(lambda _: self._look_again())
        self.id = database.read(_own_id)

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
            return cls(Database(prepared(connection)), read_only=False)
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
        database = Database.on_disk(path)
        try:
            return cls(database, read_only=False)
        except BaseException:
            database.connection.close()
            raise

    @classmethod
    def from_bytes(cls, data: bytes) -> AssessmentFile:
        """Verified bytes as a picture in memory, for reading only."""
        database = Database.in_memory(data)
        database.connection.execute("PRAGMA query_only = ON")
        return cls(database, read_only=True)

    @classmethod
    def scratch(cls, data: bytes) -> AssessmentFile:
        """Verified bytes in memory, to write on and to serialise: nothing of it is durable."""
        return cls(Database.in_memory(data), read_only=False)

    def rows(self, table: str) -> tuple[dict[str, Json], ...]:
        """All rows of a journalled table: every column by name, in the table's order.

        Values of JSON fields may be shared between rows; they are for reading only.
        """
        spec = TABLES[table]
        rows = f"SELECT {', '.join(spec.columns)} FROM {table} ORDER BY {', '.join(spec.order)}"
        return self._db.read(lambda connection: spec.named(connection.execute(rows)))

    def tables(self) -> Tables:
        """All journalled tables by key, as replaying the journal gives them."""
        return self._db.read(checking.read_tables)

    def batches(self) -> tuple[Batch, ...]:
        """The whole journal, ascending revision."""
        if self._batches is None:
            self._batches = self._db.read(read_batches)
        return tuple(self._batches)

    def taken(self) -> Mapping[str, tuple[Batch, ...]]:
        """The batches of other files that merges took over, by the id of the merge, in order."""
        return self._db.read(read_taken)

    def as_of(self, revision: int) -> AssessmentFile:
        """The file as it was just after a batch, in memory, for reading only.

        Raises:
            ValueError: the journal does not lead there: a damaged file.
        """
        from techmodel.store.as_was import picture_of  # noqa: PLC0415 - starts light

        batches = [batch for batch in self.batches() if batch.revision <= revision]
        return AssessmentFile(Database(picture_of(self.id, batches, self.taken())), read_only=True)

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
        self._refuse_reading()
        edits, revision = tuple(normal(edit) for edit in batch.edits), self.revision
        with self._db.transaction():
            if self.revision != revision:  # the one before was written, and only now we know
                raise not_confirmed()
            applied = replace(batch, revision=self.revision + 1, edits=edits)
            before = total_of(self._db.connection) if self._total is None else self._total
            total = before + self._write(applied, taken)
            digest = put_seal(self._db.connection, total)
        self._total, self.revision, self.seal = total, applied.revision, digest
        if self._batches is not None:
            self._batches.append(applied)
        return applied

    def settle(self) -> None:
        """Learn the revision where a failed write left it unknown, as far as the disk lets us."""
        self._db.settle()

    @property
    def format(self) -> int:
        """The number of its format: an older one in a working file that an older version left."""
        return self._db.read(format_of)

    def people(self) -> dict[str, str]:
        """The names of people by id: stored once, outside the journal, inside the seal."""
        return self._db.read(read_people)

    @property
    def names_removed(self) -> bool:
        """Whether names were removed, so that none are to be brought in by a merge."""
        return self._db.read(were_removed)

    def put_people(self, people: Mapping[str, str]) -> None:
        """Put names under their ids, in one durable transaction. Raises as `apply`."""
        with self._outside_journal():
            write_people(self._db.connection, people)

    def forget_people(self) -> None:
        """Delete all names, durably, so that no byte of them stays in the file.

        Raises:
            FileProblem: they could not be deleted; or they were, but the file could not be
                rewritten after it, which the next call does.
        """
        with self._outside_journal():
            forget_people(self._db.connection)
        self._db.vacuum()

    def serialize(self) -> bytes:
        """The whole database as the bytes of one file that needs no other beside it.

        Raises:
            FileProblem: the disk does not give all of it; the sentence says where the work is.
        """
        return self._db.image()

    def verify(self) -> None:
        """Check everything there is to check: schema, structure, seal, and that the journal holds.

        Raises:
            DamagedFile: something is not as it must be.
        """
        self._db.verify()

    def close(self) -> None:
        """Let the file go; closing twice does no harm."""
        self._db.connection.close()

    def _write(self, batch: Batch, taken: Sequence[Batch]) -> int:
        """Write rows and journal inside a transaction; what the sum of row hashes grows by."""
        touched = RowsTouched(self._db.connection)
        for edit in batch.edits:
            touched.edit(edit)
        journal = write_batch(self._db.connection, batch)
        return touched.write() + journal + write_taken(self._db.connection, batch.id, taken)

    def _refuse_reading(self) -> None:
        """Raise FileProblem where nothing may be changed."""
        if self.read_only:
            raise FileProblem("Nothing was changed: this assessment was opened for reading.")

    @contextmanager
    def _outside_journal(self) -> Iterator[None]:
        """One transaction on what the journal does not tell of; the seal is renewed."""
        self._refuse_reading()
        with self._db.transaction():
            yield
            digest = put_seal(self._db.connection)
        self._total, self.seal = None, digest

    def _look_again(self) -> None:
        """Learn the revision from the file: at the start, and after a failed transaction."""
        newest = self._db.connection.execute("SELECT coalesce(max(revision), 0) FROM batch")
        self.revision = int(newest.fetchone()[0])
        self.seal = read_seal(self._db.connection)
        self._total = None  # summed up when it is first needed, at the next write
        self._batches = None


def _own_id(connection: sqlite3.Connection) -> str:
    """The assessment's id, from the table about the file itself."""
    found = checking.own_id(connection)
    if found is None:
        raise DamagedFile(DAMAGED.format(name=NAME, what="it does not say which it is"))
    return found
