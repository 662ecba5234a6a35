"""Bugs are logged without answers, shown with details to copy, and the program goes on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from techmodel.settings import log_file
from techmodel.ui import crash, problems
from techmodel.ui.crash import log_text, write_log
from techmodel.ui.problems import show_about, show_bug, show_log, take
from techmodel.ui.traces import trace_words

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from pytestqt.qtbot import QtBot

SECRET = "Riverside Trust answered 2"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path))
    monkeypatch.setattr(crash, "_written", [0])
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


def press(dialog: QDialog, label: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == label).click()


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
    press(dialog, "Copy details")
    close_all()

    assert QGuiApplication.clipboard().text().startswith("techmodel ")


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
    monkeypatch.setattr(crash, "log_file", lambda: tmp_path / "file" / "techmodel.log")
    take(window, *bug())
    shown = len(dialogs())
    close_all()

    assert shown == 1


@pytest.mark.parametrize(
    ("saved", "says"),
    [
        ("14:31", "Something went wrong, but your work is saved to 14:31."),
        ("", "Something went wrong, but nothing is lost: no assessment is open."),
        (None, "Something went wrong, but your work is safe: every answer was saved"),
    ],
)
def test_a_bug_first_says_whether_the_work_is_safe(
    window: QWidget, saved: str | None, says: str
) -> None:
    show_bug(window, "details", saved)
    heading = dialogs()[0].findChildren(QLabel)[0].text()
    close_all()

    assert heading.startswith(says)


def test_the_log_can_be_read_copied_and_deleted(window: QWidget) -> None:
    write_log("what happened")
    dialog = show_log(window)
    press(dialog, "Copy details")
    press(dialog, "Delete the log")
    text = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    close_all()

    assert "what happened" in QGuiApplication.clipboard().text()
    assert text == "Nothing has gone wrong lately."
    assert log_text() == ""


def test_an_empty_log_says_so(window: QWidget) -> None:
    text = show_log(window).findChildren(QPlainTextEdit)[0].toPlainText()
    close_all()

    assert text == "Nothing has gone wrong lately."


def test_everything_in_the_log_s_dialog_has_a_name(window: QWidget, unnamed_focusables) -> None:
    missing = unnamed_focusables(show_log(window))
    close_all()

    assert missing == []
