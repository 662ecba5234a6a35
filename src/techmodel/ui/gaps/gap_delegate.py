"""How the rows of the ranked list are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from techmodel.ui.gaps.gap_model import CAPABILITY, GAP, LEVEL, PRIORITY, RANK, ROW
from techmodel.ui.look import M, S, Size, Weight
from techmodel.ui.widgets.paint import paint_pips
from techmodel.ui.widgets.rows import RowDelegate, paint_row

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from techmodel.ui.gaps.ranked import GapRow

    Index = QModelIndex | QPersistentModelIndex

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ICON = 16


class GapDelegate(RowDelegate):
    """Paints rank, name with its duty, level of target, pips, and the priority as a link."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: GapRow = index.data(ROW)
        cell: Any = option
        painter.save()
        paint_row(painter, option, self._look, first=index.column() == RANK, ring=True)
        area = QRect(cell.rect).adjusted(S, 0, -S, -1)
        painter.setPen(self._look.colour("ink"))
        painter.setFont(self._look.font())
        if index.column() == CAPABILITY:
            self._name(painter, area.adjusted(-S, 0, S, 0), row)
        elif index.column() == LEVEL:
            self._level(painter, area.adjusted(-S, 0, S, 0), row)
        elif index.column() == GAP:
            paint_pips(painter, area.adjusted(-S, 0, S, 0), self._look, row.gap)
        elif index.column() == PRIORITY:
            self._priority(painter, area, row)
        else:
            self._text(painter, area, index)
        painter.restore()

    def _text(self, painter: QPainter, area: QRect, index: Index) -> None:
        if index.column() == RANK:
            painter.setFont(self._look.font(Size.BODY, Weight.SEMIBOLD))
        flags = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(area, flags, str(index.data()))

    def _name(self, painter: QPainter, area: QRect, row: GapRow) -> None:
        look, left = self._look, area.left()
        if row.duty:
            side = look.px(ICON)
            top = area.center().y() - side // 2 + 1
            painter.drawPixmap(left, top, look.pixmap("duty", "ink2", ICON))
            left += side + M // 2
        room = QRect(left, area.top(), area.right() - left - S, area.height())
        metrics = painter.fontMetrics()
        painter.drawText(
            room, _LEFT, metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        )

    def _level(self, painter: QPainter, area: QRect, row: GapRow) -> None:
        look, left = self._look, area.left()
        for text, weight, token in (
            (row.level, Weight.SEMIBOLD, "ink"),
            (" of ", Weight.REGULAR, "ink2"),
            (str(row.target), Weight.SEMIBOLD, "ink"),
        ):
            painter.setFont(look.font(Size.BODY, weight))
            painter.setPen(look.colour(token))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRect(left, area.top(), width + 2, area.height()), _LEFT, text)
            left += width

    def _priority(self, painter: QPainter, area: QRect, row: GapRow) -> None:
        font = QFont(self._look.font())
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self._look.colour("accent"))
        painter.drawText(area, _RIGHT, row.priority_text)
