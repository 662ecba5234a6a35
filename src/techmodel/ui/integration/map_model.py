"""The map as a list: every organisation, and after each the ways that lead out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.integration.sight import Sight
from techmodel.wording import integration_page as wording

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from techmodel.core.flows import FlowCell
    from techmodel.ui.integration.sight import Pick

    Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Item:
    """An organisation, with its id alone, its short name and no cell, or a way with its cell."""

    pick: Pick
    words: str
    short: str = ""
    cell: FlowCell | None = None


class MapModel(QAbstractListModel):
    """Organisations and ways in the order of the arrow keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sight = Sight()
        self.items: tuple[Item, ...] = ()

    def show(self, sight: Sight) -> None:
        """Show other flows; what the items are stays where only their levels are others."""
        items = _items(sight)
        if [i.pick for i in items] == [i.pick for i in self.items]:
            self.sight, self.items = sight, items
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self.sight, self.items = sight, items
        self.endResetModel()

    def place_of(self, pick: Pick) -> QModelIndex:
        """The index of an organisation or a way; invalid where it is not shown."""
        row = next((n for n, item in enumerate(self.items) if item.pick == pick), -1)
        return self.index(row)

    def item(self, index: Index) -> Item | None:
        """The item of an index."""
        return self.items[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index)
        roles = Qt.ItemDataRole
        if item and role == roles.DisplayRole:  # found by typing what the map shows
            return item.short or item.words
        return (
            item.words if item and role in {roles.AccessibleTextRole, roles.ToolTipRole} else None
        )


def _items(sight: Sight) -> tuple[Item, ...]:
    items = []
    for organisation in sight.organisations:
        id_ = str(organisation.id)
        sent = {way: c for way, c in sight.matrix.items() if way[0] == id_}
        received = sum(c.count for way, c in sight.matrix.items() if way[1] == id_)
        out = sum(c.count for c in sent.values())
        said = wording.node_words(organisation.name, out, received)
        items.append(Item((id_,), said, sight.short_names[id_]))
        for other in sight.organisations:
            way = id_, str(other.id)
            if way in sent:
                words = wording.way_cell_words(way, sent[way], sight.names)
                items.append(Item(way, words, cell=sent[way]))
    return tuple(items)
