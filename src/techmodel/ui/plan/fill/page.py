"""The page that fills the plan from the gaps: it shows first what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.plan_bundles import bundle_used
from techmodel.core.proposal import Bundle
from techmodel.session.filling import fill_by_hand, open_steps, weeks_of
from techmodel.session.touched import Touched
from techmodel.ui.announce import announce
from techmodel.ui.look import XL, M, S
from techmodel.ui.page import Page
from techmodel.ui.plan.fill.by_hand import ByHandPane
from techmodel.ui.plan.fill.changes import ChangesPane
from techmodel.ui.plan.fill.offers_pane import OffersPane
from techmodel.ui.widgets.folding import Folding
from techmodel.ui.widgets.words import pane, rule, when_pressed, words
from techmodel.wording import fill as wording
from techmodel.wording.plan_page import GANTT

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.core.proposal import Proposal
    from techmodel.wording.fill import Line

PLAN = "plan"
"""The key of the place of the plan."""
_PAIRS = {key: Bundle(key) for key in (wording.GAP, wording.DOMAIN, wording.SERVICE)}


class FillPage(Page):
    """Ways to fill the plan at the top, what each would do below.

    Signals:
        place_wanted(str, str): the plan is filled and should be shown.
    """

    name = "Fill from gaps"
    icon = "plan"
    cares = Touched.ALL
    place_wanted = Signal(str, str)
    _proposal: Proposal | None = None
    _lines: tuple[Line, ...] = ()

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        key, session = self.ways.key, self.workspace.session
        if key == wording.HAND:
            return wording.hand_headline(open_steps(session), self.by_hand.ticked)
        if key == wording.PARTNERS:
            return wording.offers_headline(self.offers.model.rowCount())
        return wording.fill_headline(self._proposal, self._lines) if self._proposal else ""

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return (self.go,)

    @override
    def refresh(self) -> None:
        session, key = self.workspace.session, self.ways.key
        assessment, gaps, plan = session.assessment(), session.gaps(), session.plan
        if key in _PAIRS:
            proposal = self._proposal = plan.proposal(_PAIRS[key])
            projects, touched = plan.book().projects, plan.touched()
            self._lines = wording.change_lines(proposal, gaps, projects, touched)
            self.changes.show_lines(self._lines, wording.moved_words(proposal))
        elif key == wording.HAND:
            self.by_hand.show_gaps(assessment, gaps, open_steps(session))
        else:
            self._show_offers()
        shown = {wording.HAND: self.by_hand, wording.PARTNERS: self.offers}
        self._stack.setCurrentWidget(shown.get(key, self.changes))
        self._allow()

    @override
    def focus_first(self) -> None:
        self.panes()[-1].setFocus()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        tables = {wording.HAND: self.by_hand.table, wording.PARTNERS: self.offers.table}
        return self.ways.first(), tables.get(self.ways.key, self.changes.table)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def _build(self) -> None:
        look = self.look
        self.go = QPushButton(wording.FILL, self)
        self.go.setProperty("role", "primary")
        self.ways = Folding(wording.WAYS, wording.WAY, self)
        session = self.workspace.session
        self.ways.choose(bundle_used(session.assessment(), session.plan.book().projects))
        self._why = words(role="small", wrap=True)
        self.changes, self.by_hand = ChangesPane(look, self), ByHandPane(look, self)
        self.offers = OffersPane(look, self)
        self._stack = QStackedWidget(self.body)
        for inside in (self.changes, self.by_hand, self.offers):
            self._stack.addWidget(inside)
        bar = pane("top", self.body)
        row = QHBoxLayout(bar)
        row.setContentsMargins(XL, S, XL, S)
        row.setSpacing(M)
        row.addWidget(self.ways)
        row.addWidget(self._why, stretch=1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(rule())
        column.addWidget(self._stack, stretch=1)

    @override
    def _connect(self) -> None:
        when_pressed(self.go, self._do)
        self.ways.chosen.connect(self._on_way)
        self.by_hand.changed.connect(self._on_changed)
        self.by_hand.name.returnPressed.connect(self._do)
        self.offers.changed.connect(self._allow)
        self.offers.taken.connect(self._do)
        self.look.changed.connect(self._fit)

    def _fit(self) -> None:
        self.ways.fit(round(self.width() * 0.72))

    def _show_offers(self) -> None:
        session = self.workspace.session
        offers = session.plan.offers()
        partners = {str(o.id): o.name for o in session.assessment().organisations}
        self.offers.show_offers(offers, partners, weeks_of(session, offers))

    def _allow(self) -> None:
        """Let the button do what can be done now, and say why where nothing can."""
        key, read_only = self.ways.key, self.workspace.session.read_only
        self.go.setText(wording.VERBS.get(key, wording.FILL))
        can = {wording.HAND: self.by_hand.ready, wording.PARTNERS: bool(self.offers.current)}
        filling = bool(self._proposal and not self._proposal.is_empty)
        self.go.setEnabled(can.get(key, filling) and not read_only)
        self._why.setText(wording.ONLY_TO_LOOK if read_only else wording.LEFT)

    def _on_way(self, _: str) -> None:
        self.refresh()
        self.say_headline()

    def _on_changed(self) -> None:
        self._allow()
        self.say_headline()

    def _do(self) -> None:
        """Do what the button says."""
        if not self.go.isEnabled():
            return
        ways = {wording.HAND: self._put_together, wording.PARTNERS: self._take_offer}
        ways.get(self.ways.key, self._fill)()

    def _fill(self) -> None:
        proposal = self._proposal
        if proposal and self.workspace.run(lambda s: s.plan.accept(proposal)):
            announce(self, wording.filled_words(proposal))
            self.place_wanted.emit(PLAN, GANTT)

    def _put_together(self) -> None:
        gaps, name = self.by_hand.ticked, self.by_hand.name.text()
        if self.workspace.run(lambda s: fill_by_hand(s, gaps, name)):
            self.by_hand.begin_anew()
            self.by_hand.table.setFocus()

    def _take_offer(self) -> None:
        project = self.offers.current
        if project and self.workspace.run(lambda s: s.plan.accept_offer(project)):
            announce(self, wording.offer_taken(project))
