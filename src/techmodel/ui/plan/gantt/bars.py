"""How one line of the chart looks: bars of projects and steps, brackets of groups, milestones."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen, QPolygonF

from techmodel.core.plan_parts import Status
from techmodel.ui.look import RADIUS_BAR, Size
from techmodel.ui.plan.gantt.lines import Kind
from techmodel.ui.widgets.paint import hatch

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from techmodel.ui.look import Look
    from techmodel.ui.plan.gantt.axis import Axis
    from techmodel.ui.plan.gantt.lines import Line

_DAY = timedelta(days=1)
BAR, STEP, LEAST = 15, 7, 3
"""Heights of bars of projects and steps, and the least width of any, in CSS pixels."""


def bar_area(line: Line, axis: Axis, look: Look, middle: float) -> QRectF | None:
    """Where the bar of a line is; None where it has no dates."""
    if line.start is None or line.end is None:
        return None
    left, right = axis.x(line.start), axis.x(line.end + _DAY)
    height = look.px(STEP if line.kind is Kind.STEP else BAR)
    width = max(right - left, float(LEAST))
    return QRectF(left, middle - height / 2, width, height)


def is_milestone(line: Line) -> bool:
    """Whether a line takes no time."""
    return line.kind is not Kind.GROUP and line.start is not None and not line.weeks.likely


def paint_bar(painter: QPainter, line: Line, area: QRectF, look: Look) -> None:
    """Paint a line of the chart in its area."""
    if line.kind is Kind.GROUP:
        _bracket(painter, area, look)
    elif is_milestone(line):
        _diamond(painter, line, area, look)
    elif not line.counted:
        _dashed(painter, area, look)
    elif line.critical:
        _critical(painter, line, area, look)
    else:
        _with_slack(painter, line, area, look)


def paint_deadline(painter: QPainter, line: Line, at: QPointF, look: Look) -> None:
    """Paint the mark of the day by which a project is to be done; it points at that day."""
    token = "stop.edge" if line.ends_late else "ink2"
    painter.setPen(QPen(look.colour(token), 2))
    half = look.px(BAR) / 2 + 3
    painter.drawLine(QLineF(at.x(), at.y() - half, at.x(), at.y() + half))
    painter.drawLine(QLineF(at.x(), at.y() - half, at.x() - 4, at.y() - half))
    painter.drawLine(QLineF(at.x(), at.y() + half, at.x() - 4, at.y() + half))


def paint_done(painter: QPainter, line: Line, at: QPointF, look: Look) -> None:
    """Say beside today that a project is over, where it has no dates any more."""
    painter.setPen(look.colour("ink2"))
    painter.setFont(look.font(Size.SMALL))
    side = look.px(BAR)
    if line.status is Status.DONE:
        painter.drawPixmap(
            at.toPoint().x() + 6, round(at.y() - side / 2), look.pixmap("tick", "ink2", BAR)
        )
    area = QRectF(at.x() + (10 + side if line.status is Status.DONE else 6), at.y() - 10, 200, 20)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, line.status.value)


def paint_name(painter: QPainter, text: str, area: QRectF, look: Look, right: float) -> None:
    """Write a name after a bar, before it where it would go beyond `right`, else into it."""
    painter.setFont(look.font(Size.SMALL))
    metrics, gap = QFontMetricsF(painter.font()), 6.0
    width, height = metrics.horizontalAdvance(text) + 2, metrics.height() + 2
    top = area.center().y() - height / 2
    if area.right() + gap + width <= right:
        where = QRectF(max(area.right(), 0.0) + gap, top, width, height)
    elif area.left() - gap - width >= 0:
        where = QRectF(area.left() - gap - width, top, width, height)
    else:
        where = QRectF(max(area.left(), 0.0) + gap, top, width, height)
    painter.fillRect(where.adjusted(-2, 0, 2, 0), look.colour("surface"))
    painter.setPen(look.colour("ink"))
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, text)


def _critical(painter: QPainter, line: Line, area: QRectF, look: Look) -> None:
    painter.setPen(QPen(look.colour("accent"), 1))
    painter.setBrush(look.colour("accent"))
    painter.drawRoundedRect(area, RADIUS_BAR, RADIUS_BAR)
    if line.kind is Kind.PROJECT:
        y = area.bottom() - 3.5
        painter.setPen(QPen(look.colour("on_accent"), 1.5))
        painter.drawLine(QLineF(area.left() + 2, y, area.right() - 2, y))
    _progress(painter, line, area, look)


def _with_slack(painter: QPainter, line: Line, area: QRectF, look: Look) -> None:
    painter.setPen(QPen(look.colour("accent"), 1))
    painter.setBrush(tinted(look))
    painter.drawRoundedRect(area, RADIUS_BAR, RADIUS_BAR)
    _progress(painter, line, area, look)


def tinted(look: Look, share: float = 0.28) -> QColor:
    """The ground of bars that may slip: between accent and surface."""
    if look.high_contrast:
        return look.colour("accent" if share >= 0.5 else "surface")
    accent, surface = look.colour("accent"), look.colour("surface")

    def between(one: int, other: int) -> int:
        return round(share * one + (1 - share) * other)

    return QColor(
        between(accent.red(), surface.red()),
        between(accent.green(), surface.green()),
        between(accent.blue(), surface.blue()),
    )


def _progress(painter: QPainter, line: Line, area: QRectF, look: Look) -> None:
    """Hatch what is done of a project under way."""
    if line.kind is not Kind.PROJECT or line.status is not Status.UNDER_WAY:
        return
    done = QRectF(area)
    done.setWidth(area.width() * (line.project.percent if line.project else 0) / 100)
    hatch(painter, done, look.colour("on_accent" if line.critical else "accent"))


def _dashed(painter: QPainter, area: QRectF, look: Look) -> None:
    painter.setPen(QPen(look.colour("line"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, RADIUS_BAR, RADIUS_BAR)


def _diamond(painter: QPainter, line: Line, area: QRectF, look: Look) -> None:
    half, middle = look.px(7), QPointF(area.left(), area.center().y())
    painter.setPen(QPen(look.colour("accent"), 1.5))
    painter.setBrush(look.colour("accent") if line.critical else tinted(look))
    moves = ((0, -half), (half, 0), (0, half), (-half, 0))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in moves]))


def _bracket(painter: QPainter, area: QRectF, look: Look) -> None:
    painter.setPen(QPen(look.colour("ink2"), 2))
    top = area.top() + 4
    painter.drawLine(QLineF(area.left(), top, area.right(), top))
    for x in (area.left() + 1, area.right() - 1):
        painter.drawLine(QLineF(x, top, x, top + 6))
