"""What is kept beside the document: spare copies, older formats, another version of the work."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.faults.harness.bench import opened, put_published
from tests.faults.harness.checks import batches_of, check, check_backups, expect, ids_of
from tests.faults.harness.forks import BEGIN
from tests.faults.harness.merging import change_elsewhere, nobody
from tests.faults.harness.operation import Operation, crashed
from tests.faults.harness.verbs import durable, edit, publish
from tests.faults.harness.warm import ROOT

from techmodel.core.errors import WorkLeft
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.backups import Reason, backups_beside
from techmodel.store.copies import all_folders, copies_in, iso_of
from techmodel.store.working_file import Document, Leftover

if TYPE_CHECKING:
    from random import Random

    from tests.faults.harness.bench import Bench
    from tests.faults.harness.checks import Happened
    from tests.faults.harness.forks import Say, Word

    from techmodel.session.session import Session
    from techmodel.store.backups import Backup

OLDEST = ROOT / "tests" / "files" / "format-1.techmodel"
FIRST_DAY = datetime(2025, 1, 1, 9, tzinfo=UTC)
LATER = (0, 0, 1, 3, 9, 40)
"""Days between two spare copies, so that thinning finds something at each."""


def some_copies(bench: Bench, rng: Random) -> list[Word]:
    """Before: a document with spare copies of many days."""
    put_published(bench, rng)
    session = opened(bench)
    day = FIRST_DAY
    for _ in range(8):
        edit(session, rng, nobody)
        day += timedelta(days=rng.choice(LATER))
        _copy(session, day)
    session.close()
    return []


def copying(bench: Bench, rng: Random, say: Say) -> None:
    """Spare copies are made and thinned, and one is taken back."""
    session = opened(bench)
    day = FIRST_DAY + timedelta(days=300)
    say(BEGIN)
    for _ in range(4):
        edit(session, rng, say)
        day += timedelta(days=rng.choice(LATER))
        say("copied", _copy(session, day).number)
    session.backups.take_back(session.backups.all()[-1])
    durable(session, say)


def _copy(session: Session, day: datetime) -> Backup:
    assert session.document is not None
    data = session.serialize()
    return session.document.backups.make(data, session.revision, Reason.CHANGE, iso_of(day))


def check_copies(bench: Bench, happened: Happened) -> None:
    """As `check`; and the newest copy that was said to be made is there, or a newer one."""
    check(bench, happened)
    numbers = [copy.number for copy in _copies(bench)]
    expect(numbers, "no spare copy is there")
    if happened.durable_names:
        said = max([int(number) for number in happened.told("copied")], default=0)
        expect(max(numbers) >= said, f"{said} is not in {numbers}")


def older(bench: Bench, rng: Random) -> list[Word]:
    """Before: a document of the oldest format."""
    shutil.copyfile(OLDEST, bench.document)
    return []


def upgrading(bench: Bench, rng: Random, say: Say) -> None:
    """An older document is opened, changed, and saved in the newest format."""
    say(BEGIN)
    session = opened(bench)
    edit(session, rng, say)
    publish(session, say)
    session.close()


def check_upgraded(bench: Bench, happened: Happened) -> None:
    """As `check`; and the original is still the document, or kept with the backups."""
    data = bench.document.read_bytes()
    kept = {copy.path.read_bytes() for copy in _copies(bench)}
    expect(happened.was.document in {data, *kept}, "the original is not kept")
    check(bench, happened)
    kept = {copy.path.read_bytes() for copy in _copies(bench)}
    expect(happened.was.document in kept, "the original is not kept with the backups")


def two_versions(bench: Bench, rng: Random) -> list[Word]:
    """Before: work that a crash left, and a document that was changed elsewhere meanwhile."""
    put_published(bench, rng)
    said = crashed(bench, rng)
    bench.document.with_name("~$a.techmodel").unlink()
    change_elsewhere(bench.document, rng, 2)
    return said


def choosing(bench: Bench, rng: Random, say: Say) -> None:
    """Somebody goes on with one of two versions."""
    say(BEGIN)
    choice = rng.choice((Leftover.RECOVER, Leftover.DISCARD))
    document = Document.open(bench.document, bench.work, leftover=choice)
    document.close()


def check_versions(bench: Bench, happened: Happened) -> None:
    """Both versions are somewhere, whole, and stay so when somebody chooses again."""
    theirs, ours = happened.was.ids, happened.safe[-len(happened.told("durable")) :]
    _expect_both(bench, theirs, ours)
    try:
        document = Document.open(bench.document, bench.work)
    except WorkLeft:
        document = Document.open(bench.document, bench.work, leftover=Leftover.RECOVER)
    document.file.verify()
    document.close()
    _expect_both(bench, theirs, ours)
    check_backups(bench)


def _expect_both(bench: Bench, *versions: tuple[str, ...]) -> None:
    """Every version is in the document, in a working file, or among the backups."""
    found = [batches_of(bench.document.read_bytes())]
    found += [batches_of(copy.path.read_bytes()) for copy in _copies(bench)]
    for place in bench.work.glob("*.db"):
        file = AssessmentFile.open(place)
        file.verify()
        found.append(ids_of(file.batches()))
        file.close()
    for ids in versions:
        expect(any(set(ids) <= set(one) for one in found), f"{ids[-1]} is nowhere")


def _copies(bench: Bench) -> list[Backup]:
    """All spare copies."""
    folders = all_folders(backups_beside(bench.work))
    return [copy for folder in folders for copy in copies_in(folder)]


KEEPING = (
    Operation("making spare copies", copying, some_copies, check_copies),
    Operation("upgrading an older format", upgrading, older, check_upgraded),
    Operation("choosing one of two versions", choosing, two_versions, check_versions),
)
