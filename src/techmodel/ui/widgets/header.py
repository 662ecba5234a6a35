"""The top of every place: the question in small type, its answer in large type, actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence


class Header(QFrame):
    """A question, its answer, and at most two widgets at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "header")
        self._question = words(role="question")
        self._headline = words(role="headline", wrap=True)
        self._headline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._question)
        texts.addWidget(self._headline)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(XL, M, XL, M)
        self._row.setSpacing(S)
        self._row.addLayout(texts, stretch=1)

    def say(self, question: str, headline: str) -> None:
        """Show other words."""
        self._question.setText(question)
        self._headline.setText(headline)
        self._headline.setAccessibleName(headline)
        self.setAccessibleName(f"{question} {headline}")

    def show_actions(self, actions: Sequence[QWidget]) -> None:
        """Put widgets at the right, once."""
        for action in actions:
            self._row.addWidget(action, alignment=Qt.AlignmentFlag.AlignVCenter)

    @property
    def headline(self) -> str:
        """The answer as shown."""
        return self._headline.text()

    @property
    def question(self) -> str:
        """The question as shown."""
        return self._question.text()
