"""What the views of costs, benefits and risks do alike: show, filter, add, change, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from techmodel.core.errors import WrongUse
from techmodel.session.touched import Touched
from techmodel.ui.announce import announce
from techmodel.ui.attempts import attempt
from techmodel.ui.plan.entries.frame import Frame
from techmodel.ui.plan.entries.hooks import Hooks
from techmodel.ui.widgets.empty import Way
from techmodel.wording.entries import undo_told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from techmodel.session.session import Session
    from techmodel.ui.look import Look
    from techmodel.ui.plan.entries.fields import Row
    from techmodel.ui.workspace import Workspace


class EntriesView(Hooks):
    """Entries in a table and a form. Subclasses fill in the class attributes and the hooks."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget) -> None:
        super().__init__(workspace, look, parent)
        self._rows: tuple[Row, ...] = ()
        self._silent = False
        self.frame = Frame(self, look, self.FIELDS, self.NAMES, *self.filters())
        self.table, self.form = self.frame.table, self.frame.form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.build()
        self.frame.order_tabs(*self.more_panes())
        self._connect()

    def refresh(self, touched: Touched | None = None) -> None:
        """Look again at everything the plan shows here."""
        if touched is not None and not touched & (Touched.PLAN | Touched.SETTINGS):
            return
        self._rows = self.rows()
        choices = self.choices()
        self.table.entries.choices = choices
        self.table.entries.read_only = self.session.read_only
        for key, offered in choices.items():
            if key in self.form.fields:
                self.form.fields[key].offer(offered)
        self.frame.show_read_only(read_only=self.session.read_only)
        self._show_rows(keep=self.table.current)
        self.show_more()
        if self._rows or self.form.is_new:
            self.frame.show_main()
        else:
            self.frame.show_empty(self.FIRST.title, self._first_text(), self._ways())

    def show_item(self, item: str) -> None:
        """Bring an entry into view by its id."""
        if not any(row.id == item for row in self.table.entries.rows):
            self.show_all()
        self.table.go_to(item)

    def focus_first(self) -> None:
        """Put the focus on the table, or on the first way to begin."""
        if self.frame.empty is None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.frame.empty.buttons:
            self.frame.empty.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between."""
        if self.frame.empty is not None:
            return (self.frame.empty,)
        first = next(iter(self.form.fields.values())).control
        parts = (self.table, *self.more_panes(), first)
        return tuple(part for part in parts if part.isVisible())

    def show_all(self) -> None:
        """Leave nothing out."""
        self.frame.filters.words.clear()
        self.clear_filters()
        self._show_rows()

    def begin(self, values: Mapping[str, str] | None = None) -> None:
        """Fill in an entry to be added."""
        if not self.session.read_only:
            self.frame.show_main()
            self.frame.open(opened=True)
            self.frame.add.hide()
            self.form.begin(self.NAMES.new, self.blank() if values is None else values)

    def attempt(self, verb: Callable[[Session], Touched]) -> str | None:
        """Run a verb; None when it is done, else the sentence of a refusal.

        Where the file could not be written the window says so, and the sentence is empty.
        """
        return attempt(self.workspace, verb)

    def tell_done(self) -> None:
        """Say what was done last, and that it can be taken back."""
        last = self.session.to_undo()
        if last is not None:
            self.said.emit(undo_told(last.label))

    def take_away(self, id_: str) -> None:
        """Remove an entry, if it may be."""
        if not id_ or self.session.read_only:
            return
        place = self.table.currentIndex().row()
        if self.attempt(lambda session: self.remove(session, id_)) is None:
            self.tell_done()
            rows = self.table.model().rowCount()
            below = self.table.model().index(min(place, rows - 1), 0)
            self.table.setCurrentIndex(below)
            self.focus_first()

    def _connect(self) -> None:
        frame, table, form = self.frame, self.table, self.form
        frame.filters.changed.connect(self._on_filters)
        frame.filters.cleared.connect(self.show_all)
        frame.add.clicked.connect(self._on_begin)
        table.add_wanted.connect(self._on_begin)
        table.remove_wanted.connect(self._on_remove)
        table.came.connect(self._on_came)
        table.opened.connect(self._on_opened)
        table.entries.typed.connect(self._on_table_typed)
        form.typed.connect(self._on_form_typed)
        form.add_wanted.connect(self._on_add)
        form.remove_wanted.connect(self._on_remove)
        form.left.connect(self._on_left)
        self.workspace.settling.connect(self._on_settling)

    def _show_rows(self, keep: str = "") -> None:
        """Show what the filters leave; the entry one is on stays while it changes."""
        searched = self.frame.filters.searched
        shown = [
            row
            for row in self._rows
            if row.id == keep or (searched in row.searched and self.keeps(row))
        ]
        held = self.table.current
        self._silent = True
        self.table.entries.show(shown)
        self.frame.filters.show_count(len(shown), len(self._rows))
        self.frame.show_none_left(none=bool(self._rows) and not shown)
        self.show_filtered()
        self.table.go_to(held if self.table.entries.place(held).isValid() else self._first())
        self._silent = False
        self._show_current()

    def _first(self) -> str:
        rows = self.table.entries.rows
        return rows[0].id if rows else ""

    def _show_current(self) -> None:
        row = next((r for r in self._rows if r.id == self.table.current), None)
        self.form.show_row(row, read_only=self.session.read_only)
        self.frame.add.setVisible(not self.form.is_new)
        if not self.form.is_new:
            self.show_one(row)

    def _first_text(self) -> str:
        told = f" {self.NAMES.read_only}" if self.session.read_only else ""
        return f"{self.FIRST.text}{told}"

    def _ways(self) -> tuple[Way, ...]:
        first = self.FIRST
        if self.session.read_only:
            return ()
        texts = first.example_title, first.example_text, first.example_verb
        own = first.own_title, first.own_text, first.own_verb
        return (
            Way(self.ICON, *texts, lambda: self.begin(self.example())),
            Way("file-plus", *own, self.begin),
        )

    def _refuse(self, id_: str, key: str, text: str, sentence: str) -> None:
        """Say a refusal beside the field of the form, also where it was typed in the table."""
        if self.form.id != id_:
            self.table.go_to(id_)
        self.form.refuse(self.form_key(key), text, sentence)

    def _store(self, id_: str, key: str, text: str) -> bool:
        """Store what was typed; whether it could be."""
        try:
            values = self.value_of(id_, key, text)
        except WrongUse as error:
            self._refuse(id_, key, text, str(error))
            return False
        sentence = self.attempt(lambda session: self.change(session, id_, values))
        if sentence is None:
            self.form.accept(self.form_key(key))
            last = self.session.to_undo()
            announce(self, last.label if last else "")
        elif sentence:
            self._refuse(id_, key, text, sentence)
        return sentence is None

    def _on_table_typed(self, id_: str, key: str, text: str) -> None:
        if not self._store(id_, key, text):
            self.frame.open(opened=True)
            QTimer.singleShot(0, self, lambda: self.form.focus(self.form_key(key)))

    def _on_form_typed(self, id_: str, key: str, text: str) -> None:
        self._store(id_, key, text)

    def _on_add(self, typed: dict[str, str]) -> None:
        values: dict[str, object] = {}
        wrong = ""
        for key, text in typed.items():
            sentence = self._take(values, key, text)
            self.form.fields[key].refuse(text, sentence)
            wrong = wrong or (key if sentence else "")
        if wrong:
            self.form.focus(wrong)
            return
        before = {row.id for row in self._rows}
        refused = self.attempt(lambda session: self.add(session, values))
        if refused is None:
            self._added(before)
        elif refused:
            self.form.refuse("", "", refused)

    def _take(self, values: dict[str, object], key: str, text: str) -> str:
        """Put what typed words mean into values; why they cannot be, or ""."""
        required = self.form.fields[key].field.required
        if required and not text:
            return required
        try:
            values |= self.value_of("", key, text)
        except WrongUse as error:
            return str(error)
        return ""

    def _added(self, before: set[str]) -> None:
        """Go to the entry that was added."""
        self.tell_done()
        self.form.end()
        self.frame.open(opened=False)
        new = next((row.id for row in self._rows if row.id not in before), "")
        self.show_item(new)
        self._show_current()
        self.focus_first()

    def _on_settling(self) -> None:
        self.table.commit()
        self.form.commit()

    def _on_begin(self) -> None:
        self.begin()

    def _on_remove(self) -> None:
        self.take_away(self.table.current)

    def _on_filters(self) -> None:
        self._show_rows()

    def _on_came(self) -> None:
        if self._silent:
            return
        if not self.form.is_touched:
            self.form.end()
        self._show_current()

    def _on_opened(self) -> None:
        if self.table.current:
            self.frame.open(opened=True)
            self.form.focus_first()

    def _on_left(self) -> None:
        """Back to the table; what was to be added is not."""
        self.form.end()
        self.frame.open(opened=False)
        self._show_current()
        self.refresh()
        self.focus_first()
