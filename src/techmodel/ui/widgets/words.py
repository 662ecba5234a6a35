"""Labels, rules and panes that the stylesheet knows by their properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton, QWidget


def words(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in a role of the stylesheet; plain text, so that nobody's words become markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def rule(kind: str = "across") -> QFrame:
    """A one-pixel rule: "across", "down", or "strong" under the heads of a list."""
    frame = QFrame()
    frame.setProperty("rule", kind)
    return frame


def pane(kind: str, parent: QWidget | None = None) -> QFrame:
    """A pane: "page", "side", "top", "header", "foot", "card", "test", "preview", "popup"."""
    frame = QFrame(parent)
    frame.setProperty("pane", kind)
    return frame


def when_pressed(button: QAbstractButton, act: Callable[[], object]) -> None:
    """Do something when a button is pressed, without the flag that Qt hands over."""

    def press() -> None:
        act()

    button.clicked.connect(press)


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again after a property has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
