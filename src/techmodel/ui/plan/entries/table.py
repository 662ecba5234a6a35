"""The table of entries: typed in where a cell is short, opened in the form by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QComboBox, QLineEdit
from typing_extensions import override

from techmodel.ui.plan.entries.fields import Kind
from techmodel.ui.plan.entries.model import EntryModel
from techmodel.ui.plan.entries.sized import SizedTable
from techmodel.ui.widgets.editable_table import ChoiceEditor
from techmodel.ui.widgets.rows import RowDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from techmodel.ui.look import Look
    from techmodel.ui.plan.entries.fields import Field

    Index = QModelIndex | QPersistentModelIndex

_HINT = QAbstractItemDelegate.EndEditHint
_TRIGGER = QAbstractItemView.EditTrigger


class EntryDelegate(RowDelegate):
    """Lines and choices to type in."""

    def __init__(self, look: Look, model: EntryModel, view: EntryTable) -> None:
        super().__init__(look, view)
        self._model, self._view = model, view

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.columns[index.column()]
        editor = self._choice(parent, column) if column.kind is Kind.CHOICE else QLineEdit(parent)
        editor.setAccessibleName(f"{column.head} of row {index.row() + 1}")
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
            QTimer.singleShot(0, editor, editor.showPopup)
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    @override
    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def _choice(self, parent: QWidget, column: Field) -> QComboBox:
        combo = ChoiceEditor(parent)
        for key, said in self._model.choices.get(column.key, ()):
            combo.addItem(said, key)
        combo.chosen.connect(self._on_chosen)
        return combo

    def _on_chosen(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox):
            self.commitData.emit(combo)
            self.closeEditor.emit(combo, _HINT.NoHint)


class EntryTable(SizedTable):
    """F2, a double click or typing edit a cell; Tab goes on to the next, Enter opens the form.

    Signals:
        came(str): another entry is current; "" for none.
        opened(): the current entry should be shown whole.
        add_wanted(), remove_wanted(): Insert or Delete was pressed.
    """

    came = Signal(str)
    opened = Signal()
    add_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, look: Look, name: str, fields: Sequence[Field], parent: QWidget) -> None:
        super().__init__(look, name, parent)
        self.entries = EntryModel(look, fields, self)
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(look, self.entries, self))
        triggers = _TRIGGER.EditKeyPressed | _TRIGGER.AnyKeyPressed | _TRIGGER.DoubleClicked
        self.setEditTriggers(triggers)
        self.setAccessibleDescription("F2 edits a cell, Enter opens the entry, Insert adds one.")
        for number, column in enumerate(self.entries.columns):
            self.setColumnHidden(number, column.hidden)
        self.give_widths([column.width for column in self.entries.columns])
        self.selectionModel().currentRowChanged.connect(self._on_current)

    @property
    def current(self) -> str:
        """The id of the entry one is on, "" for none."""
        source = self.source_index(self.currentIndex())
        return self.entries.rows[source.row()].id if source.isValid() else ""

    def go_to(self, id_: str) -> None:
        """Make an entry the current one, in the column one is in, if it is shown."""
        place = self.entries.place(id_)
        if place.isValid():
            column = max(0, self.currentIndex().column())
            shown = self.shown_index(place)
            self.setCurrentIndex(shown.siblingAtColumn(column))
            self.scrollTo(shown)

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        editor = self.viewport().focusWidget()
        if isinstance(editor, QLineEdit) and not editor.isHidden():
            self.commitData(editor)
            self.closeEditor(editor, _HINT.NoHint)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Insert: self.add_wanted,
            Qt.Key.Key_Delete: self.remove_wanted,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is not None and plain and not editing:
            act.emit()
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on to the next cell of the row that can be typed in; Enter stays."""
        steps = {_HINT.EditNextItem: 1, _HINT.EditPreviousItem: -1}
        super().closeEditor(editor, _HINT.NoHint)
        found = self._next(steps[hint]) if hint in steps else QModelIndex()
        if found.isValid():
            self.setCurrentIndex(found)
            self.edit(found)

    def _next(self, step: int) -> QModelIndex:
        index = self.currentIndex()
        column = index.column() + step
        while 0 <= column < self.entries.columnCount():
            found = index.siblingAtColumn(column)
            if not self.isColumnHidden(column) and found.flags() & Qt.ItemFlag.ItemIsEditable:
                return found
            column += step
        return QModelIndex()

    def _on_current(self) -> None:
        self.came.emit(self.current)
