"""A working file of which the disk does not give a page is never copied, nor called damaged."""

import errno
from pathlib import Path

import pytest
from tests.store.builders import batch, image, setting

from techmodel.core.errors import DamagedFile, FileProblem
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.store import database
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.rolling_back import has_blank_page
from techmodel.store.safe_open import check_content

PAGE = 4096


@pytest.fixture
def file(tmp_path):
    made = AssessmentFile.put(tmp_path / "w.db", image())
    yield made
    made.close()


class Blank:
    """A connection that gives zeros for a page, as SQLite does when the disk refuses it."""

    def __init__(self, connection, page):
        self.connection, self.page = connection, page

    def __getattr__(self, name):
        return getattr(self.connection, name)

    def serialize(self):
        data, start = self.connection.serialize(), self.page * PAGE
        return data[:start] + bytes(PAGE) + data[start + PAGE :]


def refuse_reading(monkeypatch):
    def refuse(_):
        raise OSError(errno.EIO, "injected")

    monkeypatch.setattr(Path, "read_bytes", refuse)


@pytest.mark.parametrize("page", [0, 1, 5])
def test_a_page_that_was_refused_once_is_read_again(file, page):
    whole = file.serialize()
    file._db.connection = Blank(file._db.connection, page)

    assert file.serialize() == whole


@pytest.mark.parametrize("page", [0, 5])
def test_a_disk_that_goes_on_refusing_is_said_and_is_not_called_damage(file, page, monkeypatch):
    file._db.connection = Blank(file._db.connection, page)
    refuse_reading(monkeypatch)
    with pytest.raises(FileProblem) as caught:
        file.serialize()

    assert not isinstance(caught.value, DamagedFile)
    assert str(caught.value) == (
        "Your work is kept on this computer, but its disk could not be read, so nothing was "
        "copied. What was copied before is unchanged. Try again; if it goes on, the disk may be "
        f"failing: ask IT to rescue the file {file._db.path}."
    )


def test_a_page_that_is_really_lost_is_called_damage(file):
    data = file.serialize()
    with file._db.path.open("r+b") as raw:
        raw.seek(5 * PAGE)
        raw.write(bytes(PAGE))
    file._db.connection = Blank(file._db.connection, 5)

    assert data[5 * PAGE :][:PAGE].strip(b"\0")
    with pytest.raises(DamagedFile, match="The working file is damaged"):
        file.serialize()


def test_pages_that_are_free_are_blank_and_that_is_well(file, monkeypatch):
    file.apply(batch(*(setting(f"long {n}", "x" * 9000) for n in range(9))))
    gone = [
        Edit("setting", (f"long {n}",), WHOLE_ROW, {"value": "x" * 9000}, None) for n in range(9)
    ]
    file.apply(batch(*gone))
    refuse_reading(monkeypatch)
    data = file.serialize()
    check_content(data, "It")

    assert has_blank_page(data)


def test_no_file_grows_larger_than_is_opened_again_and_that_is_said(tmp_path, monkeypatch):
    place, data = tmp_path / "w.db", image()
    monkeypatch.setattr(database, "MAX_SIZE", len(data) + 10 * PAGE)
    file = AssessmentFile.put(place, data)
    with pytest.raises(
        FileProblem, match=r"^Your last change is not saved: .* larger than the li"
    ):
        file.apply(batch(setting("long", "x" * 20 * PAGE)))
    file.apply(batch(setting("short", "x")))
    file.verify()
    file.close()

    assert place.stat().st_size <= len(data) + 10 * PAGE


def test_a_batch_made_before_it_was_known_that_the_last_is_there_is_refused_once(file):
    file.apply(batch(setting("lead", "SRO")))
    file.revision, file._db._known = 7, False  # as after a write that could not be looked up
    with pytest.raises(FileProblem, match="could not confirm"):
        file.apply(batch(Edit("setting", ("lead",), "value", "SRO", "COO")))

    assert file.revision == 8
    assert file.apply(batch(Edit("setting", ("lead",), "value", "SRO", "COO"))).revision == 9
