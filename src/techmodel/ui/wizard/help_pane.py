"""The wizard's help column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from techmodel.ui.look import L, S
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from techmodel.ui.look import Look
    from techmodel.wording.wizard import Help

WIDTH = 208


class HelpPane(QScrollArea):
    """Heads and sentences that explain the page beside them; it takes no focus."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.has_words = False
        self.setProperty("pane", "side")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Help")
        look.changed.connect(self._fit)
        self._fit()

    def show_help(self, help_: Help) -> None:
        """Show other words."""
        self.has_words = bool(help_)
        inside = QFrame()
        inside.setProperty("pane", "side")
        column = QVBoxLayout(inside)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(2)
        for head, text in help_:
            column.addWidget(words(head, "heading", wrap=True))
            column.addWidget(words(text, "quiet", wrap=True))
            column.addSpacing(S)
        column.addStretch(1)
        self.setWidget(inside)

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(WIDTH))
