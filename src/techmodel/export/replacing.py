"""Exports appear whole or not at all: written beside the target, made durable, then swapped in."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from techmodel.core.errors import ExportFailed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between tries while another program holds the target (trust.md F25); 2.55 in all."""
_LEFT = re.compile(r"~\$.+\.(csv|html|json|pdf|xlsx)\.new", re.IGNORECASE)
"""What our temporary files are called, and nothing of another program."""
_OLD = 3600
"""Seconds; an export takes a few, so what is older is of a program that was ended meanwhile."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """The place to write the new file; it becomes `path` when the block ends without an error.

    The temporary file `~$NAME.new` stands in the same folder, is synced to the disk and moved over
    `path` in one step. Whatever goes wrong, `path` stays as it was and the temporary file goes
    (design.md 10.3, trust.md F25, F26, F32). Those that a killed program left in that folder more
    than an hour ago go, too.

    Raises:
        ExportFailed: the file could not be written or swapped in, with the sentence to show.
    """
    temporary = path.with_name(f"~${path.name}.new")
    try:
        yield temporary
        _sync(temporary)
        _swap(temporary, path)
        _sync_folder(path.parent)
        _sweep(path)
    except OSError as error:
        raise ExportFailed(_sentence(error, path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_whole(content: bytes, path: Path) -> None:
    """Write a file and read it back before it takes its place (design.md 10.4).

    Raises:
        ExportFailed: it could not be written, or did not read back the same; the previous file is
            unchanged.
    """
    with replacing(path) as temporary:
        temporary.write_bytes(content)
        if temporary.read_bytes() != content:
            raise ExportFailed(
                f"'{path.name}' did not read back as it was written. Nothing was kept; save it "
                "again, to another place if it goes on."
            )


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _swap(source: Path, target: Path) -> None:
    """Move over the target; a scanner may hold it for a moment, so refusals are tried again."""
    for wait in _WAITS:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.replace(target)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where folders can be synced at all."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(written: Path) -> None:
    """Remove old temporary files of ours beside a file just written.

    Its own time is the one to compare with: on a share, the clock is another than ours.
    """
    with suppress(OSError):
        now = written.stat().st_mtime
        for left in written.parent.iterdir():
            if _LEFT.fullmatch(left.name):
                _remove_old(left, now)


def _remove_old(left: Path, now: float) -> None:
    with suppress(OSError):
        found = left.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_mtime < now - _OLD:
            left.unlink()


def _sentence(error: OSError, path: Path) -> str:
    after = "The previous file is unchanged." if path.is_file() else "Nothing was written."
    if path.is_dir():
        return f"'{path.name}' is a folder. Give the export another name. Nothing was written."
    if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
        return f"There is no folder '{path.parent}'. Choose another place. {after}"
    if isinstance(error, PermissionError):
        return f"{_refused(path)} {after}"
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return (
            f"There is no room left for '{path.name}'. Make room or choose another place. {after}"
        )
    reason = error.strerror or type(error).__name__
    return f"'{path.name}' could not be written ({reason}). Choose another place. {after}"


def _refused(path: Path) -> str:
    if path.is_file() and os.access(path.parent, os.W_OK):
        return (
            f"'{path.name}' is open in another program."
            " Close it and try again, or export under another name."
        )
    return f"You may not write in the folder '{path.parent}'. Choose another place."
