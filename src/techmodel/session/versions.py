"""The document changed underneath: their version looked at, both kept, ours published over it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.errors import FileProblem
from techmodel.store.backups import Backups, Reason
from techmodel.store.copies import iso_now
from techmodel.store.place import conflict_copies

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.session.session import Session
    from techmodel.store.working_file import Document


@dataclass(frozen=True, slots=True)
class Theirs:
    """The document as it is on disk, though we had opened another version.

    Attributes:
        path: where it is.
        session: it, for reading only.
        base: the SHA-256 of the file that was read.
        data: its bytes.
    """

    path: Path
    session: Session
    base: str
    data: bytes


def find_theirs(path: Path) -> Theirs:
    """Read the document as it is on disk now, verified. Raises FileProblem."""
    from techmodel.session.session import Session
    from techmodel.store.assessment_file import AssessmentFile
    from techmodel.store.safe_open import verified

    found = verified(path)
    session = Session(AssessmentFile.from_bytes(found.image))
    return Theirs(path, session, found.hash, found.original)


def their_version(path: Path) -> Session:
    """The document as it is on disk now, for reading only. Raises FileProblem."""
    return find_theirs(path).session


def adopt(document: Document, theirs: Theirs) -> None:
    """Go on over their version, after it was merged into ours or where ours is to be the main one.

    It is put with the backups first, so both are kept. What is published next replaces it, unless
    the document changes once more.

    Raises:
        FileProblem: it could not be kept; nothing was changed.
    """
    mine = document.backups
    assessment = theirs.session.assessment().id
    backups = (
        mine if assessment == mine.assessment else Backups(mine.root, document.path, assessment)
    )
    backups.make(theirs.data, theirs.session.revision, Reason.REPLACED, iso_now())
    document.adopt(theirs.base)


def copies_with_more(session: Session) -> tuple[Path, ...]:
    """The files beside the document that hold changes of this assessment which it does not have.

    Synced folders make such when two computers saved at the same time (trust.md F08).
    """
    if session.document is None:
        return ()
    known = _known(session)
    found = []
    for path in conflict_copies(session.document.path):
        with suppress(FileProblem):
            if _known(their_version(path)) - known:
                found.append(path)
    return tuple(found)


def _known(session: Session) -> set[str]:
    """The ids of all batches in a file, its own and those that merges took over."""
    taken = session.taken().values()
    return {b.id for b in session.batches()} | {b.id for some in taken for b in some}
