"""The report's drawings, painted for the screen."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from techmodel.export.shapes import Box, Label, Line
from techmodel.ui.look import FAMILY, Weight

if TYPE_CHECKING:
    from techmodel.export.shapes import Chart

_FINE = 100
"""Type is laid out at this size and then made as small as it is, so that its widths stay true."""
_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def paint_chart(painter: QPainter, chart: Chart) -> None:
    """Paint a chart in its own units, from its top left corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in chart.shapes:
        _paint(shape, painter)


@singledispatch
def _paint(shape: object, painter: QPainter) -> None:
    raise TypeError(f"no picture of {type(shape).__name__} by {painter}")


@_paint.register
def _box(shape: Box, painter: QPainter) -> None:
    _choose(painter, shape.stroke, shape.line, shape.fill)
    area = QRectF(shape.x, shape.y, shape.width, shape.height)
    painter.drawRoundedRect(area, shape.radius, shape.radius)


@_paint.register
def _line(shape: Line, painter: QPainter) -> None:
    _choose(painter, shape.stroke, shape.line, shape.fill)
    if shape.dash:
        pen = painter.pen()
        pen.setDashPattern([length / shape.line for length in shape.dash])
        painter.setPen(pen)
    points = QPolygonF([QPointF(x, y) for x, y in shape.points])
    (painter.drawPolygon if shape.closed else painter.drawPolyline)(points)


@_paint.register
def _label(shape: Label, painter: QPainter) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(_FINE)
    font.setWeight(QFont.Weight(Weight.SEMIBOLD if shape.bold else Weight.REGULAR))
    width = QFontMetricsF(font).horizontalAdvance(shape.text)
    path = QPainterPath()
    path.addText(-width * _SHIFT[shape.anchor], 0, font, shape.text)
    painter.save()
    painter.translate(shape.x, shape.y)
    painter.scale(shape.size / _FINE, shape.size / _FINE)
    painter.fillPath(path, QColor(shape.colour))
    painter.restore()


def _choose(painter: QPainter, stroke: str | None, line: float, fill: str | None) -> None:
    painter.setPen(QPen(QColor(stroke), line) if stroke else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
