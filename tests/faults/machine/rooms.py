"""One document as people use it, and what it says, for the machine that compares it."""

from __future__ import annotations

import csv
import errno
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.store.builders import die

from techmodel.core.answers import State, Value
from techmodel.core.journal import replay
from techmodel.importing.answers_csv import read_answers_csv
from techmodel.session.imports import changes_from
from techmodel.session.session import Session
from techmodel.store import publish
from techmodel.store.working_file import Document, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from tests.faults.machine.model import Facts

    from techmodel.session.changes import PairId


class Room:
    """A document that is open, and how to lose and find it again.

    Attributes:
        session: the session that is open now.
    """

    def __init__(self, path: Path, work: Path, now: Callable[[], datetime]) -> None:
        self.path, self._work, self._now = path, work, now
        self.session = self._opened()

    def reopen(self) -> None:
        """Close and open again."""
        self.session.close()
        self.session = self._opened()

    def kill(self) -> str:
        """Die and open again; what is said then."""
        die(self.session.document)
        self.session = self._opened()
        return self.session.document.notice

    def import_levels(self, levels: dict[PairId, int]) -> None:
        """Bring levels in from a file of rows, as one change."""
        names = {o.id: o.name for o in self.session.assessment().organisations}
        path = self.path.with_suffix(".csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("capability", "organisation", "answer"))
            rows.writerows((c, names[o], level) for (c, o), level in levels.items())
        changes = changes_from(self.session.assessment(), read_answers_csv(path), path.name)
        self.session.answers.record(changes, label="Levels from a file")

    def published(self) -> Facts:
        """What the document says."""
        return facts_of(Session(read_document(self.path)))

    def check(self) -> None:
        """Replaying the journal gives the tables."""
        assert replay(self.session.batches()) == self.session.tables()

    def _opened(self) -> Session:
        document = Document.open(self.path, self._work)
        return Session(document.file, document, self._now)

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """Neither the working file nor the folder of the document has room any more."""
        connection = self.session.document.file._db.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        real = publish.write_new

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "injected")

        publish.write_new = full
        try:
            yield
        finally:
            publish.write_new = real
            self.session.document.file._db.connection.execute("PRAGMA max_page_count = 99999999")


def facts_of(session: Session) -> Facts:
    """All that an assessment says, read the way that screens read it."""
    seen = session.assessment()
    facts: Facts = {("title",): seen.title, ("threshold",): seen.threshold}
    facts |= {("name", o.id): o.name for o in seen.organisations}
    facts |= {("here", o.id): o.in_scope for o in seen.organisations}
    for pair, answer in seen.answers.items():
        if answer.value != Value(State.NOT_ANSWERED):
            facts["answer", *pair] = answer.value.level
        if answer.note:
            facts["note", *pair] = answer.note
    facts |= {("target", c): o.level for c, o in seen.overrides.items()}
    facts |= {("round", r.name): True for r in session.rounds.all()}
    return facts


def pairs_of(session: Session) -> Sequence[PairId]:
    """The first few pairs that are asked."""
    return [(c.id, o) for c in session.gaps().capabilities[:3] for o in c.pairs][:6]


def quick_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder in memory where the system has such: what goes wrong is injected."""
    return tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
