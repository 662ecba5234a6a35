"""Work that a crash left behind: taken up, asked about, recovered or discarded; never lost."""

import shutil
import threading
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.store.builders import batch, change, die, fill, new_document, setting

from techmodel.core.errors import DamagedFile, FileProblem, WorkLeft
from techmodel.store import copies, leftovers
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.backups import Reason, backups_of
from techmodel.store.process import Process, this_process
from techmodel.store.publish import publish
from techmodel.store.records import Record, read_record, write_record
from techmodel.store.schema import FORMAT
from techmodel.store.working_file import Document, Leftover, read_document


@pytest.fixture
def path(tmp_path, work):
    return new_document(tmp_path / "a.techmodel", work)


@pytest.fixture
def crashed(path, work):
    """The revision of work that a crash left unpublished."""
    document = Document.open(path, work)
    change(document)
    revision = document.file.revision
    die(document)
    return revision


def somebody_else_saves(path):
    """The document changes without us."""
    other = Document.open(path, path.parent / "their work")
    change(other, 1)
    other.close()
    return path.read_bytes()


def databases(work):
    return sorted(work.glob("*.db"))


def opened(path, work, leftover=Leftover.TAKE_UP):
    document = Document.open(path, work, leftover=leftover)
    document.file.verify()
    return document


def test_work_that_continues_the_document_is_taken_up_with_one_sentence(path, work, crashed):
    document = opened(path, work)

    assert (document.file.revision, document.unpublished) == (crashed, True)
    assert document.notice.startswith("We kept your work: changes to 'a.techmodel' up to ")
    document.close()
    assert read_document(path).revision == crashed
    assert len(databases(work)) == 1


def test_work_may_be_left_and_taken_up_again_and_again(path, work, crashed):
    for n in range(1, 4):
        document = opened(path, work)
        change(document)
        assert document.file.revision == crashed + n
        die(document)


def test_work_is_asked_about_before_anything_is_taken_up(path, work, crashed):
    before = path.read_bytes()
    with pytest.raises(WorkLeft, match="safe on this computer and not in the document yet"):
        Document.open(path, work, leftover=Leftover.ASK)

    assert path.read_bytes() == before
    document = opened(path, work)
    assert document.file.revision == crashed
    document.close()


def test_there_is_nothing_to_ask_about_without_work(path, work):
    document = opened(path, work, Leftover.ASK)

    assert document.notice == ""
    document.close()


def test_a_crash_after_publishing_leaves_nothing_to_take_up(path, work):
    document = opened(path, work)
    change(document)
    document.publish()
    die(document)
    again = opened(path, work)

    assert (again.notice, again.unpublished) == ("", False)
    assert len(databases(work)) == 1
    again.close()


@pytest.mark.parametrize("later", [0, 1])
def test_a_crash_between_replacing_and_noting_it_is_seen_through(path, work, later):
    document = opened(path, work)
    change(document)
    snapshot = document.snapshot()
    publish(snapshot.data, snapshot.path, snapshot.base)
    for _ in range(later):
        change(document)
    die(document)
    again = opened(path, work)

    assert again.file.revision == snapshot.revision + later
    assert (bool(again.notice), again.unpublished) == (bool(later), bool(later))
    again.close()


def test_work_on_a_document_changed_since_is_asked_about(path, work, crashed):
    theirs = somebody_else_saves(path)
    with pytest.raises(FileProblem, match=r"^Your work .* is safe .*--recover.*--discard"):
        opened(path, work)

    assert path.read_bytes() == theirs
    assert not path.with_name("~$a.techmodel").exists()
    assert len(databases(work)) == 1


def test_recovering_keeps_the_other_version_too(path, work, crashed, backups):
    theirs = somebody_else_saves(path)
    document = opened(path, work, Leftover.RECOVER)
    assert document.file.revision == crashed
    document.close()
    (kept,) = [b for b in backups_of(backups, path) if b.reason == Reason.REPLACED]

    assert document.notice.endswith("the other version is kept with the backups.")
    assert kept.path.read_bytes() == theirs
    assert read_document(path).revision == crashed


def test_recovering_into_a_full_disk_changes_nothing(path, work, crashed, monkeypatch):
    def fail(*_):
        raise OSError(28, "injected")

    theirs = somebody_else_saves(path)
    monkeypatch.setattr(copies, "put_whole", fail)
    with pytest.raises(FileProblem, match="Nothing was changed"):
        opened(path, work, Leftover.RECOVER)

    assert path.read_bytes() == theirs


