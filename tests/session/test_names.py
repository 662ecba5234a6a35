"""People's names: stored once, merged by id, and removed so that no byte of them stays."""

import shutil
from pathlib import Path

import pytest
from tests.store.builders import die

from techmodel.core.answers import State, Value
from techmodel.core.errors import FileProblem, Refused, WrongUse
from techmodel.session.kept import find_kept
from techmodel.session.names import NameFound
from techmodel.session.session import Session
from techmodel.store import copies
from techmodel.store.working_file import Document, Leftover, read_document

CANARY = "Canarina Featherstonehaugh"
TRACES = (b"Canarina", b"Featherstone")
OLD = Path(__file__).parents[1] / "files" / "format-1.techmodel"


def answer(session, level, number=0, note=None):
    capability = session.gaps().capabilities[number]
    organisation = next(iter(capability.pairs))
    session.answers.give(capability.id, organisation, Value(State.LEVEL, level))
    if note is not None:
        session.answers.note(capability.id, organisation, note)


def traces(folder):
    """The files anywhere below a folder that hold a byte of a name."""
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(trace in path.read_bytes() for trace in TRACES)
    )


def opened(path, work, **how):
    document = Document.open(path, work, **how)
    return Session(document.file, document)


@pytest.fixture
def path(session):
    """A published document with thirty names, used for a while, with five backups; closed."""
    for n in range(30):
        id_ = session.names.add(f"{CANARY} {n}")
        if n % 3 == 0:
            session.names.rename(id_, f"{CANARY} renamed {n}")
    for level in range(5):
        answer(session, level)
        session.backups.make()
        session.document.publish()
    session.document.close()
    return session.document.path


def test_a_name_is_stored_once_and_spoken_of_by_its_id(session):
    id_ = session.names.add("  Grace   Osei ")
    session.names.rename(id_, "Grace Mensah")

    assert session.names.all() == {id_: "Grace Mensah"}
    with pytest.raises(WrongUse, match="The name is missing"):
        session.names.add(" ")


def test_names_are_no_change_of_the_journal_but_are_published(session):
    before = session.batches()
    session.document.publish()
    session.names.add("Grace Osei")
    assert session.batches() == before
    assert session.document.unpublished
    session.document.publish()

    assert not session.document.unpublished
    assert list(Session(read_document(session.document.path)).names.all().values()) == [
        "Grace Osei"
    ]
    session.document.file.verify()


@pytest.mark.parametrize("end", [die, lambda document: document.close(publish=False)])
def test_a_name_that_was_not_published_is_kept_like_other_work(path, work, end):
    session = opened(path, work)
    id_ = session.names.add("Grace Osei")
    end(session.document)
    assert len(find_kept(work)) == 1
    again = opened(path, work)

    assert again.document.notice.startswith("We kept your work")
    assert again.names.all()[id_] == "Grace Osei"
    again.close()
    assert find_kept(work) == ()
    assert id_ in Session(read_document(path)).names.all()


def test_what_is_only_read_holds_names_but_takes_none(session):
    session.names.add("Grace Osei")
    session.document.publish()
    reading = Session(read_document(session.document.path))
    with pytest.raises(FileProblem, match="opened for reading"):
        reading.names.add("Another")
    with pytest.raises(Refused, match="opened for reading"):
        reading.names.remove_all()

    assert len(reading.names.all()) == 1


def test_no_byte_of_a_name_stays_anywhere(path, work, tmp_path):
    assert len(traces(tmp_path)) > 5
    session = opened(path, work)
    tables, batches = session.tables(), session.batches()
    removed = session.names.remove_all()
    assert traces(tmp_path) == []
    session.close()

    assert traces(tmp_path) == []
    assert (removed.names, removed.backups, removed.left) == (30, 5, ())
    again = opened(path, work)
    assert (again.tables(), again.batches(), again.names.all()) == (tables, batches, {})
    again.document.file.verify()
    assert all(again.backups.look(b).names.all() == {} for b in again.backups.all())
    assert again.document.notice == ""
    again.close()


def test_names_stay_away_while_work_goes_on(path, work, tmp_path):
    session = opened(path, work)
    session.names.remove_all()
    answer(session, 3)
    session.undo()
    session.backups.make()
    session.close()

    assert traces(tmp_path) == []


def test_names_are_removed_from_work_that_a_crash_left(path, work, tmp_path):
    copy = tmp_path / "elsewhere" / "b.techmodel"
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    other = opened(copy, work)
    answer(other, 5)
    die(other.document)
    session = opened(path, work)
    assert session.names.remove_all().left == ()
    session.close()

    assert traces(tmp_path) == ["elsewhere/b.techmodel"]
    (kept,) = find_kept(work)
    assert (kept.document, kept.damaged) == (copy, False)


