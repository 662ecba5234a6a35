"""How a row of a table or tree looks: a rule below, soft when selected, an edge at its left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from techmodel.ui.look import Look

Index = QModelIndex | QPersistentModelIndex

EDGE = 3
"""Width in pixels of the accent at the left of a selected row."""


def paint_row(painter: QPainter, option: Any, look: Look, *, first: bool, ring: bool) -> None:  # noqa: ANN401 - the stubs leave out the fields of options
    """Paint the ground of one cell: soft if selected, the edge in the first column, the rule.

    `ring` draws the focus inside the cell.
    """
    area = QRect(option.rect)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, look.colour("soft"))
        if first:
            painter.fillRect(QRect(area.x(), area.y(), EDGE, area.height()), look.colour("accent"))
    painter.setPen(look.colour("rule"))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    if ring and option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -2, -2))


class RowDelegate(QStyledItemDelegate):
    """Paints text cells on our rows; delegates of painted cells call `paint_row` themselves."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        paint_row(painter, option, self._look, first=index.column() == 0, ring=True)
        painter.restore()
        text: Any = QStyleOptionViewItem(option)
        text.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        text.rect = text.rect.adjusted(4, 0, -4, -1)
        super().paint(painter, text, index)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(16, 0)
