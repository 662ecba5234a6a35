"""Capabilities with their levels in a table that is as high as its rows; each opens its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from techmodel.ui.look import XS, S
from techmodel.ui.plan.entries.sized import SizedTable
from techmodel.ui.widgets.plain_model import KEY_ROLE, PlainModel, PlainRow
from techmodel.ui.widgets.words import words
from techmodel.ui.widgets.wrapped import WrappedRows
from techmodel.wording import services_page as wording
from techmodel.wording.numbers import level_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from techmodel.core.checklist import CapabilityId
    from techmodel.session.session import Session
    from techmodel.ui.look import Look

WIDTHS = (96, 64)
"""CSS pixels of the columns; the first has what is left, too."""


class CapabilityTable(QWidget):
    """A head over capabilities; hidden where there are none.

    Signals:
        chosen(str): a person wants the card of a capability, by id.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.head = words("", "label", wrap=True)
        self.table = SizedTable(look, name, self)
        self.rows = PlainModel(wording.CAPABILITY_HEADS, (1,), self.table)
        self.table.setModel(self.rows)
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.setAccessibleDescription(wording.OPEN_CARD)
        self.table.give_widths(WIDTHS)
        self._wrapped = WrappedRows(look, self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.head)
        column.addWidget(self.table)
        self._wrapped.changed.connect(self._fit)
        self.table.activated.connect(self._on_chosen)
        self.table.clicked.connect(self._on_chosen)

    def show_rows(self, head: str, rows: Sequence[PlainRow]) -> None:
        """Show other capabilities."""
        self.head.setText(head)
        self.rows.show(rows)
        self.table.setVisible(bool(rows))
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.model().index(0, 0))
            self.table.clearSelection()  # current for the keyboard, chosen by nobody
        self._fit()

    def _fit(self) -> None:
        """As high as all rows; the wheel scrolls what is around the table."""
        heads = self.table.verticalHeader()
        high = self.table.horizontalHeader().sizeHint().height() + heads.length() + 2
        across = self.table.horizontalScrollBar()
        self.table.setFixedHeight(high + (across.height() if across.isVisible() else 0))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.data(KEY_ROLE)))


def capability_rows(session: Session, ids: Sequence[CapabilityId]) -> list[PlainRow]:
    """A row a capability: id and name, level of target."""
    gaps, checklist = session.gaps(), session.assessment().checklist
    made = []
    for id_ in ids:
        row, capability = gaps.of(id_), checklist.capability(id_)
        if row is None or capability is None:
            continue
        level = level_range(row.partnership)
        target = row.target.level if row.target else None
        text = wording.level_words(level, target)
        spoken = wording.spoken_level(level, target)
        made.append(PlainRow(id_, (f"{id_} {capability.name}", text), told=((1, spoken),)))
    return made
