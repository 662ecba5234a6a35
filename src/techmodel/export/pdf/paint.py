"""Puts shapes on the page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor

from techmodel.export.pdf.fonts import REGULAR, SEMIBOLD, showable, width
from techmodel.export.shapes import Box, Label, Line

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from techmodel.export.shapes import Chart, Shape

_colour = cache(HexColor)


def paint(canvas: Canvas, chart: Chart, x: float, top: float) -> None:
    """Paint the chart with its upper left corner at (x, top), in the canvas's coordinates."""
    canvas.saveState()
    canvas.setLineJoin(1)
    for shape in chart.shapes:
        _paint(canvas, shape, x, top)
    canvas.restoreState()


def _paint(canvas: Canvas, shape: Shape, x: float, top: float) -> None:
    if isinstance(shape, Label):
        _label(canvas, shape, x, top)
        return
    _pens(canvas, shape)
    filled, edged = int(shape.fill is not None), int(shape.stroke is not None)
    if isinstance(shape, Box):
        left, bottom = x + shape.x, top - shape.y - shape.height
        if shape.radius:
            canvas.roundRect(left, bottom, shape.width, shape.height, shape.radius, edged, filled)
        else:
            canvas.rect(left, bottom, shape.width, shape.height, edged, filled)
        return
    path = canvas.beginPath()
    for n, (px, py) in enumerate(shape.points):
        (path.lineTo if n else path.moveTo)(x + px, top - py)
    if shape.closed:
        path.close()
    canvas.drawPath(path, edged, filled)


def _pens(canvas: Canvas, shape: Box | Line) -> None:
    if shape.fill:
        canvas.setFillColor(_colour(shape.fill))
    if shape.stroke:
        canvas.setStrokeColor(_colour(shape.stroke))
        canvas.setLineWidth(shape.line)
        canvas.setDash(list(shape.dash) if isinstance(shape, Line) else [])


def _label(canvas: Canvas, label: Label, x: float, top: float) -> None:
    font = SEMIBOLD if label.bold else REGULAR
    text = showable(label.text)
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    canvas.setFont(font, label.size)
    canvas.setFillColor(_colour(label.colour))
    canvas.drawString(x + label.x - shift * width(text, font, label.size), top - label.y, text)
