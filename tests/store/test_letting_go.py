"""What was saved in a document is not lost when another version takes its place."""

from __future__ import annotations

import pytest
from tests.store.builders import change, die, new_document

from techmodel.core.errors import FileInUse
from techmodel.store import copies, letting_go
from techmodel.store.backups import Reason, backups_beside, backups_of
from techmodel.store.working_file import Document, Leftover, read_document


@pytest.fixture
def older(tmp_path, work):
    """The document as it was before something was saved in it, and where it is."""
    path = new_document(tmp_path / "a.techmodel", work)
    before = path.read_bytes()
    for _ in range(2):  # the second close makes no spare copy: that is not due yet
        document = Document.open(path, work)
        change(document)
        document.close()
    return path, before


def saved_from_here(path, work):
    """How many batches each backup of what was in the document holds."""
    found = backups_of(backups_beside(work), path)
    return [copy.revision for copy in found if copy.reason == Reason.REPLACED]


@pytest.mark.parametrize("choice", list(Leftover))
def test_an_older_version_in_its_place_leaves_ours_with_the_backups(older, work, choice):
    path, before = older
    path.write_bytes(before)
    document = Document.open(path, work, leftover=choice)

    assert document.file.revision == 7
    assert document.notice.startswith("'a.techmodel' does not hold what was saved in it from")
    assert saved_from_here(path, work) == [9]
    document.close()


def test_so_it_does_after_a_kill(older, work):
    path, before = older
    document = Document.open(path, work)
    change(document)
    document.publish()
    die(document)
    path.write_bytes(before)
    Document.open(path, work).close()

    assert saved_from_here(path, work) == [10]


def test_a_version_that_goes_on_from_ours_is_simply_opened(older, work):
    path, _ = older
    other = Document.open(path, path.parent / "there" / "work")
    change(other)
    other.close()
    document = Document.open(path, work)

    assert (document.file.revision, document.notice) == (10, "")
    assert saved_from_here(path, work) == []
    document.close()


def test_where_no_backup_can_be_made_ours_stays_where_it_is(older, work, monkeypatch):
    path, before = older
    path.write_bytes(before)

    def full(*_):
        raise OSError(28, "injected")

    monkeypatch.setattr(copies, "put_whole", full)
    Document.open(path, work).close()

    assert len(list(work.glob("*.db"))) == 2


def test_what_is_damaged_besides_is_kept_as_it_is(older, work):
    path, before = older
    path.write_bytes(before)
    (place,) = work.glob("*.db")
    place.write_bytes(b"x" * 999)
    document = Document.open(path, work)

    assert document.notice == ""
    assert [kept.read_bytes() for kept in work.parent.rglob("*.damaged")] == [b"x" * 999]
    document.close()


def test_what_somebody_has_open_is_left_alone(older, work, monkeypatch):
    path, before = older
    path.write_bytes(before)

    def held(_):
        raise FileInUse("held")

    monkeypatch.setattr(letting_go, "verified_work", held)
    for choice in (Leftover.TAKE_UP, Leftover.DISCARD):
        Document.open(path, work, leftover=choice).close()

    assert read_document(path).revision == 7
    assert len(list(work.glob("*.db"))) == 2
