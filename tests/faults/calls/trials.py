"""One fault during one operation: what was said, and what is there afterwards."""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from tests.faults.calls import faulty
from tests.faults.calls.faulty import SECONDS, forked, must
from tests.faults.calls.operations import NO_ANSWER
from tests.faults.calls.places import restore, snapshot
from tests.faults.harness.bench import Bench

from techmodel.core.errors import TechmodelError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.faults.calls.operations import Facts, Operation
    from tests.faults.calls.places import Files

    from techmodel.session.session import Session


class Fault(Protocol):
    """Something that goes wrong, once it is armed.

    `go_on`: whether the person tries again when it is over, or the program is killed at once.
    """

    @property
    def go_on(self) -> bool:
        """As above."""

    def arm(self, bench: Bench) -> None:
        """Let it happen from now on."""

    def disarm(self, bench: Bench) -> tuple[int, str]:
        """Let it be over; how often it struck, and where first."""


@dataclass(frozen=True, slots=True)
class Without:
    """No fault at all."""

    go_on: bool = False

    def arm(self, _: Bench) -> None:
        """Only count, on a disk that is large enough."""
        faulty.count()
        faulty.fill(ROOM)

    def disarm(self, _: Bench) -> tuple[int, str]:
        """Nothing struck."""
        return 0, ""


ROOM = 1 << 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a person was told: None is that it is done; `again` at a second try, "" without one.

    `counts` are its calls by kind, `needs` the room it took at most.
    """

    sentence: str | None
    again: str | None
    seconds: float
    hits: int
    where: str
    counts: dict[str, int]
    needs: int

    @property
    def done(self) -> bool:
        """Whether it said that it is done, at the second try perhaps."""
        return None in {self.sentence, self.again}


@dataclass(frozen=True, slots=True)
class Ready:
    """The files before an operation; the facts without and with it; its calls and its room."""

    files: Files
    old: Facts
    new: Facts
    counts: dict[str, int]
    needs: int


def tally(bench: Bench, operation: Operation, faults: Iterable[Fault]) -> dict[str, object]:
    """What came of some faults, as a Tally."""
    judged = [judge(bench, operation, fault) for fault in faults]
    return {
        "tried": len(judged),
        "hit": sum(hits > 0 for hits, _ in judged),
        "failures": [wrong for _, wrong in judged if wrong],
    }


def judge(bench: Bench, operation: Operation, fault: Fault) -> tuple[int, str]:
    """How often a fault struck, and what is wrong then; "" if nothing is."""
    ready = prepared(bench, operation)
    restore(bench.root, ready.files)
    ended = forked(_acted, operation, bench, fault)
    if ended.wrong:
        return 1, f"{operation.name}, {fault}: {ended.wrong}"
    outcome = cast("Outcome", ended.value)
    looked = forked(operation.look, bench)
    wrong = looked.wrong or compared(operation, outcome, cast("Facts", looked.value), ready)
    return outcome.hits, wrong and f"{operation.name}, {fault} ({outcome.where}): {wrong}"


@cache
def prepared(bench: Bench, operation: Operation) -> Ready:
    """An operation without any fault: what is there before, without it, and with it."""
    restore(bench.root, {})
    must(forked(operation.before, bench))
    files = snapshot(bench.root)
    must(forked(_started, operation, bench))
    old = must(forked(operation.look, bench))
    restore(bench.root, files)
    outcome = cast("Outcome", must(forked(_acted, operation, bench, Without())))
    assert outcome.done, outcome
    new = must(forked(operation.look, bench))
    return Ready(files, cast("Facts", old), cast("Facts", new), outcome.counts, outcome.needs)


def compared(operation: Operation, outcome: Outcome, found: Facts, ready: Ready) -> str:
    """What is wrong with what was said, or with what is there; "" if nothing is."""
    said = outcome.sentence or ""
    fits = re.search(f"{operation.sentence}|{NO_ANSWER}", said)
    old_or_new = zip(found, ready.old, ready.new, strict=True)
    rules = (
        (outcome.seconds <= SECONDS, f"took {outcome.seconds:.1f} s"),
        (fits or outcome.sentence is None, f"said {said!r}"),
        (not outcome.again, f"cannot go on: {outcome.again!r}"),
        (found == ready.new or not outcome.done, "said done, but it is not there"),
        (all(one in both for one, *both in old_or_new), "neither the old nor the new is there"),
        (
            found == ready.old or outcome.done or not said.startswith("Your last change is not"),
            f"it is there, but said {said!r}",
        ),
    )
    return "; ".join(sentence for holds, sentence in rules if not holds)


def watched(folder: str) -> Bench:
    """The folders of a suite, in which faults happen."""
    bench = Bench(Path(folder) / "case")
    os.environ["TECHMODEL_HOME"] = str(bench.home)
    for place in (bench.document, bench.other, bench.home / "x", bench.out / "x"):
        place.parent.mkdir(parents=True, exist_ok=True)
    faulty.watch(bench.root)
    return bench


def _started(operation: Operation, bench: Bench) -> None:
    """Only begin, and die."""
    operation.start(bench)


def _acted(operation: Operation, bench: Bench, fault: Fault) -> Outcome:
    """Carry out an operation during a fault, without really waiting for anything.

    What would have been waited counts, and the processor's time.
    """
    session = operation.start(bench)
    slept: list[float] = []
    time.sleep = slept.append
    begun = time.process_time()
    fault.arm(bench)
    sentence = _tried(operation, bench, session)
    counts, least = faulty.counts(), faulty.least_room()
    hits, where = fault.disarm(bench)
    took = time.process_time() - begun + sum(slept)
    again: str | None = ""
    if fault.go_on and sentence is not None:
        again = _tried(operation, bench, session)
    return Outcome(sentence, again, took, hits, where, counts, ROOM - least)


def _tried(operation: Operation, bench: Bench, session: Session | None) -> str | None:
    """What a person is told when it fails; None when it is done."""
    try:
        operation.act(bench, cast("Session", session))
    except TechmodelError as error:
        return str(error)
    return None
