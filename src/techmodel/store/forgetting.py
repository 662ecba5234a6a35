"""Removing people's names from every file that we keep of an assessment (trust.md 3.5)."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, FileInUse, FileProblem
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.backups import DAMAGED
from techmodel.store.copies import copies_in, folders_of, rewrite_copy
from techmodel.store.disk import remove, sync_folder
from techmodel.store.people import without_people
from techmodel.store.place import conflict_copies
from techmodel.store.records import read_record, remove_working
from techmodel.store.safe_open import check_content
from techmodel.store.schema import format_of

if TYPE_CHECKING:
    from techmodel.store.copies import Backup
    from techmodel.store.records import Record
    from techmodel.store.working_file import Document


@dataclass(slots=True)
class Forgotten:
    """What came of removing names.

    Attributes:
        backups: how many copies were written anew without them.
        deleted: how many damaged files were deleted, as they could not be written anew.
        left: one sentence for each file that may still hold names.
    """

    backups: int = 0
    deleted: int = 0
    left: list[str] = field(default_factory=list)


def forget_everywhere(document: Document) -> Forgotten:
    """Remove all names from a document, its working file, its backups, and what a crash left.

    Each is written anew, so that no byte of a name stays. Doing it again goes on where something
    was left.

    Raises:
        FileProblem: they could not be removed from the document itself; then it is as it was, or
            is published without them later.
    """
    document.file.forget_people()
    document.publish()
    done = Forgotten()
    for folder in folders_of(document.backups.root, document.file.id):
        for copy in copies_in(folder):
            _forget_in_copy(copy, done)
        for path in folder.iterdir():
            if path.suffix in {DAMAGED, ".part"}:
                remove(path)
                done.deleted += path.suffix == DAMAGED
        sync_folder(folder)  # or a power cut brings back what was deleted
    _forget_in_work(document, done)
    done.left += [
        f"'{path.name}' beside it is a copy of its own and still holds what it held."
        for path in conflict_copies(document.path)
    ]
    return done


def _forget_in_copy(copy: Backup, done: Forgotten) -> None:
    """Write a copy anew without names."""
    try:
        data = copy.path.read_bytes()
        check_content(data, "The backup")
        rewrite_copy(copy, _without(data))
    except DamagedFile:
        remove(copy.path)
        done.deleted += 1
    except (OSError, FileProblem):
        done.left.append("A backup could not be written anew and may still hold names.")
    else:
        done.backups += 1


def _without(data: bytes) -> bytes:
    """Checked bytes of any format without names."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(data)
        return without_people(connection, format_of(connection))
    finally:
        connection.close()


def _forget_in_work(document: Document, done: Forgotten) -> None:
    """Go through the other working files of the assessment."""
    folder = document.working_file.parent
    for beside in sorted(folder.glob("*.json")):
        place, record = beside.with_suffix(".db"), read_record(beside.with_suffix(".db"))
        ours = record is not None and record.assessment == document.file.id
        if record is not None and ours and place != document.working_file:
            name = Path(record.document).name
            try:
                _forget_in_file(place, record)
            except FileInUse:
                done.left.append(f"'{name}' is open in another window: remove its names there.")
            except FileProblem:
                done.left.append(
                    f"Work on '{name}' that is not in it yet cannot be read and may still hold "
                    "names."
                )
    for part in folder.glob("*.part"):
        remove(part)
    sync_folder(folder)


def _forget_in_file(place: Path, record: Record) -> None:
    """Remove names from a working file that was left; one that holds nothing of its own goes."""
    file = AssessmentFile.open(place)
    try:
        published = record.has_all(file.revision, file.seal, record.base or "")
        if not published:
            file.forget_people()
    finally:
        file.close()
    if published:
        remove_working(place)
