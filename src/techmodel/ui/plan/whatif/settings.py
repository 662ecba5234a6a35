"""What may be set: the pace, the projects that count, and the days that are closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from techmodel.session.calendar import bank_holidays
from techmodel.ui.look import XL, M, S
from techmodel.ui.plan.whatif.closed_pane import ClosedPane
from techmodel.ui.plan.whatif.counted_pane import CountedPane
from techmodel.ui.plan.whatif.pace_pane import PacePane
from techmodel.ui.widgets.folding import Folding
from techmodel.ui.widgets.scrolled import scrolled
from techmodel.ui.widgets.words import rule
from techmodel.wording import plan_whatif as wording

if TYPE_CHECKING:
    from datetime import date

    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Terms
    from techmodel.session.session import Session
    from techmodel.ui.look import Look

YEARS = 10
"""So many years of bank holidays are listed at most."""


class Settings(QWidget):
    """Three panes behind a switch.

    Signals:
        changed(Terms): a person has set other terms.
        closed(frozenset): a person has closed days, or opened them again; these are closed now.
    """

    changed = Signal(object)
    closed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = Folding(wording.SETTINGS, wording.SET, self)
        self.pace, self.counted = PacePane(self), CountedPane(look, self)
        self.days = ClosedPane(look, self)
        self._stack = QStackedWidget(self)
        for inside in (scrolled(self.pace), self.counted, self.days):
            self._stack.addWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S)
        self.views.setContentsMargins(XL, 0, M, 0)
        column.addWidget(self.views)
        column.addWidget(rule())
        column.addWidget(self._stack, stretch=1)
        self.views.chosen.connect(self._on_view)
        for pane in (self.pace, self.counted):
            pane.changed.connect(self.changed)
        self.days.closed.connect(self.closed)

    def show_terms(self, session: Session, terms: Terms, plan: Plan) -> None:
        """Show other terms, and the plan under them."""
        assessment, book = session.assessment(), session.plan.book()
        names: dict[str, str] = dict(assessment.checklist.roles.items())
        names |= {o.id: o.name for o in assessment.organisations if o.in_scope}
        self.pace.show_terms(terms, names)
        whole = session.plan.plan(replace(terms, off=frozenset())) if terms.off else plan
        self.counted.show_terms(terms, whole)
        may_change = not session.read_only
        self.days.show_days(book.closed_days, _holidays(plan), may_change=may_change)

    def first(self) -> QWidget:
        """Where work begins in the pane shown."""
        panes = {wording.PROJECTS: self.counted.table, wording.CLOSED: self.days.typed}
        return panes.get(self.views.key, self.pace.capacity)

    def _on_view(self, key: str) -> None:
        keys = [k for k, _ in wording.SETTINGS]
        self._stack.setCurrentIndex(keys.index(key))


def _holidays(plan: Plan) -> dict[date, str]:
    """The bank holidays of the years of a plan that fall on working days."""
    last = plan.end.year if plan.end and not plan.endless else plan.start.year + 1
    years = range(plan.start.year, min(last, plan.start.year + YEARS) + 1)
    return {d: name for y in years for d, name in bank_holidays(y).items() if d >= plan.start}
