"""The card of the last assessment: what it is, and Continue; its numbers come later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from techmodel.ui.look import M
from techmodel.ui.widgets.buttons import KeyButton
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from techmodel.settings import Recent
    from techmodel.ui.look import Look


class LastCard(QFrame):
    """Title, a line about it, Continue, and what `put` adds.

    Signals:
        wanted(): continue with it.

    Attributes:
        button: Continue.
    """

    wanted = Signal()

    def __init__(self, look: Look, recent: Recent, about: str) -> None:
        super().__init__()
        self.setProperty("pane", "card")
        self._about = words(about, "quiet", wrap=True)
        self._about.setToolTip(recent.path)
        self.button = KeyButton(look, "Continue", "Enter", filled=True)
        self.button.setAutoDefault(True)
        self.button.setAccessibleName(f"Continue with {recent.title}")
        self.button.clicked.connect(self.wanted)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(words(recent.title or "Untitled", "title", wrap=True))
        texts.addWidget(self._about)
        head = QHBoxLayout()
        head.addLayout(texts, stretch=1)
        head.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(M)
        self._column.addLayout(head)

    def say_about(self, text: str) -> None:
        """Show another line under the title."""
        self._about.setText(text)

    def put(self, widget: QWidget) -> None:
        """Add something below."""
        self._column.addWidget(widget)
