"""Every k-th call of every kind fails, as it may: chosen by seeds."""

from __future__ import annotations

import errno
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults.calls import faulty
from tests.faults.calls.controls import CONTROLS
from tests.faults.calls.keeping import EVERYTHING
from tests.faults.calls.trials import prepared, tally, watched

if TYPE_CHECKING:
    from tests.faults.harness.bench import Bench

A_SEED = 9
"""Faults of one operation in one seed."""

CODES = {
    "write": ("EIO", "ENOSPC"),
    "sync": ("EIO", "ENOSPC"),
    "truncate": ("EIO", "ENOSPC"),
    "unlink": ("EIO", "EACCES", "EBUSY"),
    "rename": ("EIO", "ENOSPC", "EACCES", "EBUSY"),
    "open": ("EIO", "ENOSPC", "EACCES", "EMFILE"),
    "close": ("EIO", "ENOSPC"),
    "read": ("EIO",),
}
"""How a call of each kind may fail."""


@dataclass(frozen=True, slots=True)
class Call:
    """The `number`-th call of its kind fails; once, or with all after it."""

    kind: str
    number: int
    code: str
    forever: bool
    go_on: bool

    def arm(self, _: Bench) -> None:
        """Let it happen from now on."""
        faulty.arm(self.kind, self.number, getattr(errno, self.code), forever=self.forever)

    def disarm(self, _: Bench) -> tuple[int, str]:
        """Let it be over; how many calls failed, and which first."""
        return faulty.disarm()


def sweep(folder: str, name: str, seed: int) -> dict[str, object]:
    """What came of the calls of one seed that failed during an operation, as a Tally."""
    bench = watched(folder)
    operation = EVERYTHING.get(name) or CONTROLS[name]
    faults = [
        Call(kind, number, code, forever, go_on)
        for kind, count in prepared(bench, operation).counts.items()
        for number in range(1, count + 1)
        for code in CODES[kind]
        for forever in (False, True)
        for go_on in (False, True)
    ]
    random.Random(name).shuffle(faults)
    return tally(bench, operation, faults[seed * A_SEED : (seed + 1) * A_SEED])
