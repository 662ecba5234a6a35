"""The ranked gaps as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.widgets.table import COPY_ROLE, SORT_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from techmodel.core.checklist import CapabilityId
    from techmodel.ui.gaps.ranked import GapRow

    Index = QModelIndex | QPersistentModelIndex

RANK, CAPABILITY, LEVEL, GAP, WEEKS, PRIORITY, DOMAIN = range(7)
"""The columns."""

ROW = Qt.ItemDataRole.UserRole
"""The role that gives the `GapRow` of an index."""

_HEADS = ("Rank", "Capability", "Level", "Gap", "Weeks", "Priority", "Domain")
_RIGHT = {RANK, WEEKS, PRIORITY}
_TEXTS: tuple[Callable[[GapRow], str], ...] = (
    lambda row: str(row.rank),
    lambda row: row.name,
    lambda row: f"{row.level} of {row.target}",
    lambda row: row.gap_words,
    lambda row: row.weeks_text,
    lambda row: row.priority_text,
    lambda row: row.domain,
)
_NUMBERS: dict[int, Callable[[GapRow], float]] = {
    RANK: lambda row: row.rank,
    GAP: lambda row: row.gap.high + row.gap.low / 10,
    WEEKS: lambda row: row.likely,
    PRIORITY: lambda row: -1.0 if row.priority is None else row.priority,
}


class GapModel(QAbstractTableModel):
    """The rows that the filters leave; `own` says that levels are one organisation's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[GapRow] = ()
        self._own = False

    @property
    def rows(self) -> Sequence[GapRow]:
        """What is shown, by rank."""
        return self._rows

    def show(self, rows: Sequence[GapRow], *, own: bool) -> None:
        """Show other rows; the selection stays when they are the same capabilities."""
        same = [r.id for r in rows] == [r.id for r in self._rows]
        if not same:
            self.beginResetModel()
        self._rows, self._own = rows, own
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, DOMAIN))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, LEVEL, GAP)

    def find(self, capability: CapabilityId) -> QModelIndex:
        """The first cell of a capability, or an invalid index."""
        found = (n for n, row in enumerate(self._rows) if row.id == capability)
        return self.index(next(found, -1), CAPABILITY)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, COPY_ROLE}:
            return _TEXTS[column](row)
        if role == SORT_ROLE:
            return _NUMBERS[column](row) if column in _NUMBERS else _TEXTS[column](row)
        if role == ROW:
            return row
        return _more(row, column, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            own = self._own and section in {LEVEL, GAP}
            return f"Its {_HEADS[section].lower()}" if own else _HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None


def _more(row: GapRow, column: int, role: int) -> object:
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _alignment(column)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return row.words if column == RANK else _TEXTS[column](row)
    if role == Qt.ItemDataRole.ToolTipRole and column == CAPABILITY:
        return f"{row.id} {row.name}" + (f"\n{row.duty.name}" if row.duty else "")
    return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
