"""Cuts the power at random points of what was recorded, and opens what is left; runs warm."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.faults.harness.bench import Bench, warm_up
from tests.faults.harness.broken import POWER_CONTROLS
from tests.faults.harness.campaign import Tally
from tests.faults.harness.checks import WRONG, Happened, before
from tests.faults.harness.forks import fork
from tests.faults.harness.operations import OPERATIONS, Operation, opened
from tests.faults.power import recorder
from tests.faults.power.disk import Disk, Names, picture, put
from tests.faults.power.log import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.harness.forks import Say, Word
    from tests.faults.power.log import Log

CUTS = 90
"""Cuts of one recording."""
BEFORE = 0.2
"""Share of the cuts that may come before the operation begins, while the document is opened."""
QUIET = 0.2
"""Share of the moments looked at at which everything is sure."""

State = dict[str, bytes | None]


warm_up()


def cuts(folder: str, name: str, seed: int, states: int) -> dict[str, object]:
    """Look at so many different states of an operation; the tally, as JSON holds it."""
    rng, tally, number = Random(f"{name}/{seed}"), Tally(), 0
    while tally.tried < states:
        case = f"{name}, seed {seed}, recording {number}"
        tally += _recording(Bench(Path(folder) / "case"), name, rng, case)
        number += 1
    return asdict(tally)


def _recording(bench: Bench, name: str, rng: Random, case: str) -> Tally:
    """Record an operation once and cut it at many points."""
    operation = EVERY[name]
    bench.clear()
    said = operation.prepare(bench, rng)
    was, files = before(bench), picture(bench.root)
    log = record(bench, operation, rng)
    tally, seen = Tally(), set()
    for rule, done, state, now in _states(files, log, rng):
        key = (rule is Names.NO_FOLDER, len(log.said(done)), tuple(state.items()))
        if key not in seen:
            seen.add(key)
            happened = Happened(was, said + log.said(done), rule is not Names.NO_FOLDER)
            wrong = _wrong(bench, operation, state, happened)
            where = f"{case}, after {done} of {len(log.steps)} steps, {rule.name}: {wrong}"
            tally += Tally(1, int(state != now), [where] if wrong else [])
    return tally


def record(bench: Bench, operation: Operation, rng: Random) -> Log:
    """What an operation does to its files, and what it says.

    Raises:
        AssertionError: it failed, or the recorder did not see everything.
    """
    path = bench.root.with_name("log")
    path.unlink(missing_ok=True)
    files = picture(bench.root)

    def work(say: Say) -> None:
        recorder.start(bench.root, path)
        operation.run(bench, rng, _mark)

    ended = fork(work, bench.root)
    assert not ended.wrong, ended.wrong
    log = read(path)
    disk = Disk(files, Names.JOURNAL)
    for step in log.steps:
        disk.do(step)
    assert disk.now() == picture(bench.root), "the recorder did not see everything"
    return log


def _mark(*word: object) -> None:
    """Say something, in the log."""
    recorder.mark(json.dumps(word))


def _states(files: State, log: Log, rng: Random) -> Iterator[tuple[Names, int, State, State]]:
    """States after a power cut: by which rule, after how many steps; and what was there."""
    for rule in Names:
        disk, done = Disk(files, rule), 0
        starts = (0 if rng.random() < BEFORE else log.begins for _ in range(CUTS // len(Names)))
        for point in sorted(rng.randint(start, len(log.steps)) for start in starts):
            for step in log.steps[done:point]:
                disk.do(step)
            done = point
            if disk.is_unsure or rng.random() < QUIET:
                yield rule, done, disk.after_power_cut(rng), disk.now()


def _wrong(bench: Bench, operation: Operation, state: State, happened: Happened) -> str:
    """What is wrong with a state; "" if nothing."""
    bench.clear()
    _empty(bench)
    put(bench.root, state)
    try:
        operation.check(bench, happened)
    except WRONG as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _empty(bench: Bench) -> None:
    """Take away the folders of a bench: a state has its own."""
    for folder in (bench.document.parent, bench.other.parent, bench.home, bench.out):
        folder.rmdir()


def _cut_before(bench: Bench, rng: Random) -> list[Word]:
    """Before: what a power cut left of some operation."""
    operation = OPERATIONS[rng.choice(BROKEN_OFF)]
    said = operation.prepare(bench, rng)
    files = picture(bench.root)
    log = record(bench, operation, rng)
    _rule, done, state, _ = rng.choice([*_states(files, log, rng)])
    bench.clear()
    _empty(bench)
    put(bench.root, state)
    return said + log.said(done)


def _recover(bench: Bench, rng: Random, say: Say) -> None:
    """Open what is left, and close it."""
    session = opened(bench)
    session.close()
    say("published", session.revision)


BROKEN_OFF = ("editing", "undoing and redoing", "publishing", "opening and closing", "merging")
"""What the power may have cut before the opening that is cut, too."""
RECOVERING = "opening after a power cut"
EVERY = {
    **OPERATIONS,
    **POWER_CONTROLS,
    RECOVERING: Operation(RECOVERING, _recover, _cut_before),
}
