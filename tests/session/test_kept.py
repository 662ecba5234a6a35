"""Work left on this computer: found, looked at, compared, taken up, discarded, saved elsewhere."""

import shutil
from pathlib import Path

import pytest
from tests.store.builders import die

from techmodel.core.answers import State, Value
from techmodel.core.errors import DamagedFile, FileProblem, Refused
from techmodel.session.kept import (
    discard,
    find_kept,
    look_at_kept,
    save_kept_as,
    what_it_adds,
)
from techmodel.session.session import Session
from techmodel.store import copies
from techmodel.store.backups import Reason
from techmodel.store.working_file import Document, Leftover, read_document


@pytest.fixture
def path(session):
    session.document.publish()
    session.document.close()
    return session.document.path


def opened(path, work, **how):
    document = Document.open(path, work, **how)
    return Session(document.file, document)


def answer(session, level, number=0):
    capability = session.gaps().capabilities[number]
    organisation = next(iter(capability.pairs))
    session.answers.give(capability.id, organisation, Value(State.LEVEL, level))


@pytest.fixture
def crashed(path, work):
    """A document with two answers and a title that a crash left unpublished."""
    session = opened(path, work)
    answer(session, 2, 0)
    answer(session, 4, 1)
    session.scope.entitle("Mine")
    die(session.document)
    return path


def somebody_else_saves(path, tmp_path):
    session = opened(path, tmp_path / "theirs" / "work")
    answer(session, 1, 2)
    session.close()


def spoil(place):
    data = bytearray(place.read_bytes())
    data[data.rindex(b"Mine")] ^= 1
    place.write_bytes(data)


def test_work_that_a_crash_left_is_found_with_its_document_and_time(crashed, work):
    (kept,) = find_kept(work)
    newest = look_at_kept(kept).last_change()

    assert find_kept(work, crashed) == (kept,)
    assert (kept.document, kept.title, kept.until) == (crashed, "Mine", newest)
    assert (kept.closed, kept.continues, kept.damaged, kept.gone) == (None, True, False, False)


def test_a_published_document_and_an_open_one_leave_nothing_to_find(path, work):
    assert find_kept(work) == ()
    session = opened(path, work)
    answer(session, 2)

    assert find_kept(work) == find_kept(work, path) == ()
    session.document.close(publish=False)


def test_a_crash_after_publishing_leaves_nothing_to_find(path, work):
    session = opened(path, work)
    answer(session, 2)
    session.document.publish()
    die(session.document)

    assert find_kept(work) == ()


def test_work_that_was_closed_without_saving_says_when(path, work):
    session = opened(path, work)
    answer(session, 2)
    session.document.close(publish=False)
    (kept,) = find_kept(work)

    assert kept.closed is not None
    assert kept.closed >= kept.until.replace(microsecond=0)


def test_kept_work_may_be_looked_at_and_is_still_there(crashed, work):
    (kept,) = find_kept(work)
    session = look_at_kept(kept)

    assert session.read_only
    assert session.assessment().title == "Mine"
    assert find_kept(work) == (kept,)
    assert opened(crashed, work).assessment().title == "Mine"


def test_what_kept_work_adds_is_listed_in_the_order_of_time(crashed, work):
    (kept,) = find_kept(work)
    first, second, title = what_it_adds(kept)

    assert (first.in_file.state, first.kept.level) == (State.NOT_ANSWERED, 2)
    assert (second.kept.level, second.fields) == (4, ("value",))
    assert first.name
    assert first.organisation_name in {"Riverside Trust", "Hill Practice", "Meadow Care Home"}
    assert (title.capability, title.kept) == ("", None)
    assert title.name == "Title: Test partnership → Mine"
    assert first.at <= second.at <= title.at == kept.until


def test_what_was_undone_and_done_again_is_counted_once_or_not_at_all(path, work):
    session = opened(path, work)
    session.scope.entitle("Mine")
    session.undo()
    session.redo()
    answer(session, 2)
    session.undo()
    die(session.document)
    (kept,) = find_kept(work)

    assert [(one.capability, one.name) for one in what_it_adds(kept)] == [
        ("", "Title: Test partnership → Mine")
    ]


def test_kept_work_on_a_document_changed_since_is_compared_with_it(crashed, work, tmp_path):
    somebody_else_saves(crashed, tmp_path)
    (kept,) = find_kept(work, crashed)

    assert not kept.continues
    rows = what_it_adds(kept)
    assert [(r.in_file.level, r.kept.level) for r in rows if r.kept] == [
        (None, 2),
        (None, 4),
        (1, None),
    ]


