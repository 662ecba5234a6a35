"""Rows whose texts wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from techmodel.ui.widgets.rows import RowDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize

INSET = 24
"""Pixels of a cell's width that its text does not have."""


class WrappedDelegate(RowDelegate):
    """Asks for the height that a text needs in what the row leaves of its cell."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        narrower: Any = QStyleOptionViewItem(option)
        narrower.rect = narrower.rect.adjusted(0, 0, -INSET, 0)
        hint = super().sizeHint(narrower, index)
        hint.setHeight(hint.height() + 8)
        return hint
