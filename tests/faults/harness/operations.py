"""What may be going on when the process is killed or the power fails: the table of all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.harness.bench import THREE, opened
from tests.faults.harness.exporting import EXPORTING
from tests.faults.harness.forgetting import FORGETTING
from tests.faults.harness.forks import BEGIN
from tests.faults.harness.keeping import KEEPING
from tests.faults.harness.merging import MERGING
from tests.faults.harness.operation import Operation, left_over, nothing, published
from tests.faults.harness.planning import PLANNING
from tests.faults.harness.verbs import durable, edit, publish, undo_or_redo

from techmodel.core.checklist import CareModelId
from techmodel.importing.answers_csv import read_answers_csv
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document
from techmodel.session.imports import changes_from
from techmodel.session.session import Session

if TYPE_CHECKING:
    from random import Random

    from tests.faults.harness.bench import Bench
    from tests.faults.harness.forks import Say

STEPS = 12


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


def marking(bench: Bench, rng: Random, say: Say) -> None:
    """Rounds are marked, renamed and forgotten between changes."""
    session = opened(bench)
    say(BEGIN)
    for number in range(STEPS // 3):
        edit(session, rng, say)
        session.rounds.mark(f"Round {number}")
        durable(session, say)
        newest = session.rounds.all()[-1]
        if rng.random() < 0.5:
            session.rounds.rename(newest.id, f"Moment {number}")
        else:
            session.rounds.forget(newest.id)
        durable(session, say)


OPERATIONS = {
    operation.name: operation
    for operation in (
        Operation("editing", editing, published),
        Operation("undoing and redoing", undoing, published),
        Operation("publishing", publishing, published),
        Operation("opening and closing", opening, left_over),
        Operation("making an assessment", creating, nothing),
        Operation("importing answers", importing, published),
        Operation("marking rounds", marking, published),
        *PLANNING,
        *MERGING,
        *KEEPING,
        *FORGETTING,
        *EXPORTING,
    )
}
"""Every operation, by its name in the table."""
