"""Files of older formats open, are carried on in the newest, and stay as they are till then."""

import shutil
from pathlib import Path

import pytest
from tests.store.builders import batch, setting

from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.safe_open import verified_bytes
from techmodel.store.schema import FORMAT
from techmodel.store.working_file import Document, read_document

FILES = sorted((Path(__file__).parents[1] / "files").glob("format-*.techmodel"))


def number_of(path):
    return int.from_bytes(path.read_bytes()[60:64], "big")


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def old(request, tmp_path):
    return Path(shutil.copy(request.param, tmp_path / "old.techmodel"))


def test_there_is_a_file_of_every_older_format():
    assert {number_of(path) for path in FILES} == set(range(1, FORMAT))


def test_it_is_read_whole_and_left_as_it_is(old):
    before = old.read_bytes()
    file = read_document(old)

    file.verify()
    assert file.batches()
    assert len(file.rows("round")) == (number_of(old) >= 2)
    assert bool(file.rows("project")) == (number_of(old) >= 3)
    assert not any(file.rows(table) for table in ("flow", "onboarding", "condition"))
    assert old.read_bytes() == before


def test_it_is_of_the_newest_format_once_it_is_changed(old, work):
    before = old.read_bytes()
    document = Document.open(old, work)
    assert old.read_bytes() == before
    document.file.apply(batch(setting("a new one", 1)))
    document.close()

    assert number_of(old) == FORMAT
    read_document(old).verify()


def test_the_copy_of_the_newest_format_holds_the_same_tables(old):
    image, _ = verified_bytes(old)
    upgraded = AssessmentFile.from_bytes(image)

    upgraded.verify()
    assert upgraded.tables()["organisation"]


def test_a_picture_of_an_earlier_moment_is_whole(old):
    file = read_document(old)
    for revision in range(file.revision + 1):
        was = file.as_of(revision)
        was.verify()
        assert (was.revision, was.read_only) == (revision, True)
