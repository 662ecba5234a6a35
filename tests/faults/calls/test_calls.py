"""Every k-th call to the system fails, once or from then on: old or new, and the right words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.faults.calls import faulty
from tests.faults.calls.controls import CONTROLS
from tests.faults.calls.keeping import EVERYTHING
from tests.faults.harness.campaign import Tally
from tests.faults.harness.warm import Warm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.harness.campaign import Campaign
    from tests.faults.harness.results import Results

SEEDS = (1, 3, 400)
"""Of nine faults each; for a release, more than any operation has."""


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """A process in which calls can fail."""
    library = faulty.build(tmp_path_factory.mktemp("library"))
    if library is None:
        pytest.skip(faulty.MISSING)
    process = Warm("tests.faults.calls.sweeps", library)
    yield process
    process.close()


@pytest.mark.parametrize("name", EVERYTHING)
def test_whatever_call_fails_the_work_is_old_or_new_and_said(
    campaign: Campaign, warm: Warm, name: str
) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("sweep", str(warm.folder), name, seed))

    campaign.must_hold(f"a system call fails: {name}", SEEDS, one)


@pytest.mark.parametrize("name", CONTROLS)
def test_the_control_that_does_it_wrongly_is_caught(
    results: Results, warm: Warm, name: str
) -> None:
    found = Tally()
    for seed in range(3):
        found += Tally(**warm.call("sweep", str(warm.folder), name, seed))
    results.control(f"a system call fails: {name}", found.tried, found.hit, len(found.failures))

    assert found.failures
