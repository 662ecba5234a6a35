"""Typing the answers of a whole row: "3 3 2 d 4", with a preview and faults by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.answers import State
from techmodel.core.typed_row import parse_row
from techmodel.ui.announce import announce
from techmodel.ui.checklist.picture import head_names
from techmodel.ui.look import XS, S
from techmodel.ui.widgets.words import restyle, words
from techmodel.wording.checklist_page import fault_words, row_preview
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from techmodel.core.answers import Value
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.ui.checklist.answering import Answering

HINT = "0 to 5, d for don’t know, n for not applicable, - to leave one as it is"


class RowEntry(QFrame):
    """A field for one answer a partner, in the order of the columns.

    Signals:
        left(): it was closed: the card should have the focus again.
    """

    left = Signal()

    def __init__(self, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answering = answering
        self._partners: tuple[Organisation, ...] = ()
        self._build()
        self.field.textChanged.connect(self._on_typed)
        self.write.clicked.connect(self._on_write)
        self.cancel.clicked.connect(self.close_it)

    def show_partners(self, partners: tuple[Organisation, ...]) -> None:
        """Type for these partners; others close the field."""
        if [p.id for p in partners] != [p.id for p in self._partners] and not self.isHidden():
            self.close_it()
        self._partners = partners

    def start(self) -> None:
        """Open the field, empty."""
        self.field.clear()
        self._label.setText(f"A row for {plural(len(self._partners), 'partner')}")
        self._on_typed()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_it(self) -> None:
        """Close the field without writing."""
        self.hide()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key in the field; Enter writes, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._on_write()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()

    def _build(self) -> None:
        self._label = words("", "label")
        self.field = QLineEdit()
        self.field.setAccessibleName("Answers of a row")
        self.field.setPlaceholderText("3 3 2 d 4")
        self._label.setBuddy(self.field)
        self.preview = words("", "small", wrap=True)
        self.write, self.cancel = QPushButton("Answer"), QPushButton("Cancel")
        for button in (self.write, self.cancel):
            button.setProperty("scale", "toolbar")
        self.cancel.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self._label)
        row.addWidget(self.field, stretch=1)
        row.addWidget(self.write)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, S)
        column.setSpacing(XS)
        column.addLayout(row)
        column.addWidget(self.preview)

    @property
    def _names(self) -> Sequence[str]:
        return list(head_names(self._partners).values())

    def _on_typed(self) -> None:
        row = parse_row(self.field.text(), len(self._partners))
        wrong = [fault_words(f, len(self._partners)) for f in row.faults]
        said = " ".join(wrong) or row_preview(row, self._names) or HINT
        self.preview.setText(said)
        self.preview.setProperty("role", "problem" if wrong else "small")
        self.field.setProperty("state", "wrong" if wrong else "")
        restyle(self.preview)
        restyle(self.field)
        self.field.setAccessibleDescription(said)

    def _on_write(self) -> None:
        row = parse_row(self.field.text(), len(self._partners))
        if row.faults or not any(row.values):
            announce(self.field, self.preview.text())
            self.field.setFocus()
            return
        reason = ""
        if row.asks_reason:
            without = [p for p, v in zip(self._partners, row.values, strict=False) if _asks(v)]
            reason = self._answering.ask_reason(without) or ""
            if not reason:
                return
        if self._answering.give_row(self._values(reason)):
            self.close_it()

    def _values(self, reason: str) -> Mapping[OrganisationId, Value]:
        row = parse_row(self.field.text(), len(self._partners), reason)
        pairs = zip(self._partners, row.values, strict=False)
        return {p.id: v for p, v in pairs if v is not None}


def _asks(value: Value | None) -> bool:
    return value is not None and value.state is State.NOT_APPLICABLE
