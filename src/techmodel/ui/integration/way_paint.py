"""How all flows one way are painted: their lowest level, their count, and their worst gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from techmodel.ui.look import RADIUS_CHIP, XS, Size
from techmodel.ui.widgets.mark import Kind, Mark, level_mark
from techmodel.ui.widgets.paint import paint_chip, paint_pips

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from techmodel.core.flows import FlowCell
    from techmodel.ui.look import Look

CHIP, BESIDE, HIGH = 20, 32, 24
"""CSS pixels: the chip, the count and pips beside it, and the height of both."""


def way_mark(cell: FlowCell) -> Mark:
    """The chip of a way: its lowest known level, else that it is not known or does not apply."""
    if cell.level is not None:
        return level_mark(cell.level)
    return Mark(Kind.NOT_APPLICABLE if cell.gap is None else Kind.DONT_KNOW)


def pen_style(cell: FlowCell) -> Qt.PenStyle:
    """Solid at target, dashed below, dotted where that is not known."""
    if cell.gap is None or not cell.gap.high:
        return Qt.PenStyle.SolidLine
    return Qt.PenStyle.DashLine if cell.gap.low else Qt.PenStyle.DotLine


def label_size(look: Look) -> tuple[float, float]:
    """Width and height of the label of a way in pixels."""
    return look.px(CHIP + BESIDE) + 2.0 * XS, look.px(HIGH) + 2.0


def paint_way(painter: QPainter, area: QRectF, look: Look, cell: FlowCell) -> None:
    """Paint the label of a way in the middle of an area."""
    side, beside = look.px(CHIP), look.px(BESIDE)
    left = area.center().x() - (side + XS + beside) / 2
    chip = QRectF(left, area.center().y() - side / 2, side, side)
    paint_chip(painter, chip, look, way_mark(cell))
    right = QRectF(chip.right() + XS, area.center().y() - look.px(HIGH) / 2, beside, 0)
    right.setHeight(look.px(HIGH - 8))
    painter.setFont(look.font(Size.SMALL))
    painter.setPen(look.colour("ink2"))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(right, flags, f"×{cell.count}")
    pips = QRectF(right.left(), right.bottom(), beside, look.px(5))
    paint_pips(painter, pips, look, cell.gap)


def paint_ground(painter: QPainter, area: QRectF, look: Look, *, chosen: bool) -> None:
    """Paint the ground of a label, so that lines do not run through it."""
    painter.setBrush(look.colour("soft" if chosen else "surface"))
    edge = look.colour("accent" if chosen else "rule")
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
