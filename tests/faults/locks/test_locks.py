"""Locks that a share accepts and does not enforce: nothing is damaged, every conflict is said."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.faults.calls import faulty
from tests.faults.harness.campaign import Tally
from tests.faults.harness.warm import Warm
from tests.store.builders import new_document
from tests.store.test_lock import left_lock

from techmodel.core.errors import FileInUse
from techmodel.store.lock import holder_of, lock_path
from techmodel.store.process import started, this_process
from techmodel.store.working_file import Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.harness.campaign import Campaign
    from tests.faults.harness.results import Results

SEEDS = (1, 25, 100)
RACES, OPENINGS = 10, 5
"""In one seed."""


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """A process in which locks can be ignored."""
    library = faulty.build(tmp_path_factory.mktemp("library"))
    if library is None:
        pytest.skip(faulty.MISSING)
    process = Warm("tests.faults.locks.writers", library)
    yield process
    process.close()


def test_writers_whose_locks_are_ignored_lose_nothing_and_are_told(
    campaign: Campaign, warm: Warm
) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("races", str(warm.folder), seed, RACES))

    campaign.must_hold("locks ignored: two or three writers", SEEDS, one)


def test_of_windows_that_open_at_once_one_gets_the_document(
    campaign: Campaign, warm: Warm
) -> None:
    def one(seed: int) -> Tally:
        return Tally(**warm.call("openings", str(warm.folder), seed, OPENINGS))

    campaign.must_hold("locks ignored: four windows at once", SEEDS, one)


CONTROLS = {
    "a database written in place": ("direct", 3, 40),
    "publishing without looking": ("races", 2, 3, True),
}


@pytest.mark.parametrize("name", CONTROLS)
def test_the_control_is_caught(results: Results, warm: Warm, name: str) -> None:
    function, *arguments = CONTROLS[name]
    found = Tally(**warm.call(function, str(warm.folder), *arguments))
    results.control(f"locks ignored: {name}", found.tried, found.hit, len(found.failures))

    assert found.failures


def test_a_killed_holder_s_lock_and_work_are_taken_up_in_silence(warm: Warm) -> None:
    said = warm.call("killed", str(warm.folder))

    assert str(said).startswith("We kept your work: changes to 'a.techmodel' up to ")


def test_a_lock_of_another_machine_is_respected_and_says_where_and_when(
    tmp_path: Path, work: Path
) -> None:
    path = new_document(tmp_path / "a.techmodel", work)
    left_lock(path, machine="LT-0423", role="IM&T lead", pid=os.getpid())
    before = lock_path(path).read_bytes()
    sentence = (
        r"^This assessment is open on LT-0423 since \d\d:\d\d \(IM&T lead\)\. Nothing was ch"
    )
    with pytest.raises(FileInUse, match=sentence):
        Document.open(path, work)

    assert lock_path(path).read_bytes() == before


def test_a_number_that_another_process_has_now_is_not_the_holder(
    tmp_path: Path, work: Path
) -> None:
    path = new_document(tmp_path / "a.techmodel", work)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        left_lock(path, pid=other.pid, started=started(other.pid))
        with pytest.raises(FileInUse):
            Document.open(path, work)
        left_lock(path, pid=other.pid, started="another boot 1")
        document = Document.open(path, work)

    assert holder_of(lock_path(path)).process == this_process()
    document.close()
