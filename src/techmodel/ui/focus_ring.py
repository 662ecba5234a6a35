"""The ring around the control that has the focus: 2 px, 1 px clear of it, in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QScrollArea,
    QSlider,
    QSplitter,
    QStackedWidget,
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

CLIMBS = 2
"""How far up a place for the ring is looked for."""

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
            holder = _holder(new)
            if holder is not None:
                self._around = new
                self._ring = _Ring(self._look, holder)
                self._ring.put_around(new)
                for widget in _between(new, holder):
                    widget.installEventFilter(self)  # showing the ring may lay out what is there
                self._ring.show()

    def _let_go(self) -> None:
        ring, around = self._ring, self._around
        self._ring = self._around = None
        if ring is not None and isValid(ring):
            if around is not None and isValid(around):
                for widget in _between(around, ring.holder):
                    widget.removeEventFilter(self)
            ring.hide()
            ring.deleteLater()


class _Ring(QWidget):
    def __init__(self, look: Look, holder: QWidget) -> None:
        super().__init__(holder)
        self._look, self.holder = look, holder
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def put_around(self, control: QWidget | None) -> None:
        """Take the control's place and a little more, and lie on top."""
        if control is not None:
            self.setGeometry(_room(control, self.holder))
            self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), 2))
        radius = RADIUS_CONTROL + 2
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


def _room(control: QWidget, holder: QWidget) -> QRect:
    """Where the ring of a control lies in a widget around it."""
    clear = 0 if isinstance(control, QScrollArea) else CLEAR
    area = QRect(control.mapTo(holder, QPoint(0, 0)), control.size())
    return area.adjusted(-clear, -clear, clear, clear)


def _holder(control: QWidget) -> QWidget | None:
    """The parent, or what is around a parent that would cut the ring off."""
    holder = control.parentWidget()
    for _ in range(CLIMBS):
        above = holder.parentWidget() if holder is not None else None
        if holder is None or above is None or holder.isWindow() or _takes_children(above):
            break
        if holder.rect().contains(_room(control, holder)):
            break
        holder = above
    return holder


def _takes_children(widget: QWidget) -> bool:
    """Whether what is put into a widget becomes a pane of it, or scrolls by itself."""
    scrolls = isinstance(widget.parentWidget(), QAbstractScrollArea)
    return scrolls or isinstance(widget, QAbstractScrollArea | QSplitter | QStackedWidget)


def _between(control: QWidget, holder: QWidget) -> list[QWidget]:
    """The control and all around it that moves it in the holder."""
    found, at = [], control
    while at is not holder:
        found.append(at)
        parent = at.parentWidget()
        if parent is None:
            break
        at = parent
    return found
