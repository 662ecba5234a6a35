"""A table whose rows can be ticked: by pointer in the first column, by Space anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from techmodel.ui.widgets.plain_model import PlainModel
from techmodel.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from techmodel.ui.widgets.plain_model import Index

_CHECK = Qt.ItemDataRole.CheckStateRole
_STATES = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class TicksModel(PlainModel):
    """Rows of words with a tick in the first column.

    Signals:
        ticked(str, bool): a person ticked a row, by its key, or took the tick off.
    """

    ticked = Signal(str, bool)
    _on: frozenset[str] = frozenset()
    may_tick = True

    def tick(self, keys: Collection[str]) -> None:
        """Tick these rows and no others, without saying so."""
        if frozenset(keys) == self._on:
            return
        self._on = frozenset(keys)
        last = self.index(self.rowCount() - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [_CHECK])

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        ticks = index.column() == 0 and self.may_tick
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == _CHECK and index.isValid() and index.column() == 0:
            return _STATES[self.rows[index.row()].key in self._on]
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or not self.may_tick:
            return False
        key = self.rows[index.row()].key
        self._on = self._on ^ {key}
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit(key, key in self._on)
        return True


class TickTable(Table):
    """A table of a `TicksModel`."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and index.isValid():
            self._turn(index.siblingAtColumn(0))
        else:
            super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        self.model().setData(index, None, _CHECK)
