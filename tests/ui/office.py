"""A window with a desk and small pages, for what happens to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from tests.store.builders import die

from techmodel.core.answers import State, Value
from techmodel.core.errors import FileProblem
from techmodel.session.learning import shelf
from techmodel.session.session import Session
from techmodel.settings import SettingsFile
from techmodel.store.working_file import Document
from techmodel.ui.backups.page import BackupsPage
from techmodel.ui.checklist_update.book_page import ChecklistBookPage
from techmodel.ui.checklist_update.page import ChecklistUpdatePage
from techmodel.ui.conditions.page import ConditionsPage
from techmodel.ui.desk import Desk
from techmodel.ui.differences.page import DifferencesPage
from techmodel.ui.frame.frame import Frame, Place
from techmodel.ui.frame.rail import PlaceName
from techmodel.ui.learning.page import GuidePage
from techmodel.ui.main_window import MainWindow
from techmodel.ui.merge.bring_in import BringInPage
from techmodel.ui.merge.page import MergePage
from techmodel.ui.names.page import NamesPage
from techmodel.ui.recovery.page import RecoveryPage
from techmodel.ui.requirements.page import RequirementsPage
from techmodel.ui.returning.page import ReturningPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

    from techmodel.core.checklist import CareModelId, Checklist
    from techmodel.core.returning_parts import Returned
    from techmodel.session.checklist_books import ChecklistBook
    from techmodel.session.merging import Other
    from techmodel.session.touched import Touched
    from techmodel.ui.differences.model import Two
    from techmodel.ui.look import Look
    from techmodel.ui.recovery.story import Story
    from techmodel.ui.workspace import Workspace

NAMES = (PlaceName("start", "Start", "start"), PlaceName("checklist", "Checklist", "checklist"))


def page(parent: QWidget) -> QWidget:
    made = QWidget(parent)
    field = QLineEdit()
    field.setAccessibleName("Field")
    QVBoxLayout(made).addWidget(field)
    return made


class Wizard(QWidget):
    made = Signal(object, str)
    cancelled = Signal()
    checklist: Checklist | None = None


class Past(QWidget):
    look_wanted = Signal(int)


class Office:
    """A window with a desk, and the settings of a home of its own."""

    def __init__(self, look: Look) -> None:
        self.look, self.settings = look, SettingsFile()
        self.window = MainWindow(look, NAMES)
        self.the_wizard = Wizard()
        self.desk = Desk(self.window, look, self.settings, self)  # type: ignore[arg-type]
        self.window.may_close = self.desk.leave

    @property
    def verbs(self) -> dict[str, QPushButton]:
        """The buttons of the notices, by their words."""
        return {b.text(): b for b in self.window.frame.notices.findChildren(QPushButton)}

    @property
    def title(self) -> str:
        return self.window.windowTitle()

    @property
    def workspace(self) -> Workspace:
        assert self.desk.workspace is not None
        return self.desk.workspace

    def text(self, key: str) -> str:
        return self.window.frame.notices.text(key)

    def places(self, _: object) -> list[Place]:
        return [Place(name, page) for name in NAMES]

    def wizard(self, checklist: Checklist | None = None) -> Wizard:
        self.the_wizard.checklist = checklist
        return self.the_wizard

    def history(self, _: Workspace) -> Past:
        return Past()

    def conditions(self, workspace: Workspace) -> ConditionsPage:
        return ConditionsPage(workspace, self.look)

    def rounds(self, _: Workspace) -> Past:
        return Past()

    def merge(self, workspace: Workspace, other: Other) -> MergePage:
        return MergePage(workspace, self.look, other)

    def names(self, workspace: Workspace) -> NamesPage:
        return NamesPage(workspace, self.look)

    def newcomers(self, workspace: Workspace, other: Other) -> BringInPage:
        return BringInPage(workspace, self.look, other)

    def checklist_update(self, workspace: Workspace, new: Checklist) -> ChecklistUpdatePage:
        return ChecklistUpdatePage(workspace, self.look, new)

    def checklist_book(self, book: ChecklistBook, *, is_open: bool) -> ChecklistBookPage:
        return ChecklistBookPage(self.look, book, is_open=is_open)

    def guides(self) -> GuidePage:
        return GuidePage(self.look, shelf())

    def requirements(
        self, checklist: Checklist, models: Sequence[CareModelId]
    ) -> RequirementsPage:
        return RequirementsPage(self.look, checklist, models)

    def returning(self, workspace: Workspace, returned: Returned) -> ReturningPage:
        return ReturningPage(workspace, self.look, returned)

    def backups(self, workspace: Workspace, document: Path) -> BackupsPage:
        return BackupsPage(workspace, self.look, document)

    def kept(self, workspace: Workspace, story: Story, parent: QWidget) -> QWidget:
        return RecoveryPage(workspace, self.look, story, parent)

    def differences(self, two: Two) -> QWidget:
        return DifferencesPage(self.look, two)

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


def crash(path: Path, work: Path, times: int = 1) -> Session:
    """Work of a process that died before it was published; for reading what it held."""
    document = Document.open(path, work)
    session = Session(document.file, document)
    for n in range(times):
        session.scope.entitle(f"Change {n}") if n else answer(session)
    held = session.as_of(session.revision)
    die(document)
    return held
