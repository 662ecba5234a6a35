"""The pop-up that explains a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.look import XS, L, M, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import rule, words
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from techmodel.ui.look import Look
    from techmodel.wording.explain import Explanation

WIDTH = 400
"""In CSS pixels."""


class WhyPopup(QFrame):
    """Explains one number over its page; Esc, its button and leaving it close it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._over = look, parent
        self._owner: QWidget | None = None
        self._near, self._all = QRect(), ""
        self.setProperty("pane", "popup")
        self.setAccessibleName("Explanation")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self.hide()
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def _build(self) -> None:
        self._title = words(role="heading")
        self._close = QPushButton("Esc closes")
        self._close.setProperty("role", "quiet")
        self._close.setProperty("scale", "small")
        self._close.setAccessibleName("Close the explanation")
        self._close.clicked.connect(self.close_it)
        self._note = words(role="small", wrap=True)
        self._more = LinkButton("", small=True)
        self._more.setAccessibleName("Show all that wait")
        self._more.clicked.connect(self._on_more)
        head = QHBoxLayout()
        head.addWidget(self._title, stretch=1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, S, L, M)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self._lines_area(), stretch=1)
        column.addWidget(self._note)
        column.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)

    def _lines_area(self) -> QScrollArea:
        """The lines, which scroll when there are more than the page is tall."""
        inside, area = QWidget(), QScrollArea()
        self._lines = QGridLayout(inside)
        self._lines.setContentsMargins(0, 0, S, 0)
        self._lines.setHorizontalSpacing(L)
        self._lines.setVerticalSpacing(XS)
        self._lines.setColumnStretch(0, 1)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (area.viewport(), inside):
            ground.setAutoFillBackground(False)
        return area

    def explain(self, explanation: Explanation, near: QRect, owner: QWidget) -> None:
        """Show an explanation below `near`, in the parent's coordinates; `owner` had the focus."""
        self._owner, self._near = owner, near
        self._fill(explanation)
        self._title.setText(explanation.title)
        self._say(explanation.note)
        self._more.hide()
        self.setAccessibleName(_spoken(explanation))
        self._fit()
        self.show()
        self.raise_()
        self.setFocus()
        announce(self, _spoken(explanation))

    def offer_all(self, ids: Sequence[str]) -> None:
        """Offer all that wait, of which the note names the first."""
        self._all = f"Waiting: {join_words(ids)}."
        self._more.setText(f"Show all {len(ids)}")
        self._more.show()
        self._fit()

    def close_it(self) -> None:
        """Hide it and give the focus back."""
        owner, self._owner = self._owner, None
        self.hide()
        if owner is not None:
            owner.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Take the size of the words, near the number and inside the page; the rest scrolls."""
        room = self._over.rect().adjusted(S, S, -S, -S)
        width = min(self._look.px(WIDTH), room.width())
        inner = width - 2 * L - 2
        lines = self._lines.totalHeightForWidth(inner)
        others = self._title.sizeHint().height() + 2 * XS
        for label in (self._note, self._more):
            if label.isVisibleTo(self):
                others += max(label.heightForWidth(inner), label.sizeHint().height()) + XS
        height = min(lines + others + S + 2 * M, room.height())
        self.setFixedSize(width, height)
        self.move(_place(width, height, self._near, room))

    def _say(self, note: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _on_more(self) -> None:
        self._say(self._all)
        self._more.hide()
        self._fit()
        self.setFocus()

    def _fill(self, explanation: Explanation) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        last = len(explanation.lines) - 1
        for n, line in enumerate(explanation.lines):
            role = "heading" if n == last else ""
            self._put(words(line.text, role, wrap=True), 2 * n, 0)
            self._put(words(line.figure, "heading"), 2 * n, 1)
            if n != last:
                self._put(rule(), 2 * n + 1, 0, 2)

    def _put(self, widget: QWidget, row: int, column: int, span: int = 1) -> None:
        """Put a widget in its cell, shown at once so that it counts for the height."""
        self._lines.addWidget(widget, row, column, 1, span)
        if column:
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._lines.setAlignment(widget, flags)
        widget.show()

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self._owner = None
            self.hide()


def _spoken(explanation: Explanation) -> str:
    lines = [f"{line.text}: {line.figure}" for line in explanation.lines]
    return ". ".join(filter(None, [explanation.title, *lines, explanation.note]))


def _place(width: int, height: int, near: QRect, room: QRect) -> QPoint:
    """Below the number when there is room, else above it; never outside."""
    x = min(max(room.left() + S, near.right() - width + 1), room.right() - width - S)
    y = near.bottom() + XS
    if y + height > room.bottom():
        y = max(room.top() + S, near.top() - height - XS)
    return QPoint(x, y)
