"""Opening whatever it is: foreign, damaged, hostile, newer; the file itself stays as it is."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from tests.store.builders import batch, image, new_document, tampered, value

from techmodel.core.errors import DamagedFile, FileProblem, NewerFile, NotOurFile
from techmodel.core.journal import Edit
from techmodel.store import safe_open
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.safe_open import verified_bytes
from techmodel.store.working_file import Document, read_document


@pytest.fixture
def path(tmp_path, work):
    return new_document(tmp_path / "Q3 plan.techmodel", work)


def zipped(*names):
    def write(path):
        with zipfile.ZipFile(path, "w") as file:
            for name in names:
                file.writestr(name, "x" * 20_000)

    return write


def other_database(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


KINDS = [
    (zipped("[Content_Types].xml", "xl/workbook.xml"), "is an Excel workbook, not an assessment."),
    (zipped("a.xml", "word/document.xml"), "is a Word document, not an assessment."),
    (zipped("ppt/presentation.xml"), "is a PowerPoint presentation"),
    (zipped("photo.jpg"), "is a zip file"),
    (other_database, "is a database of another program"),
    (
        b"PK\x03\x04" + b"0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "is an OpenD",
    ),
    (b"%PDF-1.7 ...", "is a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "is a picture"),
    (b"\xff\xd8\xff\xe0", "is a picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a document in an old Office format"),
    (b"\x1f\x8b\x08", "is a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "is a compressed folder"),
    (b"MZ\x90\x00", "is a program"),
    (b"<!DOCTYPE html><p>", "is a web page"),
    (b"<?xml version='1.0'?>", "is an XML file"),
    (b'{"schema": 1}', "is a JSON file"),
    (b"REC-01,Riverside,3\r\n", "is a text file"),
    ("naïve".encode("utf-16"), "is a text file"),
    (b"\x00\x01\x02" * 50, "is another kind of file"),
]


@pytest.mark.parametrize(("content", "sentence"), KINDS, ids=[k[1] for k in KINDS])
def test_another_kind_of_file_is_named(tmp_path, content, sentence):
    path = tmp_path / "Q3 plan.xlsx"
    if callable(content):
        content(path)
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(NotOurFile, match=f"^'Q3 plan.xlsx' {sentence}"):
        verified_bytes(path)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_opening_another_kind_of_file_for_editing_puts_no_lock_beside_it(tmp_path, work):
    path = tmp_path / "Q3 plan.xlsx"
    path.write_bytes(b"PK\x03\x04 xl/workbook.xml")
    with pytest.raises(NotOurFile):
        Document.open(path, work)

    assert list(tmp_path.iterdir()) == [path]


def test_whole_bytes_come_back_as_a_fresh_database_with_the_same_rows(path):
    data, _ = verified_bytes(path)
    picture = read_document(path)

    assert data[:16] == b"SQLite format 3\x00"
    assert len(picture.rows("answer")) == 6
    picture.verify()


def test_a_newer_format_is_refused_and_untouched(path):
    data = bytearray(path.read_bytes())
    data[60:64] = (7).to_bytes(4, "big")
    path.write_bytes(data)
    before = path.stat()
    with pytest.raises(
        NewerFile, match=r"newer version .* format is 7, this version reads up to 4"
    ):
        verified_bytes(path)

    assert (path.read_bytes(), path.stat().st_mtime_ns) == (bytes(data), before.st_mtime_ns)


@pytest.mark.parametrize(
    ("size", "sentence"),
    [(0, r"is empty \(0 bytes\)"), (1, "cut short"), (16, "cut short"), (99, "cut short")],
)
def test_a_file_cut_near_its_start_is_damaged(path, size, sentence):
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(DamagedFile, match=sentence):
        verified_bytes(path)


def test_a_file_with_fewer_pages_than_it_counts_is_cut_short(path):
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(DamagedFile, match="damaged and we have not changed it: it is cut short"):
        verified_bytes(path)


def test_a_format_that_never_was_is_damaged(path):
    data = path.read_bytes()
    path.write_bytes(data[:60] + bytes(4) + data[64:])
    with pytest.raises(DamagedFile, match="does not say its format"):
        verified_bytes(path)


def test_a_folder_and_a_missing_file_are_said(tmp_path):
    with pytest.raises(FileProblem, match="is a folder, not an assessment"):
        verified_bytes(tmp_path)
    with pytest.raises(FileProblem, match=r"There is no file 'x.techmodel' in "):
        verified_bytes(tmp_path / "x.techmodel")
    with pytest.raises(FileProblem, match="too long for this computer"):
        verified_bytes(tmp_path / ("x" * 300))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotOurFile, match="is not a file"):
        verified_bytes(tmp_path / "pipe")


def test_a_file_over_the_cap_is_not_read_and_the_cap_is_said(path):
    with path.open("r+b") as file:
        file.truncate(safe_open.MAX_SIZE + 1)
    with pytest.raises(NotOurFile, match=r"too large .* \(25 MB; the limit is 24 MB\)\."):
        verified_bytes(path)


@pytest.mark.parametrize("good", [0, 1])
@pytest.mark.parametrize(
    ("number", "sentence"), [(5, "drive or network place"), (13, "not allowed to read")]
)
def test_a_read_that_fails_is_said_without_calling_the_file_damaged(
    path, monkeypatch, good, number, sentence
):
    times, real = iter(range(9)), Path.open

    def fail(*arguments):
        if next(times) < good:
            return real(*arguments)
        raise OSError(number, "injected")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(FileProblem, match=sentence) as caught:
        verified_bytes(path)

    assert caught.type is FileProblem


ENDLESS = (
    "CREATE VIEW override (capability, value) AS WITH RECURSIVE r(i) AS "
    "(SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT i, i FROM r"
)
HOSTILE = {
    "a trigger": ("CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM edit; END",),
    "a view more": ("CREATE VIEW v AS SELECT 1",),
    "an endless view for a table": (
        "DROP TABLE override",
        ENDLESS,
    ),
    "a table missing": ("DROP TABLE evidence",),
    "a column more": ("ALTER TABLE answer ADD COLUMN x TEXT",),
    "an index more": ("CREATE INDEX i ON answer (note)",),
    "an index on an expression": ("CREATE INDEX i ON answer (upper(note))",),
}


@pytest.mark.parametrize("statements", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_schema_that_is_not_exactly_ours_is_refused(tmp_path, statements):
    path = tmp_path / "x.techmodel"
    path.write_bytes(tampered(image(), *statements))
    with pytest.raises(DamagedFile, match="its tables are not those of an assessment"):
        verified_bytes(path)


RESEALED = {
    "history": ("UPDATE answer SET note = 'better'", "history does not lead"),
    "revision": ("UPDATE batch SET revision = 99 WHERE revision = 7", "history does not lead"),
    "kind": ("UPDATE batch SET kind = 'whim'", "it holds what we cannot read"),
    "json": ("UPDATE setting SET value = '{'", "it holds what we cannot read"),
    "deep json": (f"UPDATE edit SET new = '{'[' * 100_000}'", "it holds what we cannot read"),
    "not text": ("UPDATE answer SET note = CAST(x'ff' AS TEXT)", "it holds what we cannot read"),
    "nobody": (
        "UPDATE answer SET organisation = 'x' WHERE organisation = 'org-1'",
        "organisations",
    ),
    "a huge cell": (
        "UPDATE meta SET value = hex(zeroblob(10300000)) WHERE name = 'assessment'",
        "it holds what we cannot",
    ),
    "no id": ("DELETE FROM meta WHERE name = 'assessment'", "does not say which it is"),
}


@pytest.mark.parametrize(("statement", "sentence"), RESEALED.values(), ids=RESEALED.keys())
def test_content_that_is_sealed_but_not_ours_is_refused(tmp_path, statement, sentence):
    path = tmp_path / "x.techmodel"
    path.write_bytes(_resealed(statement))
    with pytest.raises(DamagedFile, match=sentence):
        read_document(path)


def test_a_value_that_no_verb_writes_is_refused_though_all_fits(path):
    file = AssessmentFile.put(path.with_suffix(".db"), path.read_bytes())
    key = ("REC-00", "org-0")
    file.apply(batch(Edit("answer", key, "value", value(0), value(99))))
    path.write_bytes(file.serialize())
    with pytest.raises(DamagedFile, match=r"it holds an impossible change \(answer\)\.$"):
        read_document(path)


def _resealed(statement):
    try:
        return tampered(image(), statement, reseal=True)
    except (UnicodeDecodeError, sqlite3.OperationalError):  # our own seal cannot read it either
        return tampered(image(), statement)


def test_reading_stops_when_its_time_is_up(path, monkeypatch):
    monkeypatch.setattr(safe_open, "_SECONDS", -1e9)
    monkeypatch.setattr(safe_open, "_STEPS", 10)
    with pytest.raises(DamagedFile, match="takes too long to read"):
        verified_bytes(path)


def test_another_program_s_write_ahead_mark_does_not_keep_us_out(path):
    data = path.read_bytes()
    path.write_bytes(data[:18] + b"\x02\x02" + data[20:])
    before = path.read_bytes()
    read_document(path).verify()

    assert path.read_bytes() == before


def test_a_journal_beside_a_document_is_neither_used_nor_touched(path):
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"left by somebody else")
    read_document(path)

    assert journal.read_bytes() == b"left by somebody else"


@pytest.mark.parametrize("name", ["Żółć \u2013 \u03b1😀", "#?%&=", "a'b", "  x", "-n", "x" * 100])
def test_names_of_any_kind_open(tmp_path, work, name):
    path = new_document(tmp_path / f"{name}.techmodel", work)

    assert read_document(path).revision == 7


READER = """
import os, sys
from pathlib import Path
from techmodel.core.errors import FileProblem
from techmodel.store.working_file import Document, read_document
if os.getuid() == 0:  # root may write anywhere, so that the test would pass for nothing
    os.setgid(65534)
    os.setuid(65534)
path = Path(sys.argv[1])
print(read_document(path).revision)
try:
    Document.open(path, Path("/nowhere"))
except FileProblem as error:
    print(type(error).__name__, error)
"""


@pytest.fixture
def open_folder():
    """A folder that every user can get at."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o666), (0o777, 0o444)])
def test_a_read_only_place_opens_for_reading_only(open_folder, work, folder_mode, file_mode):
    path = new_document(open_folder / "a.techmodel", work)
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)
    said = subprocess.run(
        [sys.executable, "-c", READER, path], stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    open_folder.chmod(0o755)

    assert said.startswith("7\nReadOnlyPlace 'a.techmodel' can only be opened for reading")
    assert list(open_folder.iterdir()) == [path]
