"""The disk is full after so many bytes more: old or new, said first whether the work is safe."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.faults.calls import faulty
from tests.faults.calls.controls import CONTROLS
from tests.faults.calls.keeping import EVERYTHING
from tests.faults.harness.campaign import Tally
from tests.faults.harness.warm import Warm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.harness.campaign import Campaign
    from tests.faults.harness.results import Results

SEEDS = (1, 2, 400)
"""Of four steps each; for a release, more than any operation has."""
REAL = ("an answer", "publishing", "closing", "taking up work", "export csv", "settings")


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """A process in which the disk can be full."""
    library = faulty.build(tmp_path_factory.mktemp("library"))
    if library is None:
        pytest.skip(faulty.MISSING)
    process = Warm("tests.faults.space.sweeps", library)
    yield process
    process.close()


@pytest.fixture(scope="module")
def small_disk(warm: Warm) -> Iterator[Path]:
    """A real file system of four megabytes, where this user may mount one."""
    folder = warm.folder / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]
    try:
        refused = subprocess.run(mount, check=False, capture_output=True).returncode
    except FileNotFoundError:
        refused = True
    if refused:
        pytest.skip("mounting needs the right to")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("name", EVERYTHING)
def test_on_a_full_disk_the_work_is_old_or_new_and_said(
    campaign: Campaign, warm: Warm, name: str
) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("sweep", str(warm.folder), name, seed))

    campaign.must_hold(f"the disk is full: {name}", SEEDS, one)


@pytest.mark.parametrize("name", REAL)
def test_a_real_full_disk_is_no_other(
    campaign: Campaign, warm: Warm, small_disk: Path, name: str
) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("sweep", str(small_disk), name, seed, True))

    campaign.must_hold(f"a real disk is full: {name}", (1, 1, 40), one)


@pytest.mark.parametrize("name", CONTROLS)
def test_the_control_that_does_it_wrongly_is_caught(
    results: Results, warm: Warm, name: str
) -> None:
    found = Tally(**warm.call("sweep", str(warm.folder), name, 0))
    results.control(f"the disk is full: {name}", found.tried, found.hit, len(found.failures))

    assert found.failures
