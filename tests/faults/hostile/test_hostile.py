"""Files of strangers: refused in a sentence, or harmless whatever is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.faults.harness.campaign import Tally
from tests.faults.harness.warm import Warm
from tests.faults.hostile.cases import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.harness.campaign import Campaign
    from tests.faults.harness.results import Results

PARTS = 24
"""All files are opened at once; a part of them is used, too: all of them at a commit."""
SEEDS = (1, PARTS, PARTS)
RANDOM_SEEDS = (1, 10, 4000)
A_SEED = 250
"""Files at random in one seed."""


@pytest.fixture(scope="module")
def warm() -> Iterator[Warm]:
    """A process that forks for every file."""
    process = Warm("tests.faults.hostile.cases")
    yield process
    process.close()


@pytest.mark.parametrize("kind", FILES)
def test_a_file_made_by_hand_is_refused_or_harmless(
    campaign: Campaign, warm: Warm, kind: str
) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("by_hand", str(warm.folder), kind, seed, PARTS))

    campaign.must_hold(f"hostile file: {kind}", SEEDS, one)


def test_a_file_spoilt_at_random_is_refused_or_harmless(campaign: Campaign, warm: Warm) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("at_random", str(warm.folder), seed, A_SEED))

    campaign.must_hold("hostile file: schema and pages at random", RANDOM_SEEDS, one)


def test_the_control_that_trusts_the_schema_is_caught(results: Results, warm: Warm) -> None:
    found = Tally(**warm.call("believed", str(warm.folder)))
    results.control("hostile file: schema trusted", found.tried, found.hit, len(found.failures))

    assert any("ran a function of ours" in failure for failure in found.failures)


def test_there_are_enough_of_them() -> None:
    assert sum(map(len, FILES.values())) > 300
