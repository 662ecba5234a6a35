"""The log stays small, and a crash of the machine code leaves a trace."""

from __future__ import annotations

import faulthandler
from typing import TYPE_CHECKING

import pytest

from techmodel.settings import log_file
from techmodel.ui import crash
from techmodel.ui.crash import watch_crashes, write_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path))
    was_on = faulthandler.is_enabled()
    yield
    if was_on:
        faulthandler.enable()
    else:
        faulthandler.disable()
    while crash._open_traces:
        crash._open_traces.pop().close()


def test_the_log_never_grows_beyond_five_megabytes() -> None:
    for _ in range(60):
        write_log("x" * 120_000)
    sizes = [p.stat().st_size for p in log_file().parent.iterdir()]

    assert sum(sizes) <= 5_000_000
    assert len(sizes) == 5


def test_crashes_are_watched() -> None:
    faulthandler.disable()
    watch_crashes()

    assert faulthandler.is_enabled()
    assert log_file().with_name("crash.log").is_file()


def test_a_place_that_cannot_be_written_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "file"))
    watch_crashes()
    write_log("x")

    assert not log_file().exists()
