"""Painting the logic model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from techmodel.ui.look import RADIUS_CONTROL, Size, Weight
from techmodel.ui.plan.benefits.drawing import PAD
from techmodel.wording.benefits import NOTHING_YET, STAGES

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPainterPath

    from techmodel.ui.look import Look
    from techmodel.ui.plan.benefits.drawing import Face, Sheet

_WORDS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
TIP = 5
"""CSS pixels of the tip of a link."""


@dataclass(frozen=True, slots=True)
class State:
    """What stands out while it is painted.

    Attributes:
        current: the element one is on.
        source: the element that is being joined, "" for none.
        matching: those that the search leaves.
        focused: whether the drawing has the focus.
        drag: where the pointer is while a link is drawn.
    """

    current: str = ""
    source: str = ""
    matching: Collection[str] = ()
    focused: bool = False
    drag: QPointF | None = None


def paint_sheet(painter: QPainter, sheet: Sheet, look: Look, state: State) -> None:
    """Paint heads, links and cards."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_heads(painter, sheet, look)
    strong = [k for k in sheet.links if state.current in {k.source, k.target}]
    for link in (*(k for k in sheet.links if k not in strong), *strong):
        _paint_link(painter, link.path, link.end, look, strong=link in strong)
    for face in sheet.faces:
        _paint_face(painter, face, look, state)
    source = sheet.face(state.source)
    if source is not None and state.drag is not None:
        painter.setPen(QPen(look.colour("accent"), 2, Qt.PenStyle.DashLine))
        start = QPointF(source.area.right(), source.area.center().y())
        painter.drawLine(start, state.drag)


def _paint_heads(painter: QPainter, sheet: Sheet, look: Look) -> None:
    for stage, area, there in sheet.heads:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("sunken"))
        painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setFont(look.font(Size.SMALL, Weight.SEMIBOLD))
        painter.setPen(look.colour("ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, STAGES[stage])
        if not there:
            painter.setFont(look.font(Size.SMALL))
            painter.setPen(look.colour("ink3"))
            below = area.translated(0, area.height() + look.px(8))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, NOTHING_YET)


def _paint_link(
    painter: QPainter, path: QPainterPath, end: QPointF, look: Look, *, strong: bool
) -> None:
    colour, tip = look.colour("accent" if strong else "line"), look.px(TIP)
    painter.setPen(QPen(colour, 2 if strong else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    x, y = end.x(), end.y()
    corners = [end, QPointF(x - tip, y - tip * 0.7), QPointF(x - tip, y + tip * 0.7)]
    painter.drawPolygon(QPolygonF(corners))


def _paint_face(painter: QPainter, face: Face, look: Look, state: State) -> None:
    id_ = face.benefit.id
    current, area = id_ == state.current, face.area
    out = id_ not in state.matching
    painter.setBrush(look.colour("soft" if current else "surface"))
    pen = QPen(look.colour("accent" if current or id_ == state.source else "line"), 1)
    pen.setStyle(Qt.PenStyle.DashLine if out else Qt.PenStyle.SolidLine)
    pen.setWidth(2 if id_ == state.source else 1)
    painter.setPen(pen)
    painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
    if current:
        painter.fillRect(QRectF(area.x(), area.y() + 2, 3, area.height() - 4), pen.color())
    _paint_words(painter, face, look, out=out)
    if current and state.focused:
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            area.adjusted(-3, -3, 3, 3), RADIUS_CONTROL + 2, RADIUS_CONTROL + 2
        )


def _paint_words(painter: QPainter, face: Face, look: Look, *, out: bool) -> None:
    inks = {"name": "ink", "measure": "ink2", "lacks": "stop.text"}
    for line in face.lines:
        strong = line.kind == "name"
        area = line.area.translated(face.area.topLeft())
        token = "ink3" if out else inks[line.kind]
        painter.setFont(look.font(Size.BODY, Weight.SEMIBOLD) if strong else look.font(Size.SMALL))
        painter.setPen(look.colour(token))
        step = QFontMetricsF(painter.font()).lineSpacing()
        for n, row in enumerate(line.rows):
            place = QRectF(area.x(), area.y() + n * step, area.width(), step + 1)
            painter.drawText(place, _WORDS, row)
        if line.kind == "lacks":
            picture = look.pixmap("alert", token, 14)
            painter.drawPixmap(QPointF(face.area.x() + look.px(PAD), area.y() + 1), picture)
