"""A whole list in the place of the ranked gaps, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.gaps.list_model import ListModel
from techmodel.ui.gaps.lists import ListKind
from techmodel.ui.look import L, M, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.why_table import WhyTable
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from techmodel.ui.gaps.lists import FullList
    from techmodel.ui.look import Look

_WIDTHS = {
    ListKind.DUTIES: (0, 132, 72, 140),
    ListKind.OUTLIERS: (104, 0, 72, 76, 68),
    ListKind.UNKNOWN: (100, 0, 100, 104),
    ListKind.HELD: (190, 0),
}
"""Widths of the columns in CSS pixels; 0 takes the rest."""


class ListPane(QWidget):
    """One of the full lists.

    Signals:
        closed(): the way back was taken.
        card_wanted(str, str): a row was opened: a capability, an organisation or "".
    """

    closed = Signal()
    card_wanted = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.kind: ListKind | None = None
        self.model = ListModel(self)
        self.table = WhyTable(look, "Full list")
        self._title = words(role="heading")
        self._back = LinkButton("Back to ranked gaps", small=True)
        self._build()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.activated.connect(self._on_activated)
        self._back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(M, M, L, 0)
        head.addWidget(self._title, stretch=1)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(self.table, stretch=1)

    def show_list(self, shown: FullList) -> None:
        """Show a list."""
        other = shown.kind is not self.kind
        self.kind = shown.kind
        self.model.show(shown)
        self._title.setText(shown.title)
        self.table.setAccessibleName(shown.title)
        if other:
            self._size_columns(shown.kind)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _size_columns(self, kind: ListKind) -> None:
        heads = self.table.horizontalHeader()
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate(_WIDTHS[kind]):
            modes = QHeaderView.ResizeMode
            heads.setSectionResizeMode(column, modes.Interactive if width else modes.Stretch)
            if width:
                self.table.setColumnWidth(column, self._look.px(width))

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.model.row(self.table.source_index(index))
        if row is not None:
            self.card_wanted.emit(row.capability, row.organisation)
