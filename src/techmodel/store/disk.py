"""Small durable steps on disk: a whole file written for good, a folder synced."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_new(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Make a file that must not exist yet, with all of `data` synced to the disk.

    Raises:
        FileExistsError: there is such a file already.
        OSError: it could not be written whole; then nothing of it is left.
    """
    handle = os.open(path, _NEW, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def put_whole(path: Path, data: bytes) -> None:
    """Put a file in place, or in another's place, whole and durable.

    Raises:
        OSError: it could not be written; what was there before still is.
    """
    part = path.with_name(f"{path.name}.part")
    remove(part)
    write_new(part, data)
    part.replace(path)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder for this user alone, and what is above it, durable like what comes into it.

    Raises:
        OSError: it cannot be made.
    """
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    for one in new:
        sync_folder(one.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove(path: Path) -> None:
    """Delete a file if it is there and can be deleted."""
    with suppress(OSError):
        path.unlink()


def answers(path: Path) -> bool:
    """Whether the disk gives every byte of a file."""
    try:
        path.read_bytes()
    except OSError:
        return False
    return True
