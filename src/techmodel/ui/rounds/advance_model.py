"""The progress of every domain as a table: what the bars show, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.widgets.table import SORT_ROLE
from techmodel.wording.numbers import percent_range
from techmodel.wording.progress import advance_words

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.progress import Advance, Progress

    Index = QModelIndex | QPersistentModelIndex

DOMAIN, BAR, THEN, NOW, PROGRESS, COMPARED, NEW, FELL = range(8)
HEADS = (
    *("Domain", "Share of the target", "Then", "Now", "Progress"),
    *("Compared", "Newly known", "Fell"),
)
ALL = "All domains"
ADVANCE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Advance` behind a row, for painting."""


@dataclass(frozen=True, slots=True)
class Row:
    """A domain or all of them: its progress, and the words and sort keys of every column."""

    advance: Advance
    texts: tuple[str, ...]
    sort: tuple[float | None, ...]


class AdvanceModel(QAbstractTableModel):
    """A row a domain in scope that has a target, and one for all of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, progress: Progress, assessment: Assessment) -> None:
        """Show another progress."""
        names = {d.id: d.name for d in assessment.checklist.domains}
        found = [(names[d.domain], d) for d in progress.domains if d.domain and d.parts]
        found.append((ALL, progress.overall))
        self.beginResetModel()
        self._rows = tuple(_row(n, name, advance) for n, (name, advance) in enumerate(found))
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, in order."""
        return self._rows

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == ADVANCE_ROLE:
            return row.advance
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[column]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return bar_words(row.advance) if column == BAR else row.texts[column]
        if role == SORT_ROLE:
            return row.sort[column]
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(HEADS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def bar_words(advance: Advance) -> str:
    """A bar in words: "then 46%, now 54 to 60% of the target"."""
    then, now = (percent_range(r) for r in (advance.reached_then, advance.reached_now))
    return f"then {then}, now {now} of the target"


def _row(place: int, name: str, advance: Advance) -> Row:
    """A row; domains are sorted in the order of the checklist, everything else by its figure."""
    then, now = advance.reached_then, advance.reached_now
    compared, new = len(advance.compared), len(advance.newly_known)
    fell, reached = len(advance.falls), now.low if now else None
    return Row(
        advance,
        (
            *(name, "", percent_range(then, "–"), percent_range(now, "–")),
            *(advance_words(advance), f"{compared} of {len(advance.parts)}"),
            *(str(new), str(fell)),
        ),
        (place, reached, then.low if then else None, reached, advance.share, compared, new, fell),
    )


def _alignment(column: int) -> Qt.AlignmentFlag:
    words = {DOMAIN, BAR}
    across = Qt.AlignmentFlag.AlignLeft if column in words else Qt.AlignmentFlag.AlignRight
    return across | Qt.AlignmentFlag.AlignVCenter
