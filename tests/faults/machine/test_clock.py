"""Clocks that jump back, ahead and by decades: order is by revision, no copy goes for its date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.faults.calls.places import give
from tests.faults.harness.bench import base
from tests.faults.harness.campaign import Tally
from tests.faults.machine.rooms import Room, facts_of, quick_folder

from techmodel.cli.text_history import history_lines
from techmodel.store import thinning

if TYPE_CHECKING:
    import pytest
    from tests.faults.harness.campaign import Campaign
    from tests.faults.harness.results import Results

    from techmodel.store.backups import Backup
    from techmodel.store.thinning import Made

SEEDS = (3, 40, 400)
STEPS = 10
JUMPS = (-9000, -400, -30, -1, 0, 0, 1, 30, 400, 4000)
"""Days."""


class Clock:
    """A clock that jumps at every look."""

    def __init__(self, rng: Random) -> None:
        self.rng, self.time, self.jumps = rng, datetime(2026, 11, 24, 9, 0, tzinfo=UTC), 0

    def __call__(self) -> datetime:
        days = self.rng.choice(JUMPS)
        self.jumps += days != 0
        later = self.time + timedelta(days=days, seconds=1)
        self.time = later if 2001 <= later.year <= 2060 else self.time
        return self.time


def one_life(folder: Path, seed: int) -> tuple[int, str]:
    """How often the clock jumped, and what was in the wrong order then; "" if nothing was."""
    clock = Clock(Random(seed))
    path = folder / "docs" / "a.techmodel"
    path.parent.mkdir(parents=True)
    path.write_bytes(base(0).data)
    room = Room(path, folder / "home" / "work", clock)
    made, seen = [], []
    for step in range(STEPS):
        give(room.session, step % 3, step % 6)
        seen.append(facts_of(room.session))
        made.append(room.session.backups.make())
        room.reopen()
    wrong = _in_wrong_order(room, made)
    for before in reversed(seen[:-1]):
        room.session.undo()
        if facts_of(room.session) != before:
            wrong = "undo took back another change than the newest"
    room.session.document.close(publish=False)
    return clock.jumps, wrong


def _of_late(made: list[Backup]) -> list[str]:
    """The copies since the clock last went ahead by two days: none of them may be gone."""
    days = list(accumulate((datetime.fromisoformat(copy.at).date() for copy in made), max))
    recent = zip(made, days, strict=True)
    return [copy.digest for copy, day in recent if (days[-1] - day).days < 2]


def _in_wrong_order(room: Room, made: list[Backup]) -> str:
    batches, copies = room.session.batches(), room.session.backups.all()
    lines, late = list(history_lines(room.session, None)), _of_late(made)
    order = [copy.digest for copy in made]
    places = [order.index(copy.digest) for copy in copies]
    rules = (
        ([b.revision for b in batches] == list(range(1, len(batches) + 1)), "batches"),
        ([line.split()[0] for line in lines] == [str(b.revision) for b in batches], "history"),
        (places == sorted(places, reverse=True), "copies"),
        (set(late) <= {copy.digest for copy in copies}, "a late copy is gone"),
    )
    return ", ".join(what for holds, what in rules if not holds)


def test_whatever_the_clock_says_the_order_is_the_order_of_making(campaign: Campaign) -> None:
    def one(seed: int) -> Tally:
        with quick_folder() as folder:
            jumps, wrong = one_life(Path(folder), seed)
        return Tally(1, int(jumps > 0), [f"seed {seed}: {wrong}"] if wrong else [])

    campaign.must_hold("a clock that jumps", SEEDS, one)


def test_the_control_that_thins_by_the_clock_is_caught(
    results: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_the_clock(copies: list[Made]) -> tuple[int, ...]:
        newest = max(copy.day for copy in copies)
        return tuple(n for n, copy in enumerate(copies[:-1]) if copy.day < newest)

    monkeypatch.setattr("techmodel.store.backups.superfluous", by_the_clock)
    assert thinning.superfluous is not by_the_clock
    wrong = []
    for seed in range(3):
        with quick_folder() as folder:
            wrong.append(one_life(Path(folder), seed)[1])
    results.control("a clock that jumps: copies go by date", 3, 3, sum(map(bool, wrong)))

    assert any("gone" in words for words in wrong)
