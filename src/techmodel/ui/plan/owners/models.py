"""The rows of the owners view: roles, and what they answer for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.widgets.table import SORT_ROLE
from techmodel.wording import owners_page as wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from techmodel.core.owners import Owned, Owner

    Index = QModelIndex | QPersistentModelIndex
    Sort = float | str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its words and what it is sorted by, by column, and the thing it is about.

    Attributes:
        role: of whom; None for everybody.
        owned: what, in the table of things.
    """

    texts: tuple[str, ...]
    sort: tuple[Sort, ...]
    role: str | None = None
    owned: Owned | None = None


class LinesModel(QAbstractTableModel):
    """Lines under heads; some columns stand at the right."""

    def __init__(self, heads: Sequence[str], right: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._heads, self._right = tuple(heads), frozenset(right)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return line.texts[column]
        if role == SORT_ROLE:
            return line.sort[column]
        return self._alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        right = self._heads[column] in self._right
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter


def owner_lines(owners: Sequence[Owner]) -> tuple[Line, ...]:
    """Everybody, then a line a role; last what nobody answers for."""
    count = sum(len(o.owned) for o in owners)
    late = sum(o.late for o in owners)
    whole = Line((wording.EVERYBODY, str(count), _count(late), "", ""), ("", count, late, None, 0))
    money = wording.money_of(owners)
    return (whole, *(_owner_line(o, money[o.role]) for o in owners))


def owned_lines(owners: Sequence[Owner]) -> tuple[Line, ...]:
    """A line a thing, owner by owner, the next date first."""
    return tuple(_owned_line(owner, thing) for owner in owners for thing in owner.owned)


def _owner_line(owner: Owner, money: str) -> Line:
    name, next_ = wording.role_name(owner.role), owner.next
    day = next_.date.toordinal() if next_ and next_.date else None
    many = len(owner.owned)
    texts = name, str(many), _count(owner.late), wording.next_words(next_)
    sort: tuple[Sort, ...] = (name if owner.role else "\uffff", many, owner.late, day)
    return Line((*texts, money), (*sort, owner.money.likely), owner.role)


def _owned_line(owner: Owner, thing: Owned) -> Line:
    name, day = wording.role_name(owner.role), thing.date.toordinal() if thing.date else None
    kind = wording.KINDS[thing.kind]
    what = f"{thing.id} {thing.name}" if thing.kind in _WITH_ID else thing.name
    texts = what, kind, name, wording.next_words(thing), wording.when_words(thing)
    sort: tuple[Sort, ...] = (what, kind, name if owner.role else "\uffff", day, texts[-1])
    return Line(texts, sort, owner.role, thing)


def _count(number: int) -> str:
    return str(number) if number else ""


_WITH_ID = {"project", "target"}
"""The kinds whose ids people know."""
