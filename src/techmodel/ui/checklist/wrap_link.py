"""A link whose words wrap in a narrow pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from techmodel.ui.look import Look

HEIGHT = 24
"""The smallest height of a target, in CSS pixels."""
TOP = 4
"""Pixels over plain words, so that they stand level with a chip beside them."""


class WrapLink(QPushButton):
    """Words that do something; `plain` ones are underlined only under the pointer or the focus.

    Signals:
        wanted(str): it was pressed; what its words stand for.
    """

    wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        text: str,
        key: str,
        *,
        plain: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`key` is what the words stand for, such as an id."""
        super().__init__(parent)
        self.key = key
        self._look, self._words, self._plain = look, text, plain
        self.setAccessibleName(text)
        self.setProperty("role", "link")
        self.setProperty("ring", "own")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(HEIGHT))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        area = QFontMetrics(self._look.font()).boundingRect(
            QRect(0, 0, width, 0), Qt.TextFlag.TextWordWrap, self._words
        )
        return max(self._look.px(HEIGHT), area.height() + 2 * TOP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        font = QFont(look.font())
        over = self.underMouse() or self.hasFocus()
        font.setUnderline(over or not self._plain)
        painter.setFont(font)
        token = "ink" if self._plain and not over else "accent"
        painter.setPen(look.colour(token))
        flags = Qt.AlignmentFlag.AlignLeft
        flags |= Qt.AlignmentFlag.AlignTop if self._plain else Qt.AlignmentFlag.AlignBottom
        area = self.rect().adjusted(0, TOP if self._plain else 0, 0, 0)
        painter.drawText(area, flags | Qt.TextFlag.TextWordWrap, self._words)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _on_clicked(self) -> None:
        self.wanted.emit(self.key)
