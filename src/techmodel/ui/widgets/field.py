"""A field with its label and a hint above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from techmodel.ui.look import XS
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


class Field(QWidget):
    """A labelled control, alone or in a row with others (`beside`, a layout that holds it)."""

    def __init__(
        self, label: str, control: QWidget, hint: str = "", beside: QLayout | None = None
    ) -> None:
        super().__init__()
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        head = words(label, "heading")
        head.setBuddy(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(head)
        if hint:
            column.addWidget(words(hint, "small", wrap=True))
        if beside is not None:
            column.addLayout(beside)
        else:
            column.addWidget(control)
