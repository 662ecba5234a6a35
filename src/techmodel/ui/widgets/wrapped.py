"""Rows of tables as high as their texts need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from techmodel.ui.widgets.rows import RowDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize

    from techmodel.ui.look import Look
    from techmodel.ui.widgets.table import Table

MOST_WRAPPED = 200
"""Texts of a table with more rows than this are not wrapped; their tips show them whole."""
ROW = 32
"""CSS pixels that a row has at least."""
INSET = 10
"""Pixels of a cell’s width that its text does not have: what the row takes, and a little."""


class WrappedDelegate(RowDelegate):
    """Asks for the height that a text needs in what the row leaves of its cell."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        narrower: Any = QStyleOptionViewItem(option)
        narrower.rect = narrower.rect.adjusted(0, 0, -INSET, 0)
        hint = super().sizeHint(narrower, index)
        hint.setHeight(max(hint.height() + 8, self._look.px(ROW)))
        return hint


class WrappedRows(QObject):
    """Keeps the rows of a table as high as their texts need, whatever its columns' widths are.

    Signals:
        changed(): the rows have their heights.
    """

    changed = Signal()

    def __init__(self, look: Look, table: Table) -> None:
        """`table` has its model already."""
        super().__init__(table)
        self._table, self._timer = table, QTimer(self)
        self._timer.setSingleShot(True)  # once the columns have their widths
        self._timer.timeout.connect(self._wrap)
        table.setWordWrap(True)
        table.setItemDelegate(WrappedDelegate(look, table))
        model = table.model()
        for signal in (model.modelReset, model.layoutChanged, look.changed):
            signal.connect(self._timer.start)
        table.horizontalHeader().sectionResized.connect(self._timer.start)
        self._timer.start()

    def _wrap(self) -> None:
        heads = self._table.verticalHeader()
        if self._table.model().rowCount() <= MOST_WRAPPED:
            self._table.resizeRowsToContents()
        else:
            heads.setDefaultSectionSize(heads.defaultSectionSize())  # of all rows
        self.changed.emit()
