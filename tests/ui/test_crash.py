"""The log stays small, can be read and deleted, and a crash of the machine code leaves a trace."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from techmodel.settings import log_file
from techmodel.ui import crash
from techmodel.ui.crash import delete_logs, log_text, watch_crashes, write_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CRASH = """
import ctypes
from techmodel.ui.crash import watch_crashes
watch_crashes()
ctypes.string_at(0)
"""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path))
    monkeypatch.setattr(crash, "_written", [0])
    was_on = faulthandler.is_enabled()
    yield
    if was_on:
        faulthandler.enable()
    else:
        faulthandler.disable()
    while crash._open_traces:
        crash._open_traces.pop().close()


def sizes() -> list[int]:
    return [p.stat().st_size for p in log_file().parent.iterdir()]


def test_the_log_never_grows_beyond_five_megabytes() -> None:
    watch_crashes()
    for _ in range(400):
        write_log("x" * 19_000)

    assert sum(sizes()) + crash.MAX_TRACE <= 5_000_000
    assert len(sizes()) == 1 + crash.OLDER_FILES + 1


def test_a_long_entry_loses_its_middle() -> None:
    write_log("begin" + "x" * 100_000 + "end")

    assert "begin" in log_text()
    assert "end" in log_text()
    assert sizes() == [crash.MAX_ENTRY + 5 + len(log_text().split("begin")[0]) + 1]


def test_one_run_cannot_write_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "MAX_ENTRIES", 3)
    for number in range(5):
        write_log(f"entry {number}")

    assert "entry 2" in log_text()
    assert "entry 3" not in log_text()


def test_the_log_is_read_in_the_order_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "FILE_BYTES", 100)
    for number in range(5):
        write_log(f"entry {number} {'x' * 60}")

    assert [line.split()[4] for line in log_text().splitlines()] == list("01234")


def test_the_log_can_be_deleted() -> None:
    watch_crashes()
    write_log("x")

    assert delete_logs() == ""
    assert log_text() == ""
    assert sum(sizes()) == 0
    write_log("y")
    assert "y" in log_text()


def test_the_log_can_be_deleted_without_a_trace_being_watched() -> None:
    write_log("x")
    log_file().with_name("crash.log").write_text("left")

    assert delete_logs() == ""
    assert sizes() == []


def test_a_log_that_cannot_be_deleted_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    write_log("x")
    monkeypatch.setattr(type(log_file()), "unlink", refuse)

    assert delete_logs().startswith("The log could not be deleted")


def test_crashes_are_watched() -> None:
    faulthandler.disable()
    watch_crashes()

    assert faulthandler.is_enabled()
    assert log_file().with_name("crash.log").is_file()


def test_what_a_crash_left_comes_into_the_log_at_the_next_start() -> None:
    command = [sys.executable, "-X", "faulthandler", "-c", CRASH]
    died = subprocess.run(command, check=False, capture_output=True)
    watch_crashes()

    assert died.returncode != 0
    assert "The program ended by a crash of the machine code." in log_text()
    assert 'File "<string>", line 5 in <module>' in log_text()


def test_a_trace_names_no_folders_of_this_computer() -> None:
    log_file().parent.mkdir(parents=True)
    left = 'Fatal error\n  File "/home/jane/lib/techmodel/ui/page.py", line 3 in show\n'
    log_file().with_name("crash.log").write_text(left)
    watch_crashes()

    assert 'File "techmodel/ui/page.py", line 3 in show' in log_text()
    assert "jane" not in log_text()


def test_a_place_that_cannot_be_written_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(crash, "log_file", lambda: tmp_path / "file" / "log" / "techmodel.log")
    watch_crashes()
    write_log("x")

    assert log_text() == ""
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
