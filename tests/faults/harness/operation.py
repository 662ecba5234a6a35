"""One thing that may be going on when the process is killed, and what may be there before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults.harness.bench import die, opened, put_published
from tests.faults.harness.checks import check
from tests.faults.harness.forks import fork
from tests.faults.harness.verbs import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.faults.harness.bench import Bench
    from tests.faults.harness.checks import Happened
    from tests.faults.harness.forks import Say, Word


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that is going on.

    Attributes:
        name: as the table says it, after "SIGKILL while".
        run: does it in the process that dies, and says what is safe.
        prepare: makes what is there before; gives what was said to be safe by then.
        check: looks at what is left, and raises one of `checks.WRONG`.
    """

    name: str
    run: Callable[[Bench, Random, Say], None]
    prepare: Callable[[Bench, Random], list[Word]]
    check: Callable[[Bench, Happened], None] = check


def nothing(bench: Bench, rng: Random) -> list[Word]:
    """Before: empty folders."""
    return []


def published(bench: Bench, rng: Random) -> list[Word]:
    """Before: a published assessment, closed."""
    put_published(bench, rng)
    return []


def left_over(bench: Bench, rng: Random) -> list[Word]:
    """Before: a published assessment, and sometimes work on it that a crash left."""
    put_published(bench, rng)
    if rng.random() < 0.5:
        opened(bench).close()
        return []
    return crashed(bench, rng)


def crashed(bench: Bench, rng: Random) -> list[Word]:
    """Let a process begin work on the document and die; what it said is safe."""

    def work(say: Say) -> None:
        session = opened(bench)
        for _ in range(rng.randrange(1, 4)):
            edit(session, rng, say)
        die()

    return fork(work, bench.root).said