def test_recovering_what_continues_the_document_is_taking_it_up(path, work, crashed):
    document = opened(path, work, Leftover.RECOVER)

    assert document.file.revision == crashed
    assert {b.reason for b in document.backups.all()} <= {Reason.CLOSE}
    document.close()


def test_discarding_goes_on_with_the_document(path, work, crashed):
    document = opened(path, work, Leftover.DISCARD)

    assert document.file.revision == crashed - 1
    assert document.notice.endswith("was not taken up; it is kept with the backups.")
    (kept,) = [b for b in document.backups.all() if b.reason == Reason.DISCARDED]
    assert read_document(kept.path).revision == crashed
    assert len(databases(work)) == 1
    document.close()


@pytest.mark.parametrize("choice", [Leftover.RECOVER, Leftover.DISCARD])
def test_recovering_or_discarding_nothing_is_no_problem(path, work, choice):
    document = opened(path, work, choice)

    assert document.notice == ""
    document.close()


def test_damaged_work_is_said_and_can_be_discarded(path, work, crashed):
    (place,) = databases(work)
    data = bytearray(place.read_bytes())
    data[data.index(b"As seen on")] ^= 1
    place.write_bytes(data)
    with pytest.raises(DamagedFile, match=r"itself is whole, but work on it .*--discard"):
        opened(path, work)

    opened(path, work, Leftover.DISCARD).close()


def test_a_disk_that_stumbles_once_does_not_cost_the_work(path, work, crashed, monkeypatch):
    verify, told = AssessmentFile.verify, []

    def stumble(file):
        if not told:
            told.append(file)
            raise DamagedFile("a page was not given")
        verify(file)

    monkeypatch.setattr(AssessmentFile, "verify", stumble)

    assert Document.open(path, work).file.revision == crashed


def test_work_that_is_no_database_any_more_is_said(path, work, crashed):
    databases(work)[0].write_bytes(b"x" * 999)
    with pytest.raises(DamagedFile, match="itself is whole"):
        opened(path, work)


def test_work_comes_back_with_the_stick_under_another_letter(path, work, crashed, tmp_path):
    moved = tmp_path / "F"
    moved.mkdir()
    path.rename(moved / "a.techmodel")
    document = opened(moved / "a.techmodel", work)

    assert (document.file.revision, document.unpublished) == (crashed, True)
    document.close()


def test_a_copy_elsewhere_has_no_claim_on_work_of_the_original(path, work, crashed, tmp_path):
    copy = tmp_path / "copy.techmodel"
    shutil.copyfile(path, copy)
    beside = opened(copy, work)
    assert (beside.file.revision, beside.notice) == (crashed - 1, "")
    beside.close()
    document = opened(path, work)

    assert document.file.revision == crashed
    document.close()


def test_work_that_a_running_process_has_open_is_never_taken(path, work):
    document = opened(path, work)
    change(document)
    other = Document.open(path, work, take_lock=True, leftover=Leftover.DISCARD)

    assert other.file.revision == document.file.revision - 1
    document.file.verify()
    other.close()
    document.close(publish=False)


def test_work_that_is_open_in_spite_of_its_record_is_left_alone(path, work):
    document = opened(path, work)
    change(document)
    write_record(document._place, replace(document._record, process=None))
    other = Document.open(path, work, take_lock=True)

    assert other.notice == ""
    assert document._place.exists()
    other.close()
    document.close(publish=False)


def test_work_that_somebody_only_looks_at_is_waited_for(path, work, crashed):
    looks = threading.Event()

    def look():
        file = AssessmentFile.open(databases(work)[0])
        looks.set()
        time.sleep(0.3)
        file.close()

    other = threading.Thread(target=look)
    other.start()
    looks.wait()
    document = opened(path, work)
    other.join()

    assert document.file.revision == crashed
    document.close()


def test_what_a_new_document_replaces_has_no_claim_on_it(path, work, crashed):
    document = Document.create(path, work, "assessment-2", force=True)
    fill(document.file, 1)
    document.close()
    again = opened(path, work)

    assert (again.file.id, again.notice) == ("assessment-2", "")
    assert len(databases(work)) == 2  # the work on the first one is kept
    again.close()


def test_of_two_works_the_one_that_continues_the_document_goes_first(path, work, crashed):
    somebody_else_saves(path)
    (first,) = databases(work)
    first = first.rename(first.with_name("0.db")).with_suffix(".json")
    next(work.glob("*.json")).rename(first)
    shelved = work.rename(work.with_name("shelved"))
    document = opened(path, work)
    newest = change(document)
    die(document)
    for file in shelved.iterdir():
        file.rename(work / file.name)
    again = opened(path, work)

    assert again.file.batches()[-1] == newest
    again.close()


