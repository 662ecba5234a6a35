"""The life of a document: made, opened, edited, published, closed."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from tests.store.builders import change, fill, new_document

from techmodel.core.errors import ChangedMeanwhile, FileInUse, FileProblem, Refused
from techmodel.store import records, working_file
from techmodel.store.lock import lock_path
from techmodel.store.working_file import Document, read_document


@pytest.fixture
def path(tmp_path, work):
    return new_document(tmp_path / "a.techmodel", work)


@pytest.fixture
def document(path, work):
    opened = Document.open(path, work)
    yield opened
    opened.close(publish=False)


def hash_of(path):
    return sha256(path.read_bytes()).hexdigest()


def names_in(folder):
    return sorted(p.name for p in folder.iterdir())


def test_a_new_document_is_only_a_lock_until_it_is_published(tmp_path, work):
    document = Document.create(tmp_path / "n.techmodel", work, "assessment-1", role="SRO")
    fill(document.file, 1)
    assert names_in(tmp_path) == ["home", "~$n.techmodel"]
    document.publish()
    document.close()

    assert names_in(tmp_path) == ["home", "n.techmodel"]
    assert read_document(tmp_path / "n.techmodel").id == "assessment-1"


def test_a_new_document_without_a_batch_is_never_published(tmp_path, work):
    document = Document.create(tmp_path / "n.techmodel", work, "assessment-1")
    document.close()

    assert names_in(tmp_path) == ["home"]


def test_an_edit_is_unpublished_until_it_is_in_the_document(document, path):
    change(document)
    assert document.unpublished
    document.publish()

    assert not document.unpublished
    assert document.base == hash_of(path)
    assert read_document(path).revision == document.file.revision


def test_publishing_nothing_does_not_touch_the_document(document, path):
    before = path.stat()
    document.publish()

    assert path.stat() == before


def test_what_came_after_a_snapshot_is_still_unpublished(document):
    change(document)
    snapshot = document.snapshot()
    change(document)
    document.published(snapshot, working_file.publish(snapshot.data, snapshot.path, snapshot.base))

    assert document.unpublished
    document.publish()
    assert not document.unpublished


def test_closing_publishes_and_opens_again_with_the_work(document, path, work):
    change(document, 5)
    revision = document.file.revision
    document.close()
    document.close()
    again = Document.open(path, work)

    assert (again.file.revision, again.unpublished, again.notice) == (revision, False, "")
    again.close()


def test_every_document_has_one_working_file_and_no_more(path, work):
    for _ in range(3):
        document = Document.open(path, work)
        change(document)
        document.close()

    assert [p.suffix for p in work.iterdir()].count(".db") == 1


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_working_files_are_for_this_user_alone(document, work):
    assert work.stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o077 for p in work.iterdir()} == {0}


def test_a_second_opener_is_refused_and_the_first_goes_on(document, path, work):
    with pytest.raises(FileInUse, match="This assessment is open on"):
        Document.open(path, work)
    change(document)
    document.publish()


def test_readers_see_what_was_last_published_without_a_lock(document, path):
    before = read_document(path).revision
    change(document)

    assert read_document(path).revision == before
    assert names_in(path.parent) == ["a.techmodel", "home", "~$a.techmodel"]


def test_when_the_document_changed_meanwhile_both_versions_are_kept(document, path):
    change(document)
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhile, match=r"^Your work is safe on this computer"):
        document.close()

    assert path.read_bytes() == b"theirs"
    assert document.unpublished
    document.file.verify()


def test_closing_without_publishing_keeps_the_work_for_the_next_time(document, path, work):
    change(document)
    revision = document.file.revision
    document.close(publish=False)
    again = Document.open(path, work)

    assert (again.file.revision, again.unpublished) == (revision, True)
    assert again.notice.startswith("We kept your work: changes to 'a.techmodel' up to ")
    again.close(publish=False)


def test_an_existing_file_is_not_replaced_unless_asked(path, work):
    before = hash_of(path)
    with pytest.raises(Refused, match=r"already a file 'a.techmodel'"):
        Document.create(path, work, "assessment-2")
    document = Document.create(path, work, "assessment-2", force=True)
    assert hash_of(path) == before
    fill(document.file, 1)
    document.close()

    assert read_document(path).id == "assessment-2"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("home", "'home' is a folder"),
        ("missing/a.techmodel", "There is no folder .*missing"),
        ("a.techmodel/b.techmodel", "There is no folder"),
        ("x" * 245, "too long for this computer"),
    ],
)
def test_a_place_where_no_document_can_be_is_said(path, work, name, sentence):
    with pytest.raises(FileProblem, match=sentence):
        Document.create(path.parent / name, work, "assessment-2")


def test_a_place_that_cannot_be_looked_at_is_said(path, work, monkeypatch):
    def fail(*_):
        raise OSError(5, "injected")

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(FileProblem, match="did not answer as it should"):
        Document.create(path, work, "assessment-2", force=True)


@pytest.mark.parametrize("call", [Document.open, Document.create])
def test_without_a_folder_for_working_files_nothing_is_locked(path, call):
    blocked = path.parent / "file"
    blocked.write_bytes(b"")
    name = path if call == Document.open else path.with_name("n.techmodel")
    rest = () if call == Document.open else ("assessment-2",)
    with pytest.raises(FileProblem, match="Nothing was changed: a working file could not be made"):
        call(name, blocked / "work", *rest)

    assert not lock_path(name).exists()


def test_a_record_that_cannot_be_made_lets_the_document_go(path, work, monkeypatch):
    def fail(*_):
        raise OSError(28, "injected")

    monkeypatch.setattr(records, "put_whole", fail)
    with pytest.raises(FileProblem, match="disk has space"):
        Document.open(path, work)

    assert not lock_path(path).exists()


def test_a_full_disk_here_does_not_keep_work_from_the_document(document, path, monkeypatch):
    change(document)

    def fail(*_):
        raise OSError(28, "injected")

    monkeypatch.setattr(records, "put_whole", fail)
    document.publish()

    assert read_document(path).revision == document.file.revision


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_document_behind_a_link_is_changed_where_it_is(path, work, tmp_path):
    link = tmp_path / "link.techmodel"
    link.symlink_to(path)
    document = Document.open(link, work)
    change(document)
    document.close()

    assert link.is_symlink()
    assert hash_of(link) == document.base == hash_of(path)


def test_opening_imports_no_sqlite_utils(path, work):
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from techmodel.store.working_file import *;"
        f"Document.open(Path({str(path)!r}), Path({str(work)!r})).close();"
        "print({'sqlite_utils', 'pydantic', 'openpyxl'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout == "set()\n"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), ""),
        (("a.techmodel-wal",), "We found 'a.techmodel-wal' beside this assessment."),
        (
            ("a.techmodel-journal", "a.techmodel-wal"),
            "'a.techmodel-journal' and 'a.techmodel-wal'",
        ),
    ],
)
def test_what_another_program_left_beside_a_document_is_told_and_left(path, work, names, said):
    for name in names:
        path.with_name(name).write_bytes(b"theirs")
    document = Document.open(path, work)
    change(document)
    document.close()

    assert said in document.notice
    assert all(path.with_name(name).read_bytes() == b"theirs" for name in names)
    assert read_document(path).revision == document._record.published
