"""The table in which organisations are typed, pasted and removed, by key or pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from typing_extensions import override

from techmodel.ui.widgets.editable_table import ROW_HEIGHT, EditableTable
from techmodel.ui.widgets.organisations_cells import ACTIONS, Column
from techmodel.ui.widgets.organisations_delegate import OrganisationsDelegate
from techmodel.ui.widgets.table import tab_separated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.look import Look
    from techmodel.ui.widgets.organisations_model import OrganisationsModel

NAME_LEAST = 160
NARROW_BELOW, FEW_BELOW = 800, 700
"""Widths in CSS pixels; below the second, how many are answered is left out."""
WIDE = {
    Column.ROW: 44,
    Column.KIND: 190,
    Column.SHORT_NAME: 124,
    Column.WEIGHT: 64,
    Column.QUESTIONS: 84,
    Column.ANSWERED: 84,
    Column.REMOVE: 68,
    Column.LEAVE: 76,
}
NARROW = {
    Column.ROW: 40,
    Column.KIND: 144,
    Column.SHORT_NAME: 96,
    Column.WEIGHT: 56,
    Column.QUESTIONS: 72,
    Column.ANSWERED: 72,
    Column.REMOVE: 64,
    Column.LEAVE: 68,
}


class OrganisationsTable(EditableTable):
    """An editable table; the last row adds an organisation.

    Delete removes a row, Ctrl+Z brings it back; Ctrl+V pastes a list.

    Signals:
        pasted(int, int): rows from the first to before the second came from a pasted list.
        removed(str): the name of an organisation that was taken out.
    """

    pasted = Signal(int, int)
    removed = Signal(str)

    def __init__(
        self, look: Look, model: OrganisationsModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "Organisations", parent)
        self._organisations = model
        self._at = (0, 0)
        self.setModel(model)
        self._delegate = OrganisationsDelegate(look, model, self)
        self.setItemDelegate(self._delegate)
        self.go_to(0, Column.NAME)
        self._connect()
        self._fit()

    def paste(self) -> None:
        """Add the list on the clipboard."""
        self._on_list_pasted(QGuiApplication.clipboard().text())

    def go_to(self, row: int, column: Column) -> None:
        """Make a cell the current one."""
        number = self._organisations.columns.index(column)
        self.setCurrentIndex(self._organisations.index(row, number))

    @override
    def act(self, index: QModelIndex) -> None:
        if self._organisations.columns[index.column()] in ACTIONS:
            self._take_out(index.row())

    @override
    def copy(self) -> None:
        model = self._organisations
        columns = [n for n, c in enumerate(model.columns) if c not in ACTIONS]
        rows = range(len(model.rows))
        QGuiApplication.clipboard().setText(tab_separated(model, rows, columns))

    @override
    def event(self, event: QEvent) -> bool:
        ours = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if ours and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, free = self.currentIndex(), self.state() != self.State.EditingState
        if free and self._own_key(event):
            self._do(event)
        elif free and event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self._take_out(index.row())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        self._delegate.list_pasted.connect(self._on_list_pasted)
        self._organisations.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self._organisations.modelReset.connect(self._on_reset)
        self._look.changed.connect(self._fit)

    def _own_key(self, event: QKeyEvent) -> bool:
        """Keys that are ours although the window has them too."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._organisations.can_undo
        if event.matches(QKeySequence.StandardKey.Redo):
            return self._organisations.can_redo
        return event.matches(QKeySequence.StandardKey.Paste)

    def _do(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._organisations.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._organisations.redo()
        else:
            self.paste()

    def _take_out(self, row: int) -> None:
        rows = self._organisations.rows
        if 0 <= row < len(rows):
            self._organisations.act(row)
            if rows[row].id is None:
                self.removed.emit(rows[row].typed.name)

    def _on_list_pasted(self, text: str) -> None:
        rows = self._organisations.paste(text)
        if rows:
            self.go_to(rows.start, Column.NAME)
            self.scrollToBottom()
        self.pasted.emit(rows.start, rows.stop)

    def _on_about_to_be_reset(self) -> None:
        self._at = (self.currentIndex().row(), self.currentIndex().column())

    def _on_reset(self) -> None:
        row, column = self._at
        last = self._organisations.rowCount() - 1
        self.setCurrentIndex(self._organisations.index(max(0, min(row, last)), max(0, column)))

    def _fit(self) -> None:
        """Rows and columns times the text setting; the name takes the room that is left."""
        look, columns = self._look, self._organisations.columns
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_HEIGHT))
        room = self.viewport().width()
        widths = NARROW if room < look.px(NARROW_BELOW) else WIDE
        few = {Column.ANSWERED} if room < look.px(FEW_BELOW) else set()
        left = room - sum(look.px(widths[c]) for c in columns if c in widths and c not in few)
        for number, column in enumerate(columns):
            self.setColumnHidden(number, column in few)
            width = look.px(widths[column]) if column in widths else max(left, look.px(NAME_LEAST))
            self.setColumnWidth(number, width)
