"""What others did, for the card: read in the background once the card is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from techmodel.core.learning import Case, Learning
    from techmodel.ui.workspace import Workspace

SOON_MS = 1_200
"""Milliseconds after the first look, when everything that was asked for is on the screen."""


class Learnt(QObject):
    """The guides and cases that come with the program.

    Signals:
        ready(): they have been read.

    Attributes:
        learning: what was read; None until then.
    """

    ready = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._begun = workspace, False
        self.learning: Learning | None = None

    def begin(self, after: int = SOON_MS) -> None:
        """Read them after so many milliseconds; once is enough."""
        if not self._begun:
            self._begun = True
            QTimer.singleShot(after, self, self._read)

    def case(self, id_: str) -> Case | None:
        """The case with this id."""
        from techmodel.core.learning import Case  # noqa: PLC0415 - starts light

        guides = self.learning.guides if self.learning else ()
        entries = (entry for guide in guides for entry in guide.entries)
        return next((e for e in entries if isinstance(e, Case) and e.id == id_), None)

    def _read(self) -> None:
        if isValid(self._workspace):  # the assessment may have been closed meanwhile
            self._workspace.work(_read_learning, None, self._on_read)

    def _on_read(self, found: Learning | BaseException) -> None:
        if isinstance(found, BaseException):
            raise found
        self.learning = found
        self.ready.emit()


def _read_learning(_: None) -> Learning:
    from techmodel.session.learning import built_in_learning  # noqa: PLC0415 - starts light

    return built_in_learning()
