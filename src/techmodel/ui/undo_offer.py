"""A notice with Undo, which takes back just what it tells of; it goes when that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.ui.widgets.notices import Choice

if TYPE_CHECKING:
    from techmodel.ui.main_window import MainWindow
    from techmodel.ui.workspace import Workspace


class UndoOffer(QObject):
    """Tells of the newest batch, with Undo as long as undo would take back that one.

    It goes with its banner, also where another sentence takes its place under the same key.
    """

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(window.frame.notices)
        self._notices, self._act = window.frame.notices, window.actions_.undo
        self._workspace, self._key, self._batch = workspace, "", self._newest(workspace)

    def say(self, key: str, sentence: str) -> None:
        """Show the sentence in place of another with this key."""
        self._key = key
        banner = self._notices.put(key, sentence, "done", [Choice("Undo", self._undo)])
        self.setParent(banner)
        self._workspace.touched.connect(self._look_again)

    def _undo(self) -> None:
        if self._is_newest():
            self._act.trigger()

    def _look_again(self) -> None:
        if not self._is_newest():
            self._notices.clear(self._key)

    def _is_newest(self) -> bool:
        return bool(self._batch) and self._newest(self._workspace) == self._batch

    @staticmethod
    def _newest(workspace: Workspace) -> str:
        """The id of the batch that undo would take back; "" for none."""
        batch = workspace.session.to_undo()
        return batch.id if batch else ""
