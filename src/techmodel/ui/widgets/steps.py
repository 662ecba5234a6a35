"""The list at the left of a place in parts: steps one after the other, or sections."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import M, S, Size, Weight
from techmodel.ui.widgets.rows import EDGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from techmodel.ui.look import Look

WIDE, NARROW = 208, 168
"""Widths in CSS pixels."""
CIRCLE, LEAST = 28, 28


class Mark(StrEnum):
    """What stands before a part's name."""

    NUMBER = "number"
    DONE = "done"
    CHANGED = "changed, not applied"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name, a few words about it, its mark, and whether one can go there."""

    name: str
    about: str
    mark: Mark = Mark.NUMBER
    open: bool = True


class StepList(QFrame):
    """Parts, of which one is shown.

    Signals:
        chosen(int): a person wants another part.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, count: int, name: str, parent: QWidget | None = None) -> None:
        """`name` says what the list is, for screen readers."""
        super().__init__(parent)
        self._look = look
        self._narrow = False
        self.setProperty("pane", "side")
        self.setAccessibleName(name)
        self._items = [_Item(look, n) for n in range(count)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, M, 0, M)
        column.setSpacing(0)
        group = QButtonGroup(self)
        group.setExclusive(False)
        for number, item in enumerate(self._items):
            column.addWidget(item)
            group.addButton(item, number)
        column.addStretch(1)
        group.idClicked.connect(self.chosen)
        look.changed.connect(self._fit)
        self._fit()

    def show_parts(self, parts: Sequence[Part], current: int) -> None:
        """Show other words and marks."""
        for number, (item, part) in enumerate(zip(self._items, parts, strict=True)):
            item.show_part(part, current=number == current)

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out the second lines."""
        self._narrow = narrow
        self._fit()

    def item(self, number: int) -> QAbstractButton:
        """The button of a part."""
        return self._items[number]

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(NARROW if self._narrow else WIDE))
        for item in self._items:
            item.show_narrow(narrow=self._narrow)


class _Item(QAbstractButton):
    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look, self._number = look, number
        self._part, self._current, self._narrow = Part("", ""), False, False
        self.setProperty("ring", "own")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_part(self, part: Part, *, current: bool) -> None:
        self._part, self._current = part, current
        self.setEnabled(part.open)
        self.setText(part.name)
        told = [part.name, "shown now" if current else "", part.about]
        if part.mark in {Mark.DONE, Mark.CHANGED}:
            told.append(part.mark.value)
        self.setAccessibleName(", ".join(t for t in told if t))
        self.setToolTip(part.about if self._narrow else "")
        self.update()

    def show_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(NARROW), self._look.px(40 if self._narrow else 56))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(NARROW), self._look.px(LEAST))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, area = self._look, self.rect()
        if self._current:
            painter.fillRect(area, look.colour("soft"))
            painter.fillRect(QRect(0, 0, EDGE, area.height()), look.colour("accent"))
        left, right = look.px(20 if not self._narrow else 12), S
        if self._part.mark is Mark.CHANGED:
            right = self._paint_dot(painter)
        elif self._part.mark is not Mark.NONE:
            left = self._paint_circle(painter, left)
        self._paint_words(painter, area.adjusted(left, 0, -right, 0))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_dot(self, painter: QPainter) -> int:
        """A dot at the right for what is not applied yet; how much room it takes."""
        side = self._look.px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawEllipse(self.width() - M - side, (self.height() - side) // 2, side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return 2 * M + side

    def _paint_circle(self, painter: QPainter, left: int) -> int:
        """The circle of a step; where the words begin."""
        look, side = self._look, self._look.px(CIRCLE)
        circle = QRectF(left, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        if self._part.mark is Mark.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(circle)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tick = look.px(16)
            where = circle.center().toPoint()
            picture = look.pixmap("tick", "on_accent", 16)
            painter.drawPixmap(where.x() - tick // 2, where.y() - tick // 2, picture)
        else:
            self._paint_number(painter, circle)
        return left + side + M

    def _paint_number(self, painter: QPainter, circle: QRectF) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("accent" if self._current else "line"), 1.5))
        painter.drawEllipse(circle)
        painter.setPen(look.colour("accent" if self._current else "ink2"))
        painter.setFont(look.font(Size.BODY, Weight.SEMIBOLD))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number + 1))

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        look = self._look
        strong = look.font(Size.BODY, Weight.SEMIBOLD)
        painter.setFont(strong)
        painter.setPen(look.colour("ink" if self.isEnabled() else "ink2"))
        left = Qt.AlignmentFlag.AlignLeft
        name = _cut(QFontMetrics(strong), self._part.name, area.width())
        if self._narrow or not self._part.about:
            painter.drawText(area, left | Qt.AlignmentFlag.AlignVCenter, name)
            return
        middle = area.center().y() + 1
        upper = QRect(area.left(), area.top(), area.width(), middle - area.top())
        painter.drawText(upper, left | Qt.AlignmentFlag.AlignBottom, name)
        small = look.font(Size.SMALL)
        painter.setFont(small)
        painter.setPen(look.colour("ink2"))
        lower = QRect(area.left(), middle, area.width(), area.bottom() - middle)
        about = _cut(QFontMetrics(small), self._part.about, area.width())
        painter.drawText(lower, left | Qt.AlignmentFlag.AlignTop, about)


def _cut(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
