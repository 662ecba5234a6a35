"""Painting chips, bars and pips, for widgets and for the cells of tables and trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from techmodel.ui.look import RADIUS_BAR, RADIUS_CHIP, Size, Weight
from techmodel.ui.widgets.mark import Kind

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from techmodel.core.gaps import Range
    from techmodel.ui.look import Look
    from techmodel.ui.widgets.mark import Mark

OUTLINE = 4
"""Room in pixels that a target's outline needs around a chip."""
HATCH_STEP = 4
"""Pixels between two lines of a hatch."""


def paint_chip(painter: QPainter, rect: QRect | QRectF, look: Look, mark: Mark) -> None:
    """Paint a chip filling `rect`; a target's outline is drawn `OUTLINE` pixels around it."""
    area = QRectF(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.target:
        painter.setPen(QPen(look.colour("ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = OUTLINE - 1
        outline = area.adjusted(-around, -around, around, around)
        painter.drawRoundedRect(outline, RADIUS_CHIP + 2, RADIUS_CHIP + 2)
    _chip_ground(painter, area, look, mark)
    if mark.provided:
        _corner(painter, area, _chip_text(look, mark))
    painter.setFont(_chip_font(look, area, mark))
    if look.high_contrast and mark.kind in {Kind.DONT_KNOW, Kind.RANGE}:
        words = painter.boundingRect(area, Qt.AlignmentFlag.AlignCenter, mark.text)
        painter.fillRect(words.adjusted(-2, 2, 2, -2), look.colour("surface"))
    painter.setPen(_chip_text(look, mark))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, mark.text)
    painter.restore()


def paint_level_bar(
    painter: QPainter, rect: QRect | QRectF, look: Look, levels: tuple[int, int], target: int
) -> None:
    """Paint five boxes: filled to `levels[0]`, hatched to `levels[1]`, outlined to `target`."""
    area, (low, high) = QRectF(rect), levels
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    step = area.width() / 5
    for n in range(1, 6):
        box = QRectF(area.x() + (n - 1) * step + 2, area.y() + 3, step - 3, area.height() - 6)
        if n <= low:
            _level_box(painter, box, look, low)
        elif n <= high:
            hatch(painter, box, look.colour("ink2"))
            _frame(painter, box, look.colour("line"))
        elif n <= target:
            _frame(painter, box, look.colour("line"))
        else:
            _frame(painter, box, look.colour("rule"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if target:
        painter.setPen(QPen(look.colour("ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outline = QRectF(area.x(), area.y(), target * step + 1, area.height())
        painter.drawRoundedRect(outline.adjusted(1, 1, -1, -1), RADIUS_CHIP, RADIUS_CHIP)
    painter.restore()


def paint_range_bar(
    painter: QPainter, rect: QRect | QRectF, look: Look, share: Range | None
) -> None:
    """Paint a share of the target, 0..1: solid to low, hatched to high; all hatched when None."""
    area = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    low, high = (share.low, share.high) if share else (0.0, 1.0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    path = QPainterPath()
    path.addRoundedRect(area, RADIUS_BAR, RADIUS_BAR)
    painter.fillPath(path, look.colour("surface"))
    painter.setClipPath(path)
    solid = area.width() * min(low, 1.0)
    painter.fillRect(QRectF(area.x(), area.y(), solid, area.height()), look.colour("accent"))
    if high > low:
        width = area.width() * min(high, 1.0) - solid
        hatch(
            painter,
            QRectF(area.x() + solid, area.y(), width, area.height()),
            look.colour("accent"),
        )
    painter.setClipping(False)
    painter.setPen(QPen(look.colour("line"), 1))
    painter.drawPath(path)
    painter.restore()


def paint_pips(
    painter: QPainter, rect: QRect | QRectF, look: Look, gap: Range | None, colour: str = ""
) -> None:
    """Paint one square per missing level from the left, hollow where it is not certain.

    `colour` ("#RRGGBB") replaces ink, for pips on a level's fill.
    """
    if gap is None:
        return
    area, ink = QRectF(rect), QColor(colour) if colour else look.colour("ink")
    side = min(float(look.px(7)), area.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for n in range(int(gap.high)):
        box = QRectF(area.x() + n * (side + 2), area.center().y() - side / 2, side, side)
        if n < gap.low:
            painter.fillRect(box, ink)
        else:
            _frame(painter, box.adjusted(0, 0, -1, -1), ink)
    painter.restore()


def hatch(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Fill an area with slanted lines: what may be, but is not known."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += HATCH_STEP
    painter.restore()


def _chip_ground(painter: QPainter, area: QRectF, look: Look, mark: Mark) -> None:
    inner = area.adjusted(0.5, 0.5, -0.5, -0.5)
    path = QPainterPath()
    path.addRoundedRect(inner, RADIUS_CHIP, RADIUS_CHIP)
    if mark.kind is Kind.LEVEL and mark.level is not None:
        fill = QColor(look.palette.levels[mark.level].fill)
        edge = look.colour("ink") if look.high_contrast else fill.darker(125)
        painter.fillPath(path, fill)
        painter.strokePath(path, QPen(edge, 1))
    elif mark.kind in {Kind.DONT_KNOW, Kind.RANGE}:
        painter.fillPath(path, look.colour("surface"))
        painter.setClipPath(path)
        hatch(painter, inner, look.colour("rule" if not look.high_contrast else "ink3"))
        painter.setClipping(False)
        painter.strokePath(path, QPen(look.colour("line"), 1))
    elif mark.kind is Kind.NOT_ANSWERED:
        painter.strokePath(path, QPen(look.colour("line"), 1, Qt.PenStyle.DashLine))


def _chip_text(look: Look, mark: Mark) -> QColor:
    if mark.kind is Kind.LEVEL and mark.level is not None:
        return QColor(look.palette.levels[mark.level].text)
    return look.colour("ink3" if mark.kind in {Kind.NOT_ASKED, Kind.NOT_APPLICABLE} else "ink")


def _chip_font(look: Look, area: QRectF, mark: Mark) -> QFont:
    if mark.kind in {Kind.NOT_APPLICABLE, Kind.NOT_ASKED}:
        return look.font(Size.SMALL)
    large = area.height() >= look.px(28)
    small = area.height() < look.px(20) or mark.kind is Kind.RANGE
    size = Size.LARGE if large else Size.SMALL if small else Size.BODY
    return look.font(size, Weight.SEMIBOLD)


def _corner(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A small corner at the top left: another organisation provides it."""
    side = area.height() / 4
    path = QPainterPath(area.topLeft())
    path.lineTo(area.left() + side, area.top())
    path.lineTo(area.left(), area.top() + side)
    path.closeSubpath()
    painter.fillPath(path, colour)


def _level_box(painter: QPainter, box: QRectF, look: Look, level: int) -> None:
    if look.high_contrast:
        painter.fillRect(box, look.colour("ink"))
    else:
        painter.fillRect(box, QColor(look.palette.levels[level].fill))
        _frame(painter, box, QColor(look.palette.levels[level].fill).darker(125))


def _frame(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
