"""The process that reads a workbook for another: bounded, and able to write nothing.

`techmodel --read-workbook PATH` says on its standard output what `workbook_lines` describes.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from techmodel.importing.limits import MEMORY, SECONDS

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

OUT_OF_MEMORY = 3
"""The exit code when memory did not suffice."""

GRACE = 5.0
"""Seconds after which the process ends itself, should nobody have ended it in time."""

_CHANGING = (
    "os.",
    "shutil.",
    "tempfile.",
    "subprocess.",
    "socket.",
    "ctypes.",
    "sqlite3.",
    "winreg.",
)
_HARMLESS = frozenset({"os.listdir", "os.scandir", "os.walk", "os.fwalk", "os.add_dll_directory"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def read_for_parent(path: Path) -> int:
    """Read a workbook and say what it holds on the standard output; the exit code.

    0: the lines are whole, or the last one is a refusal. Anything else: something went wrong that
    the one who asked has a sentence for.
    """
    end_after(SECONDS + GRACE)
    limit_resources()
    try:
        _say(path, sys.stdout.buffer)
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def end_after(seconds: float) -> None:
    """Let the system end this process after a time, whatever it is doing then."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
    else:
        import faulthandler  # noqa: PLC0415 - Windows has no timer but this

        faulthandler.dump_traceback_later(seconds, exit=True)


def limit_resources() -> None:
    """Bound memory, and allow neither files to be written nor processes to be started.

    Windows cannot limit a process from within; there the caps of the preflight hold alone.
    """
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - only where the system has it

        _limit(resource.RLIMIT_AS, MEMORY)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_NPROC, 0)


def forbid_changes() -> None:
    """From now on refuse every try to write, start, connect or change anything, until the end."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_judge)


def _say(path: Path, out: BinaryIO) -> None:
    """Read and say it, line by line; a refusal is the last line."""
    from techmodel.core.errors import BadInput  # noqa: PLC0415 - after the limits
    from techmodel.importing import workbook_lines as lines  # noqa: PLC0415
    from techmodel.importing.preflight import check_workbook, read_file  # noqa: PLC0415
    from techmodel.importing.workbook_reading import read_package  # noqa: PLC0415

    forbid_changes()
    try:
        package = check_workbook(read_file(path), path.name)
        for line in read_package(package):
            out.write(lines.encoded(line))
    except BadInput as error:
        out.write(lines.encoded(lines.refused(str(error))))
    out.flush()


def _limit(what: int, most: int) -> None:
    import resource  # noqa: PLC0415

    with suppress(OSError, ValueError):
        resource.setrlimit(what, (most, most))


def _judge(event: str, arguments: tuple[object, ...]) -> None:
    """Called by Python before everything that reaches outside."""
    if event == "open":
        flags = arguments[2]
        if isinstance(flags, int) and flags & _WRITING:
            raise PermissionError
    elif event.startswith(_CHANGING) and event not in _HARMLESS:
        raise PermissionError
