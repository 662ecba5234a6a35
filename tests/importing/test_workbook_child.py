"""The process that reads is bounded and can write, start and connect to nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from tests.importing.books import made

from techmodel.importing import preflight, workbook_child
from techmodel.importing.workbook_child import read_for_parent

LIMITED = """
import resource, signal, sys
from techmodel.importing.workbook_child import end_after, limit_resources
limit_resources()
{code}
"""
FORBIDDEN = """
import os, pathlib, shutil, socket, sqlite3, subprocess, sys
from techmodel.importing.workbook_child import forbid_changes
forbid_changes()
here = pathlib.Path(sys.argv[1])
try:
    {code}
except PermissionError:
    print("refused")
"""
needs_posix = pytest.mark.skipif(os.name != "posix", reason="limits of a POSIX system")


@pytest.fixture
def unbounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave this very process without limits."""
    for name in ("end_after", "limit_resources", "forbid_changes"):
        monkeypatch.setattr(workbook_child, name, lambda *_: None)


def lines(capsysbinary: pytest.CaptureFixture[bytes]) -> list[list[object]]:
    """What went to the standard output."""
    return [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)


@pytest.mark.usefixtures("unbounded")
def test_sheets_and_rows_are_said_line_by_line(tmp_path, capsysbinary):
    (tmp_path / "a.xlsx").write_bytes(made())

    assert read_for_parent(tmp_path / "a.xlsx") == 0
    assert lines(capsysbinary) == [
        ["sheet", "Answers", False],
        ["row", 1, ["first", 1]],
        ["formulas", []],
        ["end"],
    ]


@pytest.mark.usefixtures("unbounded")
def test_a_refusal_is_the_last_line(tmp_path, capsysbinary):
    (tmp_path / "a.xlsx").write_bytes(b"")

    assert read_for_parent(tmp_path / "a.xlsx") == 0
    assert lines(capsysbinary)[-1][0] == "no"


@pytest.mark.usefixtures("unbounded")
def test_running_out_of_memory_has_a_code_of_its_own(tmp_path, monkeypatch):
    def burst(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(preflight, "read_file", burst)

    assert read_for_parent(tmp_path / "a.xlsx") == 3


@needs_posix
def test_memory_is_bounded():
    code = "try:\n    bytearray(2 << 30)\nexcept MemoryError:\n    print('bounded')"

    assert run(LIMITED.format(code=code)).stdout == "bounded\n"


@needs_posix
def test_no_file_can_be_written_even_by_the_libraries_below(tmp_path):
    code = f"open({str(tmp_path / 'x')!r}, 'wb', buffering=0).write(b'x')"

    assert "File too large" in run(LIMITED.format(code=code)).stderr
    assert not (tmp_path / "x").exists() or (tmp_path / "x").stat().st_size == 0


@needs_posix
def test_the_process_ends_itself():
    code = LIMITED.format(code="end_after(0.3)\nwhile True: pass")

    assert run(code).returncode == -14


@pytest.mark.parametrize(
    "code",
    [
        "open(here / 'x', 'w')",
        "open(here / 'kept', 'r+')",
        "open(here / 'kept', 'ab')",
        "os.open(here / 'x', os.O_CREAT)",
        "(here / 'kept').unlink()",
        "(here / 'kept').rename(here / 'other')",
        "(here / 'x').mkdir()",
        "(here / 'kept').chmod(0o777)",
        "os.truncate(here / 'kept', 0)",
        "os.symlink(here, here / 'x')",
        "shutil.copytree(here, here / 'x')",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.fork()",
        "socket.socket()",
        "sqlite3.connect(here / 'x')",
    ],
)
def test_nothing_can_be_changed_started_or_reached(tmp_path, code):
    (tmp_path / "kept").write_text("as it was")

    assert run(FORBIDDEN.format(code=code), str(tmp_path)).stdout == "refused\n"
    assert [p.name for p in tmp_path.iterdir()] == ["kept"]
    assert (tmp_path / "kept").read_text() == "as it was"


def test_reading_stays_possible(tmp_path):
    (tmp_path / "kept").write_text("as it was")
    code = "print(open(here / 'kept').read(), len(os.listdir(here)))"

    assert run(FORBIDDEN.format(code=code), str(tmp_path)).stdout == "as it was 1\n"


@pytest.mark.skipif(sys.platform != "linux", reason="strace is a Linux program")
def test_the_whole_child_opens_nothing_for_writing_and_starts_nothing(tmp_path):
    assert shutil.which("strace"), "packaging/dev.py test installs strace"
    (tmp_path / "a.xlsx").write_bytes(made())
    trace = tmp_path / "trace"
    calls = "trace=open,openat,creat,clone,clone3,fork,vfork,execve,socket,unlink,rename,mkdir"
    reader = [sys.executable, "-m", "techmodel", "--read-workbook", str(tmp_path / "a.xlsx")]
    done = subprocess.run(
        ["strace", "-f", "-o", str(trace), "-e", calls, *reader], capture_output=True, check=True
    )
    seen = trace.read_text()

    assert done.stdout.endswith(b'["end"]\n')
    assert seen.count("execve(") == 1
    assert not re.search(r"clone|fork\(|socket\(|creat\(|unlink|rename|mkdir", seen)
    assert not re.search(r"O_WRONLY|O_RDWR|O_CREAT", seen)


@pytest.mark.parametrize("arguments", [[], ["a", "b"]])
def test_the_reader_wants_one_path(arguments, monkeypatch):
    from techmodel.__main__ import main

    monkeypatch.setattr(sys, "argv", ["techmodel", "--read-workbook", *arguments])

    assert main() == 2
