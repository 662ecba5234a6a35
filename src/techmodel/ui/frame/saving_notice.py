"""The banner about a document that cannot be written; it stays until it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.ui.widgets.notices import Choice

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from techmodel.ui.frame.notice_area import NoticeArea
    from techmodel.ui.workspace import Workspace

KEY = "saving"


class SavingNotice(QObject):
    """Shows `workspace.problem` while there is one; closed by hand, it waits for another one."""

    def __init__(self, notices: NoticeArea, workspace: Workspace, save_copy: QAction) -> None:
        super().__init__(notices)
        self._notices, self._workspace, self._save_copy = notices, workspace, save_copy
        self._shown = ""
        workspace.saving_changed.connect(self._look_again)

    def _look_again(self) -> None:
        problem = self._workspace.problem
        if problem == self._shown:
            return
        self._shown = problem
        if problem:
            choices = [Choice("Save a copy…", self._save_copy.trigger)]
            if self._workspace.may_retry:
                choices.insert(0, Choice("Try again", self._workspace.publish_now))
            self._notices.put(KEY, problem, "stop", choices)
        else:
            self._notices.clear(KEY)
