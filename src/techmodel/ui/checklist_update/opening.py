"""Reads another version of the checklist in the background, and shows what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import TechmodelError
from techmodel.session.content import WORKBOOK, checklist_from
from techmodel.settings import built_in_folder
from techmodel.ui import ask
from techmodel.wording import checklist_update_page as wording

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.checklist import Checklist
    from techmodel.ui.checklist_update.page import ChecklistUpdatePage
    from techmodel.ui.desk import Desk

UPDATED, UPDATING = "checklist-updated", "checklist-updating"
"""Keys of notices: about a version that was taken, and one that cannot be read."""


class OtherChecklists(QObject):
    """Offers other versions of the checklist, for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: ChecklistUpdatePage | None = None

    def show(self) -> None:
        """Show what the version that comes with the program changes."""
        self._page = None
        self._read(built_in_folder())

    def _ask_and_read(self) -> None:
        """Ask for a workbook or a checklist folder, by its first file."""
        desk = self._desk
        path = ask.open_path(desk.window, wording.MENU, desk.path.parent, wording.SOURCES)
        if path is not None:
            if path.suffix.lower() == WORKBOOK:
                desk.extras.books.bring(path)
            else:
                self._read(path.parent)

    def _read(self, source: Path | None) -> None:
        workspace = self._desk.workspace
        if workspace is None:
            return
        self._desk.notice(UPDATING, wording.READING, "done")

        def show(found: Checklist | BaseException) -> None:
            if self._desk.workspace is workspace:
                self._show(found)

        workspace.work(checklist_from, source, show)

    def _show(self, found: Checklist | BaseException) -> None:
        """Show what a version changes, or why it cannot be read."""
        desk = self._desk
        desk.window.frame.notices.clear(UPDATING)
        if isinstance(found, TechmodelError | OSError):
            desk.notice(UPDATING, str(found), "stop")
        elif isinstance(found, BaseException):
            raise found
        elif self._page is not None and desk.window.frame.page is self._page:
            self._page.show_version(found)
        else:
            self.offer(found)

    def offer(self, found: Checklist) -> None:
        """Show what a version changes, as an assessment would carry it."""
        desk, workspace = self._desk, self._desk.workspace
        if workspace is None or not desk.window.frame.may_leave():
            return
        page = desk.makers.checklist_update(workspace, found)
        page.finished.connect(self._on_finished)
        page.cancelled.connect(desk.window.frame.back_at_once)
        page.other_wanted.connect(self._ask_and_read)
        self._page = page
        desk.stage.show_page(page, page.name)

    def _on_finished(self) -> None:
        page, self._page = self._page, None
        self._desk.window.frame.back_at_once()
        if page is not None:
            self._desk.stage.offer_undo(UPDATED, page.said)
