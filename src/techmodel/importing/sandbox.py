"""Reading a foreign workbook in a child process that can hang, burst or break without harm."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.errors import BadInput
from techmodel.importing.limits import MAX_SAID, MB, MEMORY, SECONDS
from techmodel.importing.workbook_lines import assemble, decoded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

    from techmodel.importing.workbook import Workbook

_SMALLER = (
    "Delete sheets and rows that are not needed, save it and try again. Nothing was changed."
)
_OUT_OF_MEMORY = 3
"""The child's exit code when memory did not suffice."""
_KILLED, _TIME_UP = -9, -14
"""Exit codes of a process that the system ended, for want of memory, or its own timer."""
_MALFORMED = (ValueError, KeyError, TypeError, IndexError, RecursionError)


def read_workbook(path: Path) -> Workbook:
    """The values of an .xlsx file, read by a second copy of the program that can change nothing.

    It takes a third of a second and more, so it belongs into the background. What is beyond the
    sheets, rows, columns, cells and characters of `limits` is left out and listed in `left_out`,
    which is always to be shown; whatever else passes a limit is refused (trust.md F16a-d).

    Raises:
        BadInput: the file is not a workbook we read; the sentence names the limit and says that
            nothing was changed.
    """
    said = run_reader(path)
    try:
        return assemble(path.name, decoded(said))
    except _MALFORMED as error:
        raise _stopped(path.name) from error


def run_reader(path: Path, seconds: float = SECONDS) -> bytes:
    """What the child says about a file, as lines of JSON.

    Raises:
        BadInput: it took too long, needed too much memory, said too much, broke, or could not be
            started.
    """
    command = [*reader_command(), str(path.absolute())]
    until = time.monotonic() + seconds
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise BadInput(
            f"'{path.name}' was not read: this computer did not let us start the reader. Ask who "
            "looks after techmodel for you. Nothing was changed."
        ) from error
    with process:
        assert process.stdout is not None
        try:
            said = _collected(process.stdout, path.name, until)
            code = process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired as error:
            raise _too_slow(path.name) from error
        finally:
            process.kill()
    _judge_end(code, path.name, until)
    return said


def reader_command() -> Sequence[str]:
    """How this very program is started to read a workbook.

    The bundle is its own program; on Windows its console starter is taken, which has an output.
    """
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).with_stem("techmodel")
        return (str(beside) if beside.is_file() else sys.executable, "--read-workbook")
    return (sys.executable, "-P", "-m", "techmodel", "--read-workbook")


def _collected(output: IO[bytes], file: str, until: float) -> bytes:
    """Everything the child says until it ends, within the time and size allowed."""
    pieces: list[bytes] = []
    size = 0
    while True:
        _wait_for(output, file, until)
        piece = os.read(output.fileno(), 1 << 16)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > MAX_SAID:
            raise BadInput(
                f"'{file}' holds more than {MAX_SAID // MB} MB of text and numbers, the limit. "
                f"{_SMALLER}"
            )


def _wait_for(output: IO[bytes], file: str, until: float) -> None:
    """Wait until there is something to read; the time is over when there is nothing by then.

    Windows cannot wait for a pipe; the child's own timer ends it there.
    """
    if os.name == "posix":
        import selectors  # noqa: PLC0415 - needed on one kind of system only

        with selectors.DefaultSelector() as selector:
            selector.register(output, selectors.EVENT_READ)
            if not selector.select(max(0.0, until - time.monotonic())):
                raise _too_slow(file)
    if time.monotonic() > until:
        raise _too_slow(file)


def _judge_end(code: int, file: str, until: float) -> None:
    """Say why a child that did not end well did not."""
    if code == 0:
        return
    if code == _TIME_UP or time.monotonic() > until:
        raise _too_slow(file)
    if code in {_OUT_OF_MEMORY, _KILLED}:
        raise BadInput(
            f"'{file}' needs more than {MEMORY >> 30} GB of memory to be read, the limit. "
            f"{_SMALLER}"
        )
    raise _stopped(file)


def _too_slow(file: str) -> BadInput:
    return BadInput(
        f"'{file}' takes longer than {SECONDS:.0f} seconds to read, the limit. {_SMALLER}"
    )


def _stopped(file: str) -> BadInput:
    return BadInput(
        f"'{file}' could not be read: the reader stopped at something in it. Open it in Excel, "
        "save it as “Excel Workbook (.xlsx)” and try again. Nothing was changed."
    )
