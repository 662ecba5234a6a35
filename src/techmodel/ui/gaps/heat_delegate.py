"""How the cells of the heat map are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from techmodel.ui.gaps.heat_model import CELL, NAME
from techmodel.ui.gaps.picture import LevelCell, ShareCell, TogetherCell
from techmodel.ui.look import XS, M, S, Size, Weight
from techmodel.ui.widgets.mark import Kind
from techmodel.ui.widgets.paint import paint_chip, paint_level_bar, paint_range_bar

if TYPE_CHECKING:
    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex

ROW, CHIP = 28, 26
INDENT = 28
"""Where names begin, after the sign that opens a domain."""
BAR = 64
LINES = 3
"""How many lines a name may take before it is cut."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class HeatDelegate(QStyledItemDelegate):
    """Paints names, bars, shares and chips. `marked` is the column of the organisation shown."""

    def __init__(self, look: Look, view: QTreeView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.marked = -1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._look.px(ROW)
        if index.column() == NAME:
            height = max(height, self._name_height(index))
        return QSize(0, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        self._ground(painter, rect, index)
        cell = index.data(CELL)
        if isinstance(cell, TogetherCell):
            self._together(painter, rect, cell)
        elif isinstance(cell, LevelCell):
            self._level(painter, rect, cell)
        elif isinstance(cell, ShareCell):
            (self._share if index.column() > 1 else self._domain_share)(painter, rect, cell)
        else:
            self._name(painter, rect, index)
        self._focus(painter, rect, index)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look, current = self._look, self._view.currentIndex()
        chosen = (
            self._view.hasFocus()
            and current.row() == index.row()
            and current.parent() == index.parent()
        )
        inside = index.parent().isValid()
        marked = index.column() == self.marked
        token = "soft" if chosen or marked else "surface" if inside else "bg"
        painter.fillRect(rect, look.colour(token))
        painter.setPen(look.colour("rule"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and index.column() == NAME:
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), look.colour("accent"))

    def _focus(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _name(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look = self._look
        area = rect.adjusted(look.px(INDENT), 0, -S, -1)
        if not index.parent().isValid():
            is_open = self._view.isExpanded(index.sibling(index.row(), NAME))
            self._sign(painter, rect, is_open=is_open)
        painter.setFont(self._name_font(index))
        painter.setPen(look.colour("ink"))
        text = _cut(str(index.data()), painter.fontMetrics(), area.width())
        painter.drawText(area, _LEFT | Qt.TextFlag.TextWordWrap, text)

    def _name_font(self, index: Index) -> QFont:
        weight = Weight.REGULAR if index.parent().isValid() else Weight.SEMIBOLD
        return self._look.font(Size.BODY, weight)

    def _sign(self, painter: QPainter, rect: QRect, *, is_open: bool) -> None:
        """A chevron: right when closed, down when open."""
        reach = self._look.px(4)
        middle = QPointF(rect.left() + self._look.px(15), rect.center().y() + 0.5)
        ends = ((-reach, -reach / 2), (0.0, reach / 2), (reach, -reach / 2))
        points = [middle + (QPointF(x, y) if is_open else QPointF(y, x)) for x, y in ends]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("ink2"), 1.5))
        painter.drawPolyline(points)

    def _domain_share(self, painter: QPainter, rect: QRect, cell: ShareCell) -> None:
        look = self._look
        painter.setFont(look.font(Size.SMALL, Weight.SEMIBOLD))
        painter.setPen(look.colour("ink"))
        painter.drawText(rect.adjusted(XS, 0, -S, 0), _LEFT, cell.text)
        share = cell.share if cell.known else None
        paint_range_bar(painter, self._bar(rect, 10), look, share)

    def _together(self, painter: QPainter, rect: QRect, cell: TogetherCell) -> None:
        look = self._look
        x = rect.left() + XS
        parts = [(cell.level_text, Weight.SEMIBOLD)]
        if cell.target:
            parts += [(" of ", Weight.REGULAR), (str(cell.target), Weight.SEMIBOLD)]
        for text, weight in parts:
            painter.setFont(look.font(Size.SMALL, weight))
            painter.setPen(look.colour("ink" if weight is Weight.SEMIBOLD else "ink2"))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRect(x, rect.top(), width + 2, rect.height()), _LEFT, text)
            x += width
        bar = self._bar(rect, 18)
        paint_level_bar(painter, bar, look, cell.levels, cell.target)

    def _share(self, painter: QPainter, rect: QRect, cell: ShareCell) -> None:
        look = self._look
        weight = Weight.SEMIBOLD if cell.lowest else Weight.REGULAR
        painter.setFont(look.font(Size.SMALL, weight))
        painter.setPen(look.colour("ink" if cell.lowest else "ink2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell.text)
        if cell.lowest:
            metrics = painter.fontMetrics()
            width = metrics.horizontalAdvance(cell.text)
            top = rect.center().y() + metrics.ascent() // 2 + 2
            left = rect.center().x() - width // 2
            painter.fillRect(QRect(left, top, width, 2), look.colour("ink"))

    def _level(self, painter: QPainter, rect: QRect, cell: LevelCell) -> None:
        look = self._look
        height = look.px(CHIP)
        top = rect.top() + (rect.height() - height) // 2
        chip = QRect(rect.left() + 1, top, rect.width() - 2, height)
        paint_chip(painter, chip, look, cell.mark)
        if cell.mark.kind is Kind.LEVEL and cell.mark.level is not None:
            self._pips(painter, chip, cell.gap, QColor(look.palette.levels[cell.mark.level].text))

    def _pips(self, painter: QPainter, chip: QRect, gap: int, colour: QColor) -> None:
        """One square per level missing, upwards from the bottom right."""
        side, step = self._look.px(4), self._look.px(5)
        left, bottom = chip.right() - side - 2, chip.bottom() - side - 2
        for n in range(gap):
            painter.fillRect(QRectF(left, bottom - n * step + 1, side, side), colour)

    def _bar(self, rect: QRect, height: int) -> QRect:
        look = self._look
        width, tall = look.px(BAR), look.px(height)
        top = rect.top() + (rect.height() - tall) // 2
        return QRect(rect.right() - width - M + XS, top, width, tall)

    def _name_height(self, index: Index) -> int:
        look = self._look
        width = self._view.columnWidth(NAME) - look.px(INDENT) - S
        metrics = QFontMetrics(self._name_font(index))
        lines = min(LINES, _lines(str(index.data()), metrics, width))
        return lines * metrics.lineSpacing() + XS if lines > 1 else 0


def _lines(text: str, metrics: QFontMetrics, width: int) -> int:
    area = QRect(0, 0, max(1, width), 1000)
    height = metrics.boundingRect(area, Qt.TextFlag.TextWordWrap, text).height()
    return max(1, round(height / metrics.lineSpacing()))


def _cut(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text, shortened by words until it fits its lines."""
    words = text.split()
    while len(words) > 1 and _lines(" ".join(words), metrics, width) > LINES:
        words.pop()
    shown = " ".join(words)
    return shown if shown == " ".join(text.split()) else f"{shown}…"
