"""Opening a file of a stranger, and doing everything with it that the program can do."""

from __future__ import annotations

import json
import resource
import sqlite3
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, cast

from tests.faults.calls.faulty import forked
from tests.faults.hostile.making import whole

from techmodel import cli
from techmodel.cli.text import check_lines, gap_lines
from techmodel.cli.text_history import history_lines
from techmodel.core import costs
from techmodel.core.answers import State, Value
from techmodel.core.effort import find_efforts
from techmodel.core.errors import FileProblem, TechmodelError
from techmodel.core.gaps_json import gaps_json
from techmodel.core.merge_parts import Choice, Same
from techmodel.core.roadmap import find_roadmap
from techmodel.session import merging
from techmodel.session.exports import ExportJob, ExportKind, PlanKind, export_report
from techmodel.session.session import Session
from techmodel.store.working_file import Document, read_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS, MEGABYTES = 2.0, 300
"""What opening may take, of the processor's time and of memory."""
LONGEST = 60.0
"""Seconds that everything together may take."""
_OBEYED = {chr(code) for code in (*range(32), *range(127, 160))} - {"\n", "\t"}
"""What a terminal would not print but do."""
VERBS = (
    ["gaps"],
    ["gaps", "--json"],
    ["history"],
    ["history", "GOV-01"],
    ["check"],
    ["round"],
    ["plan"],
)


@dataclass(slots=True)
class Found:
    """What came of a file.

    Attributes:
        refused: the sentence with which it was not opened, or "".
        wrong: what should not have happened, one sentence each.
        seconds, megabytes: what opening took.
        ran: how often a function of the program was run by the file.
    """

    refused: str = ""
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    megabytes: float = 0.0
    ran: int = 0


def judge(path: Path, data: bytes, *, use: bool = True) -> Found:
    """Open a file, and use it if that is asked for, each in a child of its own."""
    path.write_bytes(data)
    ended = forked(_open, path, seconds=LONGEST)
    found = cast("Found", ended.value) if not ended.wrong else Found(wrong=[ended.wrong])
    beside = sorted(other.name for other in path.parent.iterdir() if other.is_file())
    rules = (
        (found.seconds <= SECONDS, f"opening took {found.seconds:.1f} s"),
        (found.megabytes <= MEGABYTES, f"opening took {found.megabytes:.0f} MB"),
        (not found.ran, "it ran a function of ours"),
        (path.read_bytes() == data, "the file was touched"),
        (beside == [path.name], f"beside it: {beside}"),
        (not found.refused or found.refused.endswith("."), f"said {found.refused!r}"),
    )
    found.wrong += [sentence for holds, sentence in rules if not holds]
    if use and not found.refused and not found.wrong:
        used = forked(_use, path, seconds=LONGEST)
        found.wrong += cast("list[str]", used.value) if not used.wrong else [used.wrong]
    return found


def _open(path: Path) -> Found:
    """Only open it, as every part of the program does."""
    found, real = Found(), sqlite3.connect

    def connect(*arguments: object, **named: object) -> sqlite3.Connection:
        connection = real(*arguments, **named)
        connection.create_function("leak", -1, partial(_ran, found))
        return connection

    sqlite3.connect = connect
    before, begun = _peak(), time.process_time()
    try:
        read_document(path).close()
    except FileProblem as error:
        found.refused = str(error)
    found.seconds, found.megabytes = time.process_time() - begun, _peak() - before
    return found


def _ran(found: Found, *_: object) -> int:
    found.ran += 1
    return 1


def _peak() -> float:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _use(path: Path) -> list[str]:
    """Do everything; what raised anything but a sentence."""
    wrong: list[str] = []

    def attempt(what: str, step: Callable[[], object]) -> None:
        try:
            step()
        except TechmodelError as error:
            if not str(error).endswith((".", "?")):
                wrong.append(f"{what} said {str(error)!r}")
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
            wrong.append(f"{what}: {type(error).__name__} {str(error)[:80]} at {where}")

    for what, step in (*_reading(path), *_exporting(path), *_typing(path), *_merging(path)):
        attempt(what, step)
    attempt("work on it", partial(_work_on, path))
    return wrong


