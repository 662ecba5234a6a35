"""A full list as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.widgets.table import SORT_ROLE

if TYPE_CHECKING:
    from techmodel.ui.gaps.lists import FullList, ListRow

    Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractTableModel):
    """The rows of one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list: FullList | None = None

    def show(self, shown: FullList) -> None:
        """Show a list."""
        self.beginResetModel()
        self._list = shown
        self.endResetModel()

    def row(self, index: Index) -> ListRow | None:
        """The row of an index, None for an invalid one."""
        if self._list is None or not index.isValid():
            return None
        return self._list.rows[index.row()]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._list is None else len(self._list.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._list is None else len(self._list.heads)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (row.tips or row.texts)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return row.sort[index.column()] if role == SORT_ROLE else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        shown = self._list if role == Qt.ItemDataRole.DisplayRole else None
        return shown.heads[section] if shown else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        """Figures and dates at the right, words at the left."""
        rows = self._list.rows if self._list else ()
        figures = bool(rows) and not isinstance(rows[0].sort[column], str)
        across = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter
