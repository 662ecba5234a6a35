"""Spare copies: whole, checked, dated, found again, and never in the way."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.store.builders import AT, change, image, new_document

from techmodel.core.errors import DamagedFile, FileProblem
from techmodel.store import backups as store
from techmodel.store import copies
from techmodel.store.backups import Backups, Reason, backups_beside, backups_of
from techmodel.store.copies import copies_in, is_intact, newest_intact, rewrite_copy
from techmodel.store.working_file import Document, read_document

ID = "assessment-1"
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.techmodel"


@pytest.fixture
def spare(backups, path):
    return Backups(backups, path, ID)


def at(hours=0, **back):
    return (NOON + timedelta(hours=hours, **back)).strftime("%Y-%m-%dT%H:%M:%SZ")


def grow(spare, count, hours=1):
    """So many copies, each of more content, an hour apart."""
    return [spare.make(image(n + 1), n + 1, Reason.CHANGE, at(n * hours)) for n in range(count)]


def spoil(backup):
    data = bytearray(backup.path.read_bytes())
    data[-1] ^= 1
    backup.path.write_bytes(data)


def test_a_copy_is_the_whole_document_and_says_what_it_is(spare, path):
    made = spare.make(image(), 7, Reason.CHANGE, AT)

    assert (made.revision, made.at, made.reason, made.document) == (7, AT, "change", str(path))
    assert made.path.read_bytes() == image_of(made)
    assert spare.all() == (made,)
    read_document(made.path).verify()


def image_of(made):
    data = made.path.read_bytes()
    assert len(data) == made.size
    return data


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_copies_are_for_this_user_alone(spare, backups):
    made = spare.make(image(), 1, Reason.CHANGE, AT)

    assert {p.stat().st_mode & 0o777 for p in (backups, made.path.parent)} == {0o700}
    assert made.path.stat().st_mode & 0o077 == 0


def test_the_newest_made_comes_first_whatever_the_clock_says(spare):
    first = spare.make(image(1), 1, Reason.CHANGE, at(0))
    second = spare.make(image(2), 2, Reason.CHANGE, at(days=-400))

    assert spare.all() == (second, first)


def test_the_same_content_is_not_copied_twice(spare):
    first = spare.make(data := image(), 1, Reason.CHANGE, at(0))

    assert spare.make(data, 1, Reason.CLOSE, at(5)) == first
    assert len(spare.all()) == 1


def test_the_same_content_is_copied_again_when_the_first_copy_is_damaged(spare):
    spoil(spare.make(data := image(), 1, Reason.CHANGE, at(0)))
    again = spare.make(data, 1, Reason.CLOSE, at(5))

    assert newest_intact(spare.all()) == again


@pytest.mark.parametrize("data", [b"", b"junk" * 100, image()[:-4096]])
def test_only_a_whole_document_becomes_a_copy(spare, data):
    with pytest.raises(FileProblem):
        spare.make(data, 1, Reason.CHANGE, AT)

    assert spare.all() == ()


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(28, "x"), "the disk of the backup folder is full"),
        (OSError(13, "x"), "the backup folder does not allow changes"),
        (OSError(5, "x"), "the disk did not answer as it should"),
    ],
)
def test_a_copy_that_cannot_be_made_says_why_and_leaves_the_others(spare, monkeypatch, error, why):
    grow(spare, 2)
    before = spare.all()

    def fail(*_):
        raise error

    monkeypatch.setattr(copies, "put_whole", fail)
    with pytest.raises(FileProblem, match=f"could not make a spare copy .{why}"):
        spare.make(image(9), 9, Reason.CHANGE, at(9))

    assert spare.all() == before


def test_a_copy_that_reads_otherwise_than_written_is_none(spare, monkeypatch):
    def lie(path, data):
        path.write_bytes(data[:-1] + b"x")

    spare.make(image(1), 1, Reason.CHANGE, at(0))
    monkeypatch.setattr(copies, "put_whole", lie)
    with pytest.raises(FileProblem, match="did not answer as it should"):
        spare.make(image(2), 2, Reason.CHANGE, at(1))

    assert len(spare.all()) == 1


def test_a_folder_that_is_a_file_blocks_nothing_but_copies(backups, path):
    backups.parent.mkdir()
    backups.write_bytes(b"")
    spare = Backups(backups, path, ID)
    with pytest.raises(FileProblem, match="does not allow changes"):
        spare.make(image(), 1, Reason.CHANGE, AT)

    assert spare.all() == ()
    assert spare.is_due(NOON)


def test_old_copies_are_thinned(spare):
    for day in range(40):
        for hour in (0, 3):
            spare.make(image(day + 1 + hour), day, Reason.CHANGE, at(hour, days=day))

    days = [copy.at[:10] for copy in spare.all()]
    assert len(days) == 2 * 2 + 12 + 4
    assert len(days) - len(set(days)) == 2


def test_a_damaged_newer_copy_takes_no_older_one_with_it(spare, monkeypatch):
    older = spare.make(image(1), 1, Reason.CHANGE, at(0, days=-30))
    newer = spare.make(image(2), 2, Reason.CHANGE, at(1, days=-30))
    spoil(newer)
    spare.make(image(3), 3, Reason.CHANGE, at())

    assert older.path.exists()
    assert newest_intact(spare.all()[1:]) == older


def test_the_room_that_copies_may_take_is_limited_and_said(spare, monkeypatch):
    grow(spare, 5)
    monkeypatch.setattr(store, "MAX_BYTES", 1)
    spare.make(image(9), 9, Reason.CHANGE, at(9))

    assert len(spare.all()) == 3
    assert "had reached the room they may take" in spare.notice
    assert spare.thin() == ""


def test_the_room_of_all_documents_together_is_limited(spare, backups, path, monkeypatch):
    other = Backups(backups, path.with_name("b.techmodel"), "assessment-2")
    grow(other, 6)
    grow(spare, 4)
    total = sum(copy.size for copy in (*other.all(), *spare.all()))
    monkeypatch.setattr(store, "MAX_ALL_BYTES", total - 1)
    assert spare.thin() == ""
    spare.thin_all()

    assert spare.notice
    assert (len(other.all()), len(spare.all())) == (5, 4)


def test_now_and_then_all_documents_are_looked_at(spare, monkeypatch):
    looked = []
    monkeypatch.setattr(Backups, "thin_all", lambda self: looked.append(len(self.all())))
    grow(spare, 20, hours=0.1)

    assert looked == [10, 20]


def test_what_a_killed_process_left_half_written_goes(spare):
    made = spare.make(image(1), 1, Reason.CHANGE, at(0))
    part = made.path.with_name("000002-x.techmodel.part")
    part.write_bytes(b"half")
    spare.make(image(2), 2, Reason.CHANGE, at(1))

    assert not part.exists()


def test_a_copied_document_has_its_own_copies(spare, backups, path):
    spare.make(image(), 1, Reason.CHANGE, AT)
    path.write_bytes(b"")

    assert Backups(backups, path.with_name("b.techmodel"), ID).all() == ()


def test_copies_of_what_was_at_the_same_path_before_come_after_its_own(spare, backups, path):
    made = spare.make(image(), 1, Reason.CHANGE, AT)
    other = Backups(backups, path, "assessment-2")
    assert other.all() == (made,)
    own = other.make(image(3), 1, Reason.CHANGE, at(-100))

    assert other.all() == (own, made)


def test_copies_of_a_renamed_document_are_found_after_its_own(spare, backups, path):
    before = spare.make(image(1), 1, Reason.CHANGE, at(1))
    moved = Backups(backups, path.with_name("moved.techmodel"), ID)
    own = moved.make(image(2), 2, Reason.CHANGE, at(0))

    assert moved.all() == (own, before)
    assert moved.all()[1].document == str(path)


def test_copies_are_found_by_path_when_the_document_cannot_tell_anything(spare, backups, path):
    made = spare.make(image(), 1, Reason.CHANGE, AT)
    path.write_bytes(b"damaged")

    assert backups_of(backups, path) == (made,)
    assert backups_of(backups, path.with_name("b.techmodel")) == ()


def test_copies_are_found_by_what_a_damaged_document_still_tells(spare, backups, path):
    made = spare.make(image(), 1, Reason.CHANGE, AT)
    moved = path.with_name("moved.techmodel")
    data = bytearray(image())
    data[data.index(b"As seen on")] ^= 1
    moved.write_bytes(data)

    assert backups_of(backups, moved) == (made,)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_has_the_copies_of_where_it_leads(spare, backups, path):
    made = spare.make(image(), 1, Reason.CHANGE, AT)
    path.write_bytes(b"damaged")
    link = path.with_name("link.techmodel")
    link.symlink_to(path)

    assert backups_of(backups, link) == (made,)


def test_what_is_no_copy_of_ours_is_passed_by(spare, backups):
    made = spare.make(image(), 1, Reason.CHANGE, AT)
    for name in ("x.techmodel", "000002-r1-20269999T000000Z-change-0123456789abcdef.techmodel"):
        (made.path.parent / name).write_bytes(b"")
    (backups / "note.txt").write_bytes(b"")

    assert spare.all() == (made,)


def test_a_folder_that_forgot_whose_it_is_still_has_its_copies(spare):
    made = spare.make(image(1), 1, Reason.CHANGE, at(0))
    (made.path.parent / "about.json").write_bytes(b"{")
    again = spare.make(image(2), 2, Reason.CHANGE, at(1))

    assert [copy.path for copy in spare.all()] == [again.path, made.path]
    assert spare.all()[0].document == str(spare.document)


def test_other_content_can_take_the_place_of_a_copy(spare):
    made = spare.make(image(1), 1, Reason.CHANGE, at(0))
    other = rewrite_copy(made, data := image(2))

    assert spare.all() == (other,)
    assert (other.number, other.at, other.path.read_bytes()) == (made.number, made.at, data)
    assert is_intact(other)


def test_what_is_damaged_is_kept_apart_and_only_the_last_three(spare):
    for n in range(5):
        spare.keep_damaged(b"damaged %d" % n)
        newest = max(spare.root.rglob("*.damaged"), key=lambda p: p.stat().st_mtime_ns)
        os.utime(newest, (n, n)) if newest.read_bytes() == b"damaged %d" % n else None

    assert spare.all() == ()
    assert len(list(spare.root.rglob("*.damaged"))) == 3


def test_what_is_damaged_and_cannot_be_kept_is_said(spare):
    spare.root.parent.mkdir()
    spare.root.write_bytes(b"")
    with pytest.raises(FileProblem, match="could not make a spare copy"):
        spare.keep_damaged(b"damaged")


@pytest.mark.parametrize(
    ("hours", "minutes", "due"),
    [(0, 0, False), (0, 9, False), (0, 10, True), (0, -1, True), (12, 0, True)],
)
def test_a_copy_is_due_after_ten_minutes_or_another_day(spare, hours, minutes, due):
    spare.make(image(), 1, Reason.CHANGE, at())

    assert spare.is_due(NOON + timedelta(hours=hours, minutes=minutes)) is due


# documents


@pytest.fixture
def document(path, work):
    opened = Document.open(new_document(path, work), work)
    yield opened
    opened.close(publish=False)


def test_making_a_document_and_closing_it_leaves_a_copy(document, backups, path):
    (made,) = document.backups.all()

    assert (made.reason, made.revision) == (Reason.CLOSE, document.file.revision)
    assert made.path.read_bytes() == path.read_bytes()
    assert document.backups.root == backups == backups_beside(document._place.parent)


def test_a_quick_command_makes_no_copy_when_there_is_a_recent_one(document, path, work):
    change(document)
    document.close()

    assert len(document.backups.all()) == 1


def test_a_long_sitting_ends_with_a_copy(document, path, work):
    change(document)
    document._since -= 61
    document.close()

    assert document.backups.all()[0].revision == read_document(path).revision
    assert len(document.backups.all()) == 2


def test_a_sitting_without_a_change_leaves_no_copy(document):
    document._since -= 6000
    document.close()

    assert len(document.backups.all()) == 1


def test_without_room_for_copies_a_document_closes_all_the_same(path, work, backups):
    backups.parent.mkdir()
    backups.write_bytes(b"")
    document = Document.open(new_document(path, work), work)
    change(document)
    document.close()

    assert read_document(path).revision == document._record.published


def test_an_older_format_is_kept_as_it_is_before_it_is_changed(path, work):
    old = (Path(__file__).parents[1] / "files" / "format-1.techmodel").read_bytes()
    path.write_bytes(old)
    document = Document.open(path, work)
    (made,) = document.backups.all()

    assert "is from an older version" in document.notice
    assert "kept as it was with the backups" in document.notice
    assert (made.reason, made.path.read_bytes()) == (Reason.UPGRADE, old)
    document.close()
    again = Document.open(path, work)
    assert (again.notice, again.backups.all()) == ("", (made,))
    again.close()


def test_an_older_format_opens_though_it_cannot_be_kept(path, work, backups):
    backups.parent.mkdir()
    backups.write_bytes(b"")
    path.write_bytes((Path(__file__).parents[1] / "files" / "format-1.techmodel").read_bytes())
    document = Document.open(path, work)

    assert "could not make a spare copy" in document.notice
    document.close()


def test_damage_is_seen_in_a_copy(spare):
    made = spare.make(image(), 1, Reason.CHANGE, AT)
    spoil(made)
    with pytest.raises(DamagedFile):
        read_document(made.path)

    assert not is_intact(made)
    made.path.unlink()
    assert not is_intact(made)
    assert copies_in(made.path.parent) == []
