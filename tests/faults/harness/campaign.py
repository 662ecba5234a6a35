"""A suite cut into seeds: as many as the scale asks for, each noted when it is finished."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.harness.plugin import SCALES

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from tests.faults.harness.results import Results

MOST_SHOWN = 20
"""How many failures a test that fails tells of."""
MOST_SEEDS, ENOUGH = 10, 3
"""How often a control may be run, and how often it must be caught."""


@dataclass(slots=True)
class Tally:
    """What came of some cases.

    Attributes:
        tried: cases run.
        hit: those in which the fault really took effect.
        failures: one sentence for each case that went wrong.
    """

    tried: int = 0
    hit: int = 0
    failures: list[str] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        """Take in some more cases."""
        self.tried += other.tried
        self.hit += other.hit
        self.failures += other.failures
        return self


class Campaign:
    """Runs seeds, and goes on where an earlier run with the same `--state` folder ended."""

    def __init__(self, config: pytest.Config, results: Results) -> None:
        self._scale = SCALES.index(config.getoption("--scale"))
        self._first = config.getoption("--seed-from")
        self._count = config.getoption("--seeds")
        self._folder = config.getoption("--state")
        self._results = results

    def run(self, suite: str, seeds: tuple[int, int, int], one: Callable[[int], Tally]) -> Tally:
        """Run the seeds of this scale that are not finished; the sum, which is also a row.

        Args:
            suite: the row's name.
            seeds: how many there are in a normal run, at a commit, for a release.
            one: runs the cases of a seed.
        """
        finished = self._finished(suite)
        last = self._first + self._count if self._count else seeds[self._scale]
        for seed in range(self._first, min(last, seeds[self._scale])):
            if seed not in finished:
                finished[seed] = one(seed)
                self._note(suite, seed, finished[seed])
        total = Tally()
        for tally in finished.values():
            total += tally
        self._results.add(suite, total.tried, total.hit, len(total.failures))
        return total

    def must_hold(
        self, suite: str, seeds: tuple[int, int, int], one: Callable[[int], Tally]
    ) -> None:
        """Run as `run`; nothing may fail, and at least a third of the faults must have hit."""
        total = self.run(suite, seeds, one)
        shown = "\n".join(total.failures[:MOST_SHOWN])
        assert not total.failures, f"{len(total.failures)} of {total.tried} failed:\n{shown}"
        assert total.hit * 3 >= total.tried, f"only {total.hit} of {total.tried} faults hit"

    def must_be_caught(self, control: str, one: Callable[[int], Tally]) -> None:
        """Run seeds of something broken on purpose until it is caught often enough."""
        total = Tally()
        for seed in range(MOST_SEEDS):
            total += one(seed)
            if len(total.failures) >= ENOUGH:
                break
        self._results.control(control, total.tried, total.hit, len(total.failures))
        assert len(total.failures) >= ENOUGH, f"caught {len(total.failures)} of {total.hit}"

    def _finished(self, suite: str) -> dict[int, Tally]:
        """The seeds of a suite that earlier runs have finished."""
        place = self._place(suite)
        if place is None or not place.exists():
            return {}
        noted = [json.loads(line) for line in place.read_text(encoding="utf-8").splitlines()]
        return {entry.pop("seed"): Tally(**entry) for entry in noted}

    def _note(self, suite: str, seed: int, tally: Tally) -> None:
        """Note that a seed is finished, in one line added at the end."""
        place = self._place(suite)
        if place is not None:
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"seed": seed, **asdict(tally)}) + "\n")

    def _place(self, suite: str) -> Path | None:
        """Where the finished seeds of a suite are noted; nowhere unless a folder was named."""
        if self._folder is None:
            return None
        return Path(self._folder) / f"{re.sub('[^a-z0-9]+', '-', suite.lower())}.jsonl"
