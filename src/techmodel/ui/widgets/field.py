"""A field with its label above, a hint, and what is wrong with it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from techmodel.ui.look import XS
from techmodel.ui.widgets.words import restyle, words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


class Field(QWidget):
    """A labelled control, alone or in a row with others (`beside`, a layout that holds it)."""

    def __init__(
        self, label: str, control: QWidget, hint: str = "", beside: QLayout | None = None
    ) -> None:
        super().__init__()
        self._control = control
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        head = words(label, "heading")
        head.setBuddy(control)
        self._problem = words("", "problem", wrap=True)
        self._problem.hide()
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
        column.addWidget(self._problem)

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.text()

    def say_problem(self, problem: str) -> None:
        """Say what is wrong, or nothing with ""."""
        if problem == self._problem.text():
            return
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._control.setProperty("state", "wrong" if problem else "")
        restyle(self._control)
