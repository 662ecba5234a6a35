"""What the wizard will make, in a frame under its last page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from techmodel.ui.look import M, S
from techmodel.ui.widgets.words import words


class Summary(QFrame):
    """Title, one sentence, and the file."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("pane", "card")
        self._title, self._text = words("", "heading", wrap=True), words("", "quiet", wrap=True)
        self._where = words("", "hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.setSpacing(2)
        for label in (self._title, self._text, self._where):
            column.addWidget(label)

    def say(self, title: str, text: str, where: str) -> None:
        """Say what will be made, and where."""
        self._title.setText(title)
        self._text.setText(text)
        self._where.setText(where)
