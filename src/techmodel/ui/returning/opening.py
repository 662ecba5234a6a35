"""Asks for an edited workbook, reads it in the background, and shows what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.core.errors import TechmodelError
from techmodel.session.returning import read_returned
from techmodel.ui import ask
from techmodel.wording import returning_page as wording

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.returning_parts import Returned
    from techmodel.ui.desk import Desk

BROUGHT_BACK, BRINGING_BACK = "brought-back", "bringing-back"
"""Keys of notices: about a workbook that is back, and one that cannot be."""


class ComingBack(QObject):
    """Brings edited workbooks back, for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def ask_and_bring(self) -> None:
        """Ask for a workbook and show what it changes."""
        desk = self._desk
        path = ask.open_path(desk.window, wording.MENU, desk.path.parent, wording.WORKBOOKS)
        if path is not None:
            self.bring(path)

    def bring(self, path: Path) -> None:
        """Read a workbook in the background, and show what it changes."""
        workspace = self._desk.workspace
        if workspace is None:
            return
        self._desk.notice(BRINGING_BACK, wording.READING, "done")
        workspace.work(read_returned, path, self._show)

    def _show(self, found: Returned | BaseException) -> None:
        """Show what a workbook changes, or why it cannot be read."""
        desk, workspace = self._desk, self._desk.workspace
        desk.window.frame.notices.clear(BRINGING_BACK)
        if isinstance(found, TechmodelError | OSError):
            desk.notice(BRINGING_BACK, str(found), "stop")
            return
        if isinstance(found, BaseException):
            raise found
        if workspace is None or not desk.window.frame.may_leave():
            return
        try:
            page = desk.makers.returning(workspace, found)
        except TechmodelError as error:
            desk.notice(BRINGING_BACK, str(error), "stop")
            return

        def finish() -> None:
            desk.window.frame.back_at_once()
            desk.stage.offer_undo(BROUGHT_BACK, page.said)

        page.finished.connect(finish)
        page.cancelled.connect(desk.window.frame.back_at_once)
        desk.stage.show_page(page, page.name)
