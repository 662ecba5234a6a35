"""How the cells of the matrix look: level with wording, stem and chip, the range held together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from techmodel.ui.checklist.level_row import TARGET, laid_out
from techmodel.ui.checklist.matrix_model import FIRST, LEVELS_COLUMN, MatrixModel
from techmodel.ui.look import RADIUS_CHIP, XS, M, S, Size, Weight
from techmodel.ui.widgets.mark import Mark, level_mark
from techmodel.ui.widgets.paint import hatch, paint_chip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QTextLayout

    from techmodel.ui.checklist.board import Row
    from techmodel.ui.look import Look

Index = QModelIndex | QPersistentModelIndex

ROW_LEAST = 40
CHIP, BIG_CHIP, TAG = 24, 32, 18
NAME, BESIDE = 96, 320
STEM = 6
"""Lengths in CSS pixels."""


class MatrixDelegate(QStyledItemDelegate):
    """Paints all three parts of the matrix."""

    def __init__(self, look: Look, model: MatrixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self.active = False

    def row_height(self, row: Row, width: int) -> int:
        """The height a row needs when the levels column is `width` pixels wide."""
        look = self._look
        words = round(self._laid_out(row, width).boundingRect().height())
        if self._beside(width):
            tag = look.px(44) if row.mark.target else 0
            return max(look.px(ROW_LEAST), words + look.px(S), tag)
        tag = look.px(TAG + XS) if row.mark.target else 0
        return max(look.px(ROW_LEAST), words + look.px(S) + tag)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(BIG_CHIP), self._look.px(ROW_LEAST))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        painter.save()
        if index.column() == LEVELS_COLUMN:
            self._paint_level(painter, area, self._model.board.rows[index.row()])
        elif index.column() == self._model.partnership:
            self._paint_together(painter, area, index.row())
        else:
            self._paint_cell(painter, area, index, option.state)
        self._rule(painter, area, index.row())
        self._frame(painter, area, index)
        painter.restore()

    def _paint_level(self, painter: QPainter, area: QRect, row: Row) -> None:
        look, px = self._look, self._look.px
        side = px(CHIP)
        chip = QRect(area.left() + XS, area.center().y() - side // 2, side, side)
        paint_chip(painter, chip, look, Mark(row.mark.kind, row.mark.level))
        left = self._left(area.width())
        if self._beside(area.width()):
            self._paint_name(
                painter, QRect(chip.right() + S, area.top(), px(NAME), area.height()), row
            )
        words = self._laid_out(row, area.width())
        under = 0 if self._beside(area.width()) or not row.mark.target else px(TAG + XS)
        top = area.top() + (area.height() - words.boundingRect().height() - under) / 2
        painter.setPen(look.colour("ink"))
        words.draw(painter, QPointF(area.left() + left, top))
        if under:
            below = round(top + words.boundingRect().height()) + XS
            self._tag(painter, QRect(area.left() + left, below, 0, px(TAG)))

    def _paint_name(self, painter: QPainter, area: QRect, row: Row) -> None:
        look, px = self._look, self._look.px
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(Size.BODY, Weight.SEMIBOLD))
        if not row.mark.target:
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, row.name)
            return
        name = area.adjusted(0, 0, 0, px(2) - area.height() // 2)
        painter.drawText(name, Qt.AlignmentFlag.AlignBottom, row.name)
        self._tag(painter, QRect(area.left(), name.bottom() + 3, 0, px(TAG)))

    def _tag(self, painter: QPainter, area: QRect) -> None:
        look = self._look
        font = look.font(Size.SMALL, Weight.SEMIBOLD)
        area.setWidth(QFontMetrics(font).horizontalAdvance(TARGET) + look.px(M))
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("ink"), 2))
        painter.drawRoundedRect(QRectF(area), RADIUS_CHIP, RADIUS_CHIP)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, TARGET)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_cell(self, painter: QPainter, area: QRect, index: Index, state: Any) -> None:  # noqa: ANN401 - the stubs leave out the fields of options
        look = self._look
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look.colour("soft"))
        column = self._model.board.columns[index.column() - FIRST]
        row = self._model.board.rows[index.row()]
        self._stem(painter, area, index.row(), column.mark)
        if row.key == column.key:
            side = look.px(BIG_CHIP)
            chip = QRect(0, 0, side, side)
            chip.moveCenter(area.center())
            paint_chip(painter, chip, look, column.mark)
        elif not self._is_stem(index.row(), column.mark):
            painter.setPen(look.colour("ink3"))
            painter.setFont(look.font(Size.LARGE, Weight.SEMIBOLD))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "·")
        if self.active and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(area.adjusted(2, 2, -3, -4))

    @staticmethod
    def _is_stem(row: int, mark: Mark) -> bool:
        return mark.level is not None and row < mark.level

    def _stem(self, painter: QPainter, area: QRect, row: int, mark: Mark) -> None:
        """The line from level 0 down to the level: everything below holds too."""
        if not mark.level or row > mark.level:
            return
        look = self._look
        colour = QColor(look.palette.levels[mark.level].fill)
        if look.high_contrast:
            colour = look.colour("ink")
        colour.setAlphaF(0.55)
        width = look.px(STEM)
        stem = QRect(area.center().x() - width // 2 + 1, area.top(), width, area.height())
        if row == 0:
            stem.setTop(area.center().y())
        if row == mark.level:
            stem.setBottom(area.center().y())
        painter.fillRect(stem, colour)

    def _paint_together(self, painter: QPainter, area: QRect, row: int) -> None:
        look, held = self._look, self._model.board.together
        painter.fillRect(area, look.colour("bg"))
        if held is None or not held[0] <= row <= held[1]:
            return
        side = look.px(BIG_CHIP)
        chip = QRect(0, 0, side, side)
        chip.moveCenter(area.center())
        if row == held[0]:
            paint_chip(painter, chip, look, level_mark(row))
            return
        self._perhaps(painter, chip, row)

    def _perhaps(self, painter: QPainter, chip: QRect, level: int) -> None:
        """A hatched chip: the level may be held, but that is not known."""
        look = self._look
        box = QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(box, look.colour("surface"))
        hatch(painter, box, look.colour("line"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        metrics = QFontMetrics(look.font(Size.LARGE, Weight.SEMIBOLD))
        ground = metrics.boundingRect(str(level)).adjusted(-3, 0, 3, 0)
        ground.moveCenter(chip.center())
        painter.fillRect(ground, look.colour("surface"))
        painter.setFont(look.font(Size.LARGE, Weight.SEMIBOLD))
        painter.setPen(look.colour("ink"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(level))

    def _rule(self, painter: QPainter, area: QRect, row: int) -> None:
        if self._model.board.rows[row].mark.target:
            return
        painter.setPen(self._look.colour("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _frame(self, painter: QPainter, area: QRect, index: Index) -> None:
        """The frame of the target row, each cell its part of it."""
        if not self._model.board.rows[index.row()].mark.target:
            return
        painter.setPen(QPen(self._look.colour("ink"), 2))
        top, bottom = area.top() + 1, area.bottom()
        painter.drawLine(area.left(), top, area.right() + 1, top)
        painter.drawLine(area.left(), bottom, area.right() + 1, bottom)
        if index.column() == LEVELS_COLUMN:
            painter.drawLine(area.left() + 1, top, area.left() + 1, bottom)
        if index.column() == self._model.partnership:
            painter.drawLine(area.right(), top, area.right(), bottom)

    def _beside(self, width: int) -> bool:
        """Whether there is room for the name in a column of its own."""
        return width >= self._look.px(BESIDE)

    def _left(self, width: int) -> int:
        """Where the wording begins."""
        left = XS + self._look.px(CHIP) + S
        return left + self._look.px(NAME) + S if self._beside(width) else left

    def _laid_out(self, row: Row, width: int) -> QTextLayout:
        name = "" if self._beside(width) else row.name
        room = max(self._look.px(60), width - self._left(width) - S)
        return laid_out(self._look, name, row.wording, room)
