"""A sentence for a moment: what was taken back may be out of view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from techmodel.ui.announce import announce
from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.notices import Note

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TOLD_MS = 4_000
"""Milliseconds that a sentence stays."""


class Told(Note):
    """A note over the page, under the top bar at the right; it takes no room and no focus."""

    def __init__(self, frame: QWidget) -> None:
        super().__init__("", "done", frame)
        self._frame = frame
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOLD_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str, top: int) -> None:
        """Say something `top` pixels below the top of the frame."""
        self.say(text, "done")
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(text) + 2 * XL + M
        self.setFixedWidth(min(wide, self._frame.width() - 2 * XL))
        self.setFixedHeight(self._row.totalHeightForWidth(self.width()))
        self.move(self._frame.width() - self.width() - XL, top + S)
        self.raise_()
        self.show()
        self._timer.start()
        announce(self, text)