def _reading(path: Path) -> list[tuple[str, Callable[[], object]]]:
    session = Session(read_document(path))

    def histories() -> None:
        list(history_lines(session, None))
        for capability in session.assessment().checklist.capabilities:
            list(history_lines(session, capability.id))

    def numbers() -> None:
        json.dumps(gaps_json(session.assessment(), session.gaps()))
        list(gap_lines(session.assessment(), session.gaps()))

    def moments() -> None:
        for one in session.rounds.all():
            session.rounds.compare(one)
        for revision in range(1, min(session.revision, 6)):
            session.as_of(revision).gaps()

    return [
        ("looking", session.assessment),
        ("gaps", numbers),
        ("history", histories),
        ("checks", lambda: list(check_lines(session.report(version="1")))),
        ("rounds", moments),
        ("the plan", partial(_look_at_plan, session)),
        ("undo and redo", lambda: (session.to_undo(), session.to_redo())),
        ("last change", session.last_change),
    ]


def _look_at_plan(session: Session) -> None:
    """What every screen of the plan works out."""
    assessment, book, plan = session.assessment(), session.plan.book(), session.plan.plan()
    session.plan.forecast()
    session.plan.proposal()
    session.plan.offers()
    find_roadmap(assessment, plan)
    find_efforts(assessment, session.gaps(), plan)
    costs.by_year(costs.counted(book))
    for scenario in book.scenarios:
        session.plan.plan(scenario.terms)


def _exporting(path: Path) -> list[tuple[str, Callable[[], object]]]:
    def export(kind: ExportKind | PlanKind) -> None:
        session = Session(read_document(path))
        if isinstance(kind, PlanKind) and not session.plan.book().projects:
            return
        report = session.report(version="1")
        export_report(ExportJob(report, path.parent / f"out.{kind.name}", kind, force=True))

    return [(f"export {kind}", partial(export, kind)) for kind in (*ExportKind, *PlanKind)]


def _typing(path: Path) -> list[tuple[str, Callable[[], object]]]:
    """The command line, which must not print what a terminal would obey."""

    def type_(verb: list[str]) -> None:
        said = StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            cli.main([verb[0], str(path), *verb[1:]])
        obeyed = set(said.getvalue()) & _OBEYED
        assert not obeyed, f"prints {obeyed}"
        assert "Traceback" not in said.getvalue()

    return [(f"techmodel {' '.join(verb)}", partial(type_, verb)) for verb in VERBS]


def _merging(path: Path) -> list[tuple[str, Callable[[], object]]]:
    def merge(ours: Path, theirs: Path, choice: Choice) -> None:
        document = Document.open(ours, path.parent / "home" / "work")
        try:
            session = Session(document.file, document)
            other = merging.read_other(theirs)
            found = merging.find_merge(session, other)
            same = {one.theirs: Same.TWO for one in found.same_names}
            found = merging.find_merge(session, other, same)
            merging.merge(session, other, merging.choices_by_rule(found, choice), same)
            session.gaps()
            document.file.verify()
        finally:
            document.close(publish=False)

    plain = path.with_name("plain.techmodel")
    plain.write_bytes(whole())
    return [
        ("merge it into ours", partial(merge, plain, path, Choice.THEIRS)),
        ("merge ours into it", partial(merge, path, plain, Choice.OURS)),
    ]


def _work_on(path: Path) -> None:
    """Undo, answer, mark a round, keep a copy, save."""
    document = Document.open(path, path.parent / "home" / "work")
    session = Session(document.file, document)
    try:
        if session.to_undo():
            session.undo()
            session.redo()
        for found in [c for c in session.gaps().capabilities if c.pairs][:1]:
            session.answers.give(found.id, next(iter(found.pairs)), Value(State.LEVEL, 1))
        session.rounds.mark("A round of ours")
        session.backups.make()
        document.file.verify()
        document.publish()
    finally:
        document.close(publish=False)
