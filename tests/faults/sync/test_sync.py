"""A program syncs the folder while somebody works: no version is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.harness.campaign import Tally
from tests.faults.machine.rooms import quick_folder
from tests.faults.sync import agent

from techmodel.store import publish

if TYPE_CHECKING:
    import pytest
    from tests.faults.harness.campaign import Campaign
    from tests.faults.harness.results import Results

SEEDS = (1, 25, 100)
DAYS = 20
"""In one seed."""


def days(seed: int) -> Tally:
    """What came of some days."""
    found = Tally()
    for day in range(seed * DAYS, (seed + 1) * DAYS):
        with quick_folder() as folder:
            root = Path(folder)
            (root / "synced").mkdir()
            struck, lost = agent.one_day(root, day)
        found += Tally(1, int(struck > 0), [lost] if lost else [])
    return found


def test_no_version_is_lost_in_a_synced_folder(campaign: Campaign) -> None:
    campaign.must_hold("a synced folder", SEEDS, days)


def test_the_control_that_does_not_look_before_it_replaces_is_caught(
    results: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_check_base", lambda *_: None)
    found = days(0)
    found += days(1)
    results.control("a synced folder: not looked", found.tried, found.hit, len(found.failures))

    assert found.failures
