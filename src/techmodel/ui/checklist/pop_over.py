"""A small pane over the page that closes with Esc, its button, or when the focus leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import L, M, S
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from techmodel.ui.look import Look

FRAME = 4
"""Pixels that the edges of the pane and of what scrolls in it take."""


class PopOver(QFrame):
    """A title and whatever it holds; it goes away for good when it closes.

    Signals:
        closed(): it has gone; the focus is where it was before.
        left(): a person closed it with Esc or its button.
    """

    closed = Signal()
    left = Signal()

    def __init__(self, look: Look, title: str, inside: QWidget, over: QWidget) -> None:
        """`over` is the page it lies on."""
        super().__init__(over)
        self._look, self._over, self._inside = look, over, inside
        self._before: QWidget | None = None
        self.setProperty("pane", "popup")
        self.setAccessibleName(title)
        self._build(title)
        self.hide()

    def open_under(self, anchor: QWidget, width: int) -> None:
        """Open below a widget of the page; `width` in CSS pixels at 100 % text."""
        room, self._before = self._over.rect(), QApplication.focusWidget()
        wide = min(self._look.px(width), room.width() - 2 * S)
        self.setFixedWidth(wide)
        self._inside.ensurePolished()
        inner = wide - 2 * L - 2 * S
        wanted = self._inside.heightForWidth(inner)
        wanted = wanted if wanted > 0 else self._inside.sizeHint().height()
        self._title.ensurePolished()
        title = self._title.heightForWidth(inner - self.close_button.sizeHint().width())
        head = max(title, self.close_button.sizeHint().height())
        high = head + S + wanted + 2 * M + 2 * FRAME
        self.setFixedHeight(min(high, room.height() - 2 * S))
        self.move(self._corner(anchor, room))
        self.show()
        self.raise_()
        self.area.setFocus(Qt.FocusReason.PopupFocusReason)
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
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key here; Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()

    def _leave(self) -> None:
        self.close_it()
        self.left.emit()

    def _build(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, S, M)
        column.setSpacing(S)
        head = QHBoxLayout()
        self._title = words(title, "heading", wrap=True)
        head.addWidget(self._title, stretch=1)
        self.close_button = QPushButton("Esc closes")
        self.close_button.setProperty("role", "quiet")
        self.close_button.setProperty("scale", "small")
        self.close_button.setAccessibleName("Close")
        self.close_button.clicked.connect(self._leave)
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(title)
        self.area.setProperty("ring", "own")  # the pane itself stands out
        self.area.setWidget(self._inside)
        column.addWidget(self.area)

    def _corner(self, anchor: QWidget, room: QRect) -> QPoint:
        """Below the anchor, moved so that all of it lies on the page."""
        at = anchor.mapTo(self._over, QPoint(anchor.width() - self.width(), anchor.height() + 4))
        left = max(S, min(at.x(), room.width() - self.width() - S))
        return QPoint(left, max(S, min(at.y(), room.height() - self.height() - S)))

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isHidden() and not self.isAncestorOf(now):
            self.close_it()
