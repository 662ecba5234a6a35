"""The library that writes down, or cuts short, what a process does to its files."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("recorder.c")
MISSING = "no C compiler here (Debian: gcc and libc6-dev)"


def build(folder: Path) -> Path | None:
    """The library, compiled into a folder; None where there is no compiler, or no glibc."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not Path("/proc/self/fd").exists():
        return None
    library = folder / "recorder.so"
    command = [compiler, "-shared", "-fPIC", "-O2", "-o", library, SOURCE, "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


@cache
def _library() -> ctypes.CDLL | None:
    """The library as it is preloaded into this process, if it is."""
    told = os.environ.get("LD_PRELOAD")
    if not told:
        return None
    library = ctypes.CDLL(told)
    library.recorder_calls.restype = ctypes.c_long
    return library


def is_loaded() -> bool:
    """Whether this process runs with it."""
    return _library() is not None


def start(root: Path, log: Path) -> None:
    """Write down from now on what is done below `root`."""
    library = _library()
    assert library is not None
    assert library.recorder_start(bytes(root), bytes(log)) >= 0


def mark(words: str) -> None:
    """Put words between what was done and what will be."""
    library = _library()
    assert library is not None
    library.recorder_mark(words.encode())


def count(root: Path, at: int = 0, *, within: bool = False) -> None:
    """Count calls below `root` from now on, and die at a certain one; 0 is never."""
    library = _library()
    if library is not None:
        library.recorder_count(bytes(root), ctypes.c_long(at), int(within))


def calls() -> int:
    """The calls counted since `count`."""
    library = _library()
    return 0 if library is None else int(library.recorder_calls())
