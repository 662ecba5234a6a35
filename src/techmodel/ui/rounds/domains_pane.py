"""The progress by domain, with what fell, what is newly known and what was set up otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHeaderView, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.look import XL, XS, L, M, S
from techmodel.ui.rounds.advance_model import (
    BAR,
    COMPARED,
    DOMAIN,
    FELL,
    NEW,
    NOW,
    PROGRESS,
    THEN,
    AdvanceModel,
)
from techmodel.ui.rounds.bar import NARROWEST, ROW, BarDelegate, Legend, NameDelegate
from techmodel.ui.widgets.why_table import WhyTable
from techmodel.ui.widgets.words import words
from techmodel.wording.comparing import comparing_book, set_up_words
from techmodel.wording.comparing_integration import flow_change_words, stage_change_words
from techmodel.wording.conditions import condition_change_words
from techmodel.wording.progress import fall_words, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.core.compare import Comparison
    from techmodel.ui.look import Look

WIDTHS = {DOMAIN: 230, THEN: 70, NOW: 70, PROGRESS: 132, COMPARED: 84, NEW: 100, FELL: 54}
"""Widths of the columns in CSS pixels; the bars take the rest."""
PANELS = ("Fell", "Newly known", "No longer known", "Set-up changed")
FLOWS, SERVICES = "Flows changed", "Services changed"
CONDITIONS = "Conditions for change"
WIDE = (FLOWS, SERVICES, CONDITIONS)
"""Panels of longer lines, below the others."""
NOTHING = "Nothing"
PANEL_WIDTH = 250
"""CSS pixels below which fewer panels stand side by side."""


class Panel(QWidget):
    """A title with a count, and all that it counts, a line each."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = title
        self._told: tuple[str, ...] = ()
        self._title = words(title, "heading")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        column.addStretch(1)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        self._title.setText(f"{self._name} {len(lines):,}" if lines else self._name)
        told = tuple(lines) or (NOTHING,)
        if told == self._told:
            return
        self._told = told
        while (item := self._lines.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        for line in told:
            self._lines.addWidget(words(line, "small", wrap=True))

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands below its title."""
        return self._told


class DomainsPane(QWidget):
    """Bars with their figures, and lists below; all of it scrolls together."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._across = look, 0
        self.model = AdvanceModel(self)
        self.table = WhyTable(look, "Progress by domain")
        self.panels = {title: Panel(title) for title in (*PANELS, *WIDE)}
        self._build()
        look.changed.connect(self._fit)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another comparison."""
        overall, assessment = comparison.progress.overall, comparison.now.assessment
        self.model.show(comparison.progress, assessment)
        known = ("Newly known", overall.newly_known), ("No longer known", overall.no_longer_known)
        self.panels["Fell"].show_lines([fall_words(assessment, p) for p in overall.falls])
        for title, parts in known:
            self.panels[title].show_lines([named(assessment, p) for p in parts])
        book = comparing_book(comparison)
        self.panels["Set-up changed"].show_lines(set_up_words(comparison, book))
        flows = [flow_change_words(c, book) for c in comparison.flows]
        self.panels[FLOWS].show_lines(flows)
        stages = [stage_change_words(c, book) for c in comparison.stages]
        self.panels[SERVICES].show_lines(stages)
        conditions = [
            condition_change_words(c, assessment.checklist) for c in comparison.conditions
        ]
        self.panels[CONDITIONS].show_lines(conditions)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._prepare_table()
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, M)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addWidget(Legend(self._look))
        self._grid = QGridLayout()
        self._wide = QGridLayout()
        for grid in (self._grid, self._wide):
            grid.setContentsMargins(XL, M, XL, M)
            grid.setHorizontalSpacing(L)
            grid.setVerticalSpacing(L)
        column.addLayout(self._grid)
        column.addLayout(self._wide)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _prepare_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegate(NameDelegate(self._look, self.table))
        self.table.setItemDelegateForColumn(BAR, BarDelegate(self._look, self.table))
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setSectionsMovable(False)

    def _fit(self) -> None:
        """Let the table be as tall as its rows, the bars as wide as they can, the lists beside."""
        px, heads = self._look.px, self.table.horizontalHeader()
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))
        for column, width in WIDTHS.items():
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.table.setColumnWidth(column, px(width))
        wide = self.width() - self._area.verticalScrollBar().sizeHint().width()
        rest = wide - sum(px(w) for w in WIDTHS.values()) - 2
        heads.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(BAR, max(px(NARROWEST), rest))
        slider = self.table.horizontalScrollBar()
        below = slider.sizeHint().height() if rest < px(NARROWEST) else 0
        rows = self.model.rowCount() * px(ROW)
        self.table.setFixedHeight(heads.sizeHint().height() + rows + below + 2)
        self._spread(max(1, min(len(PANELS), self.width() // px(PANEL_WIDTH))))

    def _spread(self, across: int) -> None:
        """Put so many lists beside each other."""
        if across == self._across:
            return
        self._across = across
        for grid, titles, beside in (
            (self._grid, PANELS, across),
            (self._wide, WIDE, max(1, across // 2)),
        ):
            for n, title in enumerate(titles):
                grid.addWidget(self.panels[title], n // beside, n % beside)
                grid.setColumnStretch(n, 1 if n < beside else 0)
