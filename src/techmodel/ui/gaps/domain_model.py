"""The domains as a table: what the bars and the radar show, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.gaps.picture import Picture
from techmodel.ui.widgets.table import SORT_ROLE

if TYPE_CHECKING:
    from techmodel.ui.gaps.picture import ShareCell

    Index = QModelIndex | QPersistentModelIndex

DOMAIN, TOGETHER, FIRST = range(3)
"""The columns: name, the partners together, then the organisations."""


class DomainModel(QAbstractTableModel):
    """A row a domain, in per cent of its target."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture((), ())

    def show(self, picture: Picture) -> None:
        """Show another picture."""
        self.beginResetModel()
        self._picture = picture
        self.endResetModel()

    def subject(self, index: Index) -> tuple[str, str]:
        """The ids that a cell is about: its domain, and its organisation or ""."""
        place = index.column() - FIRST
        organisation = self._picture.columns[place].id if place >= 0 else ""
        return self._picture.domains[index.row()].id, organisation

    def cell(self, index: Index) -> ShareCell | None:
        """The share behind a cell, None for a name."""
        row = self._picture.domains[index.row()]
        if index.column() == DOMAIN:
            return None
        return row.together if index.column() == TOGETHER else row.cells[index.column() - FIRST]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._picture.domains)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else FIRST + len(self._picture.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if cell is None:
            shown = role in {Qt.ItemDataRole.DisplayRole, SORT_ROLE}
            return self._picture.domains[index.row()].name if shown else None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == SORT_ROLE:
            return cell.share.low if cell.share else None
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return cell.words
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(section)
        if role == Qt.ItemDataRole.ToolTipRole and section >= FIRST:
            return self._picture.columns[section - FIRST].name
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _head(self, section: int) -> str:
        if section < FIRST:
            return ("Domain", "Together")[section]
        organisation = self._picture.columns[section - FIRST]
        return organisation.short_name or organisation.name


def _alignment(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
