"""What is wrong with what is shown: names that are missing, targets too small, words cut."""

from __future__ import annotations

from functools import cmp_to_key
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

LEAST = 24
"""Pixels that what can be pressed is high and wide."""
ONE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
"""What is one stop for Tab, whatever it is made of."""


def faults(root: QWidget) -> list[str]:
    """Everything wrong with the visible widgets in a window, a page, or a dialog."""
    shown = [w for w in [root, *root.findChildren(QWidget)] if w.isVisible()]
    found = [*map(_unnamed, shown), *map(_too_small, shown), *map(_cut, shown)]
    return [f for f in found if f]


def can_have_focus(widget: QWidget) -> bool:
    """Whether Tab can stop there now."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled()


def in_reading_order(root: QWidget) -> list[QWidget]:
    """Where Tab could stop, from the top left to the bottom right, pane by pane."""
    found = [root] if can_have_focus(root) and root.focusProxy() is None else []
    if isinstance(root, ONE):
        return found
    inside = [w for w in root.children() if isinstance(w, QWidget)]
    inside = [w for w in inside if w.isVisible() and not w.isWindow()]
    for widget in sorted(inside, key=cmp_to_key(_reads_before)):
        found += in_reading_order(widget)
    return found


class Windows(QObject):
    """Remembers every window that is shown, however shortly."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            kind = watched.windowType()
            if watched.isWindow() and kind in {Qt.WindowType.Window, Qt.WindowType.Dialog}:
                self.names.append(type(watched).__name__)
        return False


def _reads_before(one: QWidget, other: QWidget) -> int:
    a, b = one.geometry(), other.geometry()
    if _above(a, b) or _above(b, a):
        return -1 if _above(a, b) else 1
    return a.x() - b.x()


def _above(a: QRect, b: QRect) -> bool:
    return a.bottom() < b.top()


def _unnamed(widget: QWidget) -> str:
    return "" if not can_have_focus(widget) or _name(widget) else f"no name: {_where(widget)}"


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    parent = widget.parentWidget()
    held = isinstance(widget, QLineEdit) or parent is None
    return "" if held or not isinstance(parent, ONE) else _name(parent)


def _too_small(widget: QWidget) -> str:
    inside = isinstance(widget.parentWidget(), ONE)
    if not can_have_focus(widget) or inside or min(widget.width(), widget.height()) >= LEAST:
        return ""
    return f"too small: {_where(widget)} {widget.width()} x {widget.height()}"


def _cut(widget: QWidget) -> str:
    """Words that have no room, unless the tip says them whole."""
    if not isinstance(widget, QLabel | QPushButton) or not widget.text():
        return ""
    text = _plain(widget.text())
    if text in widget.toolTip() or _fits(widget, text):
        return ""
    return f"cut: {text!r} in {_where(widget)} {widget.width()} x {widget.height()}"


def _fits(widget: QLabel | QPushButton, text: str) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height() + 1
    wanted = widget.sizeHint()
    if isinstance(widget, QLabel):
        return wanted.width() <= widget.width() + 1 and wanted.height() <= widget.height() + 1
    high = widget.fontMetrics().height() <= widget.height()
    return high and wanted.width() <= widget.width() + 4  # less than its padding


def _plain(text: str) -> str:
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText() if "<" in text else text


def _where(widget: QWidget) -> str:
    """The widget and what it is in, from the inside out."""
    names: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)
