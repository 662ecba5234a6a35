"""A window with three small places, and one with an assessment open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from techmodel.ui.frame.actions import Stand
from techmodel.ui.frame.frame import Frame, Place
from techmodel.ui.frame.rail import PlaceName
from techmodel.ui.frame.tools import Tools
from techmodel.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

NAMES = (
    PlaceName("start", "Start", "start"),
    PlaceName("set-up", "Set-up", "set-up"),
    PlaceName("checklist", "Checklist", "checklist"),
)


class Small(QWidget):
    """A page that remembers what it was asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[str] = []
        self.leave = True
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        QVBoxLayout(self).addWidget(self.field)

    def focus_first(self) -> None:
        self.field.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        return (self,)

    def show_item(self, item: str) -> None:
        self.items.append(item)

    def may_leave(self) -> bool:
        return self.leave


@pytest.fixture
def small() -> Callable[[], Small]:
    """A maker of small pages."""
    return Small


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with a frame of three places and no assessment."""
    made = MainWindow(look, NAMES)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    put_frame(made, look, "")
    yield made
    made.may_close = lambda: True


@pytest.fixture
def frame(window: MainWindow) -> Frame:
    """The frame of `window`, shown."""
    window.show()
    return window.frame


@pytest.fixture
def tools(window: MainWindow, look: Look, workspace: Workspace) -> Iterator[Tools]:
    """The window with an assessment open, shown at the checklist."""
    frame = put_frame(window, look, "a.techmodel")
    window.actions_.allow(Stand.OPEN)
    made = Tools(frame, look, window.actions_, window.showing, workspace)
    frame.go("checklist")
    window.show()
    yield made
    made.let_go()


def put_frame(window: MainWindow, look: Look, file: str) -> Frame:
    """Put a new frame into a window."""
    places = [Place(name, Small) for name in NAMES]
    frame = Frame(look, window.actions_, places, window.menus, window)
    window.put(frame, file)
    frame.go("start")
    return frame
