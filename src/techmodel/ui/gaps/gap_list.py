"""The ranked gaps with their filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.gaps.gap_delegate import GapDelegate
from techmodel.ui.gaps.gap_model import (
    CAPABILITY,
    DOMAIN,
    GAP,
    LEVEL,
    PRIORITY,
    RANK,
    ROW,
    WEEKS,
    GapModel,
)
from techmodel.ui.gaps.ranked import (
    Filters,
    count_certain,
    count_duties,
    domains_with_gaps,
    ranked_rows,
)
from techmodel.ui.look import XS, L, M, S
from techmodel.ui.widgets.buttons import FilterToggle, LinkButton
from techmodel.ui.widgets.choice_box import ChoiceBox
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.why_table import WhyTable
from techmodel.ui.widgets.words import words
from techmodel.wording.gaps_page import list_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, DomainId
    from techmodel.core.gaps import Gaps
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.gaps.ranked import GapRow
    from techmodel.ui.look import Look

NAME = "Ranked gaps"
WIDTHS = {RANK: 48, LEVEL: 70, GAP: 52, WEEKS: 62, PRIORITY: 66}
"""In CSS pixels; the capability takes the rest."""
NARROW = 440
"""Below this width in CSS pixels the list does without the weeks, which the pop-up tells."""


class GapList(QWidget):
    """The ranked gaps with their filters.

    Signals:
        card_wanted(str): a capability's card was asked for.
        why_wanted(QModelIndex): a cell of `table` was asked to explain itself.
        organisation_chosen(str): the filter of organisations is another; "" for all.
    """

    card_wanted = Signal(str)
    why_wanted = Signal(object)
    organisation_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._seen: tuple[Assessment, Gaps] | None = None
        self._organisation: OrganisationId | None = None
        self._text = look.text
        self._narrow = False
        self.model = GapModel(self)
        self.table = WhyTable(look, NAME)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._title = words("Ranked gaps", "heading")
        self._icon, self._hint = words(), words("statutory duty: first, by date", "hint")
        self._icon.setPixmap(self._look.pixmap("duty", "ink3", 14))
        self._clear = LinkButton("Clear filters", small=True)
        head = QHBoxLayout()
        head.setContentsMargins(M, M, L, 0)
        head.setSpacing(XS)
        head.addWidget(self._title)
        head.addWidget(self._clear)
        head.addStretch(1)
        head.addWidget(self._icon)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(self._filters())
        column.addWidget(self.table, stretch=1)
        self._prepare_table()

    def _filters(self) -> QWidget:
        self.duty, self.certain = FilterToggle("Duty"), FilterToggle("Certain")
        self.domain, self.organisation = _combo("Domain"), _combo("Organisation below target")
        row = QWidget()
        flow = FlowLayout(S, row)
        flow.setContentsMargins(M, 0, L, 0)
        for widget in (self.duty, self.certain, self.domain, self.organisation):
            flow.addWidget(_as_tall(widget, self.domain))
        return row

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(GapDelegate(self._look, table))
        table.hideColumn(DOMAIN)
        table.horizontalHeader().setSectionResizeMode(CAPABILITY, QHeaderView.ResizeMode.Stretch)
        if not self._look.widths(NAME):
            self._size_columns()

    def _connect(self) -> None:
        for toggle in (self.duty, self.certain):
            toggle.toggled.connect(self._on_filtered)
        self.domain.activated.connect(self._on_filtered)
        self.organisation.activated.connect(self._on_organisation)
        self._clear.clicked.connect(self.clear_filters)
        self.table.activated.connect(self._on_activated)
        self.table.clicked.connect(self._on_clicked)
        self.table.why_wanted.connect(self.why_wanted)
        self._look.changed.connect(self._on_look_changed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._look.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.table.setColumnHidden(WEEKS, narrow)

    @property
    def filters(self) -> Filters:
        """What the controls leave in the list."""
        domain: DomainId | None = self.domain.currentData()
        return Filters(self.duty.isChecked(), self.certain.isChecked(), domain, self._organisation)

    def show_gaps(
        self, assessment: Assessment, gaps: Gaps, organisation: OrganisationId | None
    ) -> None:
        """Show a gap analysis, of one organisation or of all."""
        self._seen, self._organisation = (assessment, gaps), organisation
        _fill(self.domain, "All domains", domains_with_gaps(assessment, gaps))
        names = [(o.id, o.short_name or o.name) for o in assessment.scope]
        _fill(self.organisation, "All organisations", names)
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(organisation)))
        self.organisation.setVisible(len(names) > 1)
        self.duty.show_count(count_duties(gaps.ranked))
        self.certain.show_count(count_certain(gaps.ranked))
        self._on_filtered()

    def row(self, index: QModelIndex) -> GapRow:
        """The row behind an index of the table."""
        found: GapRow = index.data(ROW)
        return found

    def select(self, capability: CapabilityId) -> None:
        """Make a capability's row current, if it is shown."""
        index = self.table.shown_index(self.model.find(capability))
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def clear_filters(self) -> None:
        """Show everything again."""
        self.duty.setChecked(False)
        self.certain.setChecked(False)
        self.domain.setCurrentIndex(0)
        if self._organisation:
            self.organisation_chosen.emit("")
        self._on_filtered()

    def _on_filtered(self) -> None:
        if self._seen is None:
            return
        assessment, gaps = self._seen
        rows = ranked_rows(assessment, gaps, self.filters)
        self.model.show(rows, own=self._organisation is not None)
        self._title.setText(list_count(len(rows), len(gaps.ranked)))
        self._clear.setVisible(self.filters != Filters())
        self._hint.setVisible(not self._clear.isVisibleTo(self))
        self._icon.setVisible(not self._clear.isVisibleTo(self))

    def _on_organisation(self) -> None:
        self.organisation_chosen.emit(self.organisation.currentData() or "")

    def _on_activated(self, index: QModelIndex) -> None:
        self.card_wanted.emit(self.row(index).id)

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click goes to the card (design.md 6.5); on a priority it asks why."""
        column = self.table.source_index(index).column()
        if column == PRIORITY:
            self.why_wanted.emit(index)
        elif column == CAPABILITY:
            self.card_wanted.emit(self.row(index).id)

    def _on_look_changed(self) -> None:
        """Another size of text needs other widths; another theme does not."""
        if self._look.text != self._text:
            self._text = self._look.text
            self._size_columns()
        self._icon.setPixmap(self._look.pixmap("duty", "ink3", 14))

    def _size_columns(self) -> None:
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, self._look.px(width))


def _as_tall(widget: QWidget, other: QWidget) -> QWidget:
    """The widget in the middle of the height of another, so that a line of them is even."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    holder.setMinimumHeight(other.sizeHint().height())
    return holder


def _combo(name: str) -> QComboBox:
    combo = ChoiceBox()
    combo.setAccessibleName(name)
    combo.view().setAccessibleName(name)
    combo.setProperty("scale", "toolbar")
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    return combo


def _fill(combo: QComboBox, everything: str, choices: Sequence[tuple[str, str]]) -> None:
    """Offer choices after "all"; what was chosen stays when it is still there."""
    chosen = combo.currentData()
    combo.clear()
    combo.addItem(everything, None)
    for key, word in choices:
        combo.addItem(word, key)
    combo.setCurrentIndex(max(0, combo.findData(chosen) if chosen else 0))
