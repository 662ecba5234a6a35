"""The table of recent documents; those that are not there any more are grey."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from typing_extensions import override

from techmodel.core.ranges import Range
from techmodel.ui.days import parse_moment, when_words
from techmodel.ui.start.glance import now, where_words
from techmodel.ui.widgets.paint import paint_range_bar
from techmodel.ui.widgets.rows import RowDelegate
from techmodel.ui.widgets.table import SORT_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QIcon, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from techmodel.settings import Recent
    from techmodel.ui.look import Look

NAME, ORGANISATIONS, ANSWERED, CHANGED, WHERE = range(5)
HEADS = ("Name", "Organisations", "Answered", "Changed", "Where")
_DIGITS = frozenset({ORGANISATIONS, ANSWERED, CHANGED})

Index = QModelIndex | QPersistentModelIndex


class RecentModel(QAbstractTableModel):
    """Rows of recent documents, as given."""

    def __init__(self, look: Look, recents: Sequence[Recent]) -> None:
        super().__init__()
        self._look, self._recents = look, tuple(recents)
        self._missing: frozenset[str] = frozenset()
        titles = [r.title for r in self._recents]
        self._shared = frozenset(t for t in titles if titles.count(t) > 1)

    def recent(self, row: int) -> Recent:
        """The document of a row."""
        return self._recents[row]

    def is_missing(self, row: int) -> bool:
        """Whether it is not there now."""
        return self._recents[row].path in self._missing

    def mark_missing(self, missing: frozenset[str]) -> None:
        """Grey the rows of these paths."""
        self._missing = missing
        last = self.index(self.rowCount() - 1, len(HEADS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._recents)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        recent, column = self._recents[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(recent, column)
        if role == SORT_ROLE:
            return _sort_key(recent, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return self._appearance(index, role)

    def _appearance(self, index: Index, role: int) -> object:
        missing = self.is_missing(index.row())
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index.column(), missing=missing)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == NAME:
            return self._icon(missing=missing)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._recents[index.row()].path
        return None

    def _text(self, recent: Recent, column: int) -> str:
        if column == NAME:
            title = recent.title or "Untitled"
            return f"{title} · {Path(recent.path).stem}" if recent.title in self._shared else title
        if column == ORGANISATIONS:
            return str(recent.organisations)
        if column == ANSWERED:
            return f"{recent.answered} of {recent.asked}"
        if column == CHANGED:
            changed = parse_moment(recent.changed)
            return when_words(changed, now()) if changed else ""
        return "Not found" if recent.path in self._missing else where_words(recent.path)

    def _colour(self, column: int, *, missing: bool) -> QColor:
        quiet = missing or column == WHERE
        return self._look.colour("ink3" if missing else "ink2" if quiet else "ink")

    def _icon(self, *, missing: bool) -> QIcon:
        return self._look.icon("alert" if missing else "file", "ink3" if missing else "ink2")


class AnsweredDelegate(RowDelegate):
    """Puts a bar after "131 of 186"."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        key = index.data(SORT_ROLE)
        if not isinstance(key, float):
            return
        area: QRect = option.rect
        width, height = self._look.px(56), 8
        left = area.right() - width - 8
        bar = QRect(left, area.center().y() - height // 2, width, height)
        paint_range_bar(painter, bar, self._look, Range(key, key))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(self._look.px(56) + 12, 0)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        room = self._look.px(56) + 12
        option.rect = option.rect.adjusted(0, 0, -room, 0)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _DIGITS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _sort_key(recent: Recent, column: int) -> object:
    keys = (
        recent.title.casefold(),
        recent.organisations,
        recent.answered / recent.asked if recent.asked else 0.0,
        recent.changed,
        recent.path.casefold(),
    )
    return keys[column]
