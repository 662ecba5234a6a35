"""Removing people's names as an operation: from the document, its spare copies and old work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.harness.bench import opened, put_published
from tests.faults.harness.checks import check, expect
from tests.faults.harness.forks import BEGIN
from tests.faults.harness.merging import nobody
from tests.faults.harness.operation import Operation, crashed
from tests.faults.harness.verbs import edit, publish

if TYPE_CHECKING:
    from random import Random

    from tests.faults.harness.bench import Bench
    from tests.faults.harness.checks import Happened
    from tests.faults.harness.forks import Say, Word

CANARIES = ("Wilhelmina Quicksilver", "Bartholomew Nightingale", "Ophelia Thistlewood")


def named(bench: Bench, rng: Random) -> list[Word]:
    """Before: a document that holds names, spare copies of it, and perhaps work a crash left."""
    put_published(bench, rng)
    session = opened(bench)
    for name in CANARIES:
        session.names.add(name)
        edit(session, rng, nobody)
        session.backups.make()
    session.close()
    said = crashed(bench, rng) if rng.random() < 0.5 else []
    return [["names"], *said]


def removing(bench: Bench, rng: Random, say: Say) -> None:
    """All names are removed; then work goes on."""
    session = opened(bench)
    say(BEGIN)
    removed = session.names.remove_all()
    assert not removed.left, removed.left
    say("removed")
    edit(session, rng, say)
    publish(session, say)


def check_removed(bench: Bench, happened: Happened) -> None:
    """As `check`; names said to be removed are nowhere, and others are once it is done again."""
    if any(word[0] == "removed" for word in happened.said) and happened.durable_names:
        _expect_none(bench)
    check(bench, happened)
    session = opened(bench)
    session.names.remove_all()
    session.close()
    _expect_none(bench)


def _expect_none(bench: Bench) -> None:
    """No byte of any name is in any file."""
    for path in (p for p in bench.root.rglob("*") if p.is_file()):
        data = path.read_bytes()
        found = [name for name in CANARIES if name.encode() in data]
        expect(not found, f"{path.relative_to(bench.root)} still holds {found}")


FORGETTING = (Operation("removing names", removing, named, check_removed),)
