"""Projects offered for single partners; each is taken by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.ui.widgets.table import Table
from techmodel.wording import fill as wording
from techmodel.wording.numbers import weeks_range
from techmodel.wording.plan_steps import steps_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.checklist import Weeks
    from techmodel.core.plan_parts import Project
    from techmodel.ui.look import Look

WIDTHS = (240, 420, 200)
"""Widths of the first columns in CSS pixels."""


class OffersPane(QWidget):
    """A row an offer.

    Signals:
        changed(): another offer is current.
        taken(): a person wants the current one.
    """

    changed = Signal()
    taken = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._offers: Sequence[Project] = ()
        self.table = Table(look, wording.OFFERS, self)
        self.model = PlainModel(wording.OFFER_HEADS, parent=self.table)
        self._build()
        look.changed.connect(self._fit)

    @property
    def current(self) -> Project | None:
        """The offer that would be taken."""
        index = self.table.source_index(self.table.currentIndex())
        return self._offers[index.row()] if index.isValid() else None

    def show_offers(
        self, offers: Sequence[Project], partners: Mapping[str, str], weeks: Mapping[str, Weeks]
    ) -> None:
        """Show other offers.

        Args:
            offers: the projects.
            partners: the names of organisations by id.
            weeks: how long each project takes, by its id.
        """
        row = max(0, self.table.currentIndex().row())
        self._offers = offers
        self.model.show([_row(p, partners, weeks[p.id]) for p in offers])
        last = self.model.rowCount() - 1
        if last >= 0 and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.model().index(min(row, last), 0))

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.activated.connect(self._on_activated)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self._fit()

    def _fit(self) -> None:
        if not self._look.widths(wording.OFFERS):
            for column, width in enumerate(WIDTHS):
                self.table.setColumnWidth(column, self._look.px(width))

    def _on_current(self) -> None:
        self.changed.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.taken.emit()


def _row(project: Project, partners: Mapping[str, str], weeks: Weeks) -> PlainRow:
    partner = partners[project.organisation or ""]
    name = project.name.removesuffix(f", {partner}")
    texts = (partner, name, steps_words(project.steps), weeks_range(weeks))
    return PlainRow(project.id, texts, ((3, weeks.likely),))
