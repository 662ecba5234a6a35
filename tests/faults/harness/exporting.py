"""Exports as operations: over an older one, after a change."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.harness.bench import Bench, base, opened, put_published
from tests.faults.harness.forks import BEGIN
from tests.faults.harness.operation import Operation
from tests.faults.harness.verbs import edit

from techmodel.session.exports import ExportJob, ExportKind, export_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.faults.harness.forks import Say, Word


def old_export(kind: ExportKind) -> Callable[[Bench, Random], list[Word]]:
    """Before: a published assessment, and an older export of it."""

    def prepare(bench: Bench, rng: Random) -> list[Word]:
        put_published(bench, rng)
        (bench.out / f"plan.{kind}").write_bytes(_export(kind))
        return []

    return prepare


@cache
def _export(kind: ExportKind) -> bytes:
    """An export, made once."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.clear()
        bench.document.write_bytes(base(7).data)  # other answers than any base has
        session = opened(bench)
        path = bench.out / f"old.{kind}"
        export_report(ExportJob(session.report(version="0"), path, kind))
        session.close()
        return path.read_bytes()


def exporting(kind: ExportKind) -> Callable[[Bench, Random, Say], None]:
    """An export over an older one, after a change."""

    def run(bench: Bench, rng: Random, say: Say) -> None:
        session = opened(bench)
        edit(session, rng, say)
        report = session.report(version="0")
        say(BEGIN)
        export_report(ExportJob(report, bench.out / f"plan.{kind}", kind, force=True))
        say("exported", f"plan.{kind}")

    return run


_WORDS = {
    ExportKind.XLSX: "writing the workbook",
    ExportKind.PDF: "writing the report",
    ExportKind.CSV: "writing CSV",
    ExportKind.JSON: "writing JSON",
}

EXPORTING = tuple(
    Operation(words, exporting(kind), old_export(kind)) for kind, words in _WORDS.items()
)
