"""Paints how far a partner is: boxes filled up to its stage, and the word for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPen
from typing_extensions import override

from techmodel.core.onboarding import Stage
from techmodel.ui.look import S
from techmodel.ui.plan.entries.table import EntryDelegate
from techmodel.ui.widgets.rows import paint_row
from techmodel.ui.widgets.wrapped import WrappedDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    Index = QModelIndex | QPersistentModelIndex

FILLED = {Stage.NOT_STARTED: 0, Stage.PLANNED: 1, Stage.ONBOARDING: 2, Stage.LIVE: 3}
"""How many of three boxes a stage fills; one that does not apply has none."""
BOX, HIGH, GAP, BOXES = 14, 8, 2, 3
"""CSS pixels of a box, and between boxes."""


class StageDelegate(EntryDelegate, WrappedDelegate):
    """Cells to type in, whose rows are as high as their words; stages have boxes."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._model.columns[index.column()].key != "stage":
            super().paint(painter, option, index)
            return
        cell: Any = option
        area = QRect(cell.rect).adjusted(S - 1, 0, 1 - S, -1)
        painter.save()
        paint_row(painter, option, self._look, first=False, ring=True)
        painter.setFont(self._look.font())
        left, boxes = area.left(), BOXES * self._look.px(BOX + GAP) + S
        if boxes + painter.fontMetrics().horizontalAdvance(str(index.data())) <= area.width():
            self._paint_boxes(painter, area, str(index.data(Qt.ItemDataRole.EditRole)))
            left += boxes
        painter.setPen(self._look.colour("ink"))
        room = QRect(left, area.top(), area.right() - left + 1, area.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()

    def _paint_boxes(self, painter: QPainter, area: QRect, stage: str) -> None:
        """Paint the boxes of a stage at the left."""
        px = self._look.px
        filled, left = FILLED.get(Stage(stage)), area.left()
        top = area.center().y() - px(HIGH) // 2 + 1
        for n in range(BOXES) if filled is not None else ():
            box = QRect(left + n * px(BOX + GAP), top, px(BOX), px(HIGH))
            if n < (filled or 0):
                painter.fillRect(box, self._look.colour("accent"))
            else:
                painter.setPen(QPen(self._look.colour("line"), 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
