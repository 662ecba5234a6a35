"""Three versions side by side, or under each other where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.look import XL, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.ui.look import Look

SIDE_BY_SIDE = 720
"""From this width in CSS pixels at 100 % text they stand side by side."""
HEADS = ("Kept work", "Saved file", "Backups")


class Versions(QWidget):
    """Kept work, saved file, backups.

    Signals:
        backups_wanted(): look into the backups.
    """

    backups_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._texts = [words("", "quiet", wrap=True) for _ in HEADS]
        self.link = LinkButton("Look into the backups")
        self.link.clicked.connect(self.backups_wanted)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(XL)
        for head, text in zip(HEADS, self._texts, strict=True):
            self._row.addLayout(self._version(head, text), stretch=1)
        self.setFocusProxy(self.link)
        look.changed.connect(self._fit)

    def show_versions(self, told: tuple[str, str, str]) -> None:
        """Say what each version is, in the order of the heads."""
        for label, text in zip(self._texts, told, strict=True):
            label.setText(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _version(self, head: str, text: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(S)
        column.addWidget(words(head, "heading"))
        column.addWidget(text)
        if head == HEADS[-1]:
            column.addWidget(self.link, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _fit(self) -> None:
        beside = self.width() * 100 / self._look.text >= SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
