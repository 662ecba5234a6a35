"""A person at the real window: presses keys where the focus is, and reads what is shown."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QWidget

from techmodel import app as root
from techmodel.core.checklist import CapabilityId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from techmodel.core.answers import Value
    from techmodel.core.assessment import Assessment
    from techmodel.core.organisations import Organisation
    from techmodel.session.session import Session

P = TypeVar("P", bound=QWidget)
MOST_TABS = 60


class Person:
    """Works with one window by keyboard alone; nothing is done for them but waiting.

    Attributes:
        program: the running program, as `app.build` makes it.
    """

    def __init__(self, qapp: QApplication, qtbot: QtBot, size: tuple[int, int]) -> None:
        self._app, self._qtbot = qapp, qtbot
        self.program = root.build(qapp)
        self._size = size
        self._front: QWidget = self.program.window
        qtbot.addWidget(self.program.window)

    def start(self, file: Path | None = None, *, sample: bool = False) -> None:
        """Start the program as its command does, with a file, the sample, or nothing."""
        self.program.begin(file, sample=sample)
        self.program.window.resize(*self._size)
        self.program.window.show()
        self._come_back()

    def press(self, *keys: str) -> None:
        """Press keys by their names ("Ctrl+N", "Tab", "3"), each where the focus then is."""
        for key in keys:
            name = QKeySequence(key)[0]
            for act in (QTest.keyPress, QTest.keyRelease):  # the first may move the focus
                act(self._where(), name.key(), name.keyboardModifiers())
            self._app.processEvents()

    def type(self, text: str) -> None:
        """Type a text; the first letter may open a field that gets the others."""
        for letter in text:
            QTest.keyClicks(self._where(), letter)

    def press_and_answer(self, key: str, text: str) -> None:
        """Press a key that opens a dialog, type a text there and press Enter."""

        def when_shown() -> None:
            if isinstance(self._app.activeModalWidget(), QDialog):
                self.type(text)
                self.press("Return")
            else:
                QTimer.singleShot(1, when_shown)

        QTimer.singleShot(0, when_shown)
        self.press(key)
        self._come_back()

    def tab_to(self, name: str, key: str = "Tab") -> QWidget:
        """Press Tab (or another key) until something with a name has the focus; it."""
        for _ in range(MOST_TABS):
            if self.focus is not None and name in name_of(self.focus):
                return self.focus
            self.press(key)
        raise AssertionError(f"{key} never reached {name!r}; last was {name_of(self.focus)!r}")

    def choose(self, text: str) -> None:
        """Go down the open menu to an entry that begins with a text, and take it."""
        menu = self._app.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            action = menu.activeAction()
            if action is not None and action.text().startswith(text):
                self.press("Right" if action.menu() else "Return")
                return
            self.press("Down")
        raise AssertionError(f"{text!r} is not in the menu")

    def wait(self, true: Callable[[], object], seconds: float = 20) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(lambda: bool(true()), timeout=int(seconds * 1000))

    def find(self, kind: type[P]) -> P:
        """The one visible part of the page of a kind."""
        found = [w for w in self.page.findChildren(kind) if w.isVisible()]
        assert len(found) == 1, found
        return found[0]

    @property
    def focus(self) -> QWidget | None:
        """What has the focus."""
        return QApplication.focusWidget()

    @property
    def page(self) -> QWidget:
        """The page now shown."""
        return self.program.window.frame.page

    @property
    def session(self) -> Session:
        """The open assessment."""
        workspace = self.program.desk.workspace
        assert workspace is not None
        return workspace.session

    @property
    def assessment(self) -> Assessment:
        """What the open assessment holds."""
        return self.session.assessment()

    @property
    def title(self) -> str:
        """The title of the window."""
        return self.program.window.windowTitle()

    @property
    def headline(self) -> str:
        """The answer at the top of the page."""
        return str(self.page.header.headline)  # type: ignore[attr-defined] # every place has one

    @property
    def texts(self) -> str:
        """All words of labels now shown, in no order that matters."""
        labels = self.program.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def value(self, capability: str, organisation: Organisation) -> Value:
        """The answer of a pair, as the file holds it."""
        return self.assessment.value(CapabilityId(capability), organisation.id)

    def close(self) -> None:
        """Close the window as its frame's button does."""
        self.program.window.close()

    def end(self) -> None:
        """Let everything go after a test, whatever is open."""
        workspace = self.program.desk.workspace
        if workspace is not None:
            workspace.close(publish=False)
        self.program.window.may_close = lambda: True
        self.program.window.close()
        self.program.look.deleteLater()

    def _come_back(self) -> None:
        """What every system but the tests' does: the window gets the focus (again)."""
        window = self.program.window
        window.activateWindow()
        self._qtbot.waitUntil(lambda: window.isActiveWindow() and self.focus is not None)

    def _where(self) -> QWidget:
        """What gets the next key.

        The window is kept: what it names as its focus is only valid as long as it is.
        """
        popup = self._app.activePopupWidget()
        self._front = popup or self._app.activeModalWidget() or self.program.window
        return self._front.focusWidget() or self._front


def name_of(widget: QWidget | None) -> str:
    """What a screen reader would call a widget."""
    if widget is None:
        return ""
    return widget.accessibleName() or str(widget.property("text") or "")


def home(folder: Path, monkeypatch: object) -> None:
    """Let a person be at home in a folder: documents and settings of their own."""
    (folder / "user" / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder / "user"))  # type: ignore[attr-defined]
    monkeypatch.setenv("TECHMODEL_HOME", str(folder / "home"))  # type: ignore[attr-defined]
    assert os.environ["HOME"] == str(folder / "user")
