"""The document changed underneath: both versions are kept, and work goes on over either."""

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.errors import ChangedMeanwhile, FileProblem, Refused
from techmodel.session.session import Session
from techmodel.session.versions import adopt, copies_with_more, find_theirs, their_version
from techmodel.store import copies
from techmodel.store.backups import Reason
from techmodel.store.paths import OnDisk
from techmodel.store.working_file import Document, read_document


@pytest.fixture
def path(session):
    session.document.publish()
    return session.document.path


def answer(session, level, number=0):
    capability = session.gaps().capabilities[number]
    organisation = next(iter(capability.pairs))
    session.answers.give(capability.id, organisation, Value(State.LEVEL, level))


def somebody_else_saves(path, tmp_path, level=1):
    document = Document.open(path, tmp_path / "theirs" / "work", take_lock=True)
    answer(Session(document.file, document), level, 2)
    document.close()
    return path.read_bytes()


@pytest.fixture
def split(session, path, tmp_path):
    """A session whose document somebody else has changed."""
    somebody_else_saves(path, tmp_path)
    answer(session, 4)
    with pytest.raises(ChangedMeanwhile):
        session.document.publish()
    return session


def test_their_version_is_looked_at_as_it_is_on_disk(split, path):
    theirs = their_version(path)

    assert theirs.read_only
    assert [a.value.level for a in theirs.assessment().answers.values()] == [1]


def test_what_became_of_the_document_is_seen(session, path, tmp_path):
    assert session.document.on_disk() is OnDisk.SAME
    data = somebody_else_saves(path, tmp_path)
    assert session.document.on_disk() is OnDisk.CHANGED
    path.unlink()
    assert session.document.on_disk() is OnDisk.GONE
    path.write_bytes(data)
    assert session.document.on_disk() is OnDisk.CHANGED


def test_ours_becomes_the_main_one_and_theirs_is_kept(split, path):
    data = path.read_bytes()
    adopt(split.document, find_theirs(path))
    assert split.document.unpublished
    split.document.publish()

    assert read_document(path).tables() == split.tables()
    (kept,) = [b for b in split.backups.all() if b.reason == Reason.REPLACED]
    assert kept.path.read_bytes() == data
    split.document.close()


def test_ours_becomes_the_main_one_though_nothing_of_ours_was_new(session, path, tmp_path):
    somebody_else_saves(path, tmp_path)
    assert not session.document.unpublished
    adopt(session.document, find_theirs(path))
    session.document.publish()

    assert read_document(path).tables() == session.tables()


def test_a_version_saved_after_the_one_we_took_over_is_not_overwritten(split, path, tmp_path):
    theirs = find_theirs(path)
    newer = somebody_else_saves(path, tmp_path, level=2)
    adopt(split.document, theirs)
    with pytest.raises(ChangedMeanwhile):
        split.document.publish()

    assert path.read_bytes() == newer


def test_without_room_to_keep_their_version_nothing_changes(split, path, monkeypatch):
    def fail(*_):
        raise OSError(28, "injected")

    monkeypatch.setattr(copies, "put_whole", fail)
    base = split.document.base
    with pytest.raises(FileProblem, match="could not make a spare copy"):
        adopt(split.document, find_theirs(path))

    assert split.document.base == base


def test_another_assessment_in_our_place_is_kept_as_what_it_is(
    session, path, make_document, tmp_path
):
    other = make_document(name="b.techmodel")
    other.publish()
    path.write_bytes(other.path.read_bytes())
    adopt(session.document, find_theirs(path))
    session.document.publish()

    assert read_document(path).id == session.assessment().id
    (kept,) = session.backups.all()
    assert (kept.reason, kept.path.read_bytes()) == (Reason.REPLACED, other.path.read_bytes())
    with pytest.raises(Refused, match="backup is of another assessment"):
        session.backups.take_back(kept)


def test_after_a_crash_work_over_their_version_is_taken_up(split, path, work):
    from tests.store.builders import die

    adopt(split.document, find_theirs(path))
    die(split.document)
    document = Document.open(path, work)

    assert document.unpublished
    assert document.notice.startswith("We kept your work")
    document.close()


def test_only_copies_with_changes_we_do_not_have_matter(session, path, tmp_path):
    data = path.read_bytes()
    (path.parent / "a, copy.techmodel").write_bytes(data)
    conflict = path.parent / "a-LT0423.techmodel"
    conflict.write_bytes(data)
    (path.parent / "a damaged.techmodel").write_bytes(data[:-4096])
    assert copies_with_more(session) == ()
    somebody_else_saves(conflict, tmp_path)
    answer(session, 3)

    assert copies_with_more(session) == (conflict,)
    session.take_over([], "Merged", their_version(conflict).batches())
    assert copies_with_more(session) == ()


def test_what_is_only_read_has_no_copies_beside_it(session):
    assert copies_with_more(session.as_of(1)) == ()