def test_working_files_that_hold_nothing_of_their_own_go(path, work, tmp_path):
    copy = tmp_path / "b.techmodel"
    shutil.copyfile(path, copy)
    opened(copy, work).close()
    crashed = opened(copy, work)
    die(crashed.document)
    copy.unlink()
    session = opened(path, work)
    session.names.remove_all()

    assert len(list(work.glob("*.db"))) == 1
    session.close()


def test_names_in_a_copy_that_is_open_or_lies_beside_it_are_told(path, work):
    copy = path.with_name("a, copy.techmodel")
    shutil.copyfile(path, copy)
    other = opened(copy, work)
    session = opened(path, work)
    removed = session.names.remove_all()

    assert removed.left == (
        "'a, copy.techmodel' is open in another window: remove its names there.",
        "'a, copy.techmodel' beside it is a copy of its own and still holds what it held.",
    )
    other.close()
    session.close()


def test_what_is_damaged_among_the_backups_is_deleted(path, work, tmp_path):
    session = opened(path, work)
    answer(session, 5)
    die(session.document)
    session.document.working_file.write_bytes(b"x" * 9000)
    session = opened(path, work, leftover=Leftover.DISCARD)
    newest = session.backups.all()[0].path
    newest.write_bytes(newest.read_bytes()[:-1] + b"x")
    removed = session.names.remove_all()

    assert (removed.backups, removed.deleted) == (4, 2)
    assert traces(tmp_path) == []
    session.close()


def test_work_that_cannot_be_read_is_told(path, work, tmp_path):
    copy = tmp_path / "elsewhere" / "b.techmodel"
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    other = opened(copy, work)
    answer(other, 5)
    die(other.document)
    other.document.working_file.write_bytes(b"x" * 9000)
    session = opened(path, work)
    (left,) = session.names.remove_all().left

    assert left.startswith("Work on 'b.techmodel' that is not in it yet cannot be read")
    session.close()


def test_a_copy_of_an_older_format_keeps_its_format(work, tmp_path):
    path = tmp_path / "old.techmodel"
    shutil.copyfile(OLD, path)
    session = opened(path, work)
    before = session.tables()
    assert session.names.remove_all().backups == 1
    (copy,) = session.backups.all()

    assert int.from_bytes(copy.path.read_bytes()[60:64], "big") == 1
    assert session.backups.look(copy).tables() == before
    session.close()


def test_a_copy_that_cannot_be_written_anew_is_told_and_done_the_next_time(
    path, work, tmp_path, monkeypatch
):
    def fail(*_):
        raise OSError(28, "injected")

    session = opened(path, work)
    with monkeypatch.context() as patch:
        patch.setattr(copies, "put_whole", fail)
        removed = session.names.remove_all()
    assert set(removed.left) == {"A backup could not be written anew and may still hold names."}
    assert len(traces(tmp_path)) == 5
    again = session.names.remove_all()

    assert (again.names, again.backups, again.left, traces(tmp_path)) == (0, 5, (), [])
    session.close()


def test_names_that_could_not_be_removed_from_the_document_go_with_the_next_try(
    path, work, tmp_path
):
    session = opened(path, work)
    data = path.read_bytes()
    path.write_bytes(b"theirs")
    with pytest.raises(FileProblem, match="somebody else has saved"):
        session.names.remove_all()
    assert session.document.unpublished
    path.write_bytes(data)
    session.names.remove_all()

    assert traces(tmp_path) == []
    session.close()


def test_free_text_that_holds_a_removed_name_is_told(session):
    session.names.add("Grace Osei")
    answer(session, 3, note="Ms Osei said so")
    removed = session.names.remove_all()
    pair = next(iter(session.assessment().answers))

    assert removed.texts[0] == NameFound("answer", pair, "note", past=False)
    assert all(found.past for found in removed.texts[1:])
    assert session.names.holders("Nobody Else") == ()


def test_a_merge_brings_the_names_that_are_new_by_their_ids(session, make_document):
    document = make_document(name="b.techmodel")
    other = Session(document.file, document)
    id_ = session.names.add("Grace Osei")
    other._file.put_people({id_: "G. Osei"})
    new = other.names.add("Ola Berg")

    assert session.names.take_over(other) == 1
    assert session.names.all() == {id_: "Grace Osei", new: "Ola Berg"}
    assert session.names.take_over(other) == 0


def test_after_names_were_removed_a_merge_brings_none(session, make_document):
    document = make_document(name="b.techmodel")
    other = Session(document.file, document)
    other.names.add("Ola Berg")
    session.names.remove_all()

    assert session.names.were_removed
    assert session.names.take_over(other) == 0
    assert session.names.all() == {}
