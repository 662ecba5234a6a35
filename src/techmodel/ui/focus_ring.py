"""The ring around the control that has the focus: 2 px, 1 px clear of it, in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QScrollArea,
    QSlider,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from techmodel.ui.look import RADIUS_CONTROL

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from techmodel.ui.look import Look

CLEAR = 3
"""Pixels the ring reaches beyond its control."""

RINGED = (QAbstractButton, QComboBox, QScrollArea, QSlider)


class FocusRing(QObject):
    """Draws the ring for buttons, boxes and lists of choices; fields and rows draw their own.

    That of a pane that scrolls lies inside it.

    A control with the property `ring` set to "own" is left alone.
    """

    def __init__(self, app: QApplication, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._around: QWidget | None = None
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._ring is not None and event.type() in {
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
        }:
            self._ring.put_around(self._around)
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if isinstance(new, RINGED) and new.property("ring") != "own":
            parent = new.parentWidget()
            if parent is not None:
                self._around = new
                self._ring = _Ring(self._look, parent)
                self._ring.put_around(new)
                new.installEventFilter(self)  # showing the ring may lay out what is around it
                self._ring.show()

    def _let_go(self) -> None:
        ring, around = self._ring, self._around
        self._ring = self._around = None
        if around is not None and isValid(around):
            around.removeEventFilter(self)
        if ring is not None and isValid(ring):
            ring.hide()
            ring.deleteLater()


class _Ring(QWidget):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def put_around(self, control: QWidget | None) -> None:
        """Take the control's place and a little more, and lie on top."""
        if control is not None:
            clear = 0 if isinstance(control, QScrollArea) else CLEAR
            self.setGeometry(control.geometry().adjusted(-clear, -clear, clear, clear))
            self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), 2))
        radius = RADIUS_CONTROL + 2
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
