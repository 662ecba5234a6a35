"""What scrolls the card: leaves keys to it, and brings what is worked on into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid
from typing_extensions import override

from techmodel.ui.look import M
from techmodel.ui.widgets.words import pane

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class CardScroll(QScrollArea):
    """A scroll area whose moves wait until the new layout is in place.

    Attributes:
        inside: the pane that scrolls, to be filled.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.inside = pane("page", self.viewport())
        self._wanted: QWidget | None = None
        self._part: QRect | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("pane", "page")
        self.setWidget(self.inside)

    def to_top(self) -> None:
        """Show the beginning."""
        self._wanted = None
        QTimer.singleShot(0, self, self._move)

    def bring(self, widget: QWidget, part: QRect | None = None) -> None:
        """Show a widget inside, or a part of it: with the top of the card, if there is room."""
        self._wanted, self._part = widget, part
        QTimer.singleShot(0, self, self._move)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _move(self) -> None:
        wanted = self._wanted
        if wanted is None:
            self.verticalScrollBar().setValue(0)
        elif isValid(wanted) and wanted.isVisibleTo(self):
            part = self._part or wanted.rect()
            top = wanted.mapTo(self.inside, part.topLeft()).y()
            if top + part.height() + M <= self.viewport().height():
                self.verticalScrollBar().setValue(0)
                return
            self.ensureVisible(0, top + part.height(), 0, M)
            self.ensureVisible(0, top, 0, M)
