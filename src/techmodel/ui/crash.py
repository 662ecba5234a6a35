"""The log and the trace of a crash: at most 5 MB, without answers and names (trust.md F34)."""

from __future__ import annotations

import faulthandler
import logging
import re
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from techmodel.settings import log_file

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

FILE_BYTES, OLDER_FILES = 900_000, 4
"""Size of a file of the log, and how many older ones are kept; with a trace below 5 MB in all."""
MAX_ENTRY = 20_000
"""Characters of an entry; a longer one loses its middle."""
MAX_ENTRIES = 1_000
"""Entries of one run of the program: an error at every repaint must not wear out a disk."""
MAX_TRACE = 100_000
"""Bytes of a crash's trace that are kept."""
SHOWN = 200_000
"""Characters of the log that are shown, the newest."""

_open_traces: list[TextIO] = []
"""Kept open: it is written to when everything else has failed."""
_written = [0]
"""How many entries this run has written."""
_FILE = re.compile(r'File "([^"\n]*)"')


def write_log(details: str, level: int = logging.ERROR) -> None:
    """Add to the log; a place that cannot be written is no reason to stop."""
    _written[0] += 1
    if _written[0] > MAX_ENTRIES:
        return
    with suppress(OSError):
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_file(), maxBytes=FILE_BYTES, backupCount=OLDER_FILES, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        try:
            handler.handle(_record(_shortened(details), level))
        finally:
            handler.close()


def watch_crashes() -> None:
    """Let a crash of the machine code write its trace beside the log.

    What an earlier crash left there goes into the log first.
    """
    with suppress(OSError):
        log_file().parent.mkdir(parents=True, exist_ok=True)
        left = _left_trace()
        if left:
            write_log(f"The program ended by a crash of the machine code.\n{left}")
        _open_traces.append(_trace_file().open("w", encoding="utf-8"))
        faulthandler.enable(_open_traces[-1])


def log_text() -> str:
    """The newest part of the log, oldest entry first; "" when there is none."""
    texts = []
    for path in _log_files():
        with suppress(OSError):
            texts.append(path.read_text(encoding="utf-8", errors="replace"))
    return "".join(texts)[-SHOWN:]


def delete_logs() -> str:
    """Delete the log and the trace; "" or a sentence that says why not."""
    try:
        for path in _log_files():
            path.unlink(missing_ok=True)
        for trace in _open_traces:
            trace.truncate(0)
        if not _open_traces:
            _trace_file().unlink(missing_ok=True)
    except OSError:
        return "The log could not be deleted: another program holds it. Try again in a moment."
    return ""


def short_path(filename: str) -> str:
    """A path inside the program, without the folders of this computer."""
    parts = filename.replace("\\", "/").split("/")
    known = [n for n, part in enumerate(parts) if part == "techmodel"]
    return "/".join(parts[known[-1] :]) if known else parts[-1]


def _record(details: str, level: int) -> logging.LogRecord:
    return logging.LogRecord("techmodel", level, "", 0, "%s", (details,), None)


def _shortened(details: str) -> str:
    half = MAX_ENTRY // 2
    return details if len(details) <= MAX_ENTRY else f"{details[:half]}\n...\n{details[-half:]}"


def _left_trace() -> str:
    """What an earlier crash left, with short paths."""
    if not _trace_file().is_file():
        return ""
    with _trace_file().open("rb") as file:
        left = file.read(MAX_TRACE).decode("utf-8", "replace")
    return _FILE.sub(lambda found: f'File "{short_path(found[1])}"', left)


def _trace_file() -> Path:
    return log_file().with_name("crash.log")


def _log_files() -> list[Path]:
    """The files of the log, the oldest first."""
    older = [log_file().with_name(f"{log_file().name}.{n}") for n in range(OLDER_FILES, 0, -1)]
    return [path for path in (*older, log_file()) if path.is_file()]
