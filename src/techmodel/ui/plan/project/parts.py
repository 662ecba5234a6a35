"""Small things that the details of a project are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from techmodel.ui.look import S
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QFocusEvent


class Lines(QPlainTextEdit):
    """Some lines of text.

    Signals:
        left(): the focus went elsewhere.
    """

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def row_of(*fields: QWidget) -> QHBoxLayout:
    """Fields side by side, each as wide as the others."""
    row = QHBoxLayout()
    row.setSpacing(S)
    for field in fields:
        row.addWidget(field, stretch=1)
    return row


def put(field: QLineEdit, text: str) -> None:
    """Show a text from its beginning, unless it is there already."""
    if field.text() != text:
        field.setText(text)
        field.setCursorPosition(0)


def day_words(day: date | None) -> str:
    """A day in a field: "4 Jan 2027"; nothing for None."""
    return short_date(day) if day else ""


def completer_of(owners: Sequence[str], parent: QWidget) -> QCompleter:
    """What offers roles while one types, wherever the letters stand in them."""
    completer = QCompleter(list(owners), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
