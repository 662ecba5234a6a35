"""The lock file `~$name` beside a document: who has it open, since when (trust.md 2.2)."""

from __future__ import annotations

import errno
import json
import os
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from techmodel import __version__
from techmodel.core.errors import FileInUse, FileProblem, ReadOnlyPlace
from techmodel.store.disk import remove, write_new
from techmodel.store.problems import TOO_LONG, is_too_long, local_time
from techmodel.store.process import Process, is_known_to_run, is_running, this_process

if TYPE_CHECKING:
    from pathlib import Path

_TRIES = 5
_PAUSE = 0.05

_held: set[bytes] = set()
"""What the locks say that this process holds; one of ours not in it was left by a full disk."""


@dataclass(frozen=True, slots=True)
class Holder:
    """What a lock file says. `role` is as typed in Settings, or ""; `time` UTC ISO."""

    process: Process
    role: str
    time: str

    def words(self) -> str:
        """Where, since when and by whom: "on LT-0423 since 10:05 (IM&T lead)"."""
        since = local_time(self.time)
        return (
            f"on {self.process.machine or 'another computer'}"
            f"{f' since {since}' if since else ''}{f' ({self.role})' if self.role else ''}"
        )


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that this process holds, until it is released."""

    path: Path
    content: bytes

    def release(self) -> None:
        """Take the lock file away, if it is still ours; a drive that has gone does no harm."""
        _held.discard(self.content)
        with suppress(OSError):
            if self.path.read_bytes() == self.content:
                self.path.unlink()


def lock_path(document: Path) -> Path:
    """Where the lock file of a document is."""
    return document.with_name(f"~${document.name}")


def take(document: Path, role: str = "", *, take_over: bool = False) -> Lock:
    """Lock a document for this process.

    A lock whose process of this machine no longer runs is taken over in silence; with `take_over`
    any lock is, but that of another process known to run on this machine.

    Raises:
        FileInUse: somebody has the document open; the sentence says where, since when and who.
        ReadOnlyPlace: the folder does not allow a lock file.
        FileProblem: the lock file could not be written.
    """
    path = lock_path(document)
    content = _content(role)
    for _ in range(_TRIES):
        try:
            _put(path, content)
        except FileExistsError:
            _make_way(path, document.name, take_over=take_over)
        except OSError as error:
            raise _cannot_lock(document, error) from error
        else:
            _held.add(content)
            _clear_aside(path)
            return Lock(path, content)
    raise FileInUse(f"'{document.name}' is being opened by another window. Try again in a moment.")


def holder_of(path: Path) -> Holder | None:
    """Who holds a lock file; None when it cannot be made out.

    Raises:
        FileNotFoundError: there is no such lock file any more.
    """
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE)  # it may be half written at this moment
        with suppress(ValueError):
            return _parsed(path.read_bytes())
    return None


def _put(path: Path, content: bytes) -> None:
    """Make the lock file, whole from its first moment on drives that know links; FAT does not.

    Raises:
        FileExistsError: there is one.
        OSError: it could not be made.
    """
    part = _aside(path)
    write_new(part, content, 0o644)
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        write_new(path, content, 0o644)
    finally:
        remove(part)


def _aside(path: Path) -> Path:
    """A name beside a lock file that nothing else has."""
    return path.with_name(f"{path.name}.{uuid4().hex[:8]}")


def _clear_aside(path: Path) -> None:
    """Take away what processes left aside that died while they took or removed this lock."""
    ours = re.compile(re.escape(path.name) + r"\.[0-9a-f]{8}")
    with suppress(OSError):
        for one in path.parent.iterdir():
            if ours.fullmatch(one.name) and not _is_someones(one.read_bytes()):
                remove(one)


def _is_someones(content: bytes) -> bool:
    """Whether a lock, or what may become one, is of a process that runs."""
    with suppress(ValueError):
        return is_running(_parsed(content).process)
    return False


def _make_way(path: Path, name: str, *, take_over: bool) -> None:
    """Remove a lock file that is nobody's, or that is to be taken over.

    Raises:
        FileInUse: somebody holds it.
    """
    try:
        before = path.read_bytes()
        holder = holder_of(path)
        respected = _surely_held if take_over else _may_be_held
        if respected(holder, before):
            raise FileInUse(_in_use(name, holder))
        _remove_if_still(path, before)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _cannot_lock(path.with_name(name), error) from error


def _may_be_held(holder: Holder | None, content: bytes) -> bool:
    """Whether a lock may be somebody's: not a dead process's, nor one we could not take away."""
    if holder is None:
        return True
    if holder.process == this_process():
        return content in _held
    return is_running(holder.process)


def _surely_held(holder: Holder | None, _: bytes) -> bool:
    """Whether a lock is that of another process of this machine that is known to run."""
    if holder is None or holder.process == this_process():
        return False
    return is_known_to_run(holder.process)


def _remove_if_still(path: Path, before: bytes) -> None:
    """Remove a lock file, but not one that another process put in its place meanwhile."""
    if path.read_bytes() != before:
        return
    aside = _aside(path)
    path.rename(aside)
    if aside.read_bytes() == before:
        remove(aside)
    else:
        aside.rename(path)


def _content(role: str) -> bytes:
    """What our lock file says."""
    process = this_process()
    return json.dumps(
        {
            "machine": process.machine,
            "role": role,
            "time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "pid": process.pid,
            "started": process.started,
            "version": __version__,
            "token": uuid4().hex,
        },
        ensure_ascii=False,
        indent=1,
    ).encode()


def _parsed(content: bytes) -> Holder:
    """What a lock file says.

    Raises:
        ValueError: it is not one of ours.
    """
    said = json.loads(content)
    pid = said.get("pid") if isinstance(said, dict) else None
    if type(pid) is not int:
        raise ValueError("not a lock file")
    process = Process(_line(said.get("machine")), pid, _line(said.get("started")))
    return Holder(process, _line(said.get("role")), _line(said.get("time")))


def _line(value: object) -> str:
    """A short text on one line, whatever the lock file holds."""
    if not isinstance(value, str):
        return ""
    shown = "".join(letter if letter.isprintable() else " " for letter in value[:200])
    return " ".join(shown.split())[:100]


def _in_use(name: str, holder: Holder | None) -> str:
    """The sentence for a document that somebody has open."""
    if holder is None:
        return (
            f"'{name}' seems to be open somewhere: the lock file beside it cannot be read. If "
            "nobody has it open, its lock can be taken over (--take-lock). Nothing was changed."
        )
    if holder.process.machine == this_process().machine:
        advice = "Close it there and try again."
    else:
        advice = (
            "Close it there and try again; a lock left behind can be taken over (--take-lock)."
        )
    return f"This assessment is open {holder.words()}. Nothing was changed. {advice}"


def _cannot_lock(document: Path, error: OSError) -> FileProblem:
    """Why the lock file could not be made."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return ReadOnlyPlace(
            f"'{document.name}' can only be opened for reading: its folder does not allow "
            "changes. Save a copy somewhere else to work on."
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileProblem(f"There is no folder {document.absolute().parent}.")
    if is_too_long(error):
        return FileProblem(TOO_LONG.format(name=document.name))
    return FileProblem(
        f"'{document.name}' was not opened: its lock file could not be written beside it. Check "
        "that the drive is connected and has space. Nothing was changed."
    )
