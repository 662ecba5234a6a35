"""A document open for editing: its lock, its working file, and what was published of it."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.errors import FileProblem, ReadOnlyPlace, Refused
from techmodel.store import records
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.disk import remove
from techmodel.store.leftovers import Leftover, set_aside, take_up
from techmodel.store.lock import take
from techmodel.store.problems import TOO_LONG, reading_problem
from techmodel.store.process import this_process
from techmodel.store.publish import publish, temporary_of
from techmodel.store.records import Record
from techmodel.store.safe_open import check_kind, verified_bytes

if TYPE_CHECKING:
    from techmodel.store.lock import Lock

_CLOSED = (
    "'{name}' cannot be made: the folder {folder} does not allow changes. Choose another folder."
)
_LONGEST_NAME = 240
"""Bytes; file systems allow 255, and the lock and the temporary file add to the name."""

__all__ = ["Document", "Leftover", "Snapshot", "read_document"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is to be published: bytes, the revision they hold, where to, and over which hash."""

    data: bytes
    revision: int
    path: Path
    base: str | None


def read_document(path: Path) -> AssessmentFile:
    """A document as it was last published, verified, in memory; takes no lock, writes nothing.

    Raises:
        FileProblem: it is not there, not ours, newer, damaged or cannot be read.
    """
    return AssessmentFile.from_bytes(verified_bytes(path)[0])


