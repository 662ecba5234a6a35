"""The journal as tables: the batches, and what one of them changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from techmodel.ui.days import parse_moment
from techmodel.ui.widgets.table import COPY_ROLE, SORT_ROLE
from techmodel.wording.history import origin_words
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.history import Entry
    from techmodel.wording.edits import Line

Index = QModelIndex | QPersistentModelIndex

WHEN, WHAT, KIND, DECIDED = range(4)
_BATCH_HEADS = ("When", "What", "Kind", "Decided by")
_LINE_HEADS = ("About", "Change", "Before", "After")
INDENT = "\N{EM SPACE}\N{EM SPACE}"
"""Stands before what a merge took over, under the merge."""


def when_words(at: str) -> str:
    """A journal's time in local time: "24 Nov 2026 14:03"."""
    moment = parse_moment(at)
    return f"{short_date(moment.date())} {moment:%H:%M}" if moment else at


class BatchModel(QAbstractTableModel):
    """The changes shown, newest first; under a merge, what it took over from the other file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._places: tuple[float, ...] = ()
        self._taken_back: frozenset[str] = frozenset()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown, in order."""
        return self._entries

    def show(self, entries: Sequence[Entry], taken_back: frozenset[str]) -> None:
        """Show other entries; `taken_back` are the ids of batches that an undo took back."""
        self.beginResetModel()
        self._entries, self._taken_back = tuple(entries), taken_back
        self._places = _places(self._entries)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

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
        entry, column = self._entries[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            indent = INDENT if column == WHAT and entry.merge is not None else ""
            return indent + self._said(entry, column)
        if role in {Qt.ItemDataRole.ToolTipRole, COPY_ROLE}:
            return self._said(entry, column)
        if role == SORT_ROLE and column == WHEN:
            return self._places[index.row()]
        return None

    def _said(self, entry: Entry, column: int) -> str:
        batch = entry.batch
        match column:
            case 0:
                return when_words(batch.at)
            case 1:
                return batch.label
            case 2:
                back = entry.merge is None and batch.id in self._taken_back
                return origin_words(entry) + (", taken back" if back else "")
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


def _places(entries: Sequence[Entry]) -> tuple[float, ...]:
    """Where each entry stands in time: what a merge took over just before it, in its order."""
    found: list[float] = []
    theirs = 0
    for entry in entries:
        theirs = theirs + 1 if entry.merge is not None else 0
        found.append(entry.moment - theirs / (len(entries) + 1))
    return tuple(found)


def _head(heads: tuple[str, ...], section: int, orientation: Qt.Orientation, role: int) -> object:
    if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
        return heads[section]
    return None
