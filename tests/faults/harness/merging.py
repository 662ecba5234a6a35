"""Merging as an operation: another room's copy comes in, is taken back, and comes in again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.faults.harness.bench import opened, put_published
from tests.faults.harness.checks import check, expect
from tests.faults.harness.forks import BEGIN
from tests.faults.harness.operation import Operation
from tests.faults.harness.verbs import durable, edit, publish

from techmodel.core.merge_parts import Choice
from techmodel.session.merging import choices_by_rule, find_merge, merge, read_other
from techmodel.session.session import Session
from techmodel.store.working_file import Document

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.faults.harness.bench import Bench
    from tests.faults.harness.checks import Happened
    from tests.faults.harness.forks import Say, Word


def nobody(*word: object) -> None:
    """Listen to what is said before anything may happen."""


def change_elsewhere(path: Path, rng: Random, changes: int) -> None:
    """Change a document as somebody does who works with it on another computer."""
    work = path.with_name("work elsewhere")
    document = Document.open(path, work)
    session = Session(document.file, document)
    for _ in range(changes):
        edit(session, rng, nobody)
    session.close()
    for folder in (work, work.with_name("backups")):
        shutil.rmtree(folder, ignore_errors=True)


def two_rooms(bench: Bench, rng: Random) -> list[Word]:
    """Before: a document, and a copy of it; both were changed since."""
    put_published(bench, rng)
    shutil.copyfile(bench.document, bench.other)
    change_elsewhere(bench.other, rng, rng.randrange(2, 6))
    change_elsewhere(bench.document, rng, rng.randrange(6))
    return []


def merging(bench: Bench, rng: Random, say: Say) -> None:
    """The copy is merged, that is undone, and it is merged again."""
    session = opened(bench)
    say(BEGIN)
    _merge(session, bench.other, rng, say)
    session.undo()
    durable(session, say)
    _merge(session, bench.other, rng, say)
    edit(session, rng, say)
    publish(session, say)


def _merge(session: Session, other: Path, rng: Random, say: Say) -> None:
    theirs = read_other(other)
    choice = rng.choice((Choice.OURS, Choice.THEIRS))
    merge(session, theirs, choices_by_rule(find_merge(session, theirs), choice))
    durable(session, say)


def check_merged(bench: Bench, happened: Happened) -> None:
    """As `check`; and the copy is as it was."""
    check(bench, happened)
    expect(bench.other.read_bytes() == happened.was.other, "the file merged in was written to")


MERGING = (Operation("merging", merging, two_rooms, check_merged),)
