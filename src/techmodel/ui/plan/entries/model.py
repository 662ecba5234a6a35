"""The rows of a table of entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from techmodel.ui.plan.entries.fields import Cell
from techmodel.ui.widgets.table import SORT_ROLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from techmodel.ui.look import Look
    from techmodel.ui.plan.entries.fields import Field, Row

    Index = QModelIndex | QPersistentModelIndex
    Choices = Mapping[str, Sequence[tuple[str, str]]]

_SAID = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}


class EntryModel(QAbstractTableModel):
    """A row an entry, a column a field.

    Rows keep their places while the same entries are shown, so that nothing jumps from under a
    person who types.

    Signals:
        typed(str, str, str): somebody typed in a cell: entry, field, words.

    Attributes:
        columns: the fields shown.
        choices: of each field with choices, (key, words).
    """

    typed = Signal(str, str, str)

    def __init__(self, look: Look, fields: Sequence[Field], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(f for f in fields if f.width)
        self.choices: Choices = {}
        self._look = look
        self._rows: tuple[Row, ...] = ()
        self.read_only = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, in order."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        new = {row.id: row for row in rows}
        if new and new.keys() == {row.id for row in self._rows}:
            self._rows = tuple(new[row.id] for row in self._rows)
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def place(self, id_: str) -> QModelIndex:
        """The first cell of an entry; invalid when it is not shown."""
        for n, row in enumerate(self._rows):
            if row.id == id_:
                return self.index(n, 0)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self.read_only or not self.columns[index.column()].in_place:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.colour("ink3") if row.over else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return _said(row.cells.get(column.key, Cell("")), column, role)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = self._rows[index.row()], self.columns[index.column()]
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == row.cells[column.key].typed:
            return False
        self.typed.emit(row.id, column.key, text)
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        align = role == Qt.ItemDataRole.TextAlignmentRole
        return _alignment(self.columns[section]) if align else None


def _said(cell: Cell, column: Field, role: int) -> object:
    """What a cell says in a role."""
    if role in _SAID:
        return cell.words
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return cell.words or f"no {column.head.lower()}"
    if role == Qt.ItemDataRole.EditRole:
        return cell.typed
    return cell.sort if role == SORT_ROLE else None


def _alignment(column: Field) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.digits else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
