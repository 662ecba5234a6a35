"""What the desk asks of those who make places and pages; `app` is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from techmodel.core.checklist import CareModelId, Checklist
    from techmodel.core.returning_parts import Returned
    from techmodel.session.checklist_books import ChecklistBook
    from techmodel.session.merging import Other
    from techmodel.ui.backups.page import BackupsPage
    from techmodel.ui.checklist_update.book_page import ChecklistBookPage
    from techmodel.ui.checklist_update.page import ChecklistUpdatePage
    from techmodel.ui.conditions.page import ConditionsPage
    from techmodel.ui.differences.model import Two
    from techmodel.ui.differences.page import DifferencesPage
    from techmodel.ui.frame.frame import Place
    from techmodel.ui.history.page import HistoryPage
    from techmodel.ui.learning.page import GuidePage
    from techmodel.ui.merge.bring_in import BringInPage
    from techmodel.ui.merge.page import MergePage
    from techmodel.ui.recovery.page import RecoveryPage
    from techmodel.ui.recovery.story import Story
    from techmodel.ui.requirements.page import RequirementsPage
    from techmodel.ui.returning.page import ReturningPage
    from techmodel.ui.rounds.page import RoundsPage
    from techmodel.ui.wizard.page import NewAssessmentWizard
    from techmodel.ui.workspace import Workspace


class Makers(Protocol):
    """Makes what the window shows; knows every page."""

    def show_start(self) -> None:
        """Show the window without an assessment."""

    def places(self, workspace: Workspace | None) -> Sequence[Place]:
        """The places of the rail."""
        ...

    def wizard(self, checklist: Checklist | None = None) -> NewAssessmentWizard:
        """The way to a new assessment, with the program's checklist or another."""
        ...

    def history(self, workspace: Workspace) -> HistoryPage:
        """Everything that was changed."""
        ...

    def rounds(self, workspace: Workspace) -> RoundsPage:
        """The named moments."""
        ...

    def conditions(self, workspace: Workspace) -> ConditionsPage:
        """The conditions for change."""
        ...

    def merge(self, workspace: Workspace, other: Other) -> MergePage:
        """How another file differs, to be merged."""
        ...

    def backups(self, workspace: Workspace, document: Path) -> BackupsPage:
        """The spare copies of a document."""
        ...

    def names(self, workspace: Workspace) -> QWidget:
        """The names of people."""
        ...

    def newcomers(self, workspace: Workspace, other: Other) -> BringInPage:
        """Which organisations of another assessment are to be brought in."""
        ...

    def returning(self, workspace: Workspace, returned: Returned) -> ReturningPage:
        """What an edited workbook changes, to be brought back; Refused for one of another."""
        ...

    def checklist_update(self, workspace: Workspace, new: Checklist) -> ChecklistUpdatePage:
        """What another version of the checklist changes, before it is taken."""
        ...

    def checklist_book(self, book: ChecklistBook, *, is_open: bool) -> ChecklistBookPage:
        """What a checklist's workbook holds; `is_open`: an assessment could be updated."""
        ...

    def guides(self) -> GuidePage:
        """What others have learnt, by domain."""
        ...

    def requirements(
        self, checklist: Checklist, models: Sequence[CareModelId]
    ) -> RequirementsPage:
        """What care models are and ask for."""
        ...

    def kept(self, workspace: Workspace, story: Story, parent: QWidget) -> RecoveryPage:
        """Work that a crash left, before it is chosen."""
        ...

    def differences(self, two: Two) -> DifferencesPage:
        """What differs between two versions."""
        ...
