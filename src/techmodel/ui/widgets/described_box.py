"""A check box with a few words below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from techmodel.ui.look import XS, S, Size, Weight
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from techmodel.ui.look import Look

INDICATOR, EDGES = 16, 2
RING = 3
"""Room in pixels for the ring of the focus."""


class DescribedBox(QWidget):
    """A check box over lines that begin where its words begin."""

    def __init__(self, look: Look, text: str, *roles: str, strong: bool = False) -> None:
        """`roles` are those of the lines below, in order; `strong` words stand out."""
        super().__init__()
        self._look, self._strong = look, strong
        self.box = QCheckBox(text)
        self._lines = [words("", role, wrap=True) for role in roles]
        self._under = QVBoxLayout()
        self._under.setSpacing(0)
        for line in self._lines:
            self._under.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, RING, RING, 0)
        column.setSpacing(0)
        column.addWidget(self.box, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._under)
        look.changed.connect(self._fit)
        self._fit()

    def say(self, *texts: str) -> None:
        """Show other words in the lines."""
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
        self.box.setAccessibleDescription(" ".join(texts))

    def _fit(self) -> None:
        weight = Weight.SEMIBOLD if self._strong else Weight.REGULAR
        self.box.setFont(self._look.font(Size.BODY, weight))
        self._under.setContentsMargins(self._look.px(INDICATOR) + EDGES + S, 0, 0, XS)
