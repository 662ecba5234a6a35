"""The heads of the matrix: short names, what is noted, and what each organisation still owes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from techmodel.ui.checklist.matrix_model import FIRST, MatrixModel
from techmodel.ui.look import XS, Size, Weight
from techmodel.ui.widgets.mark import Kind
from techmodel.ui.widgets.paint import paint_chip

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from techmodel.ui.checklist.board import Column
    from techmodel.ui.look import Look

NAME_LINES = 2
SIGN = 14
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom


class MatrixHead(QHeaderView):
    """Heads of up to two lines of name and one of signs and "4 open"."""

    def __init__(self, look: Look, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._model = look, model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAccessibleName("Organisations")

    @override
    def sizeHint(self) -> QSize:
        look = self._look
        font = look.font(Size.SMALL, Weight.SEMIBOLD)
        names = [
            (c.short, self.sectionSize(FIRST + n) - 2)
            for n, c in enumerate(self._model.board.columns)
        ]
        cut = ((_narrowed(name, font, width), width) for name, width in names)
        lines = max((_lines(name, font, width) for name, width in cut), default=1)
        height = min(lines, NAME_LINES) * QFontMetrics(font).lineSpacing()
        return QSize(0, height + look.px(SIGN + 2) + 4 * XS)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look, place = self._look, logicalIndex - FIRST
        columns = self._model.board.columns
        painter.save()
        chosen = self._is_chosen(logicalIndex)
        together = logicalIndex == self._model.partnership
        painter.fillRect(rect, look.colour("soft" if chosen else "bg" if together else "surface"))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 3, look.colour("accent"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        foot = look.px(SIGN + 2)
        if together:
            self._name(painter, rect.adjusted(0, 0, 0, -foot - XS), "Partnership")
        elif 0 <= place < len(columns):
            self._name(painter, rect.adjusted(1, 0, -1, -foot - XS), columns[place].short)
            below = QRect(rect.left(), rect.bottom() - foot - XS + 1, rect.width(), foot)
            self._signs(painter, below, columns[place])
        painter.restore()

    def _is_chosen(self, section: int) -> bool:
        selection = self.selectionModel()
        if section in {0, self._model.partnership} or selection is None:
            return False
        return selection.isColumnSelected(section)

    def _name(self, painter: QPainter, area: QRect, name: str) -> None:
        font = self._look.font(Size.SMALL, Weight.SEMIBOLD)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink"))
        painter.drawText(area, _CENTRED | Qt.TextFlag.TextWordWrap, _fitted(name, font, area))

    def _signs(self, painter: QPainter, area: QRect, column: Column) -> None:
        """Another view, parked, no answer, and what is open, in one line."""
        look, side = self._look, self._look.px(SIGN)
        signs = [n for n, on in (("comment", column.disagrees), ("bookmark", column.parked)) if on]
        font = look.font(Size.SMALL)
        words = f"{column.open} open" if column.open else ""
        width = QFontMetrics(font).horizontalAdvance(words) if words else 0
        dash = column.mark.kind is Kind.NOT_ANSWERED
        room = (side + XS) * (len(signs) + dash)
        left = area.center().x() - (width + room - (0 if words else XS)) // 2
        for name in signs:
            painter.drawPixmap(left, area.top(), look.pixmap(name, "ink2", SIGN))
            left += side + XS
        if dash:
            paint_chip(painter, QRect(left, area.top(), side, side), look, column.mark)
            left += side + XS
        painter.setFont(font)
        painter.setPen(look.colour("ink2"))
        painter.drawText(
            QRect(left, area.top(), width + 2, side), Qt.AlignmentFlag.AlignVCenter, words
        )


def _fitted(name: str, font: QFont, area: QRect) -> str:
    """The name cut so that it fits on two lines of the head."""
    name = _narrowed(name, font, area.width())
    for length in range(len(name), 0, -1):
        cut = name if length == len(name) else name[:length].rstrip() + "…"
        if _lines(cut, font, area.width()) <= NAME_LINES:
            return cut
    return name


def _narrowed(name: str, font: QFont, width: int) -> str:
    """The name with words cut that are too wide alone, so that those after them are not lost."""
    metrics, cut = QFontMetrics(font), Qt.TextElideMode.ElideRight
    return " ".join(metrics.elidedText(word, cut, width) for word in name.split())


def _lines(text: str, font: QFont, width: int) -> int:
    """How many lines a text needs; more than there are when a word of it is too wide."""
    metrics = QFontMetrics(font)
    shown = metrics.boundingRect(QRect(0, 0, width, 1000), Qt.TextFlag.TextWordWrap, text)
    too_wide = shown.width() > width
    return NAME_LINES + 1 if too_wide else round(shown.height() / metrics.lineSpacing())
