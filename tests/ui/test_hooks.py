"""Whatever goes wrong where nobody catches it is logged, bugs are shown, the program goes on."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from techmodel.ui import crash
from techmodel.ui.crash import log_text
from techmodel.ui.hooks import Hooks, install, log_message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def hooks(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hooks]:
    """The hooks in place, and what pytest had there put back."""
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path))
    monkeypatch.setattr(crash, "_written", [0])
    window = QWidget()
    qtbot.addWidget(window)
    installed = install(window, lambda: "14:31")
    yield installed
    installed.uninstall()
    for dialog in dialogs():
        dialog.close()
    QApplication.processEvents()


def dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def headings() -> list[str]:
    return [dialog.accessibleName().partition(".")[0] for dialog in dialogs()]


def fail() -> None:
    raise ValueError


def test_a_bug_in_a_slot_is_logged_and_shown(hooks: Hooks, qtbot: QtBot) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(dialogs()))

    assert headings() == ["Something went wrong, but your work is saved to 14:31"]
    assert "ValueError at" in log_text()


def test_a_bug_in_another_thread_is_logged_and_shown_in_the_window_s(
    hooks: Hooks, qtbot: QtBot
) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(dialogs()))

    assert "ValueError at" in log_text()


def test_an_error_that_python_cannot_raise_is_logged(hooks: Hooks) -> None:
    class Thing:
        def __del__(self) -> None:
            fail()

    Thing()

    assert "ValueError at" in log_text()
    assert dialogs() == []


def test_warnings_of_qt_are_logged_in_its_own_words(hooks: Hooks) -> None:
    qWarning("QLayout: the note 'Riverside Trust' has no room")

    assert "WARNING Qt: QLayout: the note … has no room" in log_text()


@pytest.mark.parametrize(
    ("kind", "logged"),
    [
        (QtMsgType.QtDebugMsg, ""),
        (QtMsgType.QtInfoMsg, ""),
        (QtMsgType.QtWarningMsg, "WARNING Qt: gone"),
        (QtMsgType.QtCriticalMsg, "ERROR Qt: gone"),
        (QtMsgType.QtFatalMsg, "CRITICAL Qt: gone"),
    ],
)
def test_what_is_less_than_a_warning_is_not_logged(hooks: Hooks, kind, logged) -> None:
    log_message(kind, QMessageLogContext(), "gone")

    assert logged in log_text()
    assert bool(logged) == bool(log_text())


def test_a_message_without_text_is_logged(hooks: Hooks) -> None:
    log_message(QtMsgType.QtWarningMsg, QMessageLogContext(), None)

    assert "WARNING Qt:" in log_text()


def test_a_bug_while_telling_of_a_bug_does_not_hide_it(
    qtbot: QtBot, hooks: Hooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks, "_saved", lambda: 1 / 0)
    hooks.take(ValueError, ValueError(), None)

    assert headings()[0].startswith("Something went wrong, but your work is safe")
    assert "ZeroDivisionError at" in log_text()
    assert "ValueError at" in log_text()


def test_everything_is_as_before_afterwards(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    install(window, str).uninstall()
    now = qInstallMessageHandler(None)
    qInstallMessageHandler(now)

    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert now is not log_message
