"""The records beside working files: which document each belongs to, and what that one holds."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from techmodel.store import disk
from techmodel.store.disk import put_whole, remove
from techmodel.store.problems import no_room
from techmodel.store.process import Process, is_running, machine_name

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Record:
    """What is known about a working file.

    Attributes:
        document: the absolute path of its document; "" when it has none any more.
        assessment: the id of the assessment in it.
        base: the SHA-256 of the document it continues; None when there is no document yet.
        published: the revision that the document with hash `base` holds.
        process: who has it open; None when it was closed.
        closed_at: the revision it had when it was closed; None while it is open.
        sent: the SHA-256 of what was last sent to the document and not yet confirmed, or "".
        sent_revision: the revision that `sent` holds.
        seal, sent_seal, closed_seal: the digest of the working file at `published`,
            `sent_revision` and `closed_at`; it also changes with what is outside the journal. ""
            where an older version did not note it.
    """

    document: str
    assessment: str
    base: str | None
    published: int
    process: Process | None
    closed_at: int | None = None
    sent: str = ""
    sent_revision: int = 0
    seal: str = ""
    sent_seal: str = ""
    closed_seal: str = ""

    def belongs_to(self, document: Path, assessment: str, found: str) -> bool:
        """Whether this is work on a document: same path, or same assessment and same content.

        A copy with the same content elsewhere has no claim while the document is still in its
        place (design.md 5 means the stick that comes back under another letter).
        """
        if self.document == str(document):
            return True
        same = self.assessment == assessment and bool(found) and found in {self.base, self.sent}
        return same and hash_of(Path(self.document)) != found

    def held(self, found: str) -> int | None:
        """The revision that a document with hash `found` holds; None if we do not know it."""
        if found == self.base:
            return self.published
        return self.sent_revision if found and found == self.sent else None

    def has_all(self, revision: int, seal: str, found: str) -> bool:
        """Whether a document with hash `found` holds all of a working file.

        A document we do not know is taken for the one that the work began with: what that one
        did not hold is what counts.

        Args:
            revision: of the working file.
            seal: of the working file.
            found: the SHA-256 of the document.
        """
        sent = found != self.base and self.held(found) is not None
        held, sealed = (
            (self.sent_revision, self.sent_seal) if sent else (self.published, self.seal)
        )
        return revision <= held and sealed in {"", seal}

    def closed_whole(self, found: str) -> bool:
        """Whether the working file was closed when a document with hash `found` held all."""
        return self.closed_at is not None and self.has_all(self.closed_at, self.closed_seal, found)


def make_folder(folder: Path) -> None:
    """Make the folder for working files, for this user alone.

    Raises:
        FileProblem: it cannot be made.
    """
    try:
        disk.make_folder(folder)
    except OSError as error:
        raise no_room(folder) from error


def new_place(folder: Path) -> Path:
    """Where a new working file goes: a name that nothing else has."""
    return folder / f"{uuid4().hex}.db"


def write_record(place: Path, record: Record) -> None:
    """Put the record of a working file beside it, whole and durable.

    Raises:
        OSError: it could not be written; the one before is still there.
    """
    put_whole(_beside(place), json.dumps(asdict(record), indent=1).encode())  # any path is ASCII


def claim(place: Path, record: Record) -> None:
    """Say that a working file, there already or about to be, is this process's.

    The record comes first: so a working file never lies about without one.

    Raises:
        FileProblem: the record cannot be written.
    """
    try:
        write_record(place, record)
    except OSError as error:
        raise no_room(place.parent) from error


def read_record(place: Path) -> Record | None:
    """The record of a working file; None when there is none that can be read."""
    with suppress(OSError, ValueError, TypeError, LookupError):
        said = json.loads(_beside(place).read_bytes())
        process = said["process"]
        record = Record(**{**said, "process": Process(**process) if process else None})
        texts = (record.document, record.assessment, record.sent, record.base or "", record.seal)
        if all(isinstance(text, str) for text in texts) and isinstance(record.published, int):
            return record
    return None


def abandoned(folder: Path) -> Iterator[tuple[Path, Record]]:
    """The working files that no running process has open, with their records.

    The folder is this computer's, so a process "of another machine" is one from before it was
    renamed. A record without a working file is of a process that died before there was one; it
    goes.
    """
    here = machine_name()
    for beside in sorted(folder.glob("*.json")):
        place = beside.with_suffix(".db")
        record = read_record(place)
        if record is None or (
            record.process and record.process.machine == here and is_running(record.process)
        ):
            continue
        if place.exists():
            yield place, record
        else:
            remove_working(place)


def remove_working(place: Path) -> None:
    """Delete a working file and everything beside it."""
    for ending in ("", ".part", "-journal"):
        remove(place.with_name(place.name + ending))
    remove(_beside(place))


def _beside(place: Path) -> Path:
    """Where the record of a working file is."""
    return place.with_suffix(".json")


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, "" if it cannot be read."""
    with suppress(OSError):
        return sha256(path.read_bytes()).hexdigest()
    return ""
