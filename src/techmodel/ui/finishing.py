"""A page that changes the assessment once, at its end: merging, bringing in or back, updating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from techmodel.ui import ask
from techmodel.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from techmodel.session.session import Session
    from techmodel.session.touched import Touched


class FinishingPage(Page):
    """Decides, and writes nothing before it finishes; leaving asks once something is decided.

    Subclasses fill in `leave_words` and `has_begun`, set `_leaving` to False whenever a decision
    changes, and call `_finish` and `_on_cancel` from their buttons.

    Signals:
        finished(): it is done, as one batch; `said` tells how it went.
        cancelled(): a person leaves; they have been asked where it matters.

    Attributes:
        leave_words: the question before leaving, and what stays as it is.
        said: after finishing, the sentence for a notice with Undo.
    """

    finished = Signal()
    cancelled = Signal()

    leave_words = ("", "")
    said = ""
    _leaving = False
    _done = False

    def has_begun(self) -> bool:
        """Whether leaving would lose a decision."""
        raise NotImplementedError

    def may_leave(self) -> bool:
        """Whether nothing is decided yet, or a person agrees that it goes; asks once."""
        if self._leaving or self._done or not self.has_begun():
            return True
        question, detail = self.leave_words
        self._leaving = ask.confirm(self, question, "Leave", detail=detail)
        return self._leaving

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def _on_cancel(self) -> None:
        if self.may_leave():
            self._leaving = True
            self.cancelled.emit()

    def _finish(self, verb: Callable[[Session], Touched], words: Callable[[str], str]) -> None:
        """Run the verb; `words` makes what is said of the label of its batch."""
        self._done = True
        self._done = self.workspace.run(verb)
        if self._done:
            self.said = words(self.workspace.session.batches()[-1].label)
            self.finished.emit()

    @override
    def _on_touched(self, touched: Touched) -> None:
        if not self._done:
            super()._on_touched(touched)
