"""A workbook is read by a child that may hang, burst or break; the sentence says which."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.importing.books import made, read

from techmodel.core.errors import BadInput
from techmodel.importing import sandbox
from techmodel.importing.sandbox import read_workbook, reader_command, run_reader

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.xlsx").write_bytes(made())
    return tmp_path / "a.xlsx"


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch):
    """Let another program stand in for the reader; it gets the path, too."""

    def be(code: str) -> None:
        monkeypatch.setattr(sandbox, "reader_command", lambda: (sys.executable, "-c", code))

    return be


def refusal(path: Path, seconds: float = 30) -> str:
    with pytest.raises(BadInput) as caught:
        run_reader(path, seconds)
    assert str(caught.value).endswith("Nothing was changed.")
    return str(caught.value)


def test_the_child_reads_what_this_process_would(path):
    assert read_workbook(path) == read(made())


def test_the_child_refuses_in_its_own_words(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    with pytest.raises(BadInput, match=r"'a.xlsx' is a PDF document, not an Excel workbook"):
        read_workbook(tmp_path / "a.xlsx")


def test_a_name_that_looks_like_an_option_is_a_file(tmp_path, monkeypatch):
    (tmp_path / "--help").write_bytes(made())
    monkeypatch.chdir(tmp_path)

    assert read_workbook((tmp_path / "--help").relative_to(tmp_path)).file == "--help"


def test_modules_that_lie_beside_the_workbook_are_not_run(path, monkeypatch):
    (path.parent / "openpyxl.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(path.parent)

    assert read_workbook(path).sheets


def test_a_child_that_hangs_is_ended(path, child):
    child("import time; time.sleep(60)")
    begun = time.monotonic()

    assert "'a.xlsx' takes longer than 30 seconds to read, the limit." in refusal(path, 0.5)
    assert time.monotonic() - begun < 5


def test_a_child_that_talks_and_hangs_is_ended(path, child):
    child("import time\nwhile True: print('[]', flush=True); time.sleep(0.01)")

    assert "takes longer than 30 seconds" in refusal(path, 0.5)


def test_a_child_that_closes_its_output_and_hangs_is_ended(path, child):
    child("import os, time; os.close(1); time.sleep(60)")

    assert "takes longer than 30 seconds" in refusal(path, 0.5)


def test_a_child_that_its_own_timer_ends_took_too_long(path, child):
    child("import os, signal; os.kill(os.getpid(), signal.SIGALRM)")

    assert "takes longer than 30 seconds" in refusal(path)


@pytest.mark.parametrize(
    "code", ["raise SystemExit(3)", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"]
)
def test_a_child_without_memory_says_so(path, child, code):
    child(code)

    assert "'a.xlsx' needs more than 1 GB of memory to be read, the limit." in refusal(path)


def test_a_child_that_says_too_much_is_ended(path, child):
    child("import os\nwhile True: os.write(1, bytes(1 << 16))")

    assert "'a.xlsx' holds more than 64 MB of text and numbers, the limit." in refusal(path)


@pytest.mark.parametrize("code", ["import os; os.abort()", "raise SystemExit(1)"])
def test_a_child_that_breaks_is_said(path, child, code):
    child(code)

    assert "'a.xlsx' could not be read: the reader stopped at something in it." in refusal(path)


@pytest.mark.parametrize(
    "said",
    [
        *("", "[]", "{}", "no JSON", '["sheet"]', '["row",1,[1]]', "[" * 100_000, "\xff"),
        '["sheet","A",false]\n["row",0,[1]]\n["end"]',
        '["sheet","A",false]\n["row",1000000000,[1]]\n["end"]',
        '["sheet","A",false]\n["row",2,[1]]\n["row",2,[1]]\n["end"]',
        '["sheet","A",false]\n["row",1,[[1]]]\n["end"]',
        '["sheet","A",false]\n["row",1,[{"d":"soon"}]]\n["end"]',
        '["sheet","A",false]\n["row",1,[{}]]\n["end"]',
        '["sheet","A",false]\n["formulas",[[1]]]\n["end"]',
        '["sheet","A",false]\n["row",1,[1]]',
    ],
)
def test_a_child_that_talks_nonsense_is_not_believed(path, child, said):
    child(f"import sys; sys.stdout.buffer.write({said.encode('latin-1')!r})")
    with pytest.raises(BadInput, match="could not be read: the reader stopped"):
        read_workbook(path)


def test_a_reader_that_cannot_be_started_is_said(path, monkeypatch):
    monkeypatch.setattr(sandbox, "reader_command", lambda: (str(path.parent / "none"),))

    assert "this computer did not let us start the reader" in refusal(path)


def test_the_bundle_starts_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "techmodelw.exe"))

    assert reader_command() == (str(tmp_path / "techmodelw.exe"), "--read-workbook")


def test_the_bundle_takes_its_starter_that_has_an_output(tmp_path, monkeypatch):
    (tmp_path / "techmodel.exe").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "techmodelw.exe"))

    assert reader_command() == (str(tmp_path / "techmodel.exe"), "--read-workbook")
