"""Where each partner is with a service: a table, and fields for one partner or several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.errors import WrongUse
from techmodel.core.organisations import OrganisationId
from techmodel.ui.attempts import attempt
from techmodel.ui.integration.services.partner_fields import FIELDS, NARROW, STAGES, partner_rows
from techmodel.ui.integration.services.stage_delegate import StageDelegate
from techmodel.ui.look import XS, L, M, S
from techmodel.ui.plan.entries.controls import Choice, Line, Text
from techmodel.ui.plan.entries.form_field import FormField
from techmodel.ui.plan.entries.table import EntryTable
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import words
from techmodel.ui.widgets.wrapped import WrappedRows
from techmodel.wording import services_page as wording
from techmodel.wording.entries import read_only, undo_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from techmodel.core.services_guide import Entry
    from techmodel.ui.look import Look
    from techmodel.ui.plan.entries.fields import Row
    from techmodel.ui.workspace import Workspace

NARROW_BELOW = 330
"""CSS pixels below which partner and stage take what little there is."""
MOST_ROWS = 10
"""Rows of the table that are shown without scrolling in it."""
TWO_COLUMNS = 380
"""CSS pixels from which the fields stand in two columns."""


class Partners(QWidget):
    """The partners that a service is for.

    What is typed in a cell holds for its row; what is typed in a field for every selected row, as
    one batch.

    Signals:
        said(str): what was recorded, and that it can be taken back.
    """

    said = Signal(str)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self._entry: Entry | None = None
        self.table = PartnerTable(look, self)
        self.all = LinkButton(wording.SELECT_ALL, self, small=True)
        self.who, self.why = words("", "heading", wrap=True), words("", "hint", wrap=True)
        self.form = QWidget(self)
        self.fields = {f.key: FormField(f, self.form) for f in FIELDS if f.in_form}
        self._grid = QGridLayout(self.form)
        self._place()
        self._connect()

    @property
    def chosen(self) -> tuple[OrganisationId, ...]:
        """The selected partners, in the order of the table."""
        table = self.table
        places = [table.source_index(i).row() for i in table.selectionModel().selectedRows()]
        return tuple(OrganisationId(table.entries.rows[place].id) for place in sorted(places))

    def show_entry(self, entry: Entry) -> None:
        """Show where the partners are with a service; what is being typed is stored before."""
        if self._entry is not None and entry.service.id != self._entry.service.id:
            self.commit()
            self.table.clearSelection()
        session = self._workspace.session
        self._entry = entry
        names = {o.id: o.name for o in session.assessment().organisations}
        rows = partner_rows(entry, names)
        self.table.entries.read_only = session.read_only
        self.table.show_rows(rows)
        self._show_whom(rows)
        self._show_fields(keep=bool(self.table.selectionModel().selectedRows()))

    def choose(self, organisation: OrganisationId | None) -> None:
        """Select one partner; the first without one."""
        place = self.table.entries.place(organisation or "")
        shown = (
            self.table.shown_index(place) if place.isValid() else self.table.model().index(0, 0)
        )
        self.table.setCurrentIndex(shown)

    def commit(self) -> None:
        """Store what is being typed."""
        self.table.commit()
        for field in self.fields.values():
            field.commit()

    def focus_table(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.table.hasFocus():
            self.focus_table()
        else:
            super().keyPressEvent(event)

    def _show_whom(self, rows: Sequence[Row]) -> None:
        """Show table and fields, or why there are none."""
        session = self._workspace.session
        for part in (self.table, self.form, self.who):
            part.setVisible(bool(rows))
        self.all.setVisible(len(rows) > 1 and not session.read_only)
        reading = read_only(wording.READ_ONLY_THINGS) if session.read_only else ""
        self.why.setText(reading if rows else wording.NOBODY)
        self.why.setVisible(bool(self.why.text()))

    def _show_fields(self, *, keep: bool = False) -> None:
        """Show what the selected partners have alike; with `keep`, what is being typed stays."""
        chosen = set(self.chosen)
        rows = [row for row in self.table.entries.rows if row.id in chosen]
        every = len(self.table.entries.rows)
        self.form.setVisible(bool(rows))
        self.who.setVisible(bool(rows))
        if not rows:
            return
        self.who.setText(wording.chosen_words([row.name for row in rows], every))
        for key, field in self.fields.items():
            held = {row.cells[key].typed for row in rows}
            alike = held.pop() if len(held) == 1 else None
            _hint(field, alike)
            (field.keep_up if keep else field.show_text)(alike or "")
            reading = self._workspace.session.read_only
            field.control.look_only(only=reading)

    def _store(self, who: Sequence[OrganisationId], key: str, text: str) -> None:
        """Record what was typed for some partners, or say why it cannot be."""
        if self._entry is None or not who:
            return
        service, field = self._entry.service.id, self.fields[key]
        try:
            value: Any = field.field.read(text)
        except WrongUse as error:
            self._refuse(who, field, text, str(error))
            return
        sentence = attempt(
            self._workspace, lambda s: s.services.change(service, who, **{key: value})
        )
        if sentence is None:
            field.settle()
            last = self._workspace.session.to_undo()
            self.said.emit(undo_told(last.label) if last else "")
        elif sentence:
            self._refuse(who, field, text, sentence)

    def _refuse(
        self, who: Sequence[OrganisationId], field: FormField, text: str, sentence: str
    ) -> None:
        """Say why it cannot be, with no other partner selected than those it was typed for."""
        if set(who) != set(self.chosen):
            self.choose(who[0])
        field.refuse(text, sentence)

    def _place(self) -> None:
        self.fields["stage"].offer(STAGES)
        self.table.entries.choices = {"stage": STAGES}
        head = QHBoxLayout()
        head.addWidget(words(wording.PARTNERS, "label", wrap=True), stretch=1)
        head.addWidget(self.all)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(XS)
        column.addLayout(head)
        for part in (self.table, self.why, self.who, self.form):
            column.addWidget(part)
        self.who.setContentsMargins(0, M, 0, 0)

    def _connect(self) -> None:
        self.all.clicked.connect(self._on_all)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.opened.connect(self._on_opened)
        self.table.entries.typed.connect(self._on_typed)
        for field in self.fields.values():
            field.typed.connect(self._on_field_typed)
            field.passed.connect(self.focus_table)
            field.entered.connect(self.focus_table)
        self._workspace.settling.connect(self.commit)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        """Two columns of fields, or one where there is little room."""
        columns = 2 if self.width() >= self._look.px(TWO_COLUMNS) else 1
        for n, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, n // columns, n % columns, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    def _on_all(self) -> None:
        self.table.selectAll()
        self.focus_table()

    def _on_selected(self) -> None:
        self._show_fields()

    def _on_opened(self) -> None:
        self.fields["stage"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, id_: str, key: str, text: str) -> None:
        self._store([OrganisationId(id_)], key, text)

    def _on_field_typed(self, key: str, text: str) -> None:
        self._store(self.chosen, key, text)


class PartnerTable(EntryTable):
    """The partners; as high as its rows up to a limit, with the columns that have room."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, wording.PARTNERS, FIELDS, parent)
        self.setAccessibleDescription(wording.PARTNER_KEYS)
        wrapped = WrappedRows(look, self)
        self.setItemDelegate(StageDelegate(look, self.entries, self))
        wrapped.changed.connect(self._fit_height)
        self._fit_height()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other partners."""
        self.entries.show(rows)
        self.resizeRowsToContents()  # rows that stay may say more now
        self._fit_height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def _fit_columns(self) -> None:
        """Leave out the last columns that have no room; the fields below have them all."""
        room, self._sizing = self.viewport().width(), True
        narrow = room < self._look.px(NARROW_BELOW)
        widths = [field.width for field in FIELDS]
        self._wide = (*NARROW, *widths[2:]) if narrow else tuple(widths)
        for number, width in enumerate(self._wide):
            room -= self._look.px(width)
            self.setColumnHidden(number, number > 1 and room < 0)
        self._sizing = False

    def _fit_height(self) -> None:
        heads, shown = self.verticalHeader(), min(self.entries.rowCount(), MOST_ROWS)
        rows = sum(heads.sectionSize(n) for n in range(shown))
        across = self.horizontalScrollBar()
        high = self.horizontalHeader().sizeHint().height() + rows + 2
        self.setFixedHeight(high + (across.height() if across.isVisible() else 0))


def _hint(field: FormField, alike: str | None) -> None:
    """Say in the empty control that the selected partners differ."""
    said = wording.DIFFERENT if alike is None else field.field.example
    control = field.control
    if isinstance(control, Choice | Line | Text):
        control.setPlaceholderText(said)
