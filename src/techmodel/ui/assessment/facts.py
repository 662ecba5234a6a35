"""The checklist that the assessment carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from techmodel.ui.look import XL, L, S
from techmodel.ui.widgets.words import words
from techmodel.wording.setup import CARRIED, checklist_facts

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist
    from techmodel.ui.look import Look

WIDEST = 720
"""CSS pixels; a longer line is hard to read."""


class ChecklistFacts(QWidget):
    """Name, version, date and size of a checklist, and its notice."""

    def __init__(self, look: Look, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        grid = QGridLayout()
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(1, 1)
        for n, (head, text) in enumerate(checklist_facts(checklist)):
            grid.addWidget(words(head, "quiet"), n, 0)
            grid.addWidget(words(text, wrap=True), n, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(words(checklist.title, "heading", wrap=True))
        column.addWidget(words(CARRIED, "quiet", wrap=True))
        column.addLayout(grid)
        column.addWidget(words(checklist.notice, "small", wrap=True))
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(self._look.px(WIDEST))
