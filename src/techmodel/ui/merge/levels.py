"""The levels to choose another one from, over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.look import L, M, S, Size, Weight
from techmodel.ui.merge.keys import Do, command_of
from techmodel.ui.merge.scroll import Scroll
from techmodel.ui.widgets.mark import level_mark
from techmodel.ui.widgets.paint import paint_chip
from techmodel.ui.widgets.words import pane, words
from techmodel.wording.merge_page import ANOTHER_LEVEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from techmodel.ui.look import Look

WIDTH, CHIP = 460, 24
"""In CSS pixels."""


class LevelButton(QPushButton):
    """A level as a row: chip, name, and what it means here."""

    def __init__(self, look: Look, level: int, name: str, wording: str) -> None:
        super().__init__()
        self._look, self.level = look, level
        self._name, self._wording = name, wording
        self.setProperty("ring", "own")
        self.setAccessibleName(f"{level} {name}. {wording}".strip())
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        width = self._look.px(WIDTH // 2)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(40))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self._look.px(40), self._look.px(20) + self._high(width) + 2 * S)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, area = QPainter(self), self._look, self.rect()
        if self.underMouse():
            painter.fillRect(area, look.colour("bg"))
        painter.setPen(look.colour("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        side = look.px(CHIP)
        paint_chip(painter, QRect(S, S, side, side), look, level_mark(self.level))
        room = self._room(self.width())
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(Size.BODY, Weight.SEMIBOLD))
        painter.drawText(QRect(room.x(), S, room.width(), look.px(20)), 0, self._name)
        painter.setPen(look.colour("ink2"))
        painter.setFont(look.font(Size.SMALL))
        below = QRect(room.x(), S + look.px(20), room.width(), self.height())
        painter.drawText(below, Qt.TextFlag.TextWordWrap, self._wording)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.end()

    def _room(self, width: int) -> QRect:
        left = S + self._look.px(CHIP) + M
        return QRect(left, 0, max(1, width - left - S), 10_000)

    def _high(self, width: int) -> int:
        metrics = QFontMetrics(self._look.font(Size.SMALL))
        return metrics.boundingRect(
            self._room(width), Qt.TextFlag.TextWordWrap, self._wording
        ).height()


class Levels(QFrame):
    """A pane that closes when a level is chosen, with Esc, or when the focus leaves it.

    Signals:
        chosen(int): a level.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, levels: Sequence[tuple[str, str]], over: QWidget) -> None:
        """`levels` are name and wording of each; `over` is the page it lies on."""
        super().__init__(over)
        self._look, self._over = look, over
        self._before: QWidget | None = None
        self.setProperty("pane", "popup")
        self.setAccessibleName(ANOTHER_LEVEL)
        self.buttons = [LevelButton(look, n, *level) for n, level in enumerate(levels)]
        self._build()
        self.hide()

    def open_over(self, anchor: QWidget) -> None:
        """Open above a widget of the page, as wide and as high as there is room."""
        room, self._before = self._over.rect(), QApplication.focusWidget()
        wide = min(self._look.px(WIDTH), room.width() - 2 * S)
        self.setFixedWidth(wide)
        inner = wide - 2 * S - 2
        wanted = sum(b.heightForWidth(inner) for b in self.buttons)
        self.setFixedHeight(min(wanted + self._look.px(40) + 2 * S, room.height() - 2 * S))
        at = anchor.mapTo(self._over, QPoint(0, 0))
        left = max(S, min(at.x(), room.width() - wide - S))
        self.move(left, max(S, at.y() - self.height() - S))
        self.show()
        self.raise_()
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def close_it(self) -> None:
        """Go away and give the focus back."""
        if self.isHidden():
            return
        inside = self.isAncestorOf(QApplication.focusWidget() or self._over)
        self.hide()
        self.deleteLater()
        if inside and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif command is not None and command.do is Do.LEVEL:
            self._choose(command.level)
        elif command is not None and command.do is Do.NEXT:
            self._on_clicked()

    def _build(self) -> None:
        inside = pane("page")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for button in self.buttons:
            rows.addWidget(button)
            button.clicked.connect(self._on_clicked)
        area = Scroll()
        area.setWidget(inside)
        title = words(ANOTHER_LEVEL, "heading")
        title.setContentsMargins(L - S, S, 0, S)
        column = QVBoxLayout(self)
        column.setContentsMargins(S, 0, S, S)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(area, stretch=1)

    def _choose(self, level: int) -> None:
        self.close_it()
        self.chosen.emit(level)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        button = pressed if isinstance(pressed, LevelButton) else QApplication.focusWidget()
        if isinstance(button, LevelButton):
            self._choose(button.level)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isHidden() and not self.isAncestorOf(now):
            self.close_it()
