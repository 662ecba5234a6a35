"""The power fails at any moment: what was said to be safe is there, and all of it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.faults.harness.broken import POWER_CONTROLS
from tests.faults.harness.campaign import Tally
from tests.faults.harness.operations import OPERATIONS
from tests.faults.harness.warm import Warm
from tests.faults.power.recorder import MISSING, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.harness.campaign import Campaign

STATES, OF_A_CONTROL = 60, 50
SEEDS = (1, 5, 1_700)
RECOVERING = "opening after a power cut"


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """The process whose children are recorded."""
    library = build(tmp_path_factory.mktemp("recorder"))
    if library is None:
        pytest.skip(MISSING)
    process = Warm("tests.faults.power.states", library)
    yield process
    process.close()


@pytest.mark.parametrize("operation", [*OPERATIONS, RECOVERING])
def test_nothing_said_to_be_safe_is_lost_at(
    operation: str, warm: Warm, campaign: Campaign
) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("cuts", str(warm.folder), operation, seed, STATES))

    campaign.must_hold(f"power cut while {operation}", SEEDS, one)


@pytest.mark.parametrize("control", POWER_CONTROLS)
def test_the_control_is_caught(control: str, warm: Warm, campaign: Campaign) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("cuts", str(warm.folder), control, seed, OF_A_CONTROL))

    campaign.must_be_caught(f"power cut: {control}", one)
