"""The heat map as a tree: domains, their capabilities, and a column per organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.gaps.picture import DomainRow, LevelCell, Picture, ShareCell, TogetherCell
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from techmodel.ui.gaps.picture import CapabilityRow

    Index = QModelIndex | QPersistentModelIndex
    Cell = ShareCell | LevelCell | TogetherCell

NAME, TOGETHER, FIRST = 0, 1, 2
"""The columns: name, the partners together, then the organisations."""

CELL = Qt.ItemDataRole.UserRole
"""The role that gives the `ShareCell`, `LevelCell` or `TogetherCell` of an index."""

_DOMAIN = 0
"""The internal id of domains; capabilities have the row of their domain + 1."""


class HeatModel(QAbstractItemModel):
    """The heat map of one picture; another of the same shape replaces it without a reset."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture((), ())

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._picture

    def show(self, picture: Picture) -> None:
        """Show another picture; selection and open domains stay when its shape is the same."""
        if _shape(picture) != _shape(self._picture):
            self.beginResetModel()
            self._picture = picture
            self.endResetModel()
            return
        before, self._picture = self._picture, picture
        for n, (old, new) in enumerate(zip(before.domains, picture.domains, strict=True)):
            if (old.together, old.cells) != (new.together, new.cells):
                self._announce(n, QModelIndex())
            self._announce_capabilities(old, new, self.index(n, NAME))

    def domain(self, index: Index) -> DomainRow | None:
        """The domain of a domain's index, None for a capability's."""
        if not index.isValid() or index.internalId() != _DOMAIN:
            return None
        return self._picture.domains[index.row()]

    def capability(self, index: Index) -> CapabilityRow | None:
        """The capability of a capability's index, None for a domain's."""
        if not index.isValid() or index.internalId() == _DOMAIN:
            return None
        return self._picture.domains[index.internalId() - 1].capabilities[index.row()]

    def find(self, item: str, column: int = NAME) -> QModelIndex:
        """The index of a domain or capability by its id; invalid when it is not shown."""
        for n, domain in enumerate(self._picture.domains):
            if domain.id == item:
                return self.index(n, column)
            for row, capability in enumerate(domain.capabilities):
                if capability.id == item:
                    return self.index(row, column, self.index(n, NAME))
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._picture.domains)
        domain = self.domain(parent) if parent.column() == NAME else None
        return len(domain.capabilities) if domain else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return FIRST + len(self._picture.columns)

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _DOMAIN)

    @override
    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # QObject.parent is overloaded
        if not child.isValid() or child.internalId() == _DOMAIN:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, NAME, _DOMAIN)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.domain(index) or self.capability(index)
        assert row is not None
        if index.column() == NAME:
            return _name_data(row, role)
        cell: Cell = row.together if index.column() == TOGETHER else row.cells[index.column() - 2]
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(cell)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return cell.words
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(section)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._head_words(section)
        return None

    def _head(self, section: int) -> str:
        if section < FIRST:
            return ("Domain and capability", "Together,\nof target")[section]
        organisation = self._picture.columns[section - FIRST]
        return organisation.short_name or organisation.name

    def _head_words(self, section: int) -> str:
        if section < FIRST:
            return self._head(section).replace("\n", " ")
        return self._picture.columns[section - FIRST].name

    def _announce_capabilities(self, old: DomainRow, new: DomainRow, parent: QModelIndex) -> None:
        pairs = zip(old.capabilities, new.capabilities, strict=True)
        for row, (before, after) in enumerate(pairs):
            if before != after:
                self._announce(row, parent)

    def _announce(self, row: int, parent: QModelIndex) -> None:
        """Say that a row is another; a view measures every row that it is told of."""
        first = self.index(row, NAME, parent)
        last = self.index(row, self.columnCount() - 1, parent)
        self.dataChanged.emit(first, last)


def _shape(picture: Picture) -> tuple[object, ...]:
    rows = tuple((d.id, tuple(c.id for c in d.capabilities)) for d in picture.domains)
    return picture.columns, rows


def _name_data(row: DomainRow | CapabilityRow, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return row.name
    if role == Qt.ItemDataRole.ToolTipRole and not isinstance(row, DomainRow):
        return f"{row.id} {row.name}"
    if role == Qt.ItemDataRole.AccessibleTextRole:
        if isinstance(row, DomainRow):
            return f"{row.name}, {plural(len(row.capabilities), 'capability', 'capabilities')}"
        return f"{row.id} {row.name}"
    return None


def _text(cell: Cell) -> str:
    if isinstance(cell, LevelCell):
        return cell.mark.text
    if isinstance(cell, TogetherCell):
        return f"{cell.level_text} of {cell.target}" if cell.target else cell.level_text
    return cell.text
