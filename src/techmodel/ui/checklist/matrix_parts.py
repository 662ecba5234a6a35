"""The three tables of the matrix: what stays at both sides, and the organisations between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from techmodel.ui.checklist.matrix_head import MatrixHead

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

    from techmodel.ui.checklist.matrix_delegate import MatrixDelegate
    from techmodel.ui.checklist.matrix_model import MatrixModel
    from techmodel.ui.look import Look

_FLAGS = QItemSelectionModel.SelectionFlag


class Part(QTableView):
    """A table without rules and scroll bars of its own, as high as its rows."""

    def __init__(
        self, look: Look, model: MatrixModel, delegate: MatrixDelegate, name: str
    ) -> None:
        super().__init__()
        self._delegate = delegate
        self.setModel(model)
        self.setHorizontalHeader(MatrixHead(look, model, self))
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAccessibleName(name)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the card, except sideways."""
        if event.angleDelta().x() and self.horizontalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()


class Side(Part):
    """A part that only shows."""

    def __init__(
        self, look: Look, model: MatrixModel, delegate: MatrixDelegate, name: str
    ) -> None:
        super().__init__(look, model, delegate, name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.horizontalHeader().setSectionsClickable(False)


class Organisations(Part):
    """The columns of the organisations; whole columns are chosen.

    Signals:
        chosen(): other columns are selected, or another one is in hand.
        picked(int): the row to answer with: a cell was clicked, or Space or Enter pressed on it.
        stood_on(object, object): the widget and the part of it (QRect) that should be in view.
    """

    chosen = Signal()
    picked = Signal(int)
    stood_on = Signal(object, object)

    def __init__(self, look: Look, model: MatrixModel, delegate: MatrixDelegate) -> None:
        super().__init__(look, model, delegate, "Organisations and levels")
        self._silent = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        selection = self.selectionModel()
        selection.selectionChanged.connect(self._on_chosen)
        selection.currentColumnChanged.connect(self._on_chosen)

    @property
    def columns(self) -> list[int]:
        """The selected columns, the one in hand first."""
        selected = {i.column() for i in self.selectionModel().selectedColumns()}
        current = self.currentIndex().column()
        rest = sorted(selected - {current})
        return [current, *rest] if current >= 0 else rest

    def choose(self, columns: list[int]) -> bool:
        """Select columns without saying so; the first is in hand. Whether they are others."""
        if not columns or columns == self.columns:
            return False
        selection, self._silent = self.selectionModel(), True
        row = max(0, self.currentIndex().row())
        first = self.model().index(row, columns[0])
        selection.setCurrentIndex(first, _FLAGS.ClearAndSelect | _FLAGS.Columns)
        for column in columns[1:]:
            index = self.model().index(row, column)
            selection.select(index, _FLAGS.Select | _FLAGS.Columns)
        self._silent = False
        self.scrollTo(first)
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        return True

    def go_to_row(self, row: int) -> None:
        """Stand on another row; the columns chosen stay."""
        index = self.model().index(row, self.currentIndex().column())
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _FLAGS.NoUpdate)
            if self.hasFocus():
                self.stood_on.emit(self.viewport(), self.visualRect(index))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in steps and not held:
            self.go_to_row(index.row() + steps[event.key()])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not held:
            self.picked.emit(index.row())
        elif event.key() in {
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        } or (event.key() == Qt.Key.Key_Space and held):
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and index == self.currentIndex() and not event.modifiers():
            self.picked.emit(index.row())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(active=True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(active=False)

    def _show_focus(self, *, active: bool) -> None:
        self._delegate.active = active
        self.viewport().update()

    def _on_chosen(self) -> None:
        self.horizontalHeader().viewport().update()
        if not self._silent:
            self.chosen.emit()
