"""The foot of the merge page: leave, what is open, back, on, and finish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import restyle, words
from techmodel.wording import merge_page as wording

if TYPE_CHECKING:
    from techmodel.ui.look import Look

ONE_LINE_FROM = 640
"""Width in CSS pixels from which on everything stands in one line."""


class Foot(QFrame):
    """Cancel, what is still to settle, Back, Next and Finish.

    Signals:
        cancelled(), back_wanted(), next_wanted(), finish_wanted(): a person pressed a button.
    """

    cancelled = Signal()
    back_wanted = Signal()
    next_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("pane", "foot")
        self.cancel = LinkButton(wording.CANCEL)
        self._left = words("", "quiet", wrap=True)
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.back, self.next = QPushButton(wording.BACK), QPushButton(wording.NEXT)
        self.finish = QPushButton(wording.FINISH)
        self._build()
        self.cancel.clicked.connect(self.cancelled)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.finish.clicked.connect(self.finish_wanted)

    @property
    def said(self) -> str:
        """What is open, or why one cannot finish."""
        return self._left.text()

    def show_settling(self, left: int, total: int, reason: str) -> None:
        """Show how much is open; `reason` says why merging is not possible here, "" if it is."""
        self.cancel.setText(wording.CANCEL)
        self._left.setText(reason or (wording.left_words(left) if total else ""))
        self.back.setVisible(total > 1)
        self.next.setVisible(bool(total))
        self.next.setEnabled(bool(left))
        self.finish.show()
        self.finish.setText(wording.FINISH if total else wording.MERGE)
        self.finish.setEnabled(not left and not reason)
        self.finish.setAccessibleDescription(self._left.text())
        self._fill(self.next if left else self.finish)

    def show_nothing(self) -> None:
        """There is nothing to merge: only the way out."""
        self.cancel.setText(wording.CLOSE)
        self._left.setText("")
        for button in (self.back, self.next, self.finish):
            button.hide()

    def show_width(self, width: int) -> None:
        """Stand in one line or in two."""
        one = width * 100 / self._look.text >= ONE_LINE_FROM
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if one else directions.TopToBottom)

    def _build(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(S)
        first.addWidget(self.cancel)
        first.addWidget(self._left, stretch=1)
        second.addStretch(1)
        for button in (self.back, self.next, self.finish):
            second.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(XL, M, XL, M)
        self._row.setSpacing(S)
        self._row.addLayout(first, stretch=1)
        self._row.addLayout(second)

    def _fill(self, filled: QPushButton) -> None:
        """One button of the page is filled: what is to be pressed next."""
        for button in (self.next, self.finish):
            role = "primary" if button is filled else "plain"
            if button.property("role") != role:
                button.setProperty("role", role)
                restyle(button)
