"""Work that a crash, or closing without saving, left on this computer: found, looked at, kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.difference import difference
from techmodel.core.errors import DamagedFile, FileProblem, Refused
from techmodel.store import leftovers
from techmodel.store.records import abandoned, hash_of, read_record, remove_working
from techmodel.store.safe_open import assessment_in
from techmodel.wording.edits import edit_lines
from techmodel.wording.history import find_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.answers import Value
    from techmodel.core.compare_answers import AnswerChange
    from techmodel.session.session import Session
    from techmodel.store.records import Record

_ABOUT_ANSWERS = {"answer", "evidence"}


@dataclass(frozen=True, slots=True)
class Kept:
    """Unpublished work of a process that is no more.

    Attributes:
        document: the path of its document; `Path()` where it has none any more.
        title: the assessment's; "" when the work is damaged.
        until: when its newest change was made.
        closed: when it was closed without being published; None when the program just ended.
        continues: whether it continues the document as that is now.
        damaged: whether it cannot be read: then it can only be discarded.
        place: the working file.
        gone: whether there is no document at its path now.
    """

    document: Path
    title: str
    until: datetime
    closed: datetime | None
    continues: bool
    damaged: bool
    place: Path
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Addition:
    """One thing that kept work adds to the document.

    Attributes:
        capability, organisation: ids; "" for what is not about an answer.
        name: the capability's name, or what was changed.
        organisation_name: the organisation's name, or "".
        in_file, kept: the answer in the document and in the kept work; None for other things.
        fields: what differs of the answer: value, note, dissent, parked, evidence.
        at: when it was changed.
    """

    capability: str
    organisation: str
    name: str
    organisation_name: str
    in_file: Value | None
    kept: Value | None
    fields: tuple[str, ...]
    at: datetime


def find_kept(work_folder: Path, document: Path | None = None) -> tuple[Kept, ...]:
    """The unpublished work of processes that are no more, newest first.

    Args:
        work_folder: where working files are.
        document: only what belongs to this one, also if it was moved since; None for all
            documents, also those that are gone.
    """
    found = []
    with suppress(OSError):
        for place, record in abandoned(work_folder):
            if document is None or _belongs(record, document.absolute()):
                found.append(_looked_at(place, record, document))
    return tuple(sorted(filter(None, found), key=lambda kept: kept.until, reverse=True))


def look_at_kept(kept: Kept) -> Session:
    """The kept work, for reading only.

    Raises:
        FileInUse: another window has taken it up meanwhile.
        FileProblem: it is damaged or cannot be read.
    """
    from techmodel.session.session import Session
    from techmodel.store.assessment_file import AssessmentFile

    return Session(AssessmentFile.from_bytes(leftovers.work_image(kept.place)))


def is_there(kept: Kept) -> bool:
    """Whether kept work still waits: nobody has taken it up, put it aside or saved it since."""
    return kept.place.is_file()


def what_it_adds(kept: Kept) -> tuple[Addition, ...]:
    """What the kept work has and the document has not, oldest change first.

    Where the document is gone or cannot be read: than what it held when it was last saved.

    Raises:
        FileInUse, FileProblem: as `look_at_kept`.
    """
    work = look_at_kept(kept)
    before = _before(kept, work)
    changes = work.rounds.compare_with(before).answers
    found = [*_answers(work, changes), *_others(work, before)]
    return tuple(sorted(found, key=lambda one: one.at))


def discard(kept: Kept) -> None:
    """Go on without kept work; it is put with the document's backups first.

    Raises:
        FileInUse: another window has taken it up meanwhile.
        FileProblem: it could not be kept as a backup; it is where it was.
    """
    for place, record in abandoned(kept.place.parent):
        if place == kept.place:
            leftovers.discard(place, record, kept.document)


def save_kept_as(kept: Kept, path: Path) -> Path:
    """Save kept work as a document of its own, and let the working file go; where it is.

    Raises:
        Refused: there is a file already.
        FileInUse, FileProblem: as `look_at_kept`; or it could not be written, and the work is
            where it was.
    """
    from techmodel.store.publish import publish

    if path.exists():
        raise Refused(f"There is already a file '{path.name}'. Choose another name.")
    publish(leftovers.work_image(kept.place), path, None)
    remove_working(kept.place)
    return path


def _belongs(record: Record, document: Path) -> bool:
    return record.belongs_to(document, assessment_in(document), hash_of(document))


def _looked_at(place: Path, record: Record, document: Path | None) -> Kept | None:
    """What a working file is; None when it holds nothing unpublished, or somebody has it open."""
    path = document or Path(record.document)
    found = hash_of(path) if path.name else ""
    if record.closed_whole(found):
        return None
    when = datetime.fromtimestamp(place.stat().st_mtime, UTC)
    kept = Kept(
        document=path,
        title="",
        until=when,
        closed=None if record.process else when,
        continues=record.held(found) is not None,
        damaged=True,
        place=place,
        gone=not found and not path.is_file(),
    )
    try:
        file = leftovers.verified_work(place)
    except DamagedFile:
        return kept
    except FileProblem:
        return None
    try:
        if record.has_all(file.revision, file.seal, found):
            return None
        title = {str(row["name"]): row["value"] for row in file.rows("setting")}.get("title", "")
        newest = [datetime.fromisoformat(batch.at) for batch in file.batches()[-1:]]
        return replace(kept, damaged=False, title=str(title), until=(newest or [when])[0])
    finally:
        file.close()


def _before(kept: Kept, work: Session) -> Session:
    """The document as it is, if it can be compared with; else the work as it was last saved."""
    from techmodel.session.session import Session
    from techmodel.store.working_file import read_document

    with suppress(FileProblem):
        session = Session(read_document(kept.document))
        if session.assessment().id == work.assessment().id:
            return session
    record = read_record(kept.place)
    return work.as_of(max(1, min(record.published if record else 0, work.revision)))


def _answers(work: Session, changes: Sequence[AnswerChange]) -> Iterator[Addition]:
    """The answers that are others."""
    assessment = work.assessment()
    names = {o.id: o.name for o in assessment.organisations}
    for change in changes:
        capability = assessment.checklist.capability(change.capability)
        yield Addition(
            capability=change.capability,
            organisation=change.organisation,
            name=capability.name if capability else change.capability,
            organisation_name=names.get(change.organisation, change.organisation),
            in_file=change.then.value,
            kept=change.now.value,
            fields=change.fields,
            at=datetime.fromisoformat(change.batch.at) if change.batch else work.last_change(),
        )


def _others(work: Session, before: Session) -> Iterator[Addition]:
    """What else is another, line by line; what was undone meanwhile is not."""
    changed = {(e.table, e.key): b.at for b in work.batches() for e in b.edits}
    book = find_book(work.assessment(), (*before.batches(), *work.batches()), work.taken())
    for edit in difference(before.tables(), work.tables()):
        if edit.table in _ABOUT_ANSWERS:
            continue
        at = changed.get((edit.table, edit.key))
        when = datetime.fromisoformat(at) if at else work.last_change()
        for line in edit_lines(edit, book):
            said = ": ".join(filter(None, (line.about, line.sentence)))
            yield Addition("", "", said, "", None, None, (), when)
