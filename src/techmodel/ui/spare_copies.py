"""Spare copies while one works: made in the background, and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from techmodel.core.errors import FileProblem

if TYPE_CHECKING:
    from techmodel.session.backups import Copied
    from techmodel.session.session import Session
    from techmodel.ui.worker import Worker


class SpareCopies(QObject):
    """Makes a spare copy when one is due.

    Signals:
        changed(): `problem` is another.
        told(str): something to know about the copies, once.

    Attributes:
        problem: why no copy can be made, once several in a row could not; else "".
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, session: Session, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._worker = session, worker
        self._busy = False
        self.problem = ""

    def look(self) -> None:
        """Make a copy if one is due and none is under way."""
        backups = self._session.backups
        if self._busy or self._session.read_only or not backups.due():
            return
        from techmodel.session.backups import backup_snapshot  # noqa: PLC0415 - starts light

        self._busy = True
        try:
            self._worker.start(backup_snapshot, backups.job(), self._on_made)
        except FileProblem as error:  # the disk does not give the working file
            self._on_made(error)

    def _on_made(self, result: Copied | BaseException) -> None:
        self._busy = False
        before, self.problem = self.problem, ""
        said = self._session.backups.noted(result)
        self.problem = self._session.backups.problem
        if self.problem != before:
            self.changed.emit()
        elif said and not self.problem:
            self.told.emit(said)
