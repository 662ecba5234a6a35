"""What lies under bars, load and target: quarters in two shades, their lines, now and duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPen

from techmodel.ui.plan.gantt.axis import Scale

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from techmodel.ui.look import Look
    from techmodel.ui.plan.gantt.axis import Axis


def paint_ground(painter: QPainter, area: QRect, look: Look, axis: Axis) -> None:
    """Paint every other column darker, with a line before each; years with a stronger one."""
    painter.fillRect(area, look.colour("surface"))
    columns = axis.months() if axis.unit in {Scale.WEEKS, Scale.MONTHS} else axis.quarters()
    fine = axis.unit is not Scale.FIT
    for tick in columns:
        left, right = axis.x(tick.first), axis.x(tick.after)
        odd = (tick.first.month - 1) // (1 if axis.unit is not Scale.QUARTERS else 3) % 2
        if odd and fine:
            painter.fillRect(
                QRectF(left, area.y(), right - left, area.height()), look.colour("bg")
            )
        if fine or tick.first.month == 1:
            token = "line" if tick.first.month == 1 else "rule"
            painter.setPen(QPen(look.colour(token), 1))
            painter.drawLine(QLineF(left, area.top(), left, area.bottom() + 1))


def paint_now(painter: QPainter, area: QRect, look: Look, x: float) -> None:
    """Paint the line of today."""
    painter.setPen(QPen(look.colour("ink"), 1))
    painter.drawLine(QLineF(x, area.top(), x, area.bottom() + 1))


def paint_duties(
    painter: QPainter, area: QRect, look: Look, axis: Axis, days: Iterable[date]
) -> None:
    """Paint a dashed line at each statutory date in view."""
    painter.setPen(QPen(look.colour("warn.edge"), 2, Qt.PenStyle.DashLine))
    for day in sorted(set(days)):
        x = axis.x(day)
        if 0 <= x <= axis.width:
            painter.drawLine(QLineF(x, area.top(), x, area.bottom() + 1))
