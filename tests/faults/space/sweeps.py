"""There is room for so many bytes more, in steps of 4 kB: injected, and on a real small disk."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults.calls import faulty
from tests.faults.calls.controls import CONTROLS
from tests.faults.calls.keeping import EVERYTHING
from tests.faults.calls.trials import prepared, tally, watched

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.harness.bench import Bench

STEP = 4096
A_SEED = 4
"""Steps of one operation in one seed."""


@dataclass(frozen=True, slots=True)
class Full:
    """There is room for so many bytes more."""

    room: int
    go_on: bool

    def arm(self, _: Bench) -> None:
        """From now on."""
        faulty.fill(self.room)

    def disarm(self, _: Bench) -> tuple[int, str]:
        """Somebody made room; how many writes found none."""
        return faulty.disarm()


@dataclass(frozen=True, slots=True)
class Filled:
    """Another file takes the real disk, but for so many bytes."""

    room: int
    go_on: bool

    def arm(self, bench: Bench) -> None:
        """From now on."""
        faulty.count()
        found = os.statvfs(bench.root)
        size = found.f_bavail * found.f_frsize - self.room
        with _filler(bench).open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, size)

    def disarm(self, bench: Bench) -> tuple[int, str]:
        """Somebody deleted that file; a smaller disk than was needed has been hit."""
        _filler(bench).unlink()
        return 1, "a real disk"


def sweep(folder: str, name: str, seed: int, real: bool = False) -> dict[str, object]:
    """What came of the steps of one seed during an operation, as a Tally."""
    bench = watched(folder)
    operation = EVERYTHING.get(name) or CONTROLS[name]
    kind = Filled if real else Full
    steps = range(0, prepared(bench, operation).needs, STEP)
    faults = [kind(room, go_on) for room in steps for go_on in (False, True)]
    random.Random(name).shuffle(faults)
    return tally(bench, operation, faults[seed * A_SEED : (seed + 1) * A_SEED])


def _filler(bench: Bench) -> Path:
    return bench.root.parent / "filler"
