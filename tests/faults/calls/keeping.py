"""More of what a person can do: merging, marking a round, keeping copies, removing names."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.faults.calls.operations import (
    NOT_SAVED,
    OPERATIONS,
    SAFE,
    Operation,
    look,
    made,
    unread,
)
from tests.faults.calls.places import give, said
from tests.faults.harness.bench import opened

from techmodel.core.errors import FileProblem
from techmodel.core.merge_parts import Choice
from techmodel.session import merging
from techmodel.session.session import Session
from techmodel.store.backups import is_intact
from techmodel.store.copies import all_folders, copies_in
from techmodel.store.working_file import Document, read_document

if TYPE_CHECKING:
    from tests.faults.calls.operations import Facts
    from tests.faults.harness.bench import Bench

NAME = "Canary Person"
NO_COPY = "We could not make a spare copy"
NOT_READ = "You are not allowed to read|could not be read"
HOLDS = "still hold"


def _with_another_room(bench: Bench) -> None:
    """A published assessment, and a copy of it in which another room gave other answers."""
    made(bench)
    bench.other.parent.mkdir(exist_ok=True)
    shutil.copyfile(bench.document, bench.other)
    document = Document.open(bench.other, bench.work)
    session = Session(document.file, document)
    give(session, 1, 5)
    give(session, 4, 3)
    session.close()


def _merge(bench: Bench, session: Session) -> None:
    other = merging.read_other(bench.other)
    found = merging.find_merge(session, other)
    merging.merge(session, other, merging.choices_by_rule(found, Choice.THEIRS))


def _look_at_both(bench: Bench) -> Facts:
    return (*look(bench), said(read_document(bench.other)))


def _mark(_: Bench, session: Session) -> None:
    if not session.rounds.all():
        session.rounds.mark("Spring")


def _copy(_: Bench, session: Session) -> None:
    session.backups.make()


def _look_at_copies(bench: Bench) -> Facts:
    """What the document says, and whether there is a whole copy with its newest answer."""
    copies = [copy for folder in all_folders(bench.home / "backups") for copy in copies_in(folder)]
    return (any(copy.revision == 5 for copy in copies if is_intact(copy)), *look(bench))


def _take_back(_: Bench, session: Session) -> None:
    session.backups.take_back(session.backups.all()[-1])


def _with_copy(bench: Bench) -> None:
    """A published assessment with a spare copy of an earlier state."""
    made(bench)
    session = opened(bench)
    session.backups.make()
    give(session, 0, 5)
    session.close()


def _with_names(bench: Bench) -> None:
    """A published assessment with a name in it, in a copy, and in work that is left."""
    made(bench)
    session = opened(bench)
    session.names.add(NAME)
    session.backups.make()
    session.close()


def _remove(_: Bench, session: Session) -> None:
    removed = session.names.remove_all()
    if removed.left:
        raise FileProblem(" ".join(removed.left))


def _look_at_names(bench: Bench) -> Facts:
    """Where the name is: in the document, in copies, anywhere at all; then what the rest says."""
    places = (bench.document.parent, bench.home / "backups", bench.home)
    found = [
        any(NAME.encode() in path.read_bytes() for path in place.rglob("*") if path.is_file())
        for place in places
    ]
    return (*found[:2], *look(bench))


MORE = (
    Operation(
        "a merge", _with_another_room, opened, _merge, _look_at_both, f"{NOT_SAVED}|{NOT_READ}"
    ),
    Operation("a round", made, opened, _mark, look, NOT_SAVED),
    Operation("a spare copy", made, unread, _copy, _look_at_copies, NO_COPY),
    Operation(
        "going back to a copy", _with_copy, opened, _take_back, look, f"{NOT_SAVED}|{NOT_READ}"
    ),
    Operation(
        "removing names",
        _with_names,
        opened,
        _remove,
        _look_at_names,
        f"{NOT_SAVED}|{SAFE}|{HOLDS}",
    ),
)

EVERYTHING = OPERATIONS | {operation.name: operation for operation in MORE}
"""Every operation, by its name in the table."""