class Document:
    """A document open for editing.

    Attributes:
        path: where it is.
        file: its working file, in which every edit is durable at once.
        notice: one sentence about work that was taken up, recovered or discarded; else "".
    """

    def __init__(
        self, file: AssessmentFile, place: Path, record: Record, lock: Lock, notice: str = ""
    ) -> None:
        self.path = Path(record.document)
        self.file = file
        self.notice = notice
        self._place = place
        self._record = record
        self._lock: Lock | None = lock

    @classmethod
    def create(
        cls,
        path: Path,
        work_folder: Path,
        assessment_id: str,
        *,
        force: bool = False,
        role: str = "",
    ) -> Document:
        """A new document, empty and not yet published; nothing but its lock is beside `path` yet.

        Args:
            path: where it is to be.
            work_folder: the application's folder for working files.
            assessment_id: the id of the new assessment.
            force: whether a file that is there may be replaced when the document is published.
            role: who works on it, for others to read; "" says nothing.

        Raises:
            Refused: there is a file already and `force` is not given.
            FileInUse, ReadOnlyPlace, FileProblem: it cannot be made there.
        """
        path = _settled(path)
        base = _base_for_new(path, force=force)
        try:
            lock = take(path, role)
        except ReadOnlyPlace as error:
            raise ReadOnlyPlace(_CLOSED.format(name=path.name, folder=path.parent)) from error
        try:
            records.make_folder(work_folder)
            set_aside(work_folder, path)
            place = records.new_place(work_folder)
            record = Record(str(path), assessment_id, base, 0, this_process())
            records.claim(place, record)
            return cls(AssessmentFile.create(place, assessment_id), place, record, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        work_folder: Path,
        *,
        role: str = "",
        take_lock: bool = False,
        leftover: Leftover = Leftover.TAKE_UP,
    ) -> Document:
        """A document that exists, verified, locked and copied to a working file.

        Work that a crash left unpublished is dealt with as `leftover` says; what was done stands
        in `notice`.

        Raises:
            NotOurFile, NewerFile, DamagedFile: it is not a whole assessment of ours.
            FileInUse: somebody else has it open.
            ReadOnlyPlace: it or its folder does not allow changes; use `read_document`.
            FileProblem: it is not there or cannot be read, or work left unpublished does not
                continue it and `leftover` is TAKE_UP.
        """
        path = _settled(path)
        check_kind(path)
        if not os.access(path, os.W_OK):
            raise ReadOnlyPlace(
                f"'{path.name}' can only be opened for reading: the file does not allow changes. "
                "Save a copy to work on."
            )
        lock = take(path, role, take_over=take_lock)
        try:
            records.make_folder(work_folder)
            remove(temporary_of(path))  # of a process that was killed while it published
            return cls._opened(path, work_folder, lock, leftover)
        except BaseException:
            lock.release()
            raise

    @property
    def base(self) -> str | None:
        """The SHA-256 of the document as we last saw or wrote it; None before it exists."""
        return self._record.base

    @property
    def unpublished(self) -> bool:
        """Whether the working file holds batches that the document does not."""
        return self.file.revision > self._record.published

    def snapshot(self) -> Snapshot:
        """What `publish.publish` is to write now; remembered, in case we never hear back."""
        data = self.file.serialize()
        sent = sha256(data).hexdigest()
        self._remember(replace(self._record, sent=sent, sent_revision=self.file.revision))
        return Snapshot(data, self.file.revision, self.path, self.base)

    def published(self, snapshot: Snapshot, base: str) -> None:
        """Note that a snapshot is in the document, which now has the hash `base`."""
        record = replace(self._record, base=base, published=snapshot.revision)
        self._remember(replace(record, sent="", sent_revision=0))

    def publish(self) -> None:
        """Copy what is unpublished into the document now; nothing to do if there is nothing.

        Raises:
            ChangedMeanwhile, FileProblem: as `publish.publish`; the work is kept here.
        """
        if self.unpublished:
            snapshot = self.snapshot()
            self.published(snapshot, publish(snapshot.data, snapshot.path, snapshot.base))

    def close(self, *, publish: bool = True) -> None:
        """Publish, unless told not to, and let the document go; closing twice does no harm.

        The working file is kept; it is removed when the document is next opened and holds all.

        Raises:
            ChangedMeanwhile, FileProblem: it could not be published; then it is still open.
        """
        if self._lock is None:
            return
        if publish:
            self.publish()
        revision = self.file.revision
        self.file.close()
        self._remember(replace(self._record, process=None, closed_at=revision))
        self._lock.release()
        self._lock = None

    @classmethod
    def _opened(cls, path: Path, folder: Path, lock: Lock, leftover: Leftover) -> Document:
        """The document, once it is locked: from work left over, or from its own content."""
        image, found = verified_bytes(path)
        picture = AssessmentFile.from_bytes(image)
        record = Record(str(path), picture.id, found, picture.revision, this_process())
        picture.close()
        left = take_up(folder, record, leftover)
        if left.file is not None:
            records.claim(left.place, left.record)
            return cls(left.file, left.place, left.record, lock, left.notice)
        place = records.new_place(folder)
        records.claim(place, record)
        return cls(AssessmentFile.put(place, image), place, record, lock, left.notice)

    def _remember(self, record: Record) -> None:
        """Keep a record, on disk as far as that works: a full disk must not stop publishing.

        An older record on disk only means that after a crash we would ask what a newer one knows.
        """
        self._record = record
        with suppress(OSError):
            records.write_record(self._place, record)


def _settled(path: Path) -> Path:
    """The absolute path; of a link, where it leads, so that the link stays one.

    Raises:
        FileProblem: the system does not take such a path.
    """
    try:
        return path.resolve() if path.is_symlink() else path.absolute()
    except OSError as error:
        raise reading_problem(path, error) from error


def _base_for_new(path: Path, *, force: bool) -> str | None:
    """The hash of the file that a new document is to replace; None when there is none.

    Raises:
        Refused: there is one, and it is not to be replaced.
        FileProblem: there can be no document at the path.
    """
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise FileProblem(TOO_LONG.format(name=path.name))
    try:
        if path.is_dir():
            raise FileProblem(f"'{path.name}' is a folder. Give the name of a file in it.")
        if not path.parent.is_dir():
            raise FileProblem(f"There is no folder {path.parent}. Make it first.")
        if not path.exists():
            return None
        if not force:
            raise Refused(
                f"There is already a file '{path.name}' in {path.parent}. Choose another name, or "
                "say that it may be replaced (--force)."
            )
        if not os.access(path, os.W_OK):
            raise ReadOnlyPlace(
                f"'{path.name}' is not replaced: the file does not allow changes. Choose another "
                "name."
            )
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise reading_problem(path, error) from error
