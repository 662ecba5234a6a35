"""The wizard's foot: leave, go back, go on, and why one cannot go on yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.buttons import KeyButton, LinkButton
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from techmodel.ui.look import Look


class Foot(QFrame):
    """Cancel, the reason, Back and Next.

    Signals:
        cancelled(), back_wanted(), next_wanted(): a person pressed a button.
    """

    cancelled = Signal()
    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "foot")
        self.cancel = LinkButton("Cancel")
        self._reason = words("", "quiet", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.back = KeyButton(look, "Back", "Alt+B")
        self.next = KeyButton(look, "Next", "Alt+N", filled=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, M, XL, M)
        row.setSpacing(S)
        row.addWidget(self.cancel)
        row.addWidget(self._reason, stretch=1)
        row.addSpacing(S)
        row.addWidget(self.back)
        row.addWidget(self.next)
        self.cancel.clicked.connect(self.cancelled)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)

    @property
    def reason(self) -> str:
        """Why one cannot go on."""
        return self._reason.text()

    def show_step(self, words_: str, reason: str, *, first: bool) -> None:
        """Say what Next does, and why it cannot be done yet."""
        self._reason.setText(reason)
        self.next.setText(words_)
        self.next.setAccessibleName(words_)
        self.next.setAccessibleDescription(f"{reason} Key: Alt+N".strip())
        self.next.setEnabled(not reason)
        self.next.updateGeometry()
        self.back.setVisible(not first)
