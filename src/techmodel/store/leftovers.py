"""Working files left over: published ones go, unpublished work is taken up or asked about."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, FileInUse, FileProblem, WorkDamaged, WorkLeft
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.backups import Backups, Reason, backups_beside
from techmodel.store.copies import iso_now
from techmodel.store.letting_go import discard, go_without, last_change, let_go, verified_work
from techmodel.store.records import abandoned, write_record
from techmodel.store.safe_open import upgraded
from techmodel.store.schema import FORMAT

if TYPE_CHECKING:
    from techmodel.store.records import Record

__all__ = ["Leftover", "Taken", "discard", "set_aside", "take_up", "verified_work", "work_image"]


_LOOKS = 4
"""How often a working file that is held is tried again; each time waits a fifth of a second."""


class Leftover(Enum):
    """What to do with work that a crash left unpublished (design.md 9)."""

    TAKE_UP = auto()
    """Go on with it if it continues this very document; otherwise refuse and ask."""
    ASK = auto()
    """Refuse and ask in any case, so that nothing is taken up or published before a choice."""
    RECOVER = auto()
    """Go on with it in any case; the document's own version is kept with the backups."""
    DISCARD = auto()
    """Go on with the document; the work is kept with the backups."""


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
        WorkLeft: unpublished work does not continue the document, and `choice` is TAKE_UP; or
            there is any, and `choice` is ASK.
    """
    notices = []
    for place, record in _of(folder, fresh):
        if record.closed_whole(fresh.base or ""):
            notices.append(let_go(place, record, fresh))
        elif choice is Leftover.DISCARD:
            notices.append(go_without(place, record, fresh))
        else:
            taken = _looked_at(place, record, fresh, choice)
            if isinstance(taken, Taken):
                return taken
            notices.append(taken)
    return Taken(None, folder, fresh, " ".join(filter(None, notices)))


def set_aside(folder: Path, document: Path) -> None:
    """Let work left over have no claim on a path any more: a new document begins there.

    It is kept; an old copy of its own document would still find it.
    """
    for place, record in abandoned(folder):
        if record.document == str(document):
            write_record(place, replace(record, document=""))


def work_image(place: Path) -> bytes:
    """The content of a working file, as a whole database of the newest format.

    Raises:
        FileInUse, DamagedFile: as `verified_work`.
    """
    file = verified_work(place)
    try:
        data = file.serialize()
        return data if file.format == FORMAT else upgraded(data, "The working file")
    finally:
        file.close()


def _of(folder: Path, fresh: Record) -> list[tuple[Path, Record]]:
    """The working files of a document that nobody has open; those that continue it first."""
    path, found = Path(fresh.document), fresh.base or ""
    mine = [
        (place, record)
        for place, record in abandoned(folder)
        if record.belongs_to(path, fresh.assessment, found)
    ]
    return sorted(mine, key=lambda one: one[1].held(found) is None)


def _looked_at(place: Path, record: Record, fresh: Record, choice: Leftover) -> Taken | str:
    """A working file to go on with; a sentence or "" if nothing of it is unpublished."""
    name, found = Path(fresh.document).name, fresh.base or ""
    try:
        file = _whole(place, name)
    except FileInUse:
        return ""
    if record.has_all(file.revision, file.seal, found):
        file.close()
        return let_go(place, record, fresh)
    until, held = last_change(file), record.held(found)
    if choice is Leftover.ASK or (choice is Leftover.TAKE_UP and held is None):
        file.close()
        raise WorkLeft(_safe_here(name, until, continues=held is not None))
    if held is not None:
        notice = f"We kept your work: changes to '{name}' up to {until} were not in it yet."
        seal = record.seal if found == record.base else record.sent_seal
        taken = replace(fresh, published=held, seal=seal)
        return Taken(_of_newest_format(file, place), place, taken, notice)
    _keep_document(place.parent, fresh)
    notice = (
        f"Your work on '{name}' up to {until} was recovered; the other version is kept with the "
        "backups."
    )
    taken = replace(fresh, assessment=file.id, published=record.published, seal=record.seal)
    return Taken(_of_newest_format(file, place), place, taken, notice)


def _safe_here(name: str, until: str, *, continues: bool) -> str:
    """That work waits for a choice."""
    if continues:
        return (
            f"Your work on '{name}' up to {until} is safe on this computer and not in the "
            "document yet. Say whether to go on with it."
        )
    return (
        f"Your work on '{name}' up to {until} is safe on this computer, but the document has "
        "been changed since. Say whether to go on with your work (--recover; the version in "
        "the document is kept too) or without it (--discard; the work is kept too)."
    )


def _whole(place: Path, name: str) -> AssessmentFile:
    """A working file as `verified_work` gives it.

    Another window that only looks what is kept has it open for a moment; that is waited for.

    Raises:
        FileInUse: somebody has it open after all.
        WorkDamaged: it is not whole.
    """
    try:
        for _ in range(_LOOKS):
            with suppress(FileInUse):
                return verified_work(place)
        return verified_work(place)
    except DamagedFile as error:
        raise WorkDamaged(
            f"'{name}' itself is whole, but work on it that a crash left on this computer is "
            "damaged. It can be opened without that work (--discard)."
        ) from error


def _of_newest_format(file: AssessmentFile, place: Path) -> AssessmentFile:
    """The same working file, brought to the newest format if an older version of us left it."""
    if file.format == FORMAT:
        return file
    data = upgraded(file.serialize(), "The working file")
    file.close()
    return AssessmentFile.put(place, data)


def _keep_document(folder: Path, fresh: Record) -> None:
    """Keep the document as it is now with its backups.

    Raises:
        FileProblem: it could not be kept.
    """
    path = Path(fresh.document)
    try:
        data = path.read_bytes()
        backups = Backups(backups_beside(folder), path, fresh.assessment)
        backups.make(data, fresh.published, Reason.REPLACED, iso_now())
    except (OSError, FileProblem) as error:
        raise FileProblem(
            "Nothing was changed: the version in the document could not be kept as a backup. "
            "Check that this computer's disk has space."
        ) from error
