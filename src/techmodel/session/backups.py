"""Spare copies of the open assessment: made in the background, looked into, gone back to."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.difference import difference
from techmodel.core.errors import FileProblem, Refused
from techmodel.session.noun import Noun
from techmodel.settings import backups_folder
from techmodel.store.backups import (
    MINUTES,
    Backup,
    Reason,
    backups_elsewhere,
    backups_of,
    is_intact,
    newest_intact,
)
from techmodel.store.copies import iso_of
from techmodel.wording.backups import (
    NO_COPY,
    NO_OWN_COPY,
    copy_label,
    no_copy_words,
    offer_words,
)

if TYPE_CHECKING:
    from datetime import datetime

    from techmodel.core.compare import Comparison
    from techmodel.core.journal import Edit
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.store.backups import Backups

__all__ = ["Backup", "BackupJob", "Reason", "SpareCopies", "backup_snapshot", "good_copy"]

FAILURES = 3
"""After so many copies in a row that could not be made a person is told."""
_AGAIN = 60.0
"""Seconds until another try after a failure."""


@dataclass(frozen=True, slots=True)
class BackupJob:
    """A spare copy to be made: a whole document's bytes, and where and why."""

    backups: Backups
    data: bytes
    revision: int
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A spare copy that was made; `notice` tells that older ones had to go, else ""."""

    backup: Backup
    notice: str


def backup_snapshot(job: BackupJob) -> Copied:
    """Make a spare copy, checked and older ones thinned: for the background worker.

    Raises:
        FileProblem: it could not be made; work goes on, `SpareCopies.noted` counts it.
    """
    backup = job.backups.make(job.data, job.revision, job.reason, job.at)
    return Copied(backup, job.backups.notice)


class SpareCopies(Noun):
    """The spare copies of one open assessment; none of one that is only read.

    Attributes:
        problem: the sentence to show while several copies in a row could not be made; else "".
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.problem = ""
        self._failures = 0
        self._seal = session.seal
        self._next = time.monotonic() + MINUTES * 60

    def all(self) -> tuple[Backup, ...]:
        """Every copy, newest first; those of a path it had before come after its own."""
        document = self._session.document
        return document.backups.all() if document else ()

    def due(self) -> bool:
        """Whether there were ten minutes of change since the newest copy of this sitting."""
        if self._session.document is None or self._session.seal == self._seal:
            return False
        return time.monotonic() >= self._next

    def job(self, reason: str = Reason.CHANGE) -> BackupJob:
        """The copy to be made now, for `backup_snapshot`; what came of it is told to `noted`.

        Raises:
            Refused: it is only read.
        """
        session = self._session
        if session.document is None:
            raise Refused("An assessment that was opened for reading gets no backups.")
        self._seal, self._next = session.seal, time.monotonic() + MINUTES * 60
        data, at = session.serialize(), iso_of(session.now())
        return BackupJob(session.document.backups, data, session.revision, reason, at)

    def noted(self, result: Copied | BaseException) -> str:
        """Note what came of a job; a sentence for a person, or "".

        Raises:
            BaseException: what it is given, where it is none of the known problems.
        """
        if isinstance(result, Copied):
            self._failures, self.problem = 0, ""
            return result.notice
        if not isinstance(result, FileProblem | OSError):
            raise result
        self._failures += 1
        self._seal, self._next = "", time.monotonic() + _AGAIN
        self.problem = no_copy_words(str(result)) if self._failures >= FAILURES else ""
        return self.problem

    def make(self, reason: str = Reason.CHANGE) -> Backup:
        """Make a copy here and now.

        Raises:
            Refused: it is only read.
            FileProblem: it could not be made.
        """
        return backup_snapshot(self.job(reason)).backup

    def before(self, reason: str) -> str:
        """Make a copy before something large; a failure is counted and blocks nothing."""
        if self._session.document is None:
            return ""
        try:
            return self.noted(backup_snapshot(self.job(reason)))
        except (FileProblem, OSError) as problem:
            return self.noted(problem)

    def look(self, backup: Backup) -> Session:
        """The assessment as a copy has it, for reading only. Raises FileProblem."""
        from techmodel.session.session import Session
        from techmodel.store.working_file import read_document

        return Session(read_document(backup.path), now=self._session.now)

    def what_differs(self, backup: Backup) -> Comparison:
        """What has changed from a copy to now.

        Raises:
            Refused: the copy is of another assessment.
            FileProblem: it cannot be read.
        """
        return self._session.rounds.compare_with(self.look(backup))

    def take_back(self, backup: Backup) -> Touched:
        """Bring everything back to what a copy holds, as one batch that can be undone.

        Where nothing differs, no copy is made and no batch written.

        Raises:
            Refused: it is only read, or the copy is of another assessment.
            FileProblem: the copy cannot be read, or the change not be written.
        """
        edits = self._edits_to(backup)
        if not edits:
            return self._session.look_again()
        self.before(Reason.TAKE_BACK)
        return self._session.apply(edits, copy_label(backup.at, self._session.now()))

    def _edits_to(self, backup: Backup) -> tuple[Edit, ...]:
        then = self.look(backup)
        if then.assessment().id != self._assessment.id:
            raise Refused(
                "This backup is of another assessment that was at the same place before. Save it "
                "as a file of its own instead."
            )
        return difference(self._session.tables(), then.tables())


def copies_of(document: Path) -> tuple[Backup, ...]:
    """The spare copies of a document that need not be whole, nor be there, newest first."""
    return backups_of(backups_folder(), document)


def good_copy(document: Path) -> Backup | None:
    """The newest copy of a document that is complete."""
    return next((copy for copy in copies_of(document) if is_intact(copy)), None)


def offer(document: Path, now: datetime) -> str:
    """What to do about a damaged document: its newest complete copy, or another's, or whom to ask.

    Of another path is told what has the same assessment's id or the same name.
    """
    for number, copy in enumerate(copies_of(document), 1):
        if is_intact(copy):
            return offer_words(str(document), number, copy.at, now)
    other = newest_intact(backups_elsewhere(backups_folder(), document))
    if other is None:
        return NO_COPY
    number = [copy.path for copy in copies_of(Path(other.document))].index(other.path) + 1
    return f"{NO_OWN_COPY} {offer_words(other.document, number, other.at, now, other=True)}"


def save_copy(backup: Backup, path: Path) -> None:
    """Save a copy as a document of its own, just as it is.

    Raises:
        Refused: there is a file already.
        FileProblem: it is not whole, or could not be written.
    """
    from techmodel.store.publish import publish
    from techmodel.store.safe_open import verified

    if path.exists():
        raise Refused(f"There is already a file '{path.name}'. Choose another name.")
    publish(verified(backup.path).original, path, None)
