"""A page opened from a menu, with a way back above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.look import M, S
from techmodel.ui.widgets.words import pane, words

if TYPE_CHECKING:
    from techmodel.ui.look import Look


class Extra(QWidget):
    """Wraps a page.

    Signals:
        left(): a person wants back.
    """

    left = Signal()

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__()
        self._look, self.page = look, page
        self._back = QPushButton("Back")
        self._back.setProperty("role", "quiet")
        self._back.setProperty("scale", "toolbar")
        self._back.clicked.connect(self.left)
        strip = pane("header")
        row = QHBoxLayout(strip)
        row.setContentsMargins(M, 6, M, 6)
        row.setSpacing(S)
        row.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        row.addWidget(words("Esc", "key"), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(page, stretch=1)
        look.changed.connect(self._draw)
        self._draw()

    def name_origin(self, word: str) -> None:
        """Say where the way back leads."""
        self._back.setText(f"Back to {word}")

    def _draw(self) -> None:
        self._back.setIcon(self._look.icon("back"))