def test_kept_work_can_be_gone_on_with(crashed, work, tmp_path):
    somebody_else_saves(crashed, tmp_path)
    session = opened(crashed, work, leftover=Leftover.RECOVER)

    assert session.assessment().title == "Mine"
    assert find_kept(work) == ()
    session.document.publish()
    assert read_document(crashed).revision == session.revision


def test_discarded_work_is_with_the_backups_of_its_document(crashed, work):
    (kept,) = find_kept(work)
    expected = look_at_kept(kept).tables()
    discard(kept)
    session = opened(crashed, work)

    assert find_kept(work) == ()
    assert session.assessment().title == "Test partnership"
    (copy,) = [b for b in session.backups.all() if b.reason == Reason.DISCARDED]
    assert session.backups.look(copy).tables() == expected


def test_discarding_without_room_for_it_deletes_nothing(crashed, work, monkeypatch):
    def fail(*_):
        raise OSError(28, "injected")

    (kept,) = find_kept(work)
    monkeypatch.setattr(copies, "put_whole", fail)
    with pytest.raises(FileProblem, match="could not make a spare copy"):
        discard(kept)

    assert find_kept(work) == (kept,)


def test_discarding_twice_does_no_harm(crashed, work):
    (kept,) = find_kept(work)
    discard(kept)
    discard(kept)


def test_damaged_work_is_said_to_be_and_kept_when_it_is_discarded(crashed, work):
    (before,) = find_kept(work)
    spoil(before.place)
    (kept,) = find_kept(work)
    data = kept.place.read_bytes()

    assert (kept.damaged, kept.title, kept.document) == (True, "", crashed)
    with pytest.raises(DamagedFile):
        look_at_kept(kept)
    discard(kept)
    assert find_kept(work) == ()
    assert [p.read_bytes() for p in work.parent.rglob("*.damaged")] == [data]


def test_work_on_several_documents_is_found_at_once_newest_first(crashed, work, make_document):
    document = make_document(name="b.techmodel")
    session = Session(document.file, document)
    session.document.publish()
    answer(session, 3)
    die(document)
    names = {kept.document.name for kept in find_kept(work)}
    (mine,) = find_kept(work, crashed)

    assert names == {"a.techmodel", "b.techmodel"}
    assert mine.document == crashed


def test_work_whose_document_is_gone_can_be_compared_and_saved_elsewhere(crashed, work, tmp_path):
    crashed.unlink()
    (kept,) = find_kept(work)
    expected = look_at_kept(kept).tables()
    assert (kept.gone, kept.continues) == (True, False)
    assert len(what_it_adds(kept)) == 3
    saved = save_kept_as(kept, tmp_path / "saved.techmodel")

    assert read_document(saved).tables() == expected
    assert find_kept(work) == ()


def test_kept_work_does_not_replace_a_file(crashed, work, tmp_path):
    (kept,) = find_kept(work)
    with pytest.raises(Refused, match="There is already a file"):
        save_kept_as(kept, crashed)

    assert find_kept(work) == (kept,)


def test_work_comes_with_the_stick_under_another_letter(crashed, work, tmp_path):
    moved = tmp_path / "F" / "a.techmodel"
    moved.parent.mkdir()
    shutil.move(crashed, moved)
    (kept,) = find_kept(work, moved)

    assert (kept.document, kept.continues, kept.gone) == (moved, True, False)


def test_work_of_a_new_document_that_was_never_saved_is_found(work, make_document):
    document = make_document(name="new.techmodel")
    session = Session(document.file, document)
    answer(session, 3)
    die(document)
    (kept,) = find_kept(work)

    assert (kept.gone, kept.title) == (True, "Test partnership")
    assert [row.kept.level for row in what_it_adds(kept)] == [3]


def test_work_set_aside_has_no_document_any_more(crashed, work, make_document):
    crashed.unlink()
    make_document()
    (kept,) = find_kept(work)

    assert (kept.document, kept.gone, kept.title) == (Path(), True, "Mine")


def test_without_a_folder_for_work_nothing_is_found(tmp_path):
    assert find_kept(tmp_path / "none") == ()


def test_work_that_another_window_has_taken_up_meanwhile_is_not_listed(crashed, work):
    (kept,) = find_kept(work)
    session = opened(crashed, work)
    with pytest.raises(FileProblem, match="held by another program"):
        look_at_kept(kept)

    discard(kept)
    assert find_kept(work) == ()
    session.document.file.verify()
