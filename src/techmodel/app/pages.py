"""How every place and every page is made; its module is imported when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from techmodel.settings import built_in_folder
from techmodel.ui.frame.actions import Stand
from techmodel.ui.frame.frame import Frame, Place
from techmodel.ui.frame.rail import PlaceName

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from techmodel.app.program import Program
    from techmodel.core.checklist import CareModelId, Checklist
    from techmodel.core.returning_parts import Returned
    from techmodel.session.checklist_books import ChecklistBook
    from techmodel.session.merging import Other
    from techmodel.ui.assessment.page import SetUpPage
    from techmodel.ui.backups.page import BackupsPage
    from techmodel.ui.checklist_update.book_page import ChecklistBookPage
    from techmodel.ui.checklist_update.page import ChecklistUpdatePage
    from techmodel.ui.conditions.page import ConditionsPage
    from techmodel.ui.differences.model import Two
    from techmodel.ui.differences.page import DifferencesPage
    from techmodel.ui.history.page import HistoryPage
    from techmodel.ui.integration.page import IntegrationPage
    from techmodel.ui.learning.page import GuidePage
    from techmodel.ui.merge.bring_in import BringInPage
    from techmodel.ui.merge.page import MergePage
    from techmodel.ui.names.page import NamesPage
    from techmodel.ui.plan.page import PlanPage
    from techmodel.ui.recovery.page import RecoveryPage
    from techmodel.ui.recovery.story import Story
    from techmodel.ui.requirements.page import RequirementsPage
    from techmodel.ui.returning.page import ReturningPage
    from techmodel.ui.rounds.page import RoundsPage
    from techmodel.ui.start.page import StartPage
    from techmodel.ui.wizard.page import NewAssessmentWizard
    from techmodel.ui.workspace import Workspace

PLACES = (
    PlaceName("start", "Start", "start"),
    PlaceName("set-up", "Set-up", "set-up"),
    PlaceName("checklist", "Checklist", "checklist"),
    PlaceName("gaps", "Gaps", "gaps"),
    PlaceName("plan", "Plan", "plan"),
    PlaceName("integration", "Integration", "integration"),
    PlaceName("reports", "Reports", "reports"),
)
"""The places of the rail, in order; Alt+1 to Alt+7."""


class Pages:
    """Makes what the window shows, for the desk (`ui.makers.Makers`)."""

    def __init__(self, program: Program) -> None:
        self._program, self._look = program, program.look

    def show_start(self) -> None:
        """Show the window without an assessment."""
        window = self._program.window
        places = self.places(None)
        frame = Frame(self._look, window.actions_, places, window.menus, window.room)
        frame.rail.allow(["start"])
        window.actions_.allow(Stand.NOTHING)
        window.put(frame, "")
        frame.go("start")

    def places(self, workspace: Workspace | None) -> list[Place]:
        """The places; without an assessment all but Start are empty and cannot be chosen."""
        rest = [Place(n, partial(self._place, n.key, workspace)) for n in PLACES[1:]]
        return [Place(PLACES[0], self._start, keep=False), *rest]

    def wizard(self, checklist: Checklist | None = None) -> NewAssessmentWizard:
        """The way to a new assessment, with the program's checklist or another."""
        from techmodel.session.content import checklist_from
        from techmodel.ui.wizard.page import NewAssessmentWizard

        def source() -> Checklist:
            return checklist or checklist_from(built_in_folder())

        desk = self._program.desk
        wizard = NewAssessmentWizard(self._look, source, desk.suggest_path)
        wizard.models_wanted.connect(desk.extras.requirements.show_over)
        wizard.list_wanted.connect(desk.extras.requirements.ask_and_save)
        return wizard

    def history(self, workspace: Workspace) -> HistoryPage:
        """Everything that was changed."""
        from techmodel.ui.history.page import HistoryPage

        return HistoryPage(workspace, self._look)

    def rounds(self, workspace: Workspace) -> RoundsPage:
        """The named moments."""
        from techmodel.ui.rounds.page import RoundsPage

        return RoundsPage(workspace, self._look)

    def conditions(self, workspace: Workspace) -> ConditionsPage:
        """The conditions for change."""
        from techmodel.ui.conditions.page import ConditionsPage

        return ConditionsPage(workspace, self._look, letters=self._letter_keys)

    def merge(self, workspace: Workspace, other: Other) -> MergePage:
        """How another file differs, to be merged."""
        from techmodel.ui.merge.page import MergePage

        return MergePage(workspace, self._look, other)

    def backups(self, workspace: Workspace, document: Path) -> BackupsPage:
        """The spare copies of a document."""
        from techmodel.ui.backups.page import BackupsPage

        return BackupsPage(workspace, self._look, document)

    def names(self, workspace: Workspace) -> NamesPage:
        """The names of people."""
        from techmodel.ui.names.page import NamesPage

        return NamesPage(workspace, self._look)

    def newcomers(self, workspace: Workspace, other: Other) -> BringInPage:
        """Which organisations of another assessment are to be brought in."""
        from techmodel.ui.merge.bring_in import BringInPage

        return BringInPage(workspace, self._look, other)

    def returning(self, workspace: Workspace, returned: Returned) -> ReturningPage:
        """What an edited workbook changes, to be brought back."""
        from techmodel.ui.returning.page import ReturningPage

        return ReturningPage(workspace, self._look, returned)

    def checklist_update(self, workspace: Workspace, new: Checklist) -> ChecklistUpdatePage:
        """What another version of the checklist changes, before it is taken."""
        from techmodel.ui.checklist_update.page import ChecklistUpdatePage

        return ChecklistUpdatePage(workspace, self._look, new)

    def checklist_book(self, book: ChecklistBook, *, is_open: bool) -> ChecklistBookPage:
        """What a checklist's workbook holds; `is_open`: an assessment could be updated."""
        from techmodel.ui.checklist_update.book_page import ChecklistBookPage

        return ChecklistBookPage(self._look, book, is_open=is_open)

    def guides(self) -> GuidePage:
        """What others have learnt, by domain."""
        from techmodel.session.learning import shelf
        from techmodel.ui.learning.page import GuidePage

        return GuidePage(self._look, shelf())

    def requirements(
        self, checklist: Checklist, models: Sequence[CareModelId]
    ) -> RequirementsPage:
        """What care models are and ask for."""
        from techmodel.ui.requirements.page import RequirementsPage

        return RequirementsPage(self._look, checklist, models)

    def kept(self, workspace: Workspace, story: Story, parent: QWidget) -> RecoveryPage:
        """Work that a crash left, before it is chosen."""
        from techmodel.ui.recovery.page import RecoveryPage

        return RecoveryPage(workspace, self._look, story, parent)

    def differences(self, two: Two) -> DifferencesPage:
        """What differs between two versions."""
        from techmodel.ui.differences.page import DifferencesPage

        return DifferencesPage(self._look, two)

    def _start(self, parent: QWidget) -> StartPage:
        from techmodel.ui.start.page import StartPage

        program = self._program
        page = StartPage(self._look, program.settings.now.recent, self._add_rest, parent)
        page.document_wanted.connect(program.open)
        page.find_wanted.connect(program.find_missing)
        page.forget_wanted.connect(program.forget)
        page.kept_wanted.connect(program.show_kept)
        page.new_wanted.connect(program.start_new)
        page.open_wanted.connect(program.ask_and_open)
        page.sample_wanted.connect(program.try_sample)
        return page

    def _add_rest(self, page: StartPage) -> None:
        from techmodel.ui.start.rest import Rest

        Rest(page, self._look, self._program.settings.now.recent)

    def _place(self, key: str, workspace: Workspace | None, parent: QWidget) -> QWidget:
        """A place of an assessment."""
        if workspace is None:
            return QWidget(parent)
        if key == "set-up":
            from techmodel.ui.assessment.page import SetUpPage

            return self._set_up(SetUpPage(workspace, self._look, parent))
        if key == "checklist":
            from techmodel.ui.checklist.page import ChecklistPage

            checklist = ChecklistPage(workspace, self._look, parent, self._letter_keys)
            checklist.guide_wanted.connect(self._guide)
            checklist.place_wanted.connect(self._program.window.frame.go)
            return checklist
        if key == "gaps":
            from techmodel.ui.gaps.page import GapsPage

            gaps = GapsPage(workspace, self._look, parent)
            gaps.sample_wanted.connect(self._program.try_sample)
            return gaps
        if key in {"plan", "integration"}:
            make = self._plan if key == "plan" else self._integration
            return make(workspace, parent)
        from techmodel.ui.reports.page import ReportsPage

        reports = ReportsPage(workspace, self._look, parent)
        reports.place_wanted.connect(self._program.window.frame.go)
        return reports

    def _set_up(self, page: SetUpPage) -> SetUpPage:
        page.models_wanted.connect(self._on_models)
        page.list_wanted.connect(self._on_list)
        return page

    def _on_models(self, checklist: Checklist, models: Sequence[CareModelId]) -> None:
        self._program.desk.extras.requirements.show_over(checklist, models)

    def _on_list(self, checklist: Checklist, models: Sequence[CareModelId]) -> None:
        self._program.desk.extras.requirements.ask_and_save(checklist, models)

    def _plan(self, workspace: Workspace, parent: QWidget) -> PlanPage:
        from techmodel.ui.plan.page import PlanPage

        plan = PlanPage(workspace, self._look, parent)
        plan.place_wanted.connect(self._program.window.frame.go)
        plan.fill_wanted.connect(partial(self._fill, workspace))
        plan.what_if_wanted.connect(partial(self._what_if, workspace))
        return plan

    def _integration(self, workspace: Workspace, parent: QWidget) -> IntegrationPage:
        from techmodel.ui.integration.page import IntegrationPage

        page = IntegrationPage(workspace, self._look, parent, self._letter_keys)
        page.place_wanted.connect(self._program.window.frame.go)
        return page

    def _fill(self, workspace: Workspace) -> None:
        """Show what filling the plan from the gaps would change."""
        from techmodel.ui.plan.fill.page import FillPage

        page = FillPage(workspace, self._look)
        page.place_wanted.connect(self._program.window.frame.go)
        self._program.desk.stage.show_page(page, FillPage.name)

    def _what_if(self, workspace: Workspace) -> None:
        """Show what other terms would come to."""
        from techmodel.ui.plan.whatif.page import WhatIfPage

        page = WhatIfPage(workspace, self._look)
        page.place_wanted.connect(self._program.window.frame.go)
        self._program.desk.stage.show_page(page, WhatIfPage.name)

    def _guide(self, domain: str) -> None:
        """Show the guide to a domain over the present place."""
        self._program.desk.extras.guides.show(domain)

    def _letter_keys(self) -> bool:
        return self._program.settings.now.letter_keys
