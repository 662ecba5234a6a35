"""Damage of every kind is seen before anything is shown; SQLite's own check misses most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.faults.damage.mutants import DAMAGE, content_of, passes_sqlite
from tests.faults.harness.campaign import Tally
from tests.store.builders import fill

from techmodel.core.errors import FileProblem
from techmodel.session import backups
from techmodel.settings import work_folder
from techmodel.store.safe_open import verified_bytes
from techmodel.store.working_file import Document, read_document

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.harness.campaign import Campaign
    from tests.faults.harness.results import Results

SEEDS = (1, 4, 500)
A_SEED = 20
"""Files of one kind in one seed."""
SENTENCES = ("damaged and we have not changed it", "is not an assessment", "is empty (0 bytes)")
SENTENCES += ("newer version", "another program", "not an assessment")


@dataclass(frozen=True)
class Victim:
    """A document with a spare copy, and what it is before any damage."""

    path: Path
    data: bytes
    content: str


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Victim:
    """A realistic assessment of 40 capabilities."""
    path = tmp_path_factory.mktemp("damage") / "a.techmodel"
    document = Document.create(path, work_folder(), "assessment-1")
    fill(document.file, 40)
    document.close()
    data = path.read_bytes()
    found = content_of(data)
    assert found is not None
    return Victim(path, data, found)


def judge(victim: Victim, damaged: bytes) -> str:
    """What is wrong when a file is as damaged as this; "" if nothing is."""
    victim.path.write_bytes(damaged)
    changed = content_of(damaged) != victim.content
    try:
        image, _ = verified_bytes(victim.path)
    except FileProblem as error:
        sentence = str(error)
    else:
        whole = content_of(image) == victim.content and not changed
        return "" if whole else "it was shown as whole"
    if victim.path.read_bytes() != damaged:
        return "the file was touched"
    if not any(part in sentence for part in SENTENCES):
        return f"said {sentence!r}"
    return _not_offered(victim)


def _not_offered(victim: Victim) -> str:
    """What is wrong with the offer of a good copy; "" if nothing is."""
    copy = backups.good_copy(victim.path)
    if copy is None or not backups.offer(victim.path, datetime.now(UTC)):
        return "no good copy was offered"
    whole = content_of(copy.path.read_bytes()) == victim.content
    return "" if whole and read_document(copy.path).revision == 121 else "the copy is not whole"


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_seen_before_anything_is_shown(
    campaign: Campaign, victim: Victim, kind: str
) -> None:
    def one(seed: int) -> Tally:
        found, rng = Tally(), Random(f"{kind} {seed}")
        for number in range(A_SEED):
            damaged = DAMAGE[kind](victim.data, rng)
            wrong = judge(victim, damaged)
            failures = [f"{kind}, seed {seed}, file {number}: {wrong}"] if wrong else []
            found += Tally(1, int(damaged != victim.data), failures)
        return found

    campaign.must_hold(f"damaged file: {kind}", SEEDS, one)


def test_the_control_that_asks_sqlite_alone_is_caught(results: Results, victim: Victim) -> None:
    rng = Random(0)
    damaged = [DAMAGE["one bit"](victim.data, rng) for _ in range(200)]
    changed = [data for data in damaged if content_of(data) != victim.content]
    shown = sum(map(passes_sqlite, changed))
    results.control("damaged file: SQLite's own check", len(damaged), len(changed), shown)

    assert shown * 2 > len(changed)


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_what_lies_beside_a_file_is_not_taken_for_its_own(victim: Victim, ending: str) -> None:
    victim.path.write_bytes(victim.data)
    beside = victim.path.with_name(victim.path.name + ending)
    beside.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))
    before = beside.read_bytes()
    document = Document.open(victim.path, work_folder())
    document.close()

    assert beside.read_bytes() == before
    assert content_of(victim.path.read_bytes()) == victim.content
    beside.unlink()


def test_of_two_copies_the_damaged_one_is_passed_over(victim: Victim) -> None:
    (newest, *_) = backups.copies_of(victim.path)
    second = newest.path.with_name(newest.path.name.replace("000001-", "000002-"))
    second.write_bytes(DAMAGE["one bit"](victim.data, Random(1)))
    victim.path.write_bytes(b"")

    assert backups.good_copy(victim.path).path == newest.path
    second.unlink()
