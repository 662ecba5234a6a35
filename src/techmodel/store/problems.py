"""What went wrong with a file, as the sentence a person reads (trust.md 2.1)."""

from __future__ import annotations

import errno
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from techmodel.core.errors import DamagedFile, FileInUse, FileProblem, PlaceGone

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
_PATH_TOO_LONG = 206
"""Windows' ERROR_FILENAME_EXCED_RANGE."""
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}

_ON_DEMAND = 0x1000 | 0x40000 | 0x400000
"""Windows' attributes OFFLINE, RECALL_ON_OPEN and RECALL_ON_DATA_ACCESS."""
_DATALESS = 0x40000000
"""macOS' flag SF_DATALESS."""

DAMAGED = "{name} is damaged and we have not changed it: {what}."
"""The sentence for a file whose damage is proved."""

TOO_LONG = "The path of '{name}' is too long for this computer. Choose a shorter name or folder."

_AWAY = "The folder {} is not there. Put the drive back"
_FULL = (
    "Your last change is not saved yet: this computer's disk is full. Everything before it is "
    "safe. Free some space and try again."
)
_READ_ONLY = (
    "Your last change is not saved: the folder for work on this computer does not allow "
    "changes. Everything before it is safe."
)
_HELD = (
    "Your last change is not saved: another program holds the working file. Everything before "
    "it is safe. Try again in a moment."
)
_DAMAGED = (
    "Your last change is not saved: the working file on this computer is damaged. What was "
    "last copied to the document is safe there."
)
_NOT_CONFIRMED = (
    "We could not confirm that your last change was written: this computer's disk may be failing. "
    "What was saved before is kept. Save a copy to another drive."
)

_SAVING: dict[str, tuple[type[FileProblem], str]] = {
    "FULL": (FileProblem, _FULL),
    "READONLY": (FileProblem, _READ_ONLY),
    "BUSY": (FileInUse, _HELD),
    "LOCKED": (FileInUse, _HELD),
    "CORRUPT": (DamagedFile, _DAMAGED),
    "NOTADB": (DamagedFile, _DAMAGED),
}


def is_too_long(error: OSError) -> bool:
    """Whether the system refused a path for its length."""
    return error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _PATH_TOO_LONG


def saving_problem(error: sqlite3.Error) -> FileProblem:
    """Why a change could not be made durable in the working file."""
    name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_")
    kind, sentence = _SAVING.get(name.partition("_")[0], (FileProblem, _NOT_CONFIRMED))
    return kind(sentence)


def database_problem(name: str, error: BaseException) -> FileProblem:
    """Why the content of a database could not be used; only what is proved is called damaged."""
    kind = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
    if kind in {"BUSY", "LOCKED"}:
        return FileInUse(f"{name} is held by another program. Try again in a moment.")
    if kind in {"IOERR", "CANTOPEN", "FULL", "READONLY", "PERM", "NOMEM"}:
        return no_answer(name)
    what = "it takes too long to read" if kind == "INTERRUPT" else "it holds what we cannot read"
    return DamagedFile(DAMAGED.format(name=name, what=what))


def no_answer(name: str) -> FileProblem:
    """That a database could not be read, for which only the disk is to blame."""
    return FileProblem(
        f"{name} could not be read: the disk did not answer as it should, or is full. Nothing "
        "was changed. Try again."
    )


def too_much(limit: int) -> FileProblem:
    """That an assessment has grown to the largest size that is opened again."""
    return FileProblem(
        "Your last change is not saved: with it this assessment would be larger than the limit of "
        f"{limit // 1_000_000} MB. Everything before it is safe. Make a new assessment and bring "
        "the organisations in there; it begins without the history of this one."
    )


def not_copied(place: Path) -> FileProblem:
    """That the disk does not give a working file, which was to be copied."""
    return FileProblem(
        "Your work is kept on this computer, but its disk could not be read, so nothing was "
        "copied. What was copied before is unchanged. Try again; if it goes on, the disk may be "
        f"failing: ask IT to rescue the file {place}."
    )


def not_confirmed() -> FileProblem:
    """That it is not known whether a change was written."""
    return FileProblem(_NOT_CONFIRMED)


def no_room(folder: Path) -> FileProblem:
    """That no working file can be made in the folder for them."""
    return FileProblem(
        f"Nothing was changed: a working file could not be made in {folder}. Check that this "
        "computer's disk has space and allows changes there."
    )


def reading_problem(path: Path, error: OSError) -> FileProblem:
    """Why a document could not be read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileProblem(f"There is no file '{path.name}' in {path.absolute().parent}.")
    if is_too_long(error):
        return FileProblem(TOO_LONG.format(name=path.name))
    if error.errno in _NOT_ALLOWED:
        return FileProblem(f"You are not allowed to read '{path.name}'. Ask who looks after it.")
    if _is_elsewhere(path):
        return FileProblem(
            f"'{path.name}' is not on this computer yet, only its name is. Nothing was changed. "
            "Connect to the internet, let its folder download it, and try again."
        )
    return FileProblem(
        f"'{path.name}' could not be read: the drive or network place it is on did not answer as "
        "it should. Nothing was changed. Check that it is connected and try again."
    )


def _is_elsewhere(path: Path) -> bool:
    """Whether a synced folder shows only the name of a file that is not downloaded (F08)."""
    with suppress(OSError):
        found = path.stat()
        marks = getattr(found, "st_file_attributes", 0), getattr(found, "st_flags", 0)
        return bool(marks[0] & _ON_DEMAND or marks[1] & _DATALESS)
    return False


def place_gone(what: str, safe: str) -> PlaceGone:
    """That the drive, share or folder of a document is away; `what` says it and what to do."""
    return PlaceGone(
        f"{safe} {what}, or save a copy somewhere else. When it is there again, your work is "
        "copied into the document."
    )


def writing_problem(path: Path, error: OSError, safe: str) -> FileProblem:
    """Why a document could not be written; `safe` says first where the work is."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return place_gone(_AWAY.format(path.absolute().parent), safe)
    if is_too_long(error):
        why = "its path is too long for this computer. Save a copy under a shorter name."
    elif error.errno in _NO_SPACE:
        why = f"there is no space left where '{path.name}' is. Free some space and try again."
    elif error.errno in _NOT_ALLOWED:
        why = (
            f"the folder of '{path.name}' does not allow changes, or another program holds the "
            "file. Close it there and try again, or save a copy somewhere else."
        )
    else:
        why = (
            f"the drive with '{path.name}' did not answer as it should and may be failing. "
            "Try again, or save a copy to another drive."
        )
    return FileProblem(f"{safe} But it is not in the document yet: {why}")


def spare_copy_problem(error: OSError) -> FileProblem:
    """Why no spare copy could be made."""
    if error.errno in _NO_SPACE:
        why = "the disk of the backup folder is full"
    elif error.errno in _NOT_ALLOWED or isinstance(error, NotADirectoryError | FileExistsError):
        why = "the backup folder does not allow changes"
    else:
        why = "the disk did not answer as it should"
    return FileProblem(f"We could not make a spare copy ({why}).")


def local_time(text: str) -> str:
    """The time of day on this computer's clock, with the day if it is another; "" if unclear."""
    try:
        then = datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        return ""
    day = "" if then.date() == datetime.now(UTC).astimezone().date() else f"{then:%d %B }"
    return f"{day.lstrip('0')}{then:%H:%M}"
