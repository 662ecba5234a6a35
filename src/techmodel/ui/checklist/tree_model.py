"""The tree of domains and capabilities, as a model of what the outline says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.core.outline import Branch, Item
from techmodel.wording.checklist_page import item_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from techmodel.core.checklist import CapabilityId, Checklist, DomainId

Index = QModelIndex | QPersistentModelIndex

NODE_ROLE = Qt.ItemDataRole.UserRole
"""The `Branch` or `Item` of a row."""
WHOLE_ROLE = Qt.ItemDataRole.UserRole + 1
"""For a domain the (settled, total) of all its capabilities, whatever the filter leaves."""

_TOP = 0
"""The internal id of domains; capabilities have the row of their domain plus one."""


class TreeModel(QAbstractItemModel):
    """Domains with their capabilities; what a filter leaves of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._branches: tuple[Branch, ...] = ()
        self._whole: dict[DomainId, tuple[int, int]] = {}
        self._checklist: Checklist | None = None

    def show(
        self, checklist: Checklist, whole: Sequence[Branch], branches: tuple[Branch, ...]
    ) -> None:
        """Show `branches`, which a filter left of `whole`; keeps every row that stays the same."""
        same = self._checklist is checklist and _ids(self._branches) == _ids(branches)
        if not same:
            self.beginResetModel()
        self._checklist, self._branches = checklist, branches
        self._whole = {b.domain: (b.settled, len(b.items)) for b in whole}
        if same:
            self._say_changed()
        else:
            self.endResetModel()

    @property
    def branches(self) -> tuple[Branch, ...]:
        """What is shown."""
        return self._branches

    def index_of(self, capability: CapabilityId) -> QModelIndex:
        """The row of a capability, invalid where it is not shown."""
        for row, branch in enumerate(self._branches):
            for n, item in enumerate(branch.items):
                if item.capability == capability:
                    return self.createIndex(n, 0, row + 1)
        return QModelIndex()

    def capability(self, index: Index) -> CapabilityId | None:
        """The capability of a row, None for a domain."""
        node = self._node(index)
        return node.capability if isinstance(node, Item) else None

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        if column != 0 or row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _TOP)

    @override
    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # the stubs know only the parent of a QObject
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._branches)
        return len(self._branches[parent.row()].items) if parent.internalId() == _TOP else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self._node(index)
        if node is None:
            return None
        if role == NODE_ROLE:
            return node
        if isinstance(node, Branch):
            return self._of_branch(node, role)
        return self._of_item(node, role)

    def _node(self, index: Index) -> Branch | Item | None:
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self._branches[index.row()]
        return self._branches[index.internalId() - 1].items[index.row()]

    def _of_branch(self, branch: Branch, role: int) -> object:
        settled, total = self._whole.get(branch.domain, (0, 0))
        domain = self._checklist.domain(branch.domain) if self._checklist else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return domain.short_name if domain else branch.domain
            case Qt.ItemDataRole.ToolTipRole:
                return f"{domain.name}\n{domain.description}" if domain else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{domain.name if domain else branch.domain}, {settled} of {total}"
            case _:
                return (settled, total) if role == WHOLE_ROLE else None

    def _of_item(self, item: Item, role: int) -> object:
        found = self._checklist.capability(item.capability) if self._checklist else None
        name = found.name if found else item.capability
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{item.capability} {item_words(name, item)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return item_words(name, item)
            case _:
                return None

    def _say_changed(self) -> None:
        last = self.index(len(self._branches) - 1, 0)
        if not last.isValid():
            return
        self.dataChanged.emit(self.index(0, 0), last)
        for row in range(len(self._branches)):
            top = self.index(row, 0)
            self.dataChanged.emit(
                self.index(0, 0, top), self.index(self.rowCount(top) - 1, 0, top)
            )


def _ids(branches: Sequence[Branch]) -> list[tuple[str, ...]]:
    return [(b.domain, *(i.capability for i in b.items)) for b in branches]
