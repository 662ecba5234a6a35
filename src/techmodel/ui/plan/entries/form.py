"""The form of one entry: every field whole, committed as it is left, or added all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.look import L, M, S
from techmodel.ui.plan.entries.form_field import FormField
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.notices import Note
from techmodel.ui.widgets.words import pane, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from techmodel.ui.plan.entries.fields import Field, Row

BACK, ADD, CANCEL = "Back to the list", "Add", "Cancel"


class EntryForm(QFrame):
    """The fields of the entry one is on, or of one to be added.

    Signals:
        typed(str, str, str): entry, field, and what was typed.
        add_wanted(dict): add an entry with these words, by field.
        remove_wanted(): the entry shown is to go.
        left(): Esc was pressed, or the way back.
    """

    typed = Signal(str, str, str)
    add_wanted = Signal(object)
    remove_wanted = Signal()
    left = Signal()

    def __init__(self, fields: Sequence[Field], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("pane", "side")
        self._area, self._foot = QScrollArea(self), QWidget(self)
        inside = pane("side", self._area)
        self.fields = {f.key: FormField(f, inside) for f in fields if f.in_form}
        self.back, self.title = (
            LinkButton(BACK, inside, small=True),
            words("", "heading", wrap=True),
        )
        self.note, self.trace = Note("", "warn", inside), words("", "small", wrap=True)
        self.add, self.cancel = QPushButton(ADD, self._foot), QPushButton(CANCEL, self._foot)
        self.remove = QPushButton("Remove", inside)
        self.problem = words("", "problem", wrap=True)
        self._id, self._new = "", False
        self._place(inside)
        self._place_foot()
        self._place_area(inside)
        self._connect()

    @property
    def is_new(self) -> bool:
        """Whether it shows an entry to be added."""
        return self._new

    @property
    def is_touched(self) -> bool:
        """Whether somebody has typed in an entry to be added."""
        return self._new and any(field.is_touched for field in self.fields.values())

    @property
    def id(self) -> str:
        """The entry shown, "" for none."""
        return self._id

    def show_row(self, row: Row | None, *, read_only: bool) -> None:
        """Show an entry as it is stored; what is being typed in the same one stays."""
        if self._new:
            return
        again = row is not None and row.id == self._id
        self._id = row.id if row else ""
        for key, field in self.fields.items():
            text = row.cells[key].typed if row else ""
            if again:
                field.keep_up(text)
            else:
                field.show_text(text)
            field.control.look_only(only=read_only)
            field.setVisible(row is not None)
        self.title.setText(row.name if row else "")
        self._say(row.lacks if row else "")
        self._show_verbs(removable=row is not None and not read_only)

    def begin(self, title: str, words_: Mapping[str, str]) -> None:
        """Fill in an entry to be added, beginning with these words."""
        self._id, self._new = "", True
        for key, field in self.fields.items():
            field.show_text(words_.get(key, ""))
            field.control.look_only(only=False)
            field.setVisible(True)
        self.title.setText(title)
        self._say("")
        self._show_verbs(removable=False)
        self._area.verticalScrollBar().setValue(0)
        self.focus_first()

    def end(self) -> None:
        """Add nothing, or no longer."""
        self._new = False
        self.problem.hide()

    def refuse(self, key: str, text: str, sentence: str) -> None:
        """Say beside a field why what was typed cannot be; without the field, at the foot."""
        field = self.fields.get(key)
        if field is None:
            self.problem.setText(sentence)
            self.problem.show()
            announce(self, sentence)
            return
        field.refuse(text, sentence)
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(field))

    def accept(self, key: str) -> None:
        """What was typed in a field is stored."""
        if key in self.fields:
            self.fields[key].settle()

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        next(iter(self.fields.values())).control.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, key: str) -> None:
        """Put the focus in a field."""
        if key in self.fields:
            self.fields[key].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Store what is being typed."""
        if not self._new:
            for field in self.fields.values():
                field.commit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _place(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(M)
        for widget in (self.back, self.title, self.note):
            column.addWidget(widget)
        for field in self.fields.values():
            if not field.field.beside:
                line_ = QHBoxLayout()
                line_.setSpacing(S)
                column.addLayout(line_)
            line_.addWidget(field, alignment=Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.trace)
        self.remove.setProperty("scale", "toolbar")
        column.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        for widget in (self.back, self.note, self.trace):
            widget.hide()

    def _place_foot(self) -> None:
        """The verbs of a new entry stay in view, with what is wrong with it as a whole."""
        self.add.setProperty("role", "primary")
        self.add.setToolTip("Ctrl+Enter")
        self.cancel.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.setSpacing(S)
        for button in (self.add, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(L, S, L, S)
        column.addWidget(self.problem)
        column.addLayout(row)
        self.problem.hide()
        self._foot.hide()

    def _place_area(self, inside: QWidget) -> None:
        self._area.setProperty("pane", "side")
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, stretch=1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.typed.connect(self._on_typed)
            field.passed.connect(self._on_passed)
            field.entered.connect(self._on_entered)
        self.add.clicked.connect(self._on_add)
        for button in (self.cancel, self.back):
            button.clicked.connect(self.left)
        self.remove.clicked.connect(self.remove_wanted)

    def _show_verbs(self, *, removable: bool) -> None:
        self.problem.hide()
        self.trace.hide()
        self._foot.setVisible(self._new)
        self.remove.setVisible(removable)

    def _say(self, lacks: str) -> None:
        self.note.say(lacks)
        self.note.setVisible(bool(lacks))

    def _on_typed(self, key: str, text: str) -> None:
        if self._new:
            self.fields[key].say("")
        elif self._id:
            self.typed.emit(self._id, key, text)

    def _on_passed(self, key: str) -> None:
        """Go on to the next field, from the last one to the button; what is wrong keeps it."""
        if self.fields[key].is_wrong:
            return
        keys = [*self.fields]
        after = keys.index(key) + 1
        if after < len(keys):
            self.focus(keys[after])
        elif self._new:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_entered(self) -> None:
        if self._new:
            self._on_add()

    def _on_add(self) -> None:
        self.problem.hide()
        self.add_wanted.emit({key: field.text for key, field in self.fields.items()})
