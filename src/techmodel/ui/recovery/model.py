"""What kept work adds to its file, as a table with chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from typing_extensions import override

from techmodel.ui.widgets.mark import value_mark
from techmodel.ui.widgets.paint import paint_chip
from techmodel.ui.widgets.rows import RowDelegate
from techmodel.ui.widgets.table import COPY_ROLE, SORT_ROLE
from techmodel.wording.kept import fields_words, moment_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from techmodel.core.answers import Value
    from techmodel.session.kept import Addition

Index = QModelIndex | QPersistentModelIndex

CAPABILITY, NAME, ORGANISATION, FILE, KEPT, BESIDES, TIME = range(7)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CHIP = 20
"""Side of a chip in CSS pixels."""
VALUE_ROLE = Qt.ItemDataRole.UserRole + 1


class AdditionsModel(QAbstractTableModel):
    """One row for everything that is newer in the kept work."""

    def __init__(self, rows: Sequence[Addition], now: datetime, parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._now = tuple(rows), now
        self._heads = ("Capability", "Name", "Organisation", "File", "Kept", "Besides", "Time")

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == TIME:
            return _RIGHT
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        value = {FILE: row.in_file, KEPT: row.kept}.get(column)
        spoken = value_mark(value).words if value else self._text(row, column)
        sort = row.at.timestamp() if column == TIME else _level(value)
        found = {
            VALUE_ROLE: value,
            Qt.ItemDataRole.DisplayRole: self._text(row, column),
            Qt.ItemDataRole.ToolTipRole: spoken,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            COPY_ROLE: spoken,
            SORT_ROLE: sort,
            Qt.ItemDataRole.TextAlignmentRole: _RIGHT if column == TIME else None,
        }
        return found.get(role)

    def _text(self, row: Addition, column: int) -> str:
        """What a cell says in words; chips are painted."""
        texts = {
            CAPABILITY: row.capability,
            NAME: row.name,
            ORGANISATION: row.organisation_name,
            BESIDES: fields_words(row.fields),
            TIME: moment_words(row.at.astimezone(), self._now),
        }
        return texts.get(column, "")


class ChipDelegate(RowDelegate):
    """Paints the chip of an answer on our rows."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        value: Value | None = index.data(VALUE_ROLE)
        if value is None:
            return
        side, mark = self._look.px(CHIP), value_mark(value)
        wide = self._look.px(28) if len(mark.text) > 1 else side
        area = option.rect
        chip = QRectF(area.x() + 8, area.center().y() - side / 2 + 1, wide, side)
        painter.save()
        paint_chip(painter, chip, self._look, mark)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(self._look.px(44), 0))


def has_more(addition: Addition) -> bool:
    """Whether more than the answer itself differs."""
    return bool(fields_words(addition.fields))


def _level(value: Value | None) -> float | None:
    """A number to sort answers by; None for what has none."""
    return None if value is None or value.level is None else float(value.level)
