"""The heads of the heat map: short names on up to three lines, one of them marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from techmodel.ui.gaps.heat_model import FIRST, NAME
from techmodel.ui.look import XS, L, S, Size, Weight

if TYPE_CHECKING:
    from techmodel.ui.look import Look

LINES = 3


class HeatHead(QHeaderView):
    """Heads that wrap. `marked` is the column of the organisation shown, -1 for none."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.marked = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setStretchLastSection(False)
        self.setSectionsClickable(False)

    @property
    def font_used(self) -> QFont:
        """The font of the heads."""
        return self._look.font(Size.SMALL, Weight.SEMIBOLD)

    @override
    def sizeHint(self) -> QSize:
        lines = [2]
        metrics = QFontMetrics(self.font_used)
        for section in range(FIRST, self.count()):
            if not self.isSectionHidden(section):
                width = self.sectionSize(section) - 4
                lines.append(len(wrapped(self._text(section), self.font_used, width)))
        return QSize(0, max(lines) * metrics.lineSpacing() + L)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = self._look
        painter.save()
        painter.fillRect(rect, look.colour("soft" if logicalIndex == self.marked else "surface"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex == self.marked:
            painter.fillRect(
                rect.left(), rect.bottom() - 2, rect.width(), 3, look.colour("accent")
            )
        painter.setFont(self.font_used)
        painter.setPen(look.colour("ink" if logicalIndex == self.marked else "ink2"))
        self._words(painter, rect, logicalIndex)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, section: int) -> None:
        across = Qt.AlignmentFlag.AlignLeft if section < FIRST else Qt.AlignmentFlag.AlignHCenter
        left = L if section == NAME else XS if section < FIRST else 2
        area = rect.adjusted(left, XS, -2, -S)
        if section < FIRST:
            lines = self._text(section).split("\n")
        else:
            lines = wrapped(self._text(section), self.font_used, area.width())
        painter.drawText(area, across | Qt.AlignmentFlag.AlignBottom, "\n".join(lines))

    def _text(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))


def wrapped(text: str, font: QFont, width: int) -> list[str]:
    """The text on up to three lines of `width` pixels; what does not fit is cut with dots."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    if len(lines) <= LINES:
        return lines
    rest = " ".join(lines[LINES - 1 :])
    cut = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [*lines[: LINES - 1], cut]
