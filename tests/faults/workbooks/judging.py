"""Reading one workbook in a process forked from this one, under the limits of the real reader."""

from __future__ import annotations

import os
import pickle
import resource
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.errors import BadInput
from techmodel.importing.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SAID, MAX_SHEETS
from techmodel.importing.preflight import check_workbook
from techmodel.importing.workbook_lines import assemble, decoded, encoded
from techmodel.importing.workbook_reading import read_package

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.importing.workbook import Workbook

SECONDS = 30
MEMORY = 1 << 30
ENDS = "Nothing was changed."


@dataclass(frozen=True)
class Verdict:
    """What came of a workbook.

    Attributes:
        refused: the sentence, "" if it was read.
        left_out: the sentences about what was left out.
        values: every value with its place.
        wrong: what must not happen: another error, a broken promise.
    """

    refused: str = ""
    left_out: tuple[str, ...] = ()
    values: tuple[object, ...] = ()
    wrong: str = ""


@dataclass(frozen=True)
class Ended:
    """How a child ended: what its function returned, or how it died; its time and memory."""

    value: object
    seconds: float
    megabytes: int


def verdict(raw: bytes) -> Verdict:
    """Read a workbook here and now, and judge what came of it."""
    try:
        found = _read(raw)
    except BadInput as error:
        sentence = str(error)
        return Verdict(sentence, wrong="" if sentence.endswith(ENDS) else f"said {sentence!r}")
    except Exception as error:
        return Verdict(wrong=f"{type(error).__name__}: {str(error)[:200]}")
    values = tuple(
        (s.name, r, c, value)
        for s in found.sheets
        for r, row in enumerate(s.rows, 1)
        for c, value in enumerate(row, 1)
        if value is not None
    )
    return Verdict(left_out=found.left_out, values=values, wrong=_broken(found, values))


def _read(raw: bytes) -> Workbook:
    """What the child and the one that asked it do, without a process between them."""
    said = []
    size = 0
    for line in read_package(check_workbook(raw, "a.xlsx")):
        said.append(encoded(line))
        size += len(said[-1])
        if size > MAX_SAID:
            raise BadInput(f"'a.xlsx' holds more than 64 MB of text and numbers. {ENDS}")
    return assemble("a.xlsx", decoded(b"".join(said)))


def _broken(found: Workbook, values: tuple[object, ...]) -> str:
    """A promise that what was read does not keep."""
    if len(found.sheets) > MAX_SHEETS or len(values) > MAX_CELLS:
        return "too many sheets or cells"
    for one in found.sheets:
        if len(one.rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in one.rows):
            return f"too many rows or columns on {one.name!r}"
    try:
        repr(values).encode()
        "".join(found.left_out).encode()
    except UnicodeEncodeError:
        return "text that no file can hold"
    return ""


def forked(function: Callable[..., object], *arguments: object, seconds: int = SECONDS) -> Ended:
    """What a function returns in a child that has as much time and memory as the real reader."""
    begun = time.monotonic()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(writing, function, arguments, seconds)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    value = pickle.loads(said) if said else f"died with status {status}"
    return Ended(value, time.monotonic() - begun, used.ru_maxrss // 1024)


def _live(
    writing: int, function: Callable[..., object], arguments: tuple[object, ...], seconds: int
) -> None:
    """The whole life of a child."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds)
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - a line of the system
        mapped = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (mapped + MEMORY, mapped + MEMORY))
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(pickle.dumps(function(*arguments)))
    os._exit(0)
