"""The library that lets calls fail: built, and told what to do; and cases in children of it."""

from __future__ import annotations

import ctypes
import os
import pickle
import select
import shutil
import signal
import subprocess
import time
import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Path(__file__).with_name("faulty.c")
MISSING = "no C compiler here (Debian: gcc and libc6-dev)"
KINDS = ("write", "sync", "truncate", "unlink", "rename", "open", "close", "read")
"""In the order of faulty.c."""
SECONDS = 5.0
"""Whatever takes longer hangs (trust.md T3)."""


def build(folder: Path) -> Path | None:
    """The library, compiled into a folder; None where there is no compiler, or no glibc."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not Path("/proc/self/fd").exists():
        return None
    library = folder / "faulty.so"
    flags = ["-shared", "-fPIC", "-O2", "-fvisibility=hidden"]
    command = [compiler, *flags, "-o", library, SOURCE, "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


@cache
def _library() -> ctypes.CDLL:
    """The library as it is preloaded into this process."""
    library = ctypes.CDLL(os.environ["LD_PRELOAD"])
    library.faulty_hits.restype = library.faulty_count.restype = ctypes.c_long
    library.faulty_where.restype = ctypes.c_char_p
    library.faulty_least.restype = ctypes.c_longlong
    library.faulty_room.argtypes = [ctypes.c_longlong]
    library.faulty_arm.argtypes = [ctypes.c_int, ctypes.c_long, ctypes.c_int, ctypes.c_int]
    return library


def watch(folder: Path) -> None:
    """Let only calls on files below a folder count, if they are opened from now on."""
    _library().faulty_watch(os.fsencode(folder))


def count() -> None:
    """Let nothing fail, but count."""
    _library().faulty_arm(0, 0, 0, 0)


def arm(kind: str, number: int, code: int, *, forever: bool) -> None:
    """Let the call of this number fail, counted over its kind; perhaps all after it."""
    _library().faulty_arm(1 << KINDS.index(kind), number, code, int(forever))


def fill(room: int) -> None:
    """Let the disk be full after so many more bytes."""
    _library().faulty_room(room)


def least_room() -> int:
    """How much room there was left when there was least, since it was filled."""
    return int(_library().faulty_least())


def ignore_locks() -> None:
    """Accept every lock from now on, and enforce none."""
    _library().faulty_ignore_locks(1)


def delay(microseconds: int, seed: int) -> None:
    """Let every call take up to so long, by chance."""
    _library().faulty_delay(microseconds, seed)


def disarm() -> tuple[int, str]:
    """Let nothing fail any more; how many calls did, and which was the first, on which file."""
    hits, where = _library().faulty_hits(), _library().faulty_where().decode(errors="replace")
    _library().faulty_arm(0, 0, 0, 0)
    _library().faulty_room(-1)
    return hits, where


def counts() -> dict[str, int]:
    """How many calls of each kind there were since it was armed."""
    return {kind: _library().faulty_count(number) for number, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: with what its function gave, or with what was wrong."""

    value: object = None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """A child that is at work, and where it says what came of it."""

    pid: int
    pipe: int


def begin(function: Callable[..., object], *arguments: object) -> Child:
    """Let a function run in a child of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(writing, function, arguments)
    os.close(writing)
    return Child(child, reading)


def end(child: Child, seconds: float = 60.0) -> Ended:
    """What a child's function gave; the child is killed when it takes longer than `seconds`."""
    said = _read_all(child.pipe, time.monotonic() + seconds)
    os.close(child.pipe)
    if said is None:
        os.kill(child.pid, signal.SIGKILL)
    status = os.waitpid(child.pid, 0)[1]
    if said is None:
        return Ended(wrong=f"hung for {seconds:.0f} s")
    return Ended(*pickle.loads(said)) if said else Ended(wrong=f"died with status {status}")


def forked(function: Callable[..., object], *arguments: object, seconds: float = 60.0) -> Ended:
    """What a function gives in a child of its own; killed when it takes longer than `seconds`."""
    return end(begin(function, *arguments), seconds)


def must(ended: Ended) -> object:
    """What a child gave, which had to end well."""
    assert not ended.wrong, ended.wrong
    return ended.value


def _live(pipe: int, function: Callable[..., object], arguments: tuple[object, ...]) -> None:
    """The whole life of a child."""
    try:
        said = (function(*arguments), "")
    except BaseException:
        said = (None, traceback.format_exc())
    with os.fdopen(pipe, "wb") as answer:
        answer.write(pickle.dumps(said))
    os._exit(0)


def _read_all(pipe: int, until: float) -> bytes | None:
    """All that comes until the other end is closed; None when it takes too long."""
    said = b""
    while select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
        part = os.read(pipe, 1 << 16)
        if not part:
            return said
        said += part
    return None
