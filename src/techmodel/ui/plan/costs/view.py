"""The costs of the plan: a table to type in, a form, and totals by year and by funding."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.costs import counted, financial_year
from techmodel.core.errors import WrongUse
from techmodel.core.plan_parts import NO_MONEY, CostKind
from techmodel.ui.look import XL, XS, M, S
from techmodel.ui.plan.costs.fields import (
    AMOUNT,
    FIELDS,
    HIGH,
    LIKELY,
    LOW,
    cost_row,
    with_end,
)
from techmodel.ui.plan.costs.totals import TotalsTable, funding_totals, year_totals
from techmodel.ui.plan.entries.frame import Names
from techmodel.ui.plan.entries.hooks import First
from techmodel.ui.plan.entries.view import EntriesView
from techmodel.ui.widgets.buttons import FilterToggle
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.words import words
from techmodel.wording import costs_page as wording
from techmodel.wording.costs import KINDS, WHOLE_PLAN, year_name
from techmodel.wording.entries import read_only
from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.session.costs import CostFields
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.plan.entries.fields import Row

_ENDS = {LOW, LIKELY, HIGH}
YEAR_WIDTHS = (76, 0, 70, 144, 76, 80)
FUNDING_WIDTHS = (124, 0, 70, 144, 60)
"""Widths of the columns in CSS pixels; the ranges have what is left."""
SIDE_BY_SIDE = 760
"""Below this width in CSS pixels the totals stand under each other."""


class CostsView(EntriesView):
    """What the plan costs, and who pays."""

    FIELDS = FIELDS
    ICON = "table"
    NAMES = Names(
        *(wording.TABLE, wording.FORM, wording.SEARCH, wording.ADD, wording.NEW),
        read_only("costs"),
    )
    FIRST = First(
        *(wording.EMPTY_TITLE, wording.EMPTY_TEXT),
        *(wording.EXAMPLE_TITLE, wording.EXAMPLE_TEXT, wording.EXAMPLE_VERB),
        *(wording.OWN_TITLE, wording.OWN_TEXT, wording.OWN_VERB),
    )

    def question(self) -> str:
        """The question that the view answers."""
        return wording.QUESTION

    def headline(self) -> str:
        """The answer in one sentence."""
        return wording.headline(self.session.plan.book())

    @override
    def filters(self) -> tuple[QWidget, ...]:
        self.project = choice_list("Project", wording.EVERY_PROJECT, 16)
        self.unfunded = FilterToggle(wording.UNFUNDED)
        return self.project, self.unfunded

    @override
    def build(self) -> None:
        below = QWidget(self)
        self._grid = QGridLayout(below)
        self._grid.setContentsMargins(0, M, 0, M)
        self._grid.setHorizontalSpacing(XL)
        years = [*zip(wording.YEAR_HEADS, YEAR_WIDTHS, strict=True)]
        fundings = [*zip(wording.FUNDING_HEADS, FUNDING_WIDTHS, strict=True)]
        self.years = TotalsTable(self.look, wording.YEARS, years, below)
        self.fundings = TotalsTable(self.look, wording.FUNDINGS, fundings, below)
        self._panels = [
            self._panel(wording.BY_YEAR, self.years),
            self._panel(wording.BY_FUNDING, self.fundings),
        ]
        self._below = below
        self.frame.put_below(below)
        self.project.currentIndexChanged.connect(self._on_filters)
        self.unfunded.toggled.connect(self._on_filters)

    @override
    def rows(self) -> tuple[Row, ...]:
        plan = self.session.plan
        book, worked = plan.book(), plan.plan()
        return tuple(cost_row(cost, book, worked) for cost in self.session.costs.all())

    @override
    def choices(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        projects = [(str(p.id), project_words(p)) for p in self.session.plan.book().projects]
        return {
            "project": [("", WHOLE_PLAN), *projects],
            "kind": [(kind.value, said) for kind, said in KINDS.items()],
        }

    @override
    def add(self, session: Session, values: dict[str, object]) -> Touched:
        return session.costs.add(**cast("CostFields", values))

    @override
    def change(self, session: Session, id_: str, values: dict[str, object]) -> Touched:
        return session.costs.change(id_, **cast("CostFields", values))

    @override
    def remove(self, session: Session, id_: str) -> Touched:
        return session.costs.remove(id_)

    @override
    def blank(self) -> dict[str, str]:
        year = year_name(financial_year(self.session.plan.today()))
        return {"kind": CostKind.ONE_OFF.value, "first_year": year, "years": "1"}

    @override
    def example(self) -> dict[str, str]:
        return {**self.blank(), **wording.EXAMPLE}

    @override
    def keeps(self, row: Row) -> bool:
        chosen = self.project.currentData()
        unfunded = not row.cells["funding"].typed
        return chosen in {"", _project_key(row)} and (unfunded or not self.unfunded.isChecked())

    @override
    def clear_filters(self) -> None:
        self.project.setCurrentIndex(0)
        self.unfunded.setChecked(False)

    @override
    def value_of(self, id_: str, key: str, text: str) -> dict[str, object]:
        if key in _ENDS:
            old = next((c.amount for c in self.session.costs.all() if c.id == id_), NO_MONEY)
            return {AMOUNT: with_end(old, key, text)}
        values = super().value_of(id_, key, text)
        if values.get("years", 1) != 1 and self._is_once(id_):
            raise WrongUse(wording.ONCE)
        return values

    def _is_once(self, id_: str) -> bool:
        """Whether a cost is paid once, or one to be added is to be."""
        kinds = {c.id: c.kind.value for c in self.session.costs.all()}
        return kinds.get(id_, self.form.fields["kind"].text) == CostKind.ONE_OFF

    @override
    def form_key(self, key: str) -> str:
        return AMOUNT if key in _ENDS else key

    @override
    def show_more(self) -> None:
        costs = counted(self.session.plan.book())
        self.years.show_totals(year_totals(costs))
        self.fundings.show_totals(funding_totals(costs))
        self.years.setAccessibleDescription(wording.years_words(costs) if costs else "")
        rows = self._rows
        self._below.setVisible(bool(rows))
        there = dict.fromkeys(_project_key(row) for row in rows)
        names = {_project_key(row): row.cells["project"].words for row in rows}
        fill_choices(self.project, [(key, names[key]) for key in there])
        self.unfunded.show_count(sum(not row.cells["funding"].typed for row in rows))

    @override
    def more_panes(self) -> tuple[QWidget, ...]:
        return self.years, self.fundings

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _panel(self, title: str, table: TotalsTable) -> QWidget:
        panel = QWidget(self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        head, legend = words(title, "heading"), words(wording.LEGEND, "hint", wrap=True)
        for line in (head, legend):
            line.setContentsMargins(S, 0, S, 0)
        for widget in (head, table, legend):
            column.addWidget(widget)
        column.addStretch(1)
        return panel

    def _spread(self) -> None:
        """Put the totals side by side, or under each other where there is no room."""
        across = 2 if self.frame.width() >= self.look.px(SIDE_BY_SIDE) else 1
        for n, panel in enumerate(self._panels):
            self._grid.addWidget(panel, n // across, n % across)
        for n in range(2):
            self._grid.setColumnStretch(n, 1 if n < across else 0)


def _project_key(row: Row) -> str:
    """The project of a cost for the filter; a mark of its own for the plan as a whole."""
    return row.cells["project"].typed or "-"
