"""The picture of what projects bring against their work, in four quarters with names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLine, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from typing_extensions import override

from techmodel.core.effort import Quadrant, place_labels
from techmodel.ui.look import RADIUS_CHIP, XL, XS, S, Size, Weight
from techmodel.ui.plan.roadmap.picking import PickArea, Spot
from techmodel.wording import effort as wording
from techmodel.wording.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.core.effort import Effort, Efforts
    from techmodel.ui.look import Look

LEFT, BELOW, ABOVE = 52, 44, 12
"""CSS pixels for the words at the axes and above."""
DOT, LABEL, TITLE = 9, 20, 26
"""CSS pixels: a point across, the height of a label, that of the name of a quarter."""
EDGE = 0.95
"""How much of an axis is used, so that the largest stand inside."""
LABELLED = 40
"""So many labels a quarter holds; of more projects those that bring most have one."""
NAMED, NAME = 14, 150
"""So many projects are named in full, in so many CSS pixels; more have their ids alone."""

_CENTRE = Qt.AlignmentFlag.AlignCenter
_CORNERS = {
    Quadrant.MUCH_FOR_LITTLE: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
    Quadrant.MUCH_FOR_MUCH: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop,
    Quadrant.LITTLE_FOR_LITTLE: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
    Quadrant.LITTLE_FOR_MUCH: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
}


def share_along(value: float, middle: float, most: float) -> float:
    """Where a value stands on an axis, 0 to 1; the middle of all projects is at 0.5."""
    if value <= middle:
        return 0.5 * value / middle if middle else 0.0
    return 0.5 + 0.5 * (value - middle) / (most - middle)


class Chart(PickArea):
    """A point a project, its label beside it; no labels touch."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._efforts: Efforts | None = None
        self._points: list[QPoint] = []
        self._labels: list[QRect | None] = []
        super().__init__(look, wording.CHART, parent)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_efforts(self, efforts: Efforts) -> None:
        """Show other projects."""
        self._efforts = efforts
        self.lay_out()

    @override
    def lay_out(self) -> None:
        if self._efforts is None:
            return
        every = self._efforts.all
        self._points = [self._point(e) for e in every]
        self._labels = [None] * len(every)
        for quadrant in Quadrant:
            inside = [n for n, e in enumerate(every) if self._efforts.quadrant(e) is quadrant]
            first = sorted(inside, key=lambda n: -every[n].impact)[:LABELLED]
            self._label_quarter(sorted(first), self._room(quadrant))
        self.show_spots([self._spot(n, e) for n, e in enumerate(every)])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        efforts = self._efforts
        if efforts is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._look.colour("surface"))
        self._paint_axes(painter, efforts)
        if len(efforts.all) > 1:
            self._paint_quadrants(painter)
        for n, effort in enumerate(efforts.all):
            self._paint_leader(painter, self._points[n], self._labels[n])
            self._paint_point(painter, self._points[n], efforts.quadrant(effort))
        for effort, label in zip(efforts.all, self._labels, strict=True):
            if label:
                self._paint_label(painter, effort, label)
        painter.end()

    @property
    def _field(self) -> QRect:
        px = self._look.px
        return self.viewport().rect().adjusted(XL + px(LEFT), px(ABOVE), -XL, -px(BELOW))

    def _quarter(self, quadrant: Quadrant) -> QRect:
        """Where a quadrant is in the picture; the four are of one size."""
        field = self._field
        width, height = field.width() // 2, field.height() // 2
        right = bool(_CORNERS[quadrant] & Qt.AlignmentFlag.AlignRight)
        low = bool(_CORNERS[quadrant] & Qt.AlignmentFlag.AlignBottom)
        return QRect(field.left() + right * width, field.top() + low * height, width, height)

    def _room(self, quadrant: Quadrant) -> QRect:
        """The part of a quadrant in which labels stand: all but the line of its name."""
        line = self._look.px(TITLE)
        low = bool(_CORNERS[quadrant] & Qt.AlignmentFlag.AlignBottom)
        return self._quarter(quadrant).adjusted(XS, 0 if low else line, -XS, -line if low else 0)

    def _label_quarter(self, numbers: Sequence[int], room: QRect) -> None:
        """Give the points of a quadrant their labels, all within it."""
        corner, size = room.topLeft(), (float(room.width()), float(room.height()))
        inside = [self._points[n] - corner for n in numbers]
        height = float(self._look.px(LABEL))
        efforts = self._efforts.all if self._efforts else ()
        boxes = place_labels(
            [(float(p.x()), float(p.y())) for p in inside],
            [(self._label_width(efforts[n]), height) for n in numbers],
            size,
            self._look.px(DOT) / 2 + 2,
        )
        for n, box in zip(numbers, boxes, strict=True):
            if box:
                self._labels[n] = QRect(*map(round, box)).translated(corner)

    def _point(self, effort: Effort) -> QPoint:
        efforts, field = self._efforts, self._field
        assert efforts is not None
        most = max(e.weeks for e in efforts.all), max(e.impact for e in efforts.all)
        across = share_along(effort.weeks, efforts.weeks, most[0] / EDGE)
        up = share_along(effort.impact, efforts.impact, most[1] / EDGE)
        x = field.left() + field.width() * across
        return QPoint(round(x), round(field.bottom() - field.height() * up))

    def _label(self, effort: Effort) -> str:
        project = effort.planned.project
        many = self._efforts is None or len(self._efforts.all) > NAMED
        if many:
            return project.id
        room, dots = self._look.px(NAME), Qt.TextElideMode.ElideRight
        return self._metrics.elidedText(f"{project.id} {project.name}", dots, room)

    @property
    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font(Size.SMALL))

    def _label_width(self, effort: Effort) -> float:
        return float(self._metrics.horizontalAdvance(self._label(effort)) + 2 * XS)

    def _spot(self, number: int, effort: Effort) -> Spot:
        reach, label = self._look.px(DOT), self._labels[number]
        point = QRect(0, 0, reach, reach)
        point.moveCenter(self._points[number])
        return Spot(effort.planned.project.id, label or point, wording.effort_words(effort))

    def _paint_axes(self, painter: QPainter, efforts: Efforts) -> None:
        look, field = self._look, self._field
        painter.setPen(look.colour("line"))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        painter.drawLine(field.bottomLeft(), field.topLeft())
        painter.setFont(look.font(Size.SMALL))
        painter.setPen(look.colour("ink2"))
        height, right = look.px(18), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        middle, count = field.center(), len(efforts.all)
        weeks = efforts.weeks, float(max(e.weeks for e in efforts.all))
        for number, x in list(zip(weeks, (middle.x(), field.right()), strict=True))[:count]:
            area = QRect(x - look.px(60), field.bottom() + XS, look.px(60) + XS, height)
            painter.drawText(area, right, short_number(number))
        impact = efforts.impact, max(e.impact for e in efforts.all)
        for number, y in list(zip(impact, (middle.y(), field.top()), strict=True))[:count]:
            area = QRect(XL, y - XS, field.left() - XL - S, height)
            painter.drawText(area, right, short_number(number))
        below = QRect(field.left(), field.bottom() + look.px(22), field.width(), height)
        painter.drawText(below, right, wording.ACROSS)
        painter.save()
        painter.translate(XS, field.bottom())
        painter.rotate(-90)
        painter.drawText(QRect(0, 0, field.height(), height), right, wording.UP)
        painter.restore()

    def _paint_quadrants(self, painter: QPainter) -> None:
        look, field = self._look, self._field
        middle = field.center()
        painter.setPen(QPen(look.colour("line"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLine(middle.x(), field.top(), middle.x(), field.bottom()))
        painter.drawLine(QLine(field.left(), middle.y(), field.right(), middle.y()))
        painter.setFont(look.font(Size.BODY, Weight.SEMIBOLD))
        for quadrant, corner in _CORNERS.items():
            area = self._quarter(quadrant).adjusted(S, XS, -S, -XS)
            best = quadrant is Quadrant.MUCH_FOR_LITTLE
            painter.setPen(look.colour("accent" if best else "ink3"))
            painter.drawText(area, corner, wording.QUADRANTS[quadrant])

    def _paint_leader(self, painter: QPainter, point: QPoint, label: QRect | None) -> None:
        """A thin line to a label that found no room beside its point."""
        if label is None:
            return
        x = min(max(point.x(), label.left()), label.right())
        near = QPoint(x, min(max(point.y(), label.top()), label.bottom()))
        if (near - point).manhattanLength() > self._look.px(DOT):
            painter.setPen(self._look.colour("line"))
            painter.drawLine(point, near)

    def _paint_point(self, painter: QPainter, point: QPoint, quadrant: Quadrant) -> None:
        look, reach = self._look, self._look.px(DOT) / 2
        best = quadrant is Quadrant.MUCH_FOR_LITTLE
        painter.setPen(QPen(look.colour("accent"), 1.5))
        painter.setBrush(look.colour("accent" if best else "surface"))
        painter.drawEllipse(point, reach, reach)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_label(self, painter: QPainter, effort: Effort, label: QRect) -> None:
        look = self._look
        marked = self.current is not None and self.current.key == effort.planned.project.id
        painter.setBrush(look.colour("soft" if marked else "surface"))
        focused = marked and self.hasFocus()
        painter.setPen(QPen(look.colour("focus"), 2) if focused else look.colour("rule"))
        painter.drawRoundedRect(
            QRectF(label).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(Size.SMALL))
        painter.drawText(label, _CENTRE, self._label(effort))
