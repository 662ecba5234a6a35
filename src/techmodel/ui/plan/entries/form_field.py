"""A field of a form: its label, its control, and beside it what is wrong with what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.look import XS
from techmodel.ui.plan.entries.controls import Choice, Many, make_control
from techmodel.ui.widgets.words import restyle, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from techmodel.ui.plan.entries.fields import Field


class FormField(QWidget):
    """One field of a form.

    Signals:
        typed(str, str): its key and what was typed, when that is something else than shown.
        passed(str): its key: Enter was pressed in it, where that does not begin a line.
        entered(): Ctrl+Enter was pressed in it.
    """

    typed = Signal(str, str)
    passed = Signal(str)
    entered = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.control = make_control(field, self)
        self._shown = ""
        self.problem = words("", "problem", wrap=True)
        self.problem.hide()
        self._place()
        self.control.finished.connect(self.commit)
        self.control.entered.connect(self.entered)
        self.control.passed.connect(self._on_passed)

    @property
    def text(self) -> str:
        """What is typed now."""
        return self.control.typed()

    @property
    def is_touched(self) -> bool:
        """Whether something else is typed than was shown."""
        return self.text != self._shown

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed was refused."""
        return bool(self.problem.text())

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; what is shown stays."""
        if isinstance(self.control, Choice | Many):
            self.control.offer(choices)
            self.control.show_typed(self._shown)

    def show_text(self, text: str) -> None:
        """Show what is stored."""
        self._shown = text
        self.control.show_typed(text)
        self.say("")

    def keep_up(self, text: str) -> None:
        """Know what is stored now; what is being typed, or was refused, stays."""
        being_typed = self.control.hasFocus() and self.is_touched
        self._shown = text
        if not self.is_wrong and not being_typed:
            self.control.show_typed(text)

    def settle(self) -> None:
        """Show what is stored, also where it is not what was typed; nothing is wrong."""
        self.say("")
        self.control.show_typed(self._shown)

    def refuse(self, text: str, sentence: str) -> None:
        """Show what was typed, and why it cannot be."""
        self.control.show_typed(text)
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say what is wrong, "" for nothing."""
        if sentence == self.problem.text():
            return
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.control.setProperty("state", "wrong" if sentence else "")
        restyle(self.control)
        told = " ".join(t for t in (self.field.hint, sentence) if t)
        self.control.setAccessibleDescription(told)
        announce(self, sentence)

    def commit(self) -> None:
        """Say what was typed if it is something else than stored."""
        if self.is_touched:
            self.typed.emit(self.field.key, self.text)
        elif self.is_wrong:
            self.say("")

    def give_up(self) -> bool:
        """Go back to what is stored; whether anything else was typed."""
        if not self.is_touched and not self.is_wrong:
            return False
        self.show_text(self._shown)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.give_up():
            return
        super().keyPressEvent(event)

    def _on_passed(self) -> None:
        self.passed.emit(self.field.key)

    def _place(self) -> None:
        label = words(self.field.head, "label")
        label.setBuddy(self.control)
        self.control.setAccessibleName(self.field.head)
        self.control.setAccessibleDescription(self.field.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(label)
        if self.field.hint:
            column.addWidget(words(self.field.hint, "hint", wrap=True))
        column.addWidget(self.control)
        column.addWidget(self.problem)
