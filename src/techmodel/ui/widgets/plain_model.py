"""A table of words: heads, rows with a key each, and what they are sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.widgets.table import SORT_ROLE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Index = QModelIndex | QPersistentModelIndex

KEY_ROLE = Qt.ItemDataRole.UserRole + 1
"""The key of a row."""


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row.

    Attributes:
        key: what it is about, such as the id of a project.
        texts: the words of its cells.
        sort: numbers or words that cells are sorted by, by column; the words shown for others.
        told: the words of cells whose tip and spoken words are others than those shown, by column.
    """

    key: str
    texts: tuple[str, ...]
    sort: tuple[tuple[int, float | str], ...] = ()
    told: tuple[tuple[int, str], ...] = ()


class PlainModel(QAbstractTableModel):
    """Rows of words; every cell says itself whole in its tip."""

    def __init__(
        self, heads: Sequence[str], right: Collection[int] = (), parent: QObject | None = None
    ) -> None:
        """`right` are the columns of figures, which stand at the right."""
        super().__init__(parent)
        self._heads, self._right = tuple(heads), frozenset(right)
        self._rows: tuple[PlainRow, ...] = ()

    @property
    def rows(self) -> tuple[PlainRow, ...]:
        """What is shown, in the order of the model."""
        return self._rows

    def show(self, rows: Sequence[PlainRow], heads: Sequence[str] | None = None) -> None:
        """Show other rows, under other heads if some are given."""
        wanted, named = tuple(rows), self._heads if heads is None else tuple(heads)
        if (wanted, named) == (self._rows, self._heads):
            return
        self.beginResetModel()
        self._rows, self._heads = wanted, named
        self.endResetModel()

    def place_of(self, key: str) -> QModelIndex:
        """The first cell of the row with a key; invalid where there is none."""
        row = next((n for n, r in enumerate(self._rows) if r.key == key), -1)
        return self.index(row, 0)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[column]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return dict(row.told).get(column, row.texts[column])
        if role == SORT_ROLE:
            return dict(row.sort).get(column)
        if role == KEY_ROLE:
            return row.key
        return self._across(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._heads):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._heads[section]
        return self._across(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _across(self, column: int) -> Qt.AlignmentFlag:
        flags = Qt.AlignmentFlag
        across = flags.AlignRight if column in self._right else flags.AlignLeft
        return across | flags.AlignVCenter
