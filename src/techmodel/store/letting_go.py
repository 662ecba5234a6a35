"""Letting a working file go: what is nowhere else is put among the document's backups first."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, FileInUse, FileProblem
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.backups import Backups, Reason, backups_beside
from techmodel.store.copies import iso_now
from techmodel.store.problems import local_time, reading_problem
from techmodel.store.records import remove_working, write_record
from techmodel.store.safe_open import verified_bytes

if TYPE_CHECKING:
    from techmodel.store.records import Record


def let_go(place: Path, record: Record, fresh: Record) -> str:
    """Remove a working file that was published whole; a sentence if the document lost that since.

    Then another version was put in the document's place, by a program that syncs or by hand: what
    was published stays among the backups (trust.md F08).

    Args:
        place: the working file.
        record: its record.
        fresh: the record of the document as it is now, with its hash as `base`.
    """
    document = Path(fresh.document)
    if record.held(fresh.base or "") is not None:
        remove_working(place)
        return ""
    try:
        file = verified_work(place)
    except FileInUse:
        return ""
    except DamagedFile:
        _keep(place, record, document, Reason.REPLACED)
        return ""
    ids, until = {batch.id for batch in file.batches()}, last_change(file)
    file.close()
    if ids <= _known_to(document):
        remove_working(place)
        return ""
    _keep(place, record, document, Reason.REPLACED)
    return (
        f"'{document.name}' does not hold what was saved in it from this computer up to {until}: "
        "another version was put in its place. Both are kept; what was saved from here is with "
        "the backups."
    )


def go_without(place: Path, record: Record, fresh: Record) -> str:
    """Go on without a working file; a sentence if it held anything that the document does not."""
    document = Path(fresh.document)
    with suppress(FileInUse, DamagedFile):
        file = verified_work(place)
        nothing = record.has_all(file.revision, file.seal, fresh.base or "")
        file.close()
        if nothing:
            return let_go(place, record, fresh)
    if not _keep(place, record, document, Reason.DISCARDED):
        return ""
    return (
        f"Work on '{document.name}' that was not in it was not taken up; it is kept with the "
        "backups."
    )


def discard(
    place: Path, record: Record, document: Path, reason: Reason = Reason.DISCARDED
) -> None:
    """Put work left over among the document's backups, and let it go.

    Raises:
        FileInUse: somebody has it open.
        FileProblem: it could not be kept as a backup; it is where it was.
    """
    root = backups_beside(place.parent)
    try:
        file = verified_work(place)
    except DamagedFile:
        try:
            data = place.read_bytes()
        except OSError as error:
            raise reading_problem(place, error) from error
        Backups(root, document, record.assessment).keep_damaged(data)
    else:
        data, revision = file.serialize(), file.revision
        backups = Backups(root, document, file.id)
        file.close()
        backups.make(data, revision, reason, iso_now())
    remove_working(place)


def verified_work(place: Path) -> AssessmentFile:
    """A working file, rolled back to its last transaction and verified.

    What looks damaged is read once more: a disk that stumbles must not cost anybody's work.

    Raises:
        FileInUse: somebody has it open after all.
        DamagedFile: it is not whole.
    """
    with suppress(DamagedFile):
        return _verified(place)
    return _verified(place)


def last_change(file: AssessmentFile) -> str:
    """When the newest batch was made, on this computer's clock; "" when there is none."""
    batches = file.batches()
    return local_time(batches[-1].at) if batches else ""


def _keep(place: Path, record: Record, document: Path, reason: Reason) -> bool:
    """Put a working file among the backups; False if somebody has it open after all.

    Where it cannot be kept as a backup, it stays, but has no claim on the document any more.
    """
    try:
        discard(place, record, document, reason)
    except FileInUse:
        return False
    except FileProblem:
        write_record(place, replace(record, document=""))
    return True


def _known_to(document: Path) -> set[str]:
    """The ids of all batches that a document holds, its own and those that merges took over."""
    picture = AssessmentFile.from_bytes(verified_bytes(document)[0])
    taken = [batch.id for batches in picture.taken().values() for batch in batches]
    known = {batch.id for batch in picture.batches()}.union(taken)
    picture.close()
    return known


def _verified(place: Path) -> AssessmentFile:
    """A working file, open and verified; let go again when it is not whole."""
    file = AssessmentFile.open(place)
    try:
        file.verify()
    except BaseException:
        file.close()
        raise
    return file
