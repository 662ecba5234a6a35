"""The gaps place: where we are below target, and what comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QWidget
from typing_extensions import override

from techmodel.core.checklist import CapabilityId
from techmodel.core.organisations import OrganisationId
from techmodel.session.touched import Touched
from techmodel.ui.announce import announce
from techmodel.ui.gaps.explaining import (
    explain_domain_cell,
    explain_gap_cell,
    explain_heat_cell,
    explain_list_row,
)
from techmodel.ui.gaps.gap_model import PRIORITY, RANK
from techmodel.ui.gaps.left import BARS, HEAT, RADAR, VIEWS, Left
from techmodel.ui.gaps.lists import ListKind
from techmodel.ui.gaps.picture import draw
from techmodel.ui.gaps.right import Right
from techmodel.ui.page import Page
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.why import WhyPopup
from techmodel.wording import gaps_page as wording
from techmodel.wording.explain import SHOWN as NAMED
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QAbstractItemView

    from techmodel.wording.explain import Explanation

LIST = "list"
LEFT = 0.56
"""The share of the width that the left half begins with."""
NARROW = 860
"""Below this width in CSS pixels the map and the list take turns."""


class GapsPage(Page):
    """The heat map, bars and radar at the left; the ranked gaps and the panels at the right.

    Signals:
        sample_wanted(): "Open the sample" was pressed while there are no answers.
    """

    name = "Gaps"
    icon = "gaps"
    cares = (
        Touched.ANSWERS
        | Touched.TARGETS
        | Touched.ORGANISATIONS
        | Touched.SETTINGS
        | Touched.CHECKLIST
    )
    sample_wanted = Signal()

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        session, showing = self.workspace.session, self.workspace.showing
        assessment, gaps = session.assessment(), session.gaps()
        if self._views.key in {BARS, RADAR}:
            return wording.domains_headline(assessment, gaps)
        if showing is not None:
            organisation = next(o for o in assessment.organisations if o.id == showing)
            return wording.one_headline(organisation, gaps)
        return wording.gaps_headline(assessment, gaps)

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return self._views, self._copy

    @override
    def refresh(self) -> None:
        session, showing = self.workspace.session, self.workspace.showing
        assessment, gaps = session.assessment(), session.gaps()
        empty = wording.is_empty(gaps)
        self.left.show_picture(draw(assessment, gaps), showing, empty=empty)
        self.right.show_gaps(assessment, gaps, session.now().astimezone().date(), showing)
        self.right.show_empty(empty=empty)

    @override
    def show_item(self, item: str) -> None:
        """Bring a capability into view by its id, or a full list by its `ListKind`."""
        if item in set(ListKind):
            self.right.show_full(item)
            return
        self.right.list.select(CapabilityId(item))
        self.left.show_item(item)

    @override
    def focus_first(self) -> None:
        """Go on in the list if one went to a card from there, else with the map."""
        held = self.focusWidget()
        if self.right.is_empty:
            self.right.first().setFocus()
        elif held is not None and held.isVisible() and self.right.isAncestorOf(held):
            held.setFocus()
        else:
            self.left.heat.view.setFocus()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return tuple(pane for pane in (self.left, self.right) if pane.isVisible())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            left = int(self.width() * self._share)
            self._splitter.setSizes([left, self.width() - left])
        self._fit()

    @override
    def _build(self) -> None:
        look = self.look
        self._views = Segmented((*VIEWS, (LIST, "Ranked gaps")), "Show as")
        self._copy = QPushButton("Copy table")
        self._share = LEFT
        self.left = Left(look, self.workspace.session.assessment().checklist)
        self.right = Right(look)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.left)
        self._splitter.addWidget(self.right)
        self._splitter.setStretchFactor(0, 1)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self.why = WhyPopup(look, self)
        self._fit()

    @override
    def _connect(self) -> None:
        self._views.chosen.connect(self._on_view_chosen)
        self._copy.clicked.connect(self._on_copy)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.left.heat.card_wanted.connect(self._on_card_wanted)
        self.left.heat.view.copy_wanted.connect(self._on_copy)
        self.left.heat.view.why_wanted.connect(self._on_heat_why)
        for chart in (self.left.bars, self.left.radar):
            chart.table.why_wanted.connect(self._on_domain_why)
        self.right.list.why_wanted.connect(self._on_list_why)
        self.right.full.table.why_wanted.connect(self._on_full_why)
        self.right.card_wanted.connect(self._on_card_wanted)
        self.right.begin_wanted.connect(self._on_begin)
        self.right.sample_wanted.connect(self.sample_wanted)
        self.right.list.organisation_chosen.connect(self._on_organisation_chosen)
        self.look.changed.connect(self._fit)

    @property
    def is_narrow(self) -> bool:
        """Whether the map and the list take turns."""
        return self.width() < self.look.px(NARROW)

    def _fit(self) -> None:
        """Show both halves side by side, or the chosen one when there is no room."""
        narrow = self.is_narrow
        self._views.button(LIST).setVisible(narrow)
        if not narrow and self._views.key == LIST:
            self._views.choose(HEAT)
            self.left.bring(HEAT)
        self.left.setVisible(not narrow or self._views.key != LIST)
        self.right.setVisible(not narrow or self._views.key == LIST)

    def _on_view_chosen(self, key: str) -> None:
        if key != LIST:
            self.left.bring(key)
        self._fit()
        self.say_headline()

    def _on_splitter_moved(self) -> None:
        left, right = self._splitter.sizes()
        self._share = left / max(1, left + right)

    def _on_copy(self) -> None:
        if self._views.key == LIST:
            self.right.list.table.copy()
            return
        announce(self, f"{plural(self.left.copy(), 'row')} copied")

    def _on_heat_why(self, index: QModelIndex) -> None:
        session, view = self.workspace.session, self.left.heat.view
        told = explain_heat_cell(session.assessment(), session.gaps(), self.left.heat.model, index)
        self._explain(told, view, view.visualRect(index))

    def _on_domain_why(self, index: QModelIndex) -> None:
        session, chart = self.workspace.session, self.left.front_chart()
        if chart is not None:
            cell = chart.table.source_index(index)
            told = explain_domain_cell(session.assessment(), session.gaps(), chart.model, cell)
            self._explain(told, chart.table, chart.table.visualRect(index))

    def _on_full_why(self, index: QModelIndex) -> None:
        session, full = self.workspace.session, self.right.full
        row = full.model.row(full.table.source_index(index))
        if row is not None:
            told = explain_list_row(session.assessment(), session.gaps(), row)
            self._explain(told, full.table, full.table.visualRect(index))

    def _on_list_why(self, index: QModelIndex) -> None:
        session, table = self.workspace.session, self.right.list.table
        capability, gaps = self.right.list.row(index).id, session.gaps()
        column = table.source_index(index).column()
        one = self.workspace.showing
        told = explain_gap_cell(session.assessment(), gaps, capability, column, one)
        self._explain(told, table, table.visualRect(index))
        found = gaps.of(capability)
        if column in {RANK, PRIORITY} and found and len(found.blocked) > NAMED:
            self.why.offer_all(found.blocked)

    def _explain(self, told: Explanation, view: QAbstractItemView, cell: QRect) -> None:
        corner = view.viewport().mapTo(self, cell.topLeft())
        self.why.explain(told, QRect(corner, cell.size()), view)

    def _on_card_wanted(self, capability: str, organisation: str) -> None:
        wanted = OrganisationId(organisation) if organisation else self.workspace.showing
        self.workspace.open_card(CapabilityId(capability), wanted)

    def _on_begin(self) -> None:
        capabilities = self.workspace.session.assessment().capabilities
        if capabilities:
            self.workspace.open_card(capabilities[0].id)

    def _on_organisation_chosen(self, organisation: str) -> None:
        self.workspace.show_only(OrganisationId(organisation) if organisation else None)
