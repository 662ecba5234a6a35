"""Working files left over: published ones go, unpublished work is taken up or asked about."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, FileInUse, FileProblem, WorkDamaged, WorkLeft
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.disk import write_new
from techmodel.store.problems import local_time
from techmodel.store.records import abandoned, remove_working, write_record

if TYPE_CHECKING:
    from techmodel.store.records import Record


class Leftover(Enum):
    """What to do with work that a crash left unpublished (design.md 9)."""

    TAKE_UP = auto()
    """Go on with it if it continues this very document; otherwise refuse and ask."""
    RECOVER = auto()
    """Go on with it in any case; the document's own version is kept beside the working files."""
    DISCARD = auto()
    """Delete it and go on with the document."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of looking for work left over: the working file to go on with, if any."""

    file: AssessmentFile | None
    place: Path
    record: Record
    notice: str


def take_up(folder: Path, fresh: Record, choice: Leftover) -> Taken:
    """Deal with the working files of a document that no running process has open.

    Args:
        folder: where working files are.
        fresh: the record of the document as it is now, with its hash as `base`.
        choice: what to do with unpublished work.

    Raises:
        WorkDamaged: unpublished work is damaged; DISCARD goes on without it.
        WorkLeft: unpublished work does not continue the document, and `choice` is TAKE_UP.
    """
    notice = ""
    for place, record in _of(folder, fresh):
        if _closed_whole(record, fresh):
            remove_working(place)
        elif choice is Leftover.DISCARD:
            remove_working(place)
            notice = f"Work on '{Path(fresh.document).name}' that was not in it was discarded."
        else:
            taken = _looked_at(place, record, fresh, choice)
            if taken is not None:
                return taken
    return Taken(None, folder, fresh, notice)


def set_aside(folder: Path, document: Path) -> None:
    """Let work left over have no claim on a path any more: a new document begins there.

    It is kept; an old copy of its own document would still find it.
    """
    for place, record in abandoned(folder):
        if record.document == str(document):
            write_record(place, replace(record, document=""))


def _of(folder: Path, fresh: Record) -> list[tuple[Path, Record]]:
    """The working files of a document that nobody has open; those that continue it first."""
    path, found = Path(fresh.document), fresh.base or ""
    mine = [
        (place, record)
        for place, record in abandoned(folder)
        if record.belongs_to(path, fresh.assessment, found)
    ]
    return sorted(mine, key=lambda one: one[1].held(found) is None)


def _closed_whole(record: Record, fresh: Record) -> bool:
    """Whether a working file was closed with all of it published."""
    held = record.held(fresh.base or "")
    return record.closed_at is not None and record.closed_at in {record.published, held}


def _looked_at(place: Path, record: Record, fresh: Record, choice: Leftover) -> Taken | None:
    """A working file to go on with; None if it holds nothing unpublished, and is removed then."""
    name = Path(fresh.document).name
    try:
        file = _whole(place, name)
    except FileInUse:
        return None
    held = record.held(fresh.base or "")
    if file.revision <= (record.published if held is None else held):
        file.close()
        remove_working(place)
        return None
    until = local_time(file.batches()[-1].at)
    if held is not None:
        notice = f"We kept your work: changes to '{name}' up to {until} were not in it yet."
        return Taken(file, place, replace(fresh, published=held), notice)
    if choice is Leftover.TAKE_UP:
        file.close()
        raise WorkLeft(
            f"Your work on '{name}' up to {until} is safe on this computer, but the document has "
            "been changed since. Say whether to go on with your work (--recover; the version in "
            "the document is kept too) or without it (--discard)."
        )
    kept = _kept_aside(place.parent, fresh)
    notice = f"Your work on '{name}' up to {until} was recovered; the other version is {kept}."
    record = replace(fresh, assessment=file.id, published=record.published)
    return Taken(file, place, record, notice)


def _whole(place: Path, name: str) -> AssessmentFile:
    """A working file, rolled back to its last transaction and verified.

    What looks damaged is read once more: a disk that stumbles must not cost anybody's work.

    Raises:
        FileInUse: somebody has it open after all.
        WorkDamaged: it is not whole.
    """
    with suppress(DamagedFile):
        return _verified(place)
    try:
        return _verified(place)
    except DamagedFile as error:
        raise WorkDamaged(
            f"'{name}' itself is whole, but work on it that a crash left on this computer is "
            "damaged. It can be opened without that work (--discard)."
        ) from error


def _verified(place: Path) -> AssessmentFile:
    """A working file, open and verified; let go again when it is not whole."""
    file = AssessmentFile.open(place)
    try:
        file.verify()
    except BaseException:
        file.close()
        raise
    return file


def _kept_aside(folder: Path, fresh: Record) -> Path:
    """Keep the document as it is now beside the working files; where."""
    kept = folder / f"kept-{(fresh.base or '')[:12]}.techmodel"
    try:
        with suppress(FileExistsError):
            write_new(kept, Path(fresh.document).read_bytes())
    except OSError as error:
        raise FileProblem(
            f"Nothing was changed: the version in the document could not be kept in {folder}. "
            "Check that this computer's disk has space."
        ) from error
    return kept
