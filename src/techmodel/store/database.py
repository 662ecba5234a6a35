"""A connection to one database and its transactions: durable, or not happened."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from techmodel.core.errors import DamagedFile, FileProblem
from techmodel.store import checking
from techmodel.store.disk import put_whole
from techmodel.store.problems import not_confirmed, not_copied, saving_problem, too_much
from techmodel.store.rolling_back import has_blank_page, rolled_back
from techmodel.store.safe_open import MAX_SIZE, check_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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

NAME = "This assessment"
WORKING = "The working file"

_T = TypeVar("_T")


class Database:
    """The database of a working file, or of a picture in memory.

    Attributes:
        connection: to the database; another one after a disk let us down.
        path: where the working file is; None in memory.
        learn: reads again what is remembered of the content; called when a transaction ended in
            another way than it should.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None = None) -> None:
        self.connection = connection
        self.path = path
        self.learn: Callable[[], None] = lambda: None
        self._known = True
        self._doubtful = False

    @classmethod
    def on_disk(cls, path: Path) -> Database:
        """The working file at a path, taken back to its last transaction if that was cut short.

        Raises:
            FileInUse: another process has it open.
            DamagedFile: it cannot be read.
        """
        with checking.damage_named(WORKING):
            connection = sqlite3.connect(path, isolation_level=None, timeout=0.2)
        try:
            with checking.damage_proved(WORKING, path):
                database = cls(prepared(connection), path)
                most = MAX_SIZE // database._number("page_size")
                connection.execute(f"PRAGMA max_page_count = {most}")
                return database
        except BaseException:
            connection.close()
            raise

    @classmethod
    def in_memory(cls, data: bytes) -> Database:
        """Checked bytes as a database in memory."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(data)
        return cls(prepared(connection))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction that is durable after the block, or has not happened.

        Raises:
            FileProblem: it has not happened.
            ValueError: it breaks a rule of the tables: a bug of ours.
        """
        if self._doubtful:
            self._go_on_anew()
        known, self._known = self._known, False
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            if not known:
                self.learn()
            yield
            self.connection.execute("COMMIT")
            self._known = True
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError) as error:
            raise ValueError("the batch breaks a rule of the tables") from error
        except sqlite3.Error as error:
            self._back()
            self._mend(error)
            raise self._why_not_saved(error) from error
        finally:
            if not self._known:
                self._back()

    def settle(self) -> None:
        """Learn what became of a transaction that failed, where that is not known yet."""
        if not self._known:
            self._back()

    def read(self, reading: Callable[[sqlite3.Connection], _T]) -> _T:
        """What reading gives; tried twice, as the disk may refuse a page once.

        Raises:
            FileProblem: it cannot be read, or is damaged.
        """
        with suppress(sqlite3.Error):
            return reading(self.connection)
        with checking.damage_proved(WORKING, self.path):
            return reading(self.connection)

    def image(self) -> bytes:
        """All that holds, as the bytes of one file.

        SQLite gives zeros for a page that the disk refuses, and says nothing about it.

        Raises:
            FileProblem: the disk does not give everything; the sentence says where the work is.
            DamagedFile: it does, and that is not whole.
        """
        data = self.read(lambda connection: connection.serialize())
        if self.path is None or not has_blank_page(data):
            return data
        with suppress(FileProblem):  # pages that are free are blank, too
            check_content(data, WORKING)
            return data
        try:
            data = _on_disk(self.path)
        except OSError as error:
            raise not_copied(self.path) from error
        check_content(data, WORKING)
        return data

    def verify(self) -> None:
        """Check everything there is to check: schema, structure, seal, and that the journal holds.

        Raises:
            DamagedFile: something is not as it must be.
        """
        with checking.damage_proved(NAME, self.path):
            checking.check_structure(self.connection, NAME)
            checking.check_seal(self.connection, NAME)
            checking.check_journal(self.connection, NAME)

    def vacuum(self) -> None:
        """Write the file anew without what was deleted. Raises FileProblem."""
        try:
            self.connection.execute("VACUUM")
        except sqlite3.Error as error:
            self._mend(error)
            raise saving_problem(error) from error

    def _mend(self, error: sqlite3.Error) -> None:
        """After an error of the disk nobody knows what it holds: go on in a new file (F27).

        After a failed fsync the system may take pages for written that are not, so that the next
        fsync of the same file says all is well.
        """
        name = getattr(error, "sqlite_errorname", "")
        if self.path is not None and name.startswith("SQLITE_IOERR"):
            self._doubtful = True
            with suppress(FileProblem):
                self._go_on_anew()

    def _go_on_anew(self) -> None:
        """Write all that holds to a new working file, in place of the doubtful one.

        There is a whole one at any moment. What there is can be read even if this fails.

        Raises:
            FileProblem: it failed; the next transaction tries again.
        """
        assert self.path is not None
        try:
            data = self.image() if self._known else _on_disk(self.path)
            check_content(data, WORKING)
            self.connection.close()
            self.connection = Database.in_memory(data).connection
            self.learn()
            self._known = True
            put_whole(self.path, data)
        except (OSError, sqlite3.Error, FileProblem) as error:
            raise not_confirmed() from error
        self.connection = Database.on_disk(self.path).connection
        self._doubtful = False

    def _why_not_saved(self, error: sqlite3.Error) -> FileProblem:
        """Why a transaction failed; damage is only said once it is proved."""
        if getattr(error, "sqlite_errorname", "") == "SQLITE_FULL" and self._is_large():
            return too_much(MAX_SIZE)
        problem = saving_problem(error)
        if isinstance(problem, DamagedFile) and not self._is_damaged():
            return not_confirmed()
        return problem

    def _is_large(self) -> bool:
        """Whether the file has grown so much that its own limit stops it, not the disk's."""
        with suppress(sqlite3.Error):
            size, pages = (self._number(f"page_{what}") for what in ("size", "count"))
            return size * pages > MAX_SIZE // 2
        return False

    def _number(self, pragma: str) -> int:
        return int(self.connection.execute(f"PRAGMA {pragma}").fetchone()[0])

    def _is_damaged(self) -> bool:
        """Whether the disk gives the file, and it is not whole."""
        try:
            self.verify()
        except FileProblem as error:
            return isinstance(error, DamagedFile)
        return False

    def _back(self) -> None:
        """End a failed transaction; the file itself says whether it has happened after all."""
        with suppress(sqlite3.Error):
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            self.learn()
            self._known = True


def _on_disk(path: Path) -> bytes:
    """What the disk holds of a working file, up to the last transaction that was durable.

    Where the disk does not let SQLite take a failed one back, that is done here, in memory.

    Raises:
        OSError: the disk does not give it.
    """
    journal = path.with_name(f"{path.name}-journal")
    return rolled_back(path.read_bytes(), journal.read_bytes() if journal.exists() else b"")


def prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection with all our pragmas, holding its file alone from now on."""
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    return connection
