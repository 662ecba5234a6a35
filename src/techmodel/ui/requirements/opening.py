"""Shows what care models ask for over the present page, and saves it as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import TechmodelError
from techmodel.session.content import checklist_from
from techmodel.session.requirements import save_requirements
from techmodel.settings import built_in_folder
from techmodel.ui import ask
from techmodel.ui.worker import Worker
from techmodel.wording import requirements as wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from techmodel.core.checklist import CareModelId, Checklist
    from techmodel.ui.desk import Desk

LIST = "requirements"
"""The key of notices about the list."""


class Requirements(QObject):
    """What care models ask for, for the desk; it works with an assessment open and without.

    Attributes:
        worker: writes the list.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.worker = Worker(self)

    def show(self) -> None:
        """Show those of the assessment, else those of the program's checklist."""
        if not self._desk.window.frame.may_leave():
            return
        shown = self._desk.stage.seen
        if shown is None:
            self.show_models(checklist_from(built_in_folder()), ())
            return
        assessment = shown.session.assessment()
        self.show_models(assessment.checklist, assessment.care_models)

    def show_over(self, checklist: Checklist, models: Sequence[CareModelId]) -> None:
        """Show care models over the page now shown, with a way back to it."""
        self.show_models(checklist, models, over=True)

    def show_models(
        self, checklist: Checklist, models: Sequence[CareModelId], *, over: bool = False
    ) -> None:
        """Show care models of a checklist; without any, the first of them."""
        first = [model.id for model in checklist.care_models][:1]
        page = self._desk.makers.requirements(checklist, tuple(models) or tuple(first))
        page.save_wanted.connect(self.ask_and_save)
        self._desk.stage.show_page(page, page.name, over=over)

    def ask_and_save(self, checklist: Checklist, models: Sequence[CareModelId]) -> None:
        """Ask where to, and write the list of these care models."""
        desk = self._desk
        if not models:
            desk.notice(LIST, wording.NO_MODELS, "warn")
            return
        suggested = desk.folder() / wording.SUGGESTED
        title, filters = wording.SAVE_TITLE, wording.SAVE_FILTERS
        path = ask.save_path(desk.window, title, suggested, filters)
        if path is not None:
            desk.notice(LIST, wording.WRITING, "done")
            self.worker.start(save_requirements, (checklist, tuple(models), path), self._on_saved)

    def _on_saved(self, found: Path | BaseException) -> None:
        if isinstance(found, TechmodelError | OSError):
            self._desk.notice(LIST, str(found), "stop")
        elif isinstance(found, BaseException):
            raise found
        else:
            self._desk.notice(LIST, wording.saved(found.name), "done")
