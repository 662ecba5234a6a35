"""How the map is painted: lines, then organisations, then the labels of ways."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPen, QPolygonF

from techmodel.ui.integration.map_drawing import path_of
from techmodel.ui.integration.sight import is_of
from techmodel.ui.integration.way_paint import paint_ground, paint_way, pen_style
from techmodel.ui.look import RADIUS_CONTROL, S, Size, Weight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont, QPainter

    from techmodel.core.flow_boxes import Curve
    from techmodel.ui.integration.map_drawing import Drawing
    from techmodel.ui.integration.sight import Pick
    from techmodel.ui.look import Look

HEAD = 7.0
"""How long the head of an arrow is, in pixels."""
FAINT = 0.25


@dataclass(frozen=True, slots=True)
class State:
    """What stands out: what is chosen, what one is on, and whether the map has the focus."""

    pick: Pick = ()
    current: Pick = ()
    focused: bool = False


def paint_map(
    painter: QPainter, drawing: Drawing, look: Look, names: Mapping[str, str], state: State
) -> None:
    """Paint the whole map; the lines of what is not chosen are faint once something is."""
    for way, curve in drawing.curves.items():
        painter.setOpacity(1.0 if is_of(state.pick, way) else FAINT)
        _line(painter, curve, look, drawing, (way, state))
    painter.setOpacity(1.0)
    for id_, box in drawing.boxes.items():
        _box(painter, box, look, names[id_], chosen=id_ in state.pick)
    for way, label in drawing.labels.items():
        if is_of(state.pick, way):
            paint_ground(painter, label, look, chosen=way == state.pick)
            paint_way(painter, label, look, drawing.cells[way])
    if state.focused and state.current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus"), 2))
        around = drawing.area(state.current).adjusted(-3, -3, 3, 3)
        painter.drawRoundedRect(around, RADIUS_CONTROL, RADIUS_CONTROL)


def _line(
    painter: QPainter,
    curve: Curve,
    look: Look,
    drawing: Drawing,
    told: tuple[tuple[str, str], State],
) -> None:
    way, state = told
    stands_out = way in {state.pick, state.current if state.focused else ()}
    colour = look.colour("accent" if stands_out else "ink3")
    pen = QPen(colour, 2.5 if stands_out else 1.0, pen_style(drawing.cells[way]))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path_of(curve))
    tip, from_ = QPointF(*curve.end), QPointF(*curve.control)
    turn = atan2(tip.y() - from_.y(), tip.x() - from_.x())
    wings = [
        QPointF(tip.x() - HEAD * cos(turn + side), tip.y() - HEAD * sin(turn + side))
        for side in (pi / 8, -pi / 8)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, *wings]))


def _box(painter: QPainter, box: QRectF, look: Look, name: str, *, chosen: bool) -> None:
    painter.setPen(QPen(look.colour("accent" if chosen else "line"), 2 if chosen else 1))
    painter.setBrush(look.colour("soft" if chosen else "surface"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
    font = look.font(Size.BODY, Weight.SEMIBOLD)
    room = box.adjusted(S / 2, 1, -S / 2, -1).toRect()
    if _tall(name, font, room) > room.height():
        font = look.font(Size.SMALL, Weight.SEMIBOLD)
    painter.setFont(font)
    painter.setPen(look.colour("ink"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room, flags, fitted(name, font, room))


def fitted(name: str, font: QFont, room: QRect) -> str:
    """A name, cut with dots until it fits its room on as many lines as there are."""
    shown = name
    while len(shown) > 4 and _tall(shown, font, room) > room.height():
        shown = f"{shown.rstrip('…')[:-1].rstrip()}…"
    return shown


def _tall(name: str, font: QFont, room: QRect) -> int:
    """The height that a name takes; more than any room where a word alone is too wide."""
    metrics = QFontMetrics(font)
    around = metrics.boundingRect(
        QRect(0, 0, room.width(), 10_000), Qt.TextFlag.TextWordWrap, name
    )
    return around.height() if around.width() <= room.width() else 10_000
