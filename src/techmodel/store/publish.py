"""Copying work into the document: whole, checked, and only if nobody changed it meanwhile."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from techmodel.core.errors import ChangedMeanwhile, FileProblem
from techmodel.store.disk import remove, sync_folder, write_new
from techmodel.store.place import Place
from techmodel.store.problems import place_gone, writing_problem
from techmodel.store.safe_open import check_content

if TYPE_CHECKING:
    from pathlib import Path

SAFE = "Your work is safe on this computer."
HERE = Place()
"""A place of which nothing is known."""
_CHANGED = "{safe} But {what}. Nothing was overwritten. Save yours as a copy, or open it again."
_SAVED_BY_OTHERS = "somebody else has saved '{}' since you opened it"
_HELD = {5, 32, 33}
"""Windows' errors for a file that another program holds: access denied, sharing, lock."""
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
"""Seconds between the tries to put the new file in place, 3.15 in all (trust.md F25)."""


def temporary_of(path: Path) -> Path:
    """Where a document is written before it is put in place."""
    return path.with_name(f"~${path.name}.new")


def publish(data: bytes, path: Path, base: str | None, place: Place = HERE) -> str:
    """Put the bytes of an assessment in the place of a document; the SHA-256 of what is there now.

    `~$name.new` beside it is written, synced, read again and checked against its seal; then, if
    the document is still the one with hash `base`, it is replaced in one step. On any failure the
    document is as it was and the temporary file is gone.

    Args:
        data: a whole database image.
        path: the document.
        base: the SHA-256 that it must still have; None when there must be no such file yet.
        place: where it was when it was opened, so that a drive that has gone is named.

    Raises:
        PlaceGone: the drive or folder is away; the same call may succeed later.
        ChangedMeanwhile: the document is another than `base`; both versions are kept.
        FileProblem: it could not be written; the sentence says first that the work is safe.
    """
    temporary = temporary_of(path)
    ours = sha256(data).hexdigest()
    try:
        _write_alone(temporary, data)
        _check_written(temporary, data)
        _keep_mode(path, temporary)
        _check_base(path, {base, ours})
        _replace(temporary, path)
        _check_replaced(path, ours)
    except (OSError, ChangedMeanwhile) as error:
        remove(temporary)
        if place.gone and place.has_gone(path):
            raise place_gone(place.gone, SAFE) from error
        if isinstance(error, OSError):
            raise writing_problem(path, error, SAFE) from error
        raise
    except BaseException:
        remove(temporary)
        raise
    sync_folder(path.parent)
    return ours


def _write_alone(temporary: Path, data: bytes) -> None:
    """Write the temporary file, which is never two writers' at once, whatever locks are worth.

    While one is there, somebody is about to replace the document: their look at it and their
    replacing must not fall on both sides of ours. One that stays is of a process that was killed.
    """
    for wait in _WAITS:
        try:
            write_new(temporary, data, 0o666)
        except FileExistsError:
            time.sleep(wait)
        else:
            return
    remove(temporary)
    write_new(temporary, data, 0o666)


def _check_written(temporary: Path, data: bytes) -> None:
    """Read the temporary file again: it must be what we wrote, and that must be whole."""
    written = temporary.read_bytes()
    if written != data:
        raise OSError("read back otherwise than written")
    check_content(written, "The working file")


def _check_replaced(path: Path, ours: str) -> None:
    """Check that the document is what we wrote, and not what somebody put there meanwhile.

    If it cannot be read at this moment, it is taken for ours: it was whole when it was replaced.
    """
    try:
        found = sha256(path.read_bytes()).hexdigest()
    except OSError:
        return
    if found != ours:
        raise ChangedMeanwhile(_CHANGED.format(safe=SAFE, what=_SAVED_BY_OTHERS.format(path.name)))


def _check_base(path: Path, expected: set[str | None]) -> None:
    """Check that the document is still the one that was opened, or ours from a try before."""
    try:
        found = sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        found = None
    if found in expected:
        return
    if found is None:
        what = f"'{path.name}' is no longer in {path.absolute().parent}: it was moved or deleted"
    elif None in expected:
        what = f"meanwhile somebody else made a file '{path.name}' in that folder"
    else:
        what = _SAVED_BY_OTHERS.format(path.name)
    raise ChangedMeanwhile(_CHANGED.format(safe=SAFE, what=what))


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give the new file the permissions of the one it replaces, where the drive knows such."""
    with suppress(OSError):
        temporary.chmod(path.stat().st_mode & 0o777)


def _replace(temporary: Path, path: Path) -> None:
    """Put the new file in place; wait a little for a program that holds the old one."""
    for wait in _WAITS:
        try:
            os.replace(temporary, path)  # noqa: PTH105 - the one step that tests make fail
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(wait)
        else:
            return
    raise FileProblem(
        f"{SAFE} But it is not in the document yet: another program holds '{path.name}'. Close it "
        "there and try again."
    )
