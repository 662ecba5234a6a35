"""Opening a document in the window: what stands in the way becomes a choice."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from techmodel.core.errors import FileInUse, ReadOnlyPlace, Refused, TechmodelError
from techmodel.session.session import Session
from techmodel.settings import documents_folder
from techmodel.store.lock import holder_of, lock_path, take
from techmodel.store.problems import writing_problem
from techmodel.store.process import is_known_to_run
from techmodel.store.publish import SAFE, publish
from techmodel.store.working_file import Document, Leftover, read_document
from techmodel.ui import ask
from techmodel.ui.naming import free_path

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from techmodel.session.create import Draft
    from techmodel.store.lock import Holder

READ_ONLY_BANNER = "Opened for reading. This {what} does not allow changes."
IN_USE_BANNER = "Opened for reading, as it was last saved. Changes are made where it is open."
READ, COPY = ("read", "Open for reading"), ("copy", "Open a copy…")
AGAIN, TAKE = ("again", "Try again"), ("take", "Take it over")
"""Choices about a document that is open elsewhere: key and verb. With Cancel four at most."""
RUNS_DETAIL = (
    "Another window on this computer has it, so it cannot be taken over. Close it there, then try "
    "again. A copy can be merged with it later."
)
IN_USE_DETAIL = (
    "Take it over only if you know that nobody is working on it there, for example after a "
    "computer was switched off. Nobody’s saved work is overwritten either way. A copy can be "
    "merged with it later."
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as the window got it.

    `reading` is the banner of one opened for reading only, else "".
    """

    session: Session
    path: Path
    notice: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class How:
    """How to open: what a person has chosen so far."""

    work: Path
    role: str = ""
    take_lock: bool = False
    leftover: Leftover = Leftover.ASK


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy to be written: a whole document's bytes, and where to."""

    data: bytes
    path: Path
    role: str = ""


def make_document(draft: Draft, path: Path, how: How) -> Opened:
    """A new document made from a draft, in place of one that is there.

    Raises:
        TechmodelError: it cannot be made; the text is the sentence to show.
    """
    from techmodel.session.create import create_document  # noqa: PLC0415 - starts light

    document = create_document(path, how.work, draft, force=path.exists(), role=how.role)
    return Opened(Session(document.file, document), document.path)


def make_sample_document(path: Path, how: How) -> Opened:
    """The sample, made anew where there is none. Raises as `make_document`."""
    from techmodel.session.sample import make_sample  # noqa: PLC0415 - starts light

    path.parent.mkdir(parents=True, exist_ok=True)
    document = make_sample(path, how.work, force=False, role=how.role)
    return Opened(Session(document.file, document), document.path)


def open_document(parent: QWidget, path: Path, how: How) -> Opened | None:
    """A document open for work or for reading; None when a person chose neither.

    Raises:
        WorkLeft: there is work of before, and `how` does not say what to do with it.
        TechmodelError: it cannot be opened; the text is the sentence to show.
    """
    try:
        document = Document.open(
            path, how.work, role=how.role, take_lock=how.take_lock, leftover=how.leftover
        )
    except ReadOnlyPlace:
        return Opened(Session(read_document(path)), path, reading=_read_only(path))
    except FileInUse:
        return _in_use(parent, path, how)
    return Opened(Session(document.file, document), document.path, document.notice)


def with_content(opened: Opened | None) -> Opened | None:
    """What was opened, once it is known that all it holds can be read; else it is let go again.

    Raises:
        DamagedFile: the checklist in it makes no sense.
    """
    if opened is None:
        return None
    try:
        opened.session.assessment()
    except TechmodelError:
        if opened.session.document is not None:
            opened.session.document.close(publish=False)
        raise
    return opened


def write_copy(copy: Copy) -> Path:
    """Write a copy of a document, whole or not at all; where it is.

    A file that is there is replaced: the person was asked when choosing the path.

    Raises:
        FileInUse: somebody has that file open.
        FileProblem: it could not be written.
    """
    lock = take(copy.path, copy.role)
    try:
        base = sha256(copy.path.read_bytes()).hexdigest() if copy.path.exists() else None
        publish(copy.data, copy.path, base)
    except OSError as error:
        raise writing_problem(copy.path, error, SAFE) from error
    finally:
        lock.release()
    return copy.path


def check_not_itself(session: Session | None, path: Path) -> None:
    """Refuse to copy over the document that is open, if one is."""
    document = session.document if session else None
    if document is not None and path.absolute() == document.path:
        raise Refused(
            f"'{path.name}' is the assessment that is open, and it is saved by itself. Choose "
            "another name for the copy."
        )


def _in_use(parent: QWidget, path: Path, how: How) -> Opened | None:
    """What to do about a document that somebody has open: read it, copy it, take it over."""
    holder = None
    with suppress(OSError):
        holder = holder_of(lock_path(path))
    runs = holder is not None and is_known_to_run(holder.process)
    choices = READ, COPY, AGAIN if runs else TAKE
    detail = RUNS_DETAIL if runs else IN_USE_DETAIL
    choice = ask.choose(parent, _who_has(path, holder), choices, detail=detail)
    if choice == "read":
        return Opened(Session(read_document(path)), path, reading=IN_USE_BANNER)
    if choice == "copy":
        return _copied(parent, path, how)
    if choice == "again":
        return open_document(parent, path, how)
    if choice == "take":
        return open_document(parent, path, replace(how, take_lock=True))
    return None


def _read_only(path: Path) -> str:
    """The banner of a document that cannot be written: it, or the folder, forbids it."""
    return READ_ONLY_BANNER.format(what="folder" if os.access(path, os.W_OK) else "file")


def _who_has(path: Path, holder: Holder | None) -> str:
    """That nothing was changed, and who has a document open, where and since when."""
    where = holder.words() if holder else "somewhere else; the lock file does not say where"
    return f"Nothing was changed. ‘{path.name}’ is open {where}."


def _copied(parent: QWidget, path: Path, how: How) -> Opened | None:
    """A copy of a document as it was last saved, open for work; None when nobody says where."""
    suggested = free_path(documents_folder(), f"{path.stem}, copy")
    there = ask.save_path(parent, "Save a copy to work on", suggested)
    if there is None:
        return None
    session = Session(read_document(path))
    data = session.serialize()
    session.close()
    return open_document(parent, write_copy(Copy(data, there, how.role)), how)
