"""Controls: the program broken on purpose, each of which a suite must notice."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.faults.harness import verbs
from tests.faults.harness.operations import OPERATIONS

from techmodel.export import csv as csv_export
from techmodel.export import json as json_export
from techmodel.export import replacing
from techmodel.store import assessment_file, database, publish, working_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from random import Random

    from tests.faults.harness.bench import Bench
    from tests.faults.harness.forks import Say
    from tests.faults.harness.operations import Operation

    from techmodel.core.journal import Batch


PAGE = 4096


def _said_too_early(say: Say) -> None:
    """Say that a batch is safe before it is."""
    real = assessment_file.AssessmentFile.apply

    def apply(
        file: assessment_file.AssessmentFile, batch: Batch, taken: Sequence[Batch] = ()
    ) -> Batch:
        say("durable", batch.id)
        return real(file, batch, taken)

    assessment_file.AssessmentFile.apply = apply
    verbs.durable = lambda session, say: None


def _pragmas(*instead: str) -> Callable[[Say], None]:
    """Open working files with other pragmas, put after ours."""

    def break_it(say: Say) -> None:
        database.PRAGMAS = (*database.PRAGMAS, *instead)

    return break_it


def _published_in_place(say: Say) -> None:
    """Write the document where it is."""

    def in_place(data: bytes, path: Path, *rest: object) -> str:
        with path.open("wb", buffering=0) as file:
            for place in range(0, len(data), PAGE):
                file.write(data[place : place + PAGE])
        return publish.sha256(data).hexdigest()

    working_file.publish = in_place


def _published_unsynced(say: Say) -> None:
    """Put the document in place before it is on the disk."""
    publish.write_new = lambda path, data, mode: path.write_bytes(data)


def _exported_in_place(say: Say) -> None:
    """Write an export where the old one is."""

    @contextmanager
    def in_place(path: Path) -> Iterator[Path]:
        yield path

    csv_export.replacing = json_export.replacing = in_place


def _exported_unsynced(say: Say) -> None:
    """Put an export in place before it is on the disk."""
    replacing._sync = lambda path: None


def _broken(operation: str, break_it: Callable[[Say], None]) -> Operation:
    """An operation in a program that is broken."""
    whole = OPERATIONS[operation]

    def run(bench: Bench, rng: Random, say: Say) -> None:
        break_it(say)
        whole.run(bench, rng, say)

    return replace(whole, run=run)


_PYTHONS_OWN = _pragmas("locking_mode = NORMAL", "journal_mode = DELETE")
_NO_JOURNAL = _pragmas("journal_mode = MEMORY", "synchronous = OFF")

KILL_CONTROLS = {
    "said to be safe before COMMIT": _broken("editing", _said_too_early),
    "journal in memory, synchronous=OFF": _broken("editing", _NO_JOURNAL),
    "published in place": _broken("publishing", _published_in_place),
    "exported in place": _broken("writing JSON", _exported_in_place),
}
"""What killing must notice."""

POWER_CONTROLS = {
    "said to be safe before COMMIT": _broken("editing", _said_too_early),
    "synchronous=OFF": _broken("editing", _pragmas("synchronous = OFF")),
    "journal_mode=DELETE, Python's own": _broken("editing", _PYTHONS_OWN),
    "published in place": _broken("publishing", _published_in_place),
    "published without fsync": _broken("publishing", _published_unsynced),
    "exported in place": _broken("writing CSV", _exported_in_place),
    "exported without fsync": _broken("writing CSV", _exported_unsynced),
}
"""What power cuts must notice."""
