"""Kept work of any document, at the top of the Start page; one verb for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from techmodel.ui.announce import announce
from techmodel.ui.days import when_words
from techmodel.ui.look import L, M, S
from techmodel.ui.widgets.words import words
from techmodel.wording import kept as wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from techmodel.session.kept import Kept


class KeptList(QFrame):
    """What is kept, newest first.

    Signals:
        wanted(object): deal with this Kept.
    """

    wanted = Signal(object)

    def __init__(
        self, found: Sequence[Kept], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found = tuple(found)
        self.setProperty("notice", "warn")
        self.said = wording.start_heading(len(found))
        self.setAccessibleName(self.said)
        heading = words(self.said, "heading", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(0, 1)
        for row, kept in enumerate(self._found):
            self._add(grid, row, kept, now)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(S)
        column.addWidget(heading)
        column.addLayout(grid)

    def say(self) -> None:
        """Say the heading to screen readers."""
        announce(self, self.said)

    def _add(self, grid: QGridLayout, row: int, kept: Kept, now: datetime) -> None:
        title = kept.title or kept.document.stem or wording.NO_TITLE
        about = wording.start_row(
            title,
            when_words(kept.until.astimezone(), now),
            kept.document.name,
            gone=kept.gone,
            damaged=kept.damaged,
        )
        label = words(about, wrap=True)
        label.setToolTip(str(kept.document) if kept.document.name else "")
        button = QPushButton(wording.LOOK_AT_IT)
        button.setProperty("scale", "toolbar")
        button.setObjectName(str(row))
        button.setAccessibleName(f"{wording.LOOK_AT_IT}: {title}")
        button.clicked.connect(self._on_clicked)
        grid.addWidget(label, row, 0)
        grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignTop)

    def _on_clicked(self) -> None:
        self.wanted.emit(self._found[int(self.sender().objectName())])
