"""The bar of a domain: what is reached now within its target, and what was reached then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget
from typing_extensions import override

from techmodel.core.progress import Advance
from techmodel.ui.look import RADIUS_BAR, XL, L, S, Size, Weight
from techmodel.ui.rounds.advance_model import ADVANCE_ROLE, ALL, DOMAIN
from techmodel.ui.widgets.paint import hatch
from techmodel.ui.widgets.rows import RowDelegate, paint_row

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent

    from techmodel.core.ranges import Range
    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex

ROW, BAR, MARK = 40, 14, 6
"""Heights in CSS pixels: a row, its bar, the mark of then below the bar."""
NARROWEST = 160
LEGEND = 32


class BarDelegate(RowDelegate):
    """Paints the bar of a row."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_row(painter, option, self._look, first=False, ring=True)
        advance, cell = index.data(ADVANCE_ROLE), QRectF(_rect(option))
        if isinstance(advance, Advance):
            px = self._look.px
            top = cell.top() + (cell.height() - px(BAR) - px(MARK) - 2) / 2
            area = QRectF(cell.left() + S, top, cell.width() - 2 * S, px(BAR))
            paint_bar(painter, area, self._look, advance)
        painter.restore()


class NameDelegate(RowDelegate):
    """Paints names; the row of all domains stands out."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.sibling(index.row(), DOMAIN).data() == ALL:
            text: Any = option
            text.font = self._look.font(Size.BODY, Weight.SEMIBOLD)


class Legend(QWidget):
    """What the parts of a bar mean."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ("reached now", "may be reached", "target", "reached then")
        self.setAccessibleName("Legend of the bars")
        self.setAccessibleDescription(", ".join(self._words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(LEGEND))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setFont(look.font(Size.SMALL))
        x, height = float(XL), self.height()
        for n, words in enumerate(self._words):
            swatch = QRectF(x, (height - px(10)) / 2, px(22), px(10))
            _swatch(painter, swatch, look, n)
            wide = painter.fontMetrics().horizontalAdvance(words)
            painter.setPen(look.colour("ink2"))
            area = QRectF(swatch.right() + S, 0, wide + 2, height)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
            x = area.right() + L
        painter.end()


def paint_bar(painter: QPainter, area: QRectF, look: Look, advance: Advance) -> None:
    """Paint what is reached now, solid and hatched, in the outline of the target; then below."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, look.colour("surface"))
    now, then = advance.reached_now, advance.reached_then
    if now is not None:
        _fill(painter, area, look, now)
    painter.setPen(QPen(look.colour("ink"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, RADIUS_BAR, RADIUS_BAR)
    if then is not None:
        _then(painter, area, look, then)


def _fill(painter: QPainter, area: QRectF, look: Look, now: Range) -> None:
    low, high = (min(share, 1.0) * area.width() for share in (now.low, now.high))
    painter.fillRect(QRectF(area.left(), area.top(), low, area.height()), look.colour("accent"))
    if high > low:
        rest = QRectF(area.left() + low, area.top(), high - low, area.height())
        hatch(painter, rest, look.colour("accent"))


def _then(painter: QPainter, area: QRectF, look: Look, then: Range) -> None:
    """A wedge below the bar where it was known; a line between two where it was a range."""
    side, top = look.px(MARK), area.bottom() + 2
    low, high = (area.left() + min(share, 1.0) * area.width() for share in (then.low, then.high))
    painter.setPen(QPen(look.colour("ink"), 1.5))
    if high > low:
        middle = top + side / 2
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, top), QPointF(end, top + side))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("ink"))
    half = side * 0.8
    painter.drawPolygon(
        [QPointF(low, top), QPointF(low - half, top + side), QPointF(low + half, top + side)]
    )


def _swatch(painter: QPainter, area: QRectF, look: Look, kind: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind == 0:
        painter.fillRect(area, look.colour("accent"))
    elif kind == 1:
        hatch(painter, area, look.colour("accent"))
    elif kind == 2:
        painter.setPen(QPen(look.colour("ink"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, RADIUS_BAR, RADIUS_BAR)
    else:
        middle, side = area.center(), look.px(MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("ink"))
        half = side * 0.8
        painter.drawPolygon(
            [
                QPointF(middle.x(), middle.y() - side / 2),
                QPointF(middle.x() - half, middle.y() + side / 2),
                QPointF(middle.x() + half, middle.y() + side / 2),
            ]
        )


def _rect(option: Any) -> Any:  # noqa: ANN401 - the stubs leave out the fields of options
    return option.rect
