"""A window with a desk and small pages, for what happens to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from techmodel.core.answers import State, Value
from techmodel.core.errors import FileProblem
from techmodel.settings import SettingsFile
from techmodel.ui.desk import Desk
from techmodel.ui.frame.frame import Frame, Place
from techmodel.ui.frame.rail import PlaceName
from techmodel.ui.main_window import MainWindow

if TYPE_CHECKING:
    import pytest

    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

NAMES = (PlaceName("start", "Start", "start"), PlaceName("checklist", "Checklist", "checklist"))


def page(parent: QWidget) -> QWidget:
    made = QWidget(parent)
    QVBoxLayout(made).addWidget(QLineEdit())
    return made


class Wizard(QWidget):
    made = Signal(object, str)
    cancelled = Signal()


class Office:
    """A window with a desk, and the settings of a home of its own."""

    def __init__(self, look: Look) -> None:
        self.look, self.settings = look, SettingsFile()
        self.window = MainWindow(look, NAMES)
        self.the_wizard = Wizard()
        self.desk = Desk(self.window, look, self.settings, self)  # type: ignore[arg-type]
        self.window.may_close = self.desk.leave

    @property
    def workspace(self) -> Workspace:
        assert self.desk.workspace is not None
        return self.desk.workspace

    def text(self, key: str) -> str:
        return self.window.frame.notices.text(key)

    def places(self, _: object) -> list[Place]:
        return [Place(name, page) for name in NAMES]

    def wizard(self) -> Wizard:
        return self.the_wizard

    def history(self, _: Workspace) -> QWidget:
        return QWidget()

    def show_start(self) -> None:
        places = self.places(None)
        frame = Frame(self.look, self.window.actions_, places, self.window.menus, self.window)
        self.window.put(frame, "")
        frame.go("start")


def answer(session: Session) -> Touched:
    gap = session.gaps().capabilities[0]
    organisation = next(iter(gap.pairs))
    return session.answers.give(gap.id, organisation, Value(State.LEVEL, 1))


def cannot_write(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    document = office.workspace.session.document
    assert document is not None

    def fail() -> None:
        raise FileProblem("Your work is safe on this computer. The drive has gone.")

    monkeypatch.setattr(document, "publish", fail)
