"""Dialogs say what they are about, put verbs on buttons, and go away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from techmodel.ui import ask
from techmodel.ui.ask import TextQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

WHY = TextQuestion("Not applicable", "Why does it not apply?", "Record", limit=20)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def dialog() -> QDialog:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return found[0]


def button(text: str) -> QPushButton:
    return next(b for b in dialog().findChildren(QPushButton) if b.text() == text)


def answering(act: Callable[[], None]) -> None:
    """Do something as soon as a dialog is shown."""

    def when_shown() -> None:
        if any(isinstance(w, QDialog) and w.isVisible() for w in QApplication.topLevelWidgets()):
            act()
        else:
            QTimer.singleShot(5, when_shown)

    QTimer.singleShot(0, when_shown)


@pytest.mark.parametrize("key", ["read", "again"])
def test_the_choice_pressed_is_returned(parent: QWidget, key: str) -> None:
    choices = {"read": "Open for reading", "again": "Try again"}
    answering(lambda: button(choices[key]).click())

    assert ask.choose(parent, "It is open elsewhere.", list(choices.items())) == key


def test_escape_chooses_nothing(parent: QWidget) -> None:
    answering(lambda: QTest.keyClick(dialog(), Qt.Key.Key_Escape))

    assert ask.choose(parent, "It is open elsewhere.", [("a", "Do it")]) is None


def test_enter_takes_the_first_and_safest(parent: QWidget) -> None:
    answering(lambda: QTest.keyClick(dialog(), Qt.Key.Key_Return))

    assert ask.choose(parent, "Which?", [("safe", "Keep"), ("other", "Throw away")]) == "safe"


@pytest.mark.parametrize(("press", "said"), [("Replace it", True), ("Cancel", False)])
def test_confirming_is_pressing_the_verb(parent: QWidget, press: str, said: bool) -> None:
    answering(lambda: button(press).click())

    assert ask.confirm(parent, "It exists already.", "Replace it", detail="Since May.") is said


def test_enter_and_focus_are_at_the_safe_button(parent: QWidget) -> None:
    seen: list[str] = []

    def look() -> None:
        focus = dialog().focusWidget()
        seen.append(focus.text() if isinstance(focus, QPushButton) else "")
        QTest.keyClick(dialog(), Qt.Key.Key_Return)

    answering(look)

    assert not ask.confirm(parent, "Leave without making the assessment?", "Leave")
    assert seen == ["Cancel"]


def test_no_button_is_called_ok(parent: QWidget) -> None:
    seen: list[str] = []

    def look() -> None:
        seen.extend(b.text() for b in dialog().findChildren(QPushButton))
        dialog().reject()

    answering(look)
    ask.confirm(parent, "Leave?", "Leave")

    assert seen == ["Leave", "Cancel"] or sorted(seen) == ["Cancel", "Leave"]


def typed(text: str) -> Callable[[], None]:
    def act() -> None:
        field = dialog().findChild(QPlainTextEdit)
        assert isinstance(field, QPlainTextEdit)
        field.setPlainText(text)
        go = button("Record")
        if go.isEnabled():
            go.click()
        else:
            dialog().reject()

    return act


@pytest.mark.parametrize(
    ("text", "got"), [("  no beds ", "no beds"), ("", None), ("  ", None), ("x" * 21, None)]
)
def test_text_is_required_and_not_too_long(parent: QWidget, text: str, got: str | None) -> None:
    answering(typed(text))

    assert ask.text(parent, WHY) == got


def test_text_that_is_not_required_may_be_empty(parent: QWidget) -> None:
    answering(typed(""))

    assert ask.text(parent, TextQuestion("Note", "Say more", "Record", required=False)) == ""


def test_text_too_long_is_said(parent: QWidget) -> None:
    said: list[str] = []

    def act() -> None:
        field = dialog().findChild(QPlainTextEdit)
        assert isinstance(field, QPlainTextEdit)
        field.setPlainText("x" * 25)
        said.extend(str(w.property("text")) for w in dialog().findChildren(QWidget))
        dialog().reject()

    answering(act)
    ask.text(parent, WHY)

    assert "5 characters over the limit of 20." in said


def test_a_document_is_chosen_and_lock_files_are_not_shown(
    parent: QWidget, tmp_path: Path
) -> None:
    for name in ("a.techmodel", "~$a.techmodel", "~$a.techmodel.new", "notes.txt"):
        (tmp_path / name).touch()
    seen: list[list[str]] = []

    def act() -> None:
        files = dialog().findChild(QListView, "listView")
        model, root = files.model(), files.rootIndex()
        shown = [model.index(row, 0, root) for row in range(model.rowCount(root))]
        if not shown:
            QTimer.singleShot(5, act)
            return
        seen.append([index.data() for index in shown])
        files.setCurrentIndex(shown[0])
        dialog().accept()

    answering(act)

    assert ask.open_path(parent, "Open", tmp_path) == tmp_path / "a.techmodel"
    assert seen == [["a.techmodel"]]


def test_a_folder_is_chosen_or_none(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = iter(["/a", ""])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(chosen))

    assert ask.folder_path(parent, "Where", Path("/")) == Path("/a")
    assert ask.folder_path(parent, "Where", Path("/")) is None


def test_choosing_no_file_is_none(parent: QWidget, tmp_path: Path) -> None:
    answering(lambda: dialog().reject())

    assert ask.open_path(parent, "Open", tmp_path) is None


@pytest.mark.parametrize(
    ("typed", "suggested", "got"),
    [
        ("", "/a/x.techmodel", None),
        ("/a/b.techmodel", "/a/x.techmodel", Path("/a/b.techmodel")),
        ("/a/b", "/a/x.techmodel", Path("/a/b.techmodel")),
        ("/a/b.xlsx", "/a/x.techmodel", Path("/a/b.xlsx")),
        ("/a/b", "/a/x", Path("/a/b")),
    ],
)
def test_save_path_adds_the_ending(
    typed: str, suggested: str, got: Path | None, monkeypatch: pytest.MonkeyPatch, parent: QWidget
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, ""))

    assert ask.save_path(parent, "Save", Path(suggested)) == got


@pytest.mark.parametrize("agreed", [True, False])
def test_a_file_found_after_adding_the_ending_is_not_replaced_unasked(
    parent: QWidget, agreed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "a.techmodel"
    there.touch()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    monkeypatch.setattr(ask, "confirm", lambda *_, **__: agreed)

    assert ask.save_path(parent, "Save", there) == (there if agreed else None)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_the_text_goes_on_when_it_may(parent: QWidget, key: Qt.Key) -> None:
    def act() -> None:
        field = dialog().findChild(QPlainTextEdit)
        assert isinstance(field, QPlainTextEdit)
        QTest.keyClick(field, key)
        QTest.keyClicks(field, "no beds")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(field, "at all")
        QTest.keyClick(field, key)

    answering(act)

    assert ask.text(parent, WHY) == "no beds\nat all"
