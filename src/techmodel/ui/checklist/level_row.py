"""One level as a row to choose: chip, name, wording, target and tick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from techmodel.ui.look import RADIUS_CHIP, RADIUS_CONTROL, M, S, Size, Weight
from techmodel.ui.widgets.paint import paint_chip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from techmodel.ui.look import Look
    from techmodel.ui.widgets.mark import Mark

ROW_HEIGHT, CHIP, NAME_WIDTH = 40, 24, 104
NARROW = 560
"""Below so many CSS pixels the name stands in front of the wording, not beside it."""
TARGET, SAVED, WAITING = "Target", "Saved", "Not saved yet"


@dataclass(frozen=True, slots=True)
class Line:
    """What one row shows; `key` is what choosing it means, `told` a word beside a chosen one."""

    key: str
    mark: Mark
    name: str
    wording: str
    chosen: bool = False
    told: str = ""

    @property
    def words(self) -> str:
        """The row for a screen reader: "3 Structured, target. Coded items ..."."""
        target = ", target" if self.mark.target else ""
        level = f"{self.mark.level} " if self.mark.level is not None else ""
        waits = f" {WAITING}." if self.told == WAITING else ""
        head = f"{level}{self.name}".strip()
        return f"{head}{target}. {self.wording}{waits}"


class LevelRow(QRadioButton):
    """A row that is a radio button all over; what it shows comes from the file alone.

    Signals:
        chosen(str): the row was clicked, or Space or Enter pressed; carries the line's key.
        moved(int): an arrow key wants to go -1 up or 1 down.
    """

    chosen = Signal(str)
    moved = Signal(int)

    def __init__(self, look: Look, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._line = line
        self.setProperty("ring", "own")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self.updateGeometry)
        self.show_line(line)

    @property
    def line(self) -> Line:
        """What the row shows."""
        return self._line

    def show_line(self, line: Line) -> None:
        """Show something else."""
        if line != self._line:
            self.updateGeometry()
        self._line = line
        self.setAutoExclusive(False)  # an exclusive button refuses to be unchecked
        self.setChecked(line.chosen)
        self.setAutoExclusive(True)
        self.setAccessibleName(line.words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(ROW_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(ROW_HEIGHT))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        text = self._laid_out(width)
        needed = round(text.boundingRect().height()) + self._look.px(S)
        return max(self._look.px(ROW_HEIGHT), needed)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def nextCheckState(self) -> None:
        """Leave the check to the file: it moves when the answer is written."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and not event.modifiers():
            self.moved.emit(steps[event.key()])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.chosen.emit(self._line.key)
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        look, px = self._look, self._look.px
        side = px(CHIP)
        chip = QRect(px(M), self.height() // 2 - side // 2, side, side)
        paint_chip(painter, chip, look, self._line.mark)
        beside = self._beside(self.width())
        if beside:
            painter.setFont(look.font(Size.BODY, Weight.SEMIBOLD))
            painter.setPen(look.colour("ink"))
            name = QRect(self._text_left(beside=False), 0, px(NAME_WIDTH), self.height())
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self._line.name)
        text = self._laid_out(self.width())
        top = (self.height() - text.boundingRect().height()) / 2
        painter.setPen(look.colour("ink"))
        text.draw(painter, QPointF(self._text_left(beside=beside), top))
        self._paint_right(painter)
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        name = "" if self._beside(width) else self._line.name
        return laid_out(self._look, name, self._line.wording, self._text_width(width))

    def _paint_ground(self, painter: QPainter) -> None:
        look, area = self._look, self.rect()
        painter.setPen(look.colour("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if self._line.chosen:
            painter.fillRect(area, look.colour("soft"))
            painter.fillRect(QRect(0, 0, 3, self.height()), look.colour("accent"))
        elif self.underMouse():
            painter.fillRect(area.adjusted(0, 0, 0, -1), look.colour("bg"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("focus"), 2))
            ring = QRectF(area).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_right(self, painter: QPainter) -> None:
        look, right = self._look, self.width() - self._look.px(M)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._line.chosen:
            side = look.px(20)
            right -= side
            painter.drawPixmap(
                right, (self.height() - side) // 2, look.pixmap("tick", "accent", 20)
            )
            right -= S
        small = look.font(Size.SMALL, Weight.SEMIBOLD)
        painter.setFont(small)
        told = self._line.told
        both = bool(told) and self._line.mark.target
        if told:
            width = QFontMetrics(small).horizontalAdvance(told)
            painter.setPen(look.colour("accent" if told == SAVED else "stop.text"))
            down = look.px(11) if both else 0
            area = QRect(right - width, down, width, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, told)
        if self._line.mark.target:
            self._paint_tag(painter, right, small=both)

    def _paint_tag(self, painter: QPainter, right: int, *, small: bool) -> None:
        """Paint the tag; a small one leaves room below it."""
        look = self._look
        width = painter.fontMetrics().horizontalAdvance(TARGET) + look.px(M)
        height, up = look.px(18 if small else 22), look.px(9) if small else 0
        painter.setPen(QPen(look.colour("ink"), 2))
        tag = QRectF(right - width, (self.height() - height) / 2 - up, width, height)
        painter.drawRoundedRect(tag, RADIUS_CHIP, RADIUS_CHIP)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, TARGET)

    def _beside(self, width: int) -> bool:
        """Whether there is a name, and room for it in a column of its own."""
        return bool(self._line.name) and width >= self._look.px(NARROW)

    def _text_left(self, *, beside: bool) -> int:
        left = self._look.px(M + CHIP + M)
        return left + self._look.px(NAME_WIDTH) if beside else left

    def _text_width(self, width: int) -> int:
        """The room for the wording, with room for what may stand at its right: nothing jumps."""
        look = self._look
        small = QFontMetrics(look.font(Size.SMALL, Weight.SEMIBOLD))
        said = small.horizontalAdvance(TARGET) + look.px(M)
        if not self._line.mark.target:
            said = small.horizontalAdvance(SAVED)
        if self._line.told:
            said = max(said, small.horizontalAdvance(self._line.told))
        right = look.px(20) + 2 * look.px(M) + S + said
        left = self._text_left(beside=self._beside(width))
        return max(look.px(80), width - left - right)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._line.key)


def laid_out(look: Look, name: str, wording: str, width: int) -> QTextLayout:
    """The wording in lines of `width` pixels, after a name in bold where there is one."""
    lead = f"{name}. " if name and wording else name
    layout = QTextLayout(lead + wording, look.font())
    if lead:
        bold = QTextLayout.FormatRange()
        bold.start, bold.length = 0, len(lead)
        shape = bold.format
        shape.setFontWeight(Weight.SEMIBOLD)
        bold.format = shape
        layout.setFormats([bold])
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height, leading = 0.0, look.px(18)
    layout.beginLayout()
    while (row := layout.createLine()).isValid():
        row.setLineWidth(width)
        row.setPosition(QPointF(0, height))
        height += leading
    layout.endLayout()
    return layout
