"""A table whose cells are typed in: keys, heights, and the way from cell to cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.look import S
from techmodel.ui.widgets.choice_box import ChoiceBox
from techmodel.ui.widgets.table import tab_separated

if TYPE_CHECKING:
    from techmodel.ui.look import Look

ROW_HEIGHT = 40
_EDIT_KEYS = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_HINT = QAbstractItemDelegate.EndEditHint


class ChoiceEditor(ChoiceBox):
    """The editor of a cell with a few choices.

    Signals:
        chosen(): an entry was chosen in the open list; keys on the closed one only move on.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened = False
        self.activated.connect(self._on_activated)

    @override
    def showPopup(self) -> None:
        self._opened = True
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 6 * S)
        super().showPopup()

    @override
    def hidePopup(self) -> None:
        super().hidePopup()
        QTimer.singleShot(0, self._on_hidden)  # the choice is told after the list is hidden

    def _on_activated(self) -> None:
        if self._opened:
            self.chosen.emit()

    def _on_hidden(self) -> None:
        self._opened = False


class EditableTable(QTableView):
    """F2, Enter, Space, a click or typing edit a cell that can be edited.

    While editing, Tab goes on to the next such cell and Enter to the row below; while not, Tab
    leaves the table. What a cell without an editor does is up to `act`.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """`name` is said by screen readers."""
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self.use)

    def act(self, index: QModelIndex) -> None:
        """Do what a cell without an editor says; nothing unless a subclass knows better."""

    def use(self, index: QModelIndex) -> None:
        """Edit a cell, with its choices open, or do what it says."""
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            QTimer.singleShot(0, self._open_choices)
        else:
            self.act(index)

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        editor = self._editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, _HINT.NoHint)

    def copy(self) -> None:
        """Copy all rows with their heads, tab-separated."""
        model = self.model()
        columns = range(model.columnCount())
        rows = range(model.rowCount())
        QGuiApplication.clipboard().setText(tab_separated(model, rows, columns))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the editor has not wanted, such as Enter
        elif event.key() in _EDIT_KEYS and not event.modifiers() and index.isValid():
            self.use(index)
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint not in {_HINT.EditNextItem, _HINT.EditPreviousItem, _HINT.SubmitModelCache}:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, _HINT.NoHint)
        index = self.currentIndex()
        if hint == _HINT.SubmitModelCache:
            below = index.siblingAtRow(index.row() + 1)
            self.setCurrentIndex(below if below.isValid() else index)
            return
        step = 1 if hint == _HINT.EditNextItem else -1
        found = self._next_editable(index, step)
        if found.isValid():
            self.setCurrentIndex(found)
            self.edit(found)
        else:
            self.focusNextPrevChild(step > 0)

    def _open_choices(self) -> None:
        editor = self._editor()
        if isinstance(editor, QComboBox):
            editor.showPopup()

    def _editor(self) -> QLineEdit | QComboBox | None:
        """What is being typed in now; one that was closed stays hidden until it is freed."""
        editor = self.viewport().focusWidget()
        if isinstance(editor, QLineEdit | QComboBox) and not editor.isHidden():
            return editor
        return None

    def _next_editable(self, index: QModelIndex, step: int) -> QModelIndex:
        """The next cell to type in, in reading order; invalid after the last."""
        model = self.model()
        width = model.columnCount()
        place = index.row() * width + index.column() + step
        while 0 <= place < model.rowCount() * width:
            found = model.index(place // width, place % width)
            if found.flags() & Qt.ItemFlag.ItemIsEditable:
                return found
            place += step
        return QModelIndex()
