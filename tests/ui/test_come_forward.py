"""A second start for the same file asks the first window to come forward."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from techmodel.store.lock import lock_path, take
from techmodel.ui import come_forward
from techmodel.ui.come_forward import ComeForward, ask_first_window, request_path

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ASK = (
    "import sys; from pathlib import Path; from techmodel.ui.come_forward import ask_first_window;"
    "sys.exit(0 if ask_first_window(Path(sys.argv[1])) else 1)"
)


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.techmodel"
    path.touch()
    return path


def test_the_window_that_has_the_document_comes_forward(document: Path, qtbot: QtBot) -> None:
    lock = take(document)
    first = ComeForward(document)
    with (
        subprocess.Popen([sys.executable, "-c", ASK, str(document)], env=os.environ) as second,
        qtbot.waitSignal(first.wanted, timeout=10_000),
    ):
        pass
    lock.release()

    assert second.returncode == 0


def test_a_document_nobody_has_open_is_opened_at_once(document: Path) -> None:
    assert not ask_first_window(document)


def test_a_window_that_does_not_answer_is_not_waited_for(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(come_forward, "_WAIT", 0.1)
    lock = take(document)
    answered = ask_first_window(document)
    lock.release()

    assert not answered
    assert not request_path(document).exists()


def test_another_machine_is_not_asked(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = take(document)
    monkeypatch.setattr(come_forward, "machine_name", lambda: "elsewhere")
    answered = ask_first_window(document)
    lock.release()

    assert not answered


def test_a_lock_that_cannot_be_made_out_is_not_asked(document: Path) -> None:
    lock_path(document).write_bytes(b"not a lock")

    assert not ask_first_window(document)


def test_a_folder_that_cannot_be_written_does_no_harm(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("TECHMODEL_HOME", str(document))
    lock = take(document)
    ComeForward(document)
    answered = ask_first_window(document)
    lock.release()

    assert not answered


def test_a_request_left_behind_is_cleared(document: Path, qtbot: QtBot) -> None:
    request_path(document).parent.mkdir(parents=True)
    request_path(document).touch()
    first = ComeForward(document)
    with qtbot.assertNotEmitted(first.wanted, wait=50):
        pass

    assert not request_path(document).exists()
