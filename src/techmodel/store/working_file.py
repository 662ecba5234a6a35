"""A document open for editing: its lock, its working file, and what was published of it."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.errors import FileProblem, ReadOnlyPlace
from techmodel.store import records
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.backups import Backups, Reason, backups_beside
from techmodel.store.copies import iso_now
from techmodel.store.disk import remove
from techmodel.store.leftovers import Leftover, set_aside, take_up
from techmodel.store.lock import take
from techmodel.store.older import keep_older
from techmodel.store.paths import OnDisk, base_for_new, beside_words, on_disk, settled
from techmodel.store.place import Place, place_of
from techmodel.store.process import this_process
from techmodel.store.publish import HERE, publish, temporary_of
from techmodel.store.reading import read_document
from techmodel.store.records import Record
from techmodel.store.safe_open import check_kind, verified

if TYPE_CHECKING:
    from techmodel.store.lock import Lock

_CLOSED = (
    "'{name}' cannot be made: the folder {folder} does not allow changes. Choose another folder."
)
_LONG = 60.0
"""Seconds; a document that was open for longer was not open for one quick command."""

__all__ = [
    "Document",
    "Leftover",
    "OnDisk",
    "Snapshot",
    "read_document",
    "write",
]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is to be published: bytes, the revision they hold, where to, and over which hash."""

    data: bytes
    revision: int
    path: Path
    base: str | None
    seal: str = ""
    place: Place = HERE


class Document:
    """A document open for editing.

    Attributes:
        path: where it is.
        file: its working file, in which every edit is durable at once.
        notice: what a person should know about its opening: work that was taken up, recovered or
            not taken up, an older format; else "".
        place: what kind of place it is in.
        backups: its spare copies.
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
        self.place = place_of(self.path)
        self.backups = Backups(backups_beside(place.parent), self.path, file.id)
        self._since, self._seal_then = time.monotonic(), file.seal

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
        path = settled(path)
        base = base_for_new(path, force=force)
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
        path = settled(path)
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
    def working_file(self) -> Path:
        """Where the working file is."""
        return self._place

    @property
    def base(self) -> str | None:
        """The SHA-256 of the document as we last saw or wrote it; None before it exists."""
        return self._record.base

    @property
    def unpublished(self) -> bool:
        """Whether the working file holds batches that the document does not."""
        record = self._record
        return self.file.revision > record.published or record.seal not in {"", self.file.seal}

    def snapshot(self) -> Snapshot:
        """What `publish.publish` is to write now; remembered, in case we never hear back."""
        file, data = self.file, self.file.serialize()
        sent = sha256(data).hexdigest()
        self._remember(
            replace(self._record, sent=sent, sent_revision=file.revision, sent_seal=file.seal)
        )
        return Snapshot(data, file.revision, self.path, self.base, file.seal, self.place)

    def published(self, snapshot: Snapshot, base: str) -> None:
        """Note that a snapshot is in the document, which now has the hash `base`."""
        record = replace(self._record, base=base, published=snapshot.revision, seal=snapshot.seal)
        self._remember(replace(record, sent="", sent_revision=0, sent_seal=""))

    def publish(self) -> None:
        """Copy what is unpublished into the document now; nothing to do if there is nothing.

        Raises:
            ChangedMeanwhile, FileProblem: as `publish.publish`; the work is kept here.
        """
        if self.unpublished:
            self.published(snapshot := self.snapshot(), write(snapshot))

    def adopt(self, base: str) -> None:
        """Let the document as it is on disk, with hash `base`, be the one we go on from.

        For after its content was merged into ours, or is to be replaced by ours: it is published
        over, as long as it does not change again.
        """
        record = replace(self._record, base=base, published=0, seal="")
        self._remember(replace(record, sent="", sent_revision=0, sent_seal=""))

    def on_disk(self) -> OnDisk:
        """Whether the document is where it was and still the one we know."""
        return on_disk(self.path, self.base)

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
        self._spare_copy()
        revision, seal = self.file.revision, self.file.seal
        self.file.close()
        self._remember(replace(self._record, process=None, closed_at=revision, closed_seal=seal))
        self._lock.release()
        self._lock = None

    @classmethod
    def _opened(cls, path: Path, folder: Path, lock: Lock, leftover: Leftover) -> Document:
        """The document, once it is locked: from work left over, or from its own content."""
        found = verified(path)
        picture = AssessmentFile.from_bytes(found.image)
        record = Record(
            str(path),
            picture.id,
            found.hash,
            picture.revision,
            this_process(),
            seal=picture.seal,
        )
        picture.close()
        left = take_up(folder, record, leftover)
        notices = (left.notice, keep_older(found, path, record, folder), beside_words(path))
        notice = " ".join(filter(None, notices))
        if left.file is not None:
            records.claim(left.place, left.record)
            return cls(left.file, left.place, left.record, lock, notice)
        place = records.new_place(folder)
        records.claim(place, record)
        return cls(AssessmentFile.put(place, found.image), place, record, lock, notice)

    def _spare_copy(self) -> None:
        """At the end keep a spare copy if something was changed; a failure blocks nothing.

        Not for every quick command of a script: then only when one is due.
        """
        if self.file.seal == self._seal_then:
            return
        if time.monotonic() - self._since > _LONG or self.backups.is_due(datetime.now(UTC)):
            with suppress(FileProblem):
                file = self.file
                self.backups.make(file.serialize(), file.revision, Reason.CLOSE, iso_now())

    def _remember(self, record: Record) -> None:
        """Keep a record, on disk as far as that works: a full disk must not stop publishing.

        An older record on disk only means that after a crash we would ask what a newer one knows.
        """
        self._record = record
        with suppress(OSError):
            records.write_record(self._place, record)


def write(snapshot: Snapshot) -> str:
    """Publish a snapshot; the SHA-256 of the document as it is now. Raises as `publish`."""
    return publish(snapshot.data, snapshot.path, snapshot.base, snapshot.place)
