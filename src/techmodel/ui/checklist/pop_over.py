"""A small pane that opens over the card and closes with Esc or a click elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.look import L, M, S
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from techmodel.ui.look import Look


class PopOver(QFrame):
    """A title and whatever it holds; it goes away for good when it closes.

    Signals:
        closed(): it has gone.
    """

    closed = Signal()

    def __init__(self, look: Look, title: str, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look, self._inside = look, inside
        self.setProperty("pane", "popup")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(S)
        head = QHBoxLayout()
        head.addWidget(words(title, "heading"))
        head.addStretch(1)
        self.close_button = QPushButton("Close")
        self.close_button.setProperty("role", "quiet")
        self.close_button.setProperty("scale", "small")
        self.close_button.clicked.connect(self.close)
        head.addWidget(self.close_button)
        column.addLayout(head)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(title)
        area.setWidget(inside)
        column.addWidget(area)
        self.area = area

    def open_under(self, anchor: QWidget, width: int) -> None:
        """Open below a widget, inside its window; `width` in CSS pixels at 100 % text."""
        window = anchor.window()
        wide = min(self._look.px(width), window.width() - 2 * L)
        self._inside.ensurePolished()
        inner = wide - 2 * L - 2
        wanted = self._inside.heightForWidth(inner)
        wanted = wanted if wanted > 0 else self._inside.sizeHint().height()
        high = min(wanted + self._look.px(64), window.height() - 2 * L)
        self.resize(wide, high)
        self.move(self._place(anchor, wide, high))
        self.show()
        self.area.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    @staticmethod
    def _place(anchor: QWidget, wide: int, high: int) -> QPoint:
        """Below the anchor, moved so that all of it lies in the window."""
        window = anchor.window()
        corner = window.mapToGlobal(QPoint(0, 0))
        at = anchor.mapToGlobal(QPoint(anchor.width() - wide, anchor.height() + 4))
        left = max(corner.x() + L, min(at.x(), corner.x() + window.width() - wide - L))
        top = max(corner.y() + L, min(at.y(), corner.y() + window.height() - high - L))
        return QPoint(left, top)
