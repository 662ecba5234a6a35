"""What the terms lead to: tables by domain, capability, duty and year, and two more panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from techmodel.ui.look import XL, M, S
from techmodel.ui.plan.whatif import rows
from techmodel.ui.plan.whatif.against import LEVELS, POINTS, against_rows, same_days
from techmodel.ui.plan.whatif.compare_pane import ComparePane
from techmodel.ui.plan.whatif.outcome import year_ends
from techmodel.ui.plan.whatif.sure_pane import SurePane
from techmodel.ui.widgets.buttons import Toggle
from techmodel.ui.widgets.folding import Folding
from techmodel.ui.widgets.frozen import FrozenTable
from techmodel.ui.widgets.plain_model import PlainModel
from techmodel.ui.widgets.words import rule, words
from techmodel.wording import plan_whatif as wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.forecast import Moment
    from techmodel.core.gaps import Gaps
    from techmodel.ui.look import Look
    from techmodel.ui.plan.whatif.outcome import Outcome
    from techmodel.ui.widgets.plain_model import PlainRow
    from techmodel.ui.workspace import Workspace

TABLES = (wording.DOMAINS, wording.CAPABILITIES, wording.DUTIES, wording.COSTS)
FIRST, REST = 268, 84
"""CSS pixels of the first column, and of one with a figure."""
LEAST = 180
"""CSS pixels that what is shown is at least high."""
WIDTHS = {wording.DUTIES: (226, 96, 96, 114, 54), wording.COSTS: (90, 122, 122, 122, 122)}
"""The widths of all columns where figures are longer."""
MOST = 9
"""More quarters than these are shown by year until a person wants each."""
_FIRST = {wording.DOMAINS: "Domain", wording.CAPABILITIES: "Capability"}
_BY_TIME = tuple(_FIRST)


class Results(QWidget):
    """A switch, and the table or pane that it shows."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Assessment, Gaps, Outcome, Outcome] | None = None
        self.views = Folding(wording.RESULTS, wording.RESULT, self)
        self.quarters = Toggle(wording.EVERY_QUARTER, self)
        self.against = Toggle(wording.AGAINST, self)
        self.tables = {key: FrozenTable(look, wording.NAMES[key], self) for key in TABLES}
        self.models = {
            key: PlainModel((), range(1, 200), table) for key, table in self.tables.items()
        }
        self.sure, self.compare = SurePane(workspace, look, self), ComparePane(look, self)
        self._nothing = words(role="quiet", wrap=True)
        self._build()

    def show_outcomes(
        self, assessment: Assessment, gaps: Gaps, plan: Outcome, here: Outcome
    ) -> None:
        """Show what is set here, beside the plan."""
        self._shown = assessment, gaps, plan, here
        self.sure.show_outcome(here)
        self._again()

    def first(self) -> QWidget:
        """What of the result shown can have the focus."""
        panes = {wording.SURE: self.sure.run, wording.COMPARE: self.compare.one}
        return self.tables.get(self.views.key) or panes[self.views.key]

    def fit(self, room: int) -> None:
        """Fold the switch where it needs more than so many pixels, and keep some height."""
        self._stack.setMinimumHeight(self._look.px(LEAST))
        toggles = self.quarters.sizeHint().width() + self.against.sizeHint().width()
        self.views.fit(room - 2 * XL - toggles - 2 * M)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(XL, S, XL, S)
        bar.setSpacing(M)
        bar.addWidget(self.views)
        for toggle in (self.quarters, self.against):
            toggle.setProperty("role", "filter")
            toggle.toggled.connect(self._again)
            bar.addWidget(toggle)
        bar.addStretch(1)
        self._stack = QStackedWidget(self)
        for key, table in self.tables.items():
            table.setModel(self.models[key])
            self._stack.addWidget(table)
        for pane in (self.sure, self.compare):
            self._stack.addWidget(pane)
        self._nothing.setContentsMargins(XL, M, XL, M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(rule())
        column.addWidget(self._nothing)
        column.addWidget(self._stack, stretch=1)
        self.views.chosen.connect(self._on_view)
        self._look.changed.connect(self._again)

    def _on_view(self, key: str) -> None:
        keys = [*TABLES, wording.SURE, wording.COMPARE]
        self._stack.setCurrentIndex(keys.index(key))
        self._again()

    def _again(self) -> None:
        """Fill the table that is shown."""
        key = self.views.key
        if self._shown is None:
            return
        _, _, plan, here = self._shown
        many = len(here.moments) > MOST
        self.quarters.setVisible(many and key in _BY_TIME)
        self.against.setVisible(here is not plan and key in _BY_TIME)
        nothing = ""
        if key in self.models:
            heads, lines = self._lines(key)
            self.models[key].show(lines, heads)
            self._size(key, len(heads))
            empty = {wording.DUTIES: wording.NO_DUTIES, wording.COSTS: wording.NO_COSTS}
            nothing = "" if lines else empty.get(key, "")
        self._nothing.setText(nothing)
        self._nothing.setVisible(bool(nothing))

    def _lines(self, key: str) -> tuple[Sequence[str], list[PlainRow]]:
        assert self._shown is not None
        assessment, _, plan, here = self._shown
        if key == wording.DUTIES:
            return wording.DUTY_HEADS, rows.duty_rows(assessment, plan, here)
        if key == wording.COSTS:
            return wording.COST_HEADS, rows.cost_rows(plan, here)
        every = self.quarters.isChecked() or len(here.moments) <= MOST
        moments = here.moments if every else year_ends(here.moments)
        last = ["Target"] if key == wording.CAPABILITIES else []
        heads = rows.moment_heads(_FIRST[key], moments, last)
        lines = self._by_time(key, moments)
        if here is plan or not self.against.isChecked():
            return heads, lines
        old = self._by_time(key, same_days(moments, plan.moments))
        unit = LEVELS if last else POINTS
        heads[0] = wording.in_units(heads[0], "levels" if last else "points")
        return heads, against_rows(lines, old, len(moments), unit)

    def _by_time(self, key: str, moments: Sequence[Moment]) -> list[PlainRow]:
        assert self._shown is not None
        assessment, gaps, *_ = self._shown
        if key == wording.DOMAINS:
            return rows.domain_rows(assessment, moments)
        return rows.capability_rows(assessment, gaps, moments)

    def _size(self, key: str, columns: int) -> None:
        table, px = self.tables[key], self._look.px
        kept = len(self._look.widths(table.accessibleName()))
        widths = WIDTHS.get(key, (FIRST, *[REST] * (columns - 1)))
        for column, width in list(enumerate(widths))[kept:]:
            table.setColumnWidth(column, px(width))
