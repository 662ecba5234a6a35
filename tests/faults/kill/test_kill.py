"""Killed at any moment of anything: what was said to be safe is there, nothing is half done."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.faults.harness.broken import KILL_CONTROLS
from tests.faults.harness.campaign import Tally
from tests.faults.harness.operations import OPERATIONS
from tests.faults.harness.warm import Warm
from tests.faults.power.recorder import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.harness.campaign import Campaign

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")

CASES = 5
SEEDS = (1, 4, 400)


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """The process whose children are killed."""
    process = Warm("tests.faults.kill.loop", build(tmp_path_factory.mktemp("recorder")))
    yield process
    process.close()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_nothing_said_to_be_safe_is_lost_at(
    operation: str, warm: Warm, campaign: Campaign
) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("kills", str(warm.folder), operation, seed, CASES))

    campaign.must_hold(f"SIGKILL while {operation}", SEEDS, one)


@pytest.mark.parametrize("control", KILL_CONTROLS)
def test_the_control_is_caught(control: str, warm: Warm, campaign: Campaign) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("kills", str(warm.folder), control, seed, 3 * CASES))

    campaign.must_be_caught(f"SIGKILL: {control}", one)
