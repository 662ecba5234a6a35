"""What the bars mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from techmodel.ui.look import RADIUS_BAR, M, Size
from techmodel.ui.plan.gantt.bars import tinted
from techmodel.wording.gantt import LEGEND

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from techmodel.ui.look import Look

SWATCH = 22
"""The width of a sign in CSS pixels."""


class Legend(QWidget):
    """Four signs, each with its word."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(f"Bars: {', '.join(LEGEND)}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        metrics, px = QFontMetrics(self._look.font(Size.SMALL)), self._look.px
        width = sum(metrics.horizontalAdvance(word) + px(SWATCH) + 6 + M for word in LEGEND)
        return QSize(width, px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(Size.SMALL))
        metrics, side = QFontMetrics(painter.font()), look.px(SWATCH)
        left = 0
        for number, word in enumerate(LEGEND):
            area = QRectF(left + 0.5, (self.height() - look.px(11)) / 2, side - 1, look.px(11))
            self._paint_sign(painter, number, area)
            left += side + 6
            painter.setPen(look.colour("ink2"))
            width = metrics.horizontalAdvance(word)
            where = QRectF(left, 0, width + 2, self.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, word)
            left += width + M
        painter.end()

    def _paint_sign(self, painter: QPainter, number: int, area: QRectF) -> None:
        look = self._look
        if number == len(LEGEND) - 1:
            painter.setPen(QPen(look.colour("warn.edge"), 2, Qt.PenStyle.DashLine))
            x = area.center().x()
            painter.drawLine(QLineF(x, 3, x, self.height() - 3))
            return
        dashed = number == 2
        grounds = (look.colour("accent"), tinted(look), look.colour("surface"))
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.colour("line" if dashed else "accent"), 1, style))
        painter.setBrush(grounds[number])
        painter.drawRoundedRect(area, RADIUS_BAR, RADIUS_BAR)
        if number == 0:
            painter.setPen(QPen(look.colour("on_accent"), 1.5))
            y = area.bottom() - 3
            painter.drawLine(QLineF(area.left() + 2, y, area.right() - 2, y))
