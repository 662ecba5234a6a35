"""Kills an operation at random moments and looks at what is left; runs in the warm process."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.faults.harness.bench import Bench, warm_up
from tests.faults.harness.broken import KILL_CONTROLS
from tests.faults.harness.campaign import Tally
from tests.faults.harness.checks import WRONG, Happened, before
from tests.faults.harness.forks import BEGIN, Ended, Moment, fork
from tests.faults.harness.operations import OPERATIONS
from tests.faults.power import recorder

from techmodel.core.errors import WorkLeft
from techmodel.store.working_file import Document

if TYPE_CHECKING:
    from tests.faults.harness.forks import Say
    from tests.faults.harness.operations import Operation

EVERY = {**OPERATIONS, **KILL_CONTROLS}
TRIES = 3
"""How often a case is run until the kill comes in time."""
AGAIN = 0.3
"""Share of cases in which the next opening is killed as well."""


warm_up()


def kills(folder: str, name: str, seed: int, cases: int) -> dict[str, object]:
    """Kill an operation so many times; the tally, as JSON holds it."""
    tally = Tally()
    for number in range(cases):
        tally += _one(Bench(Path(folder) / "case"), name, f"seed {seed}, case {number}")
    return asdict(tally)


def _one(bench: Bench, name: str, case: str) -> Tally:
    """One kill, and what is left; earlier and earlier if it came too late."""
    usual, wrong = _usual(name, bench.root.parent), ""
    for attempt in range(TRIES):
        rng = Random(f"{name}/{case}")  # the same every time, so that it does the same
        moment = _moment(Random(f"{name}/{case}/{attempt}"), usual)
        ended, wrong = _killed(bench, EVERY[name], rng, moment)
        if ended.killed or wrong:
            break
        usual = ended
    return Tally(1, int(ended.killed), [f"{name}, {case}: {wrong}"] if wrong else [])


def _killed(bench: Bench, operation: Operation, rng: Random, moment: Moment) -> tuple[Ended, str]:
    """What a killed operation said, and what is wrong with what it left; "" if nothing."""
    bench.clear()
    said = operation.prepare(bench, rng)
    was = before(bench)
    ended = fork(lambda say: operation.run(bench, rng, say), bench.root, moment)
    if ended.wrong:
        return ended, ended.wrong
    said += ended.said
    try:
        if bench.document.exists() and rng.random() < AGAIN:
            said += _opening_killed(bench, rng)
        operation.check(bench, Happened(was, said))
    except WRONG as error:
        return ended, f"{type(error).__name__}: {error}"
    return ended, ""


def _opening_killed(bench: Bench, rng: Random) -> list[list[object]]:
    """Open, and be killed at that too; what was said meanwhile."""

    def work(say: Say) -> None:
        say(BEGIN)
        with suppress(WorkLeft):  # then nothing is done before somebody chooses
            Document.open(bench.document, bench.work).close()

    ended = fork(work, bench.root, Moment(rng.random() * 0.012))
    assert not ended.wrong, ended.wrong
    return ended.said


@cache
def _usual(name: str, folder: Path) -> Ended:
    """How an operation goes when nothing happens; it must then hold what it said, too."""
    ended, wrong = _killed(Bench(folder / "usual"), EVERY[name], Random(name), Moment())
    assert not wrong, wrong
    return ended


def _moment(rng: Random, usual: Ended) -> Moment:
    """A moment somewhere in the operation: by the clock, or by what it does to the disk."""
    if recorder.is_loaded() and rng.random() < 0.6:
        return Moment(call=rng.randint(1, usual.calls), within=rng.random() < 0.5)
    return Moment(rng.random() * usual.seconds)
