"""How a line of the list looks: tick, name over what it is about, state at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate
from typing_extensions import override

from techmodel.ui.look import L, M, S, Size, Weight
from techmodel.ui.merge.list_model import ROW
from techmodel.ui.widgets.rows import paint_row

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from techmodel.ui.look import Look
    from techmodel.ui.merge.list_model import Row

    Index = QModelIndex | QPersistentModelIndex

HEIGHT, TICK = 52, 20
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ListDelegate(QStyledItemDelegate):
    """Paints a line; names that are cut show in full in its tip."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._look.px(HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        cell: Any = option
        look, area = self._look, QRect(cell.rect)
        painter.save()
        paint_row(painter, option, look, first=True, ring=True)
        left = area.left() + look.px(M + TICK) + S
        if row.settled:
            side = look.px(TICK)
            top = area.center().y() - side // 2
            painter.drawPixmap(area.left() + look.px(M), top, look.pixmap("tick", "accent", TICK))
        weight = Weight.REGULAR if row.settled else Weight.SEMIBOLD
        small = look.font(Size.SMALL, weight)
        state = QFontMetrics(small).horizontalAdvance(row.state)
        painter.setFont(small)
        painter.setPen(look.colour("ink2" if row.settled else "ink"))
        painter.drawText(area.adjusted(0, 0, -L, 0), _RIGHT, row.state)
        room = area.right() - left - state - L - S
        self._words(painter, QRect(left, area.top(), room, area.height()), row)
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, row: Row) -> None:
        """Two lines, each cut where the room ends."""
        look, half = self._look, area.height() // 2
        lines = (
            (row.name, look.font(Size.BODY, Weight.SEMIBOLD), "ink", area.top() + look.px(5)),
            (row.about, look.font(Size.SMALL), "ink2", area.top() + half),
        )
        for text, font, token, top in lines:
            cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.setFont(font)
            painter.setPen(look.colour(token))
            painter.drawText(QRect(area.left(), top, area.width(), half - look.px(5)), _LEFT, cut)
