"""A sentence for a moment: what was taken back may be out of view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from techmodel.ui.announce import announce
from techmodel.ui.look import XL, M
from techmodel.ui.widgets.notices import Note

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TOLD_MS = 4_000
"""Milliseconds that a sentence stays."""


class Told(Note):
    """A note over the foot of the page, in its middle; it takes no room, no focus and no clicks.

    Down there it lies over rows, not over what people press next.
    """

    def __init__(self, frame: QWidget) -> None:
        super().__init__("", "done", frame)
        self._frame = frame
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOLD_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str) -> None:
        """Say something for a moment."""
        self.say(text, "done")
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(text) + 2 * XL + M
        self.setFixedWidth(min(wide, self._frame.width() - 2 * XL))
        self.setFixedHeight(self._row.totalHeightForWidth(self.width()))
        left = (self._frame.width() - self.width()) // 2
        self.move(left, self._frame.height() - self.height() - XL)
        self.raise_()
        self.show()
        self._timer.start()
        announce(self, text)
