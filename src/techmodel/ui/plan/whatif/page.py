"""The page that tries other terms: what is set at the left, what comes of it at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.core.plan_parts import Terms
from techmodel.session.touched import Touched
from techmodel.ui.announce import announce
from techmodel.ui.look import XL, S
from techmodel.ui.page import Page
from techmodel.ui.plan.whatif.compare_pane import HERE, PLAN
from techmodel.ui.plan.whatif.facts import Facts
from techmodel.ui.plan.whatif.outcome import Outcome, find_outcome
from techmodel.ui.plan.whatif.results import Results
from techmodel.ui.plan.whatif.scenario_bar import ScenarioBar
from techmodel.ui.plan.whatif.scenarios import ScenarioVerbs
from techmodel.ui.plan.whatif.settings import Settings
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.words import pane, rule, when_pressed
from techmodel.wording import plan_whatif as wording
from techmodel.wording.plan import EMPTY
from techmodel.wording.plan_page import GANTT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QHideEvent, QResizeEvent

PLACE = "plan"
"""The key of the place of the plan."""
SETTINGS = 350
"""CSS pixels of the left half."""
NARROW = 800
"""CSS pixels below which what is set and what comes of it take turns."""
ANY_WIDTH = 16_777_215
"""Qt's own "no limit" for a widget's width."""
SET, SEE = "set", "see"
HALVES = ((SET, "What is set"), (SEE, "What comes of it"))


class WhatIfPage(Page):
    """Terms of a draft beside the plan; nothing is stored until a verb says so.

    Signals:
        place_wanted(str, str): another place should be shown, by its key, and one thing in it.
    """

    name = "What if"
    icon = "plan"
    cares = Touched.ALL
    place_wanted = Signal(str, str)
    _draft = Terms()
    _base: Terms | None = None
    _current = ""
    _both: tuple[Outcome, Outcome] | None = None

    @property
    def draft(self) -> Terms:
        """What is set now."""
        return self._draft

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        if self._both is None:
            return EMPTY
        plan, here = self._both
        return wording.headline(plan.plan, here.plan, plan.moments, here.moments)

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return (self.adopt,)

    @override
    def refresh(self) -> None:
        session = self.workspace.session
        if not session.plan.book().projects:
            self._both = None
            self._outer.setCurrentWidget(self.empty)
            self.adopt.setVisible(False)
            return
        held = self._verbs.known(self._current)
        self._current = held.id if held else ""
        now = held.terms if held else session.plan.book().terms
        if self._draft == self._base or self._base is None:
            self._draft = now
        self._base = now
        self._outer.setCurrentWidget(self._main)
        self.adopt.setVisible(True)
        self._show()

    @override
    def focus_first(self) -> None:
        now = self._outer.currentWidget()
        (self.empty.buttons[0] if now is self.empty else self.settings.first()).setFocus()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        if self._outer.currentWidget() is self.empty:
            return (self.empty.buttons[0],)
        inside = (self.scenarios.list, self.settings.first(), self.results.first())
        return tuple(w for w in inside if w.isVisible())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.results.sure.stop()

    @override
    def _build(self) -> None:
        look = self.look
        self._verbs = ScenarioVerbs(self.workspace, self)
        self.adopt = QPushButton(wording.ADOPT, self)
        self.adopt.setProperty("role", "primary")
        self.scenarios, self.facts = ScenarioBar(self), Facts(self)
        self.halves = Segmented(HALVES, wording.RESULT, self)
        self.settings, self.results = Settings(look, self), Results(self.workspace, look, self)
        way = Way("plan", wording.WAY_TITLE, wording.WAY_TEXT, wording.WAY_VERB, self._go_to_gantt)
        self.empty = EmptyState(look, wording.EMPTY_TITLE, wording.EMPTY_TEXT, (way,), self)
        self._main = self._make_main()
        self._outer = QStackedWidget(self.body)
        self._outer.addWidget(self._main)
        self._outer.addWidget(self.empty)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._outer)

    def _make_main(self) -> QScrollArea:
        """All of it; where there is less height than it needs, all of it scrolls."""
        main = pane("page", self.body)
        bar = pane("top", main)
        inside = QVBoxLayout(bar)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.scenarios)
        self._turns, self._line = self._make_turns(main), rule("down")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.settings)
        row.addWidget(self._line)
        row.addWidget(self.results, stretch=1)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (bar, rule(), self.facts, rule(), self._turns):
            column.addWidget(widget)
        column.addLayout(row, stretch=1)
        area = QScrollArea(self.body)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(main)
        return area

    def _make_turns(self, parent: QWidget) -> QWidget:
        """The switch of the halves, for narrow windows."""
        turns = QWidget(parent)
        turn = QHBoxLayout(turns)
        turn.setContentsMargins(XL, S, XL, S)
        turn.addWidget(self.halves)
        turn.addStretch(1)
        return turns

    @override
    def _connect(self) -> None:
        bar = self.scenarios
        self.settings.changed.connect(self._on_changed)
        self.settings.closed.connect(self._on_closed)
        bar.chosen.connect(self._on_scenario)
        when_pressed(self.adopt, self._on_adopt)
        when_pressed(bar.keep, self._on_keep)
        when_pressed(bar.update_, self._on_update)
        when_pressed(bar.rename, self._on_rename)
        when_pressed(bar.forget, self._on_forget)
        self.halves.chosen.connect(self._fit)
        self.results.compare.changed.connect(self._compare)
        self.results.sure.said.connect(self._on_said)
        self.look.changed.connect(self._fit)

    def _fit(self) -> None:
        """Show both halves side by side, or the one that is chosen."""
        px = self.look.px
        narrow = self.width() < px(NARROW)
        self._turns.setVisible(narrow)
        self._line.setVisible(not narrow)
        self.settings.setVisible(not narrow or self.halves.key == SET)
        self.results.setVisible(not narrow or self.halves.key == SEE)
        self.settings.setMinimumWidth(0 if narrow else px(SETTINGS))
        self.settings.setMaximumWidth(ANY_WIDTH if narrow else px(SETTINGS))
        self.settings.views.fit((self.width() if narrow else px(SETTINGS)) - XL)
        self.results.fit(self.width() - (0 if narrow else px(SETTINGS)))

    def _show(self) -> None:
        """Work out what is set, and show it everywhere."""
        session, terms = self.workspace.session, self._draft
        plan = find_outcome(session, session.plan.book().terms)
        here = plan if terms == plan.terms else find_outcome(session, terms)
        self._both = plan, here
        self.settings.show_terms(session, terms, here.plan)
        self.facts.show_outcomes(plan, here)
        self.results.show_outcomes(session.assessment(), session.gaps(), plan, here)
        kept = session.scenarios.all()
        self.scenarios.show_scenarios(kept, self._current)
        self.scenarios.allow(
            changed=terms != self._base,
            scenario=bool(self._current),
            read_only=session.read_only,
        )
        self.adopt.setEnabled(terms != plan.terms and not session.read_only)
        choices = [(PLAN, wording.THE_PLAN), (HERE, wording.THIS), *((s.id, s.name) for s in kept)]
        self.results.compare.offer(choices)
        self._compare()

    def _compare(self) -> None:
        """Work out the two that are to be compared."""
        session = self.workspace.session
        if self._both is None:
            return
        plan, here = self._both
        known: Mapping[str, Outcome] = {PLAN: plan, HERE: here}
        stored = {s.id: s.terms for s in session.scenarios.all()}
        one, other = (
            known.get(key) or find_outcome(session, stored[key])
            for key in self.results.compare.chosen
        )
        self.results.compare.show_outcomes(session.assessment(), one, other)

    def _on_changed(self, terms: Terms) -> None:
        self._draft = terms
        self._show()
        self.say_headline()
        announce(self, self.header.headline)

    def _on_closed(self, days: frozenset[date]) -> None:
        self.workspace.run(lambda s: s.plan.close_days(days))

    def _on_scenario(self, id_: str) -> None:
        self._current = id_
        self._base = None
        self.refresh()
        self.say_headline()

    def _on_adopt(self) -> None:
        if self._verbs.adopt(self._current, self._draft):
            self.focus_first()

    def _on_keep(self) -> None:
        kept = self._verbs.keep(self._draft)
        if kept:
            self._on_scenario(kept)

    def _on_update(self) -> None:
        self._verbs.update(self._current, self._draft)

    def _on_rename(self) -> None:
        self._verbs.rename(self._current)

    def _on_forget(self) -> None:
        self._verbs.forget(self._current)

    def _on_said(self, sentence: str) -> None:
        announce(self, sentence)

    def _go_to_gantt(self) -> None:
        self.place_wanted.emit(PLACE, GANTT)
