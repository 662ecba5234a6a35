"""What may be going on when the process is killed or the power fails."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tests.faults.harness.bench import THREE, Bench, base, die, opened, put_published
from tests.faults.harness.forks import BEGIN, fork
from tests.faults.harness.verbs import durable, edit, publish, undo_or_redo

from techmodel.core.checklist import CareModelId
from techmodel.importing.answers_csv import read_answers_csv
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document
from techmodel.session.exports import ExportJob, ExportKind, export_report
from techmodel.session.imports import changes_from
from techmodel.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.faults.harness.forks import Say, Word

STEPS = 12


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that is going on.

    Attributes:
        name: as the table says it, after "SIGKILL while".
        run: does it in the process that dies, and says what is safe.
        prepare: makes what is there before; gives what was said to be safe by then.
    """

    name: str
    run: Callable[[Bench, Random, Say], None]
    prepare: Callable[[Bench, Random], list[Word]]


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

    def work(say: Say) -> None:
        session = opened(bench)
        for _ in range(rng.randrange(1, 4)):
            edit(session, rng, say)
        die()

    return fork(work, bench.root).said


def editing(bench: Bench, rng: Random, say: Say) -> None:
    """Changes of all kinds, one after the other."""
    session = opened(bench)
    say(BEGIN)
    for _ in range(STEPS):
        edit(session, rng, say)


def undoing(bench: Bench, rng: Random, say: Say) -> None:
    """Undo, redo, and what ends redo."""
    session = opened(bench)
    say(BEGIN)
    for _ in range(STEPS):
        undo_or_redo(session, rng, say)


def publishing(bench: Bench, rng: Random, say: Say) -> None:
    """A change, and its way into the document, again and again."""
    session = opened(bench)
    say(BEGIN)
    for _ in range(STEPS // 3):
        edit(session, rng, say)
        publish(session, say)


def opening(bench: Bench, rng: Random, say: Say) -> None:
    """The document is opened, work a crash left is taken up, and it is closed again."""
    say(BEGIN)
    session = opened(bench)
    edit(session, rng, say)
    session.close()
    say("published", session.revision)


def creating(bench: Bench, rng: Random, say: Say) -> None:
    """A new assessment, with a first change, published."""
    draft = Draft("Wendlemere", built_in_checklist(), THREE, [CareModelId("PLACE")])
    say(BEGIN)
    document = create_document(bench.document, bench.work, draft, force=False)
    session = Session(document.file, document)
    durable(session, say)
    edit(session, rng, say)
    publish(session, say)


def importing(bench: Bench, rng: Random, say: Say) -> None:
    """A file of answers is read and taken in as one batch, twice."""
    session = opened(bench)
    say(BEGIN)
    for _ in range(2):
        path = bench.out / "in.csv"
        path.write_text(_rows(session, rng), encoding="utf-8")
        changes = changes_from(session.assessment(), read_answers_csv(path), path.name)
        session.answers.record(changes, label="Answers from in.csv")
        durable(session, say)
        path.unlink()


def _rows(session: Session, rng: Random) -> str:
    """Answers of fifty pairs, as a CSV file has them."""
    names = {o.id: o.name for o in session.assessment().organisations}
    pairs = [(c.id, names[o]) for c in session.gaps().capabilities for o in c.pairs]
    rows = [f"{c},{o},{rng.randrange(6)},,B:Log {rng.random()}" for c, o in rng.sample(pairs, 50)]
    return "capability,organisation,answer,reason,evidence\n" + "\n".join(rows)


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
    import tempfile
    from pathlib import Path

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

OPERATIONS = {
    operation.name: operation
    for operation in (
        Operation("editing", editing, published),
        Operation("undoing and redoing", undoing, published),
        Operation("publishing", publishing, published),
        Operation("opening and closing", opening, left_over),
        Operation("making an assessment", creating, lambda bench, rng: []),
        Operation("importing answers", importing, published),
        *(Operation(words, exporting(kind), old_export(kind)) for kind, words in _WORDS.items()),
    )
}
"""Every operation, by its name in the table."""
