"""The journal as tables: the batches, and what one of them changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.days import parse_moment
from techmodel.ui.widgets.table import SORT_ROLE
from techmodel.wording.history import KIND_WORDS
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.journal import Batch
    from techmodel.wording.edits import Line

Index = QModelIndex | QPersistentModelIndex

WHEN, WHAT, KIND, DECIDED = range(4)
_BATCH_HEADS = ("When", "What", "Kind", "Decided by")
_LINE_HEADS = ("About", "Change", "Before", "After")


def when_words(at: str) -> str:
    """A journal's time in local time: "24 Nov 2026 14:03"."""
    moment = parse_moment(at)
    return f"{short_date(moment.date())} {moment:%H:%M}" if moment else at


class BatchModel(QAbstractTableModel):
    """The batches shown, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batches: tuple[Batch, ...] = ()
        self._taken_back: frozenset[str] = frozenset()

    @property
    def batches(self) -> tuple[Batch, ...]:
        """What is shown, in order."""
        return self._batches

    def show(self, batches: Sequence[Batch], taken_back: frozenset[str]) -> None:
        """Show other batches; `taken_back` are the ids of those an undo took back."""
        self.beginResetModel()
        self._batches, self._taken_back = tuple(batches), taken_back
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._batches)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_BATCH_HEADS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return _head(_BATCH_HEADS, section, orientation, role)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        batch = self._batches[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._said(batch, index.column())
        if role == SORT_ROLE and index.column() == WHEN:
            return batch.revision
        return None

    def _said(self, batch: Batch, column: int) -> str:
        match column:
            case 0:
                return when_words(batch.at)
            case 1:
                return batch.label
            case 2:
                back = ", taken back" if batch.id in self._taken_back else ""
                return KIND_WORDS[batch.kind] + back
            case _:
                return batch.decided_by


class LineModel(QAbstractTableModel):
    """What one batch changed, field by field."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show the lines of another batch."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_LINE_HEADS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return _head(_LINE_HEADS, section, orientation, role)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if not index.isValid() or role not in shown:
            return None
        line = self._lines[index.row()]
        return (line.about or "The assessment", line.sentence, line.old, line.new)[index.column()]


def _head(heads: tuple[str, ...], section: int, orientation: Qt.Orientation, role: int) -> object:
    if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
        return heads[section]
    return None
