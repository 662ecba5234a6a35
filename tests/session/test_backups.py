"""Spare copies of an open assessment: when they are due, looked into, gone back to."""

from datetime import UTC, datetime

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.errors import FileProblem, Refused
from techmodel.core.journal import BatchKind
from techmodel.session import backups as module
from techmodel.session.backups import (
    Reason,
    backup_snapshot,
    copies_of,
    good_copy,
    offer,
    save_copy,
)
from techmodel.session.session import Session
from techmodel.session.touched import Touched
from techmodel.store.working_file import read_document

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The application's folder is the one that `work` is in."""
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path))


@pytest.fixture
def minutes(monkeypatch):
    """Lets so many minutes pass."""
    passed = [0.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: passed[0])

    def wait(count):
        passed[0] += count * 60

    return wait


def answer(session, level, number=0):
    capability = session.gaps().capabilities[number]
    organisation = next(iter(capability.pairs))
    return session.answers.give(capability.id, organisation, Value(State.LEVEL, level))


def levels(session):
    return {pair: a.value.level for pair, a in session.assessment().answers.items()}


def spoil(path):
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def test_a_copy_is_due_after_ten_minutes_of_change(minutes, session):
    assert not session.backups.due()
    answer(session, 2)
    minutes(9.9)
    assert not session.backups.due()
    minutes(0.2)
    assert session.backups.due()
    session.backups.noted(backup_snapshot(session.backups.job()))

    assert not session.backups.due()
    minutes(60)
    assert not session.backups.due()


def test_a_copy_in_the_background_does_not_see_what_comes_after_it(session):
    answer(session, 2)
    job = session.backups.job()
    answer(session, 3)
    backup = backup_snapshot(job).backup

    assert backup.revision == session.revision - 1
    assert session.backups.all() == (backup,)


def test_a_copy_that_cannot_be_made_is_tried_again_and_said_after_three_times(minutes, session):
    answer(session, 2)
    minutes(10)
    full = FileProblem("We could not make a spare copy (the disk of the backup folder is full).")
    said = []
    for _ in range(3):
        assert session.backups.due()
        session.backups.job()
        said.append(session.backups.noted(full))
        assert not session.backups.due()
        minutes(1)

    assert said == ["", "", f"Saved. {full}"]
    assert session.backups.problem == f"Saved. {full}"
    assert session.backups.noted(backup_snapshot(session.backups.job())) == ""
    assert session.backups.problem == ""


def test_a_bug_in_making_a_copy_is_not_swallowed(session):
    with pytest.raises(ZeroDivisionError):
        session.backups.noted(ZeroDivisionError())


def test_before_something_large_a_copy_is_made(session):
    answer(session, 2)
    session.apply([], "Nothing", kind=BatchKind.IMPORT, takes="x")
    session.take_over([], "Merged", session.batches()[:1])

    assert [b.reason for b in session.backups.all()] == [Reason.MERGE, Reason.IMPORT]
    assert [b.revision for b in session.backups.all()] == [3, 2]


def test_before_something_large_a_full_disk_blocks_nothing(session, monkeypatch):
    def fail(_):
        raise FileProblem("full")

    monkeypatch.setattr(module, "backup_snapshot", fail)
    session.take_over([], "Merged", session.batches()[:1])

    assert session.batches()[-1].label == "Merged"


def test_looking_into_a_copy_shows_the_assessment_as_it_was(session):
    answer(session, 2)
    backup = session.backups.make()
    answer(session, 5)
    then = session.backups.look(backup)

    assert then.read_only
    assert list(levels(then).values()) == [2]
    assert [c.fields for c in session.backups.what_differs(backup).answers] == [("value",)]


def test_going_back_to_a_copy_is_one_change_that_can_be_undone(session):
    answer(session, 2)
    backup = session.backups.make()
    for number in range(4):
        answer(session, 5, number)
    session.scope.entitle("Later")
    now = session.tables()
    touched = session.backups.take_back(backup)

    assert touched == Touched.ANSWERS | Touched.SETTINGS | Touched.HISTORY
    assert list(levels(session).values()) == [2]
    assert session.batches()[-1].label.startswith("Went back to the backup of ")
    assert session.backups.all()[0].reason == Reason.TAKE_BACK
    session.undo()
    assert session.tables() == now


def test_going_back_to_what_is_there_changes_nothing(session):
    backup = session.backups.make()

    assert session.backups.take_back(backup) == Touched.NONE


def test_a_copy_of_another_assessment_is_not_gone_back_to(session, make_document):
    document = make_document(name="b.techmodel")
    backup = Session(document.file, document).backups.make()
    for verb in (session.backups.take_back, session.backups.what_differs):
        with pytest.raises(Refused, match="another assessment"):
            verb(backup)


def test_a_damaged_copy_is_not_gone_back_to(session):
    backup = session.backups.make()
    answer(session, 5)
    spoil(backup.path)
    with pytest.raises(FileProblem, match="damaged"):
        session.backups.take_back(backup)

    assert list(levels(session).values()) == [5]


def test_what_is_only_read_gets_no_copies(session):
    reading = session.as_of(1)
    with pytest.raises(Refused, match="opened for reading"):
        reading.backups.make()

    assert (reading.backups.all(), reading.backups.due()) == ((), False)
    assert reading.backups.before(Reason.IMPORT) == ""


def test_the_newest_complete_copy_of_a_damaged_document_is_offered(session):
    session.document.publish()
    path = session.document.path
    good = session.backups.make()
    answer(session, 5)
    spoil(session.backups.make().path)
    path.write_bytes(b"damaged")

    assert good_copy(path) == good
    assert [copy.revision for copy in copies_of(path)] == [2, 1]
    assert offer(path, NOW) == (
        f"A copy from {datetime.fromisoformat(good.at).astimezone():%H:%M} is complete: "
        f"techmodel backups {path} --save 2 OUT saves it as OUT."
    )
    spoil(good.path)
    assert good_copy(path) is None
    assert offer(path, NOW).startswith("There is no complete copy of it on this computer. Ask for")


def test_a_copy_of_another_path_is_named_where_a_damaged_document_has_none(session, tmp_path):
    session.document.publish()
    good = session.backups.make()
    path = tmp_path / "sent" / session.document.path.name
    path.parent.mkdir()
    path.write_bytes(b"damaged")

    assert offer(path, NOW).startswith(
        "There is no complete copy of it on this computer. A copy of "
        f"{session.document.path} from {datetime.fromisoformat(good.at).astimezone():%H:%M} is"
    )


def test_a_copy_is_saved_as_a_document_of_its_own(session, tmp_path):
    backup = session.backups.make()
    save_copy(backup, tmp_path / "out.techmodel")

    assert read_document(tmp_path / "out.techmodel").tables() == session.tables()
    with pytest.raises(Refused, match="There is already a file"):
        save_copy(backup, tmp_path / "out.techmodel")
