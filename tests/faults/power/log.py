"""Reading what the recorder wrote down: what was done to files, and what was said in between."""

from __future__ import annotations

import json
import os
import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from tests.faults.harness.forks import BEGIN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.harness.forks import Word

_HEAD = struct.Struct("=IIQQQ")
"""`struct record` of recorder.c: kind, handle, number, the lengths of what follows."""


class Kind(IntEnum):
    """What was done; as in recorder.c."""

    MARK = 0
    OPEN = 1
    WRITE = 2
    TRUNCATE = 3
    SYNC = 4
    RENAME = 5
    UNLINK = 6
    MKDIR = 7
    RMDIR = 8
    LINK = 9
    CLOSE = 10
    STRANGE = 11


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done.

    Attributes:
        kind: what.
        handle: the number under which the file was open, where that matters.
        number: flags of opening, offset of writing, size of truncating.
        name: the path below the folder, or the words of a mark.
        to: the other path of a rename or link.
        data: what was written.
    """

    kind: Kind
    handle: int = 0
    number: int = 0
    name: str = ""
    to: str = ""
    data: bytes = b""

    @property
    def creates(self) -> bool:
        """Whether opening makes the file if it is not there."""
        return bool(self.number & os.O_CREAT)

    @property
    def empties(self) -> bool:
        """Whether opening takes away what is in the file."""
        return bool(self.number & os.O_TRUNC)


@dataclass(frozen=True, slots=True)
class Log:
    """Everything that was done, and what was said: each word with how many steps came before."""

    steps: list[Step]
    words: list[tuple[int, Word]]

    @property
    def begins(self) -> int:
        """After how many steps the part begins that is to be looked at."""
        return next((place for place, word in self.words if word == [BEGIN]), 0)

    def said(self, done: int) -> list[Word]:
        """What had been said when so many steps were done."""
        return [word for place, word in self.words if place <= done]


def read(path: Path) -> Log:
    """The log in a file.

    Raises:
        AssertionError: something was done that the recorder cannot follow.
    """
    data, place = path.read_bytes(), 0
    log = Log([], [])
    while place < len(data):
        kind, handle, number, one, two = _HEAD.unpack_from(data, place)
        place += _HEAD.size
        first, second = data[place : place + one], data[place + one : place + one + two]
        place += one + two
        assert kind != Kind.STRANGE, f"the recorder cannot follow {first.decode()}"
        if kind == Kind.MARK:
            log.words.append((len(log.steps), json.loads(first)))
        elif kind == Kind.WRITE:
            log.steps.append(Step(Kind.WRITE, handle, number, data=first))
        else:
            name, to = os.fsdecode(first), os.fsdecode(second)
            log.steps.append(Step(Kind(kind), handle, number, name, to))
    return log
