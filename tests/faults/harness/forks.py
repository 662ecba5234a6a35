"""One case in a child of the warm process: it says what is safe, and is killed, or ends."""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults.power import recorder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONGEST = 60.0
"""Seconds after which a child hangs."""

BEGIN = "begin"
"""What a child says when the part begins in which it may be killed."""

Word = list[object]
"""Something a child said: what is done, and to what."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: so many seconds after the beginning, or at the n-th call to the disk.

    Attributes:
        seconds: None waits for the call, or for the end.
        call: from 1; 0 lets all calls pass.
        within: in the middle of a write, rather than before it.
    """

    seconds: float | None = None
    call: int = 0
    within: bool = False


NEVER = Moment()


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a child.

    Attributes:
        said: what it said, in order, but that it begins.
        killed: whether it was killed before it had done everything.
        seconds: from its beginning to its end.
        calls: to the disk, in that time, if it came to its end.
        wrong: its traceback, if it raised something, or that it hung.
    """

    said: list[Word]
    killed: bool
    seconds: float
    calls: int
    wrong: str


class Say:
    """How a child tells what is done; what it has told, it has done."""

    def __init__(self, pipe: int, root: Path, moment: Moment) -> None:
        self._pipe, self._root, self._moment = pipe, root, moment

    def watch(self) -> None:
        """Follow files from the start on; those opened before `BEGIN` count after it, too."""
        recorder.count(self._root)

    def __call__(self, *word: object) -> None:
        """Say something; after `BEGIN` calls count."""
        os.write(self._pipe, json.dumps(word).encode() + b"\n")
        if word == (BEGIN,):
            recorder.count(self._root, self._moment.call, within=self._moment.within)


def fork(work: Callable[[Say], None], root: Path, moment: Moment = NEVER) -> Ended:
    """Run `work(say)`, which works below `root`, in a child, and kill it at that moment."""
    reading, writing = os.pipe()
    gc.freeze()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(work, Say(writing, root, moment))
    os.close(writing)
    try:
        return _watched(child, reading, moment.seconds)
    finally:
        os.close(reading)


def _live(work: Callable[[Say], None], say: Say) -> None:
    """The whole life of a child."""
    try:
        say.watch()
        work(say)
        say("calls", recorder.calls())
    except BaseException:
        say("wrong", traceback.format_exc())
    os._exit(0)


def _watched(child: int, pipe: int, seconds: float | None) -> Ended:
    """What a child says until it ends or is killed."""
    said = os.read(pipe, 1 << 16)
    began = time.monotonic()
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    rest, hung = _read_all(pipe, began + LONGEST)
    took = time.monotonic() - began
    if hung:
        os.kill(child, signal.SIGKILL)
    killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    lines = (said + rest).split(b"\n")[:-1]  # the last was cut short, or is empty
    words: list[Word] = [json.loads(line) for line in lines]
    told = {str(word[0]): word[-1] for word in words}
    wrong = "it hung" if hung else str(told.get("wrong", ""))
    calls = told.get("calls", 0)
    kept = [word for word in words if word[0] not in {BEGIN, "calls", "wrong"}]
    return Ended(kept, killed and not hung, took, int(str(calls)), wrong)


def _read_all(pipe: int, until: float) -> tuple[bytes, bool]:
    """All that comes until the other end is closed; and whether it took too long."""
    said = b""
    while select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
        part = os.read(pipe, 1 << 16)
        if not part:
            return said, False
        said += part
    return said, True
