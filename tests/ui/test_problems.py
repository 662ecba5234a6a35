"""Bugs are logged without answers, shown with details to copy, and the program goes on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from techmodel.settings import log_file
from techmodel.ui import problems
from techmodel.ui.problems import show_about, take, trace_words

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from pytestqt.qtbot import QtBot

SECRET = "Riverside Trust answered 2"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path))
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def bug() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    try:
        int(SECRET)
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def close_all() -> None:
    for dialog in dialogs():
        dialog.close()
    QApplication.processEvents()


def test_a_bug_is_logged_and_shown(window: QWidget) -> None:
    take(window, *bug())
    titles = [d.windowTitle() for d in dialogs()]
    close_all()

    assert titles == ["Something went wrong — techmodel"]
    assert "ValueError" in log_file().read_text(encoding="utf-8")


def test_neither_log_nor_dialog_holds_what_was_answered(window: QWidget) -> None:
    details = trace_words(bug()[0], bug()[2])
    take(window, *bug())
    close_all()

    assert SECRET not in details
    assert SECRET not in log_file().read_text(encoding="utf-8")


def test_only_one_bug_is_shown_at_a_time(window: QWidget, qtbot: QtBot) -> None:
    take(window, *bug())
    take(window, *bug())
    shown = len(dialogs())
    close_all()
    qtbot.waitUntil(lambda: not problems._shown)
    take(window, *bug())
    again = len(dialogs())
    close_all()

    assert (shown, again) == (1, 1)
    assert log_file().read_text(encoding="utf-8").count("ValueError") == 3


def test_details_can_be_copied(window: QWidget) -> None:
    dialog = show_about(window)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy details").click()
    close_all()

    assert QGuiApplication.clipboard().text().startswith("techmodel ")


def test_paths_of_this_computer_are_left_out() -> None:
    kind, _, trace = bug()

    assert "test_problems.py, line" in trace_words(kind, trace)
    assert "/tests/" not in trace_words(kind, trace)


def test_interrupting_is_no_bug(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *a: heard.append(a[0]))
    take(window, KeyboardInterrupt, KeyboardInterrupt(), None)

    assert heard == [KeyboardInterrupt]
    assert not dialogs()


def test_a_log_that_cannot_be_written_does_no_harm(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "file"))
    take(window, *bug())
    shown = len(dialogs())
    close_all()

    assert shown == 1