def test_work_from_before_this_computer_was_renamed_is_taken_up(path, work, crashed):
    (place,) = databases(work)
    record = read_record(place)
    renamed = replace(record.process, machine="OLD-NAME", pid=this_process().pid)
    write_record(place, replace(record, process=renamed))
    document = opened(path, work)

    assert document.file.revision == crashed
    document.close()


def test_a_record_of_other_types_cannot_be_read(path, work, crashed):
    (place,) = databases(work)
    write_record(place, replace(read_record(place), published="eight"))

    assert read_record(place) is None


def test_a_record_without_a_working_file_goes(path, work):
    document = opened(path, work)
    die(document)
    document._place.unlink()
    opened(path, work).close()

    assert len(list(work.glob("*.json"))) == 1


@pytest.mark.parametrize("record", [b"", b"{}", b"[]", b'{"process": 1}', b"\xff"])
def test_a_record_that_cannot_be_read_is_left_alone(path, work, crashed, record):
    (place,) = databases(work)
    place.with_suffix(".json").write_bytes(record)
    document = opened(path, work)

    assert document.notice == ""
    assert place.exists()
    assert read_record(place) is None
    document.close()


def test_discarded_work_that_cannot_be_kept_stays_but_has_no_claim(path, work, crashed, backups):
    (place,) = databases(work)
    for file in backups.rglob("*"):
        file.unlink() if file.is_file() else None
    for folder in backups.iterdir():
        folder.rmdir()
    backups.rmdir()
    backups.write_bytes(b"")
    document = opened(path, work, Leftover.DISCARD)

    assert document.file.revision == crashed - 1
    assert (place.exists(), read_record(place).document) == (True, "")
    document.close()


def test_discarding_work_that_was_published_after_all_says_nothing(path, work):
    document = opened(path, work)
    change(document)
    document.publish()
    die(document)
    again = opened(path, work, Leftover.DISCARD)

    assert again.notice == ""
    assert Reason.DISCARDED not in {b.reason for b in again.backups.all()}
    again.close()


def test_discarding_never_takes_work_that_somebody_has_open(path, work):
    document = opened(path, work)
    change(document)
    write_record(document._place, replace(document._record, process=None))
    other = Document.open(path, work, take_lock=True, leftover=Leftover.DISCARD)

    assert (other.notice, document._place.exists()) == ("", True)
    other.close()
    document.close(publish=False)


def test_damaged_work_that_is_discarded_is_kept_as_it_is(path, work, crashed, backups):
    (place,) = databases(work)
    place.write_bytes(b"x" * 999)
    opened(path, work, Leftover.DISCARD).close()

    assert [p.read_bytes() for p in backups.rglob("*.damaged")] == [b"x" * 999]


def test_damaged_work_that_cannot_be_read_stays(path, work, crashed, monkeypatch):
    def fail(*_):
        raise OSError(5, "injected")

    (place,) = databases(work)
    place.write_bytes(b"x" * 999)
    record = read_record(place)
    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(FileProblem, match="could not be read"):
        leftovers.discard(place, record, path)

    assert place.exists()


OLDER = Path(__file__).parents[1] / "files" / "format-1.techmodel"


def test_work_that_an_older_version_left_is_taken_up_in_the_newest_format(tmp_path, work):
    path = tmp_path / "old.techmodel"
    path.write_bytes(OLDER.read_bytes())
    file = AssessmentFile.from_bytes(OLDER.read_bytes())
    work.mkdir(parents=True)
    place = work / "0.db"
    place.write_bytes(OLDER.read_bytes())
    gone = Process(this_process().machine, 1, "another boot")
    found = sha256(OLDER.read_bytes()).hexdigest()
    write_record(place, Record(str(path), file.id, found, file.revision - 1, gone))
    document = opened(path, work)

    assert (document.file.revision, document.file.format) == (file.revision, FORMAT)
    assert document.unpublished
    document.file.apply(batch(setting("a new one", 1)))
    document.file.verify()
    document.close()
    read_document(path).verify()


def test_the_image_of_older_work_is_of_the_newest_format(tmp_path):
    place = tmp_path / "0.db"
    place.write_bytes(OLDER.read_bytes())
    picture = AssessmentFile.from_bytes(leftovers.work_image(place))

    assert picture.format == FORMAT
    picture.verify()
