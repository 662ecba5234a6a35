"""The rounds page: named moments, and how far we have come since one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.checklist import CapabilityId
from techmodel.core.organisations import OrganisationId
from techmodel.core.rounds import default_round
from techmodel.session.touched import Touched
from techmodel.ui import ask
from techmodel.ui.page import Page
from techmodel.ui.rounds.advance_model import NOW
from techmodel.ui.rounds.answers_pane import AnswersPane
from techmodel.ui.rounds.between import ANSWERS, DOMAINS, Between
from techmodel.ui.rounds.domains_pane import DomainsPane
from techmodel.ui.rounds.round_list import RoundList
from techmodel.ui.rounds.round_model import round_row
from techmodel.ui.widgets.empty import EmptyState, Way
from techmodel.ui.widgets.why import WhyPopup
from techmodel.ui.widgets.words import pane, rule
from techmodel.wording import rounds as texts
from techmodel.wording.comparing_integration import integration_sentence
from techmodel.wording.explain_sums import explain_attainment
from techmodel.wording.progress import advance_sentence, explain_progress

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from techmodel.core.compare import Comparison
    from techmodel.core.rounds import Round

MAX_NAME = 200
"""Characters a name may have."""
LEAST_VIEW = 300
"""CSS pixels that a comparison is at least high."""


class RoundsPage(Page):
    """The rounds, and the comparison of one of them with now.

    Signals:
        look_wanted(int): the assessment is to be shown as it was just after a revision.
    """

    name = "Rounds"
    icon = "clock"
    cares = Touched.ALL
    look_wanted = Signal(int)
    _comparison: Comparison | None = None
    _since: Round | None = None

    @override
    def question(self) -> str:
        return texts.QUESTION

    @override
    def headline(self) -> str:
        if self._comparison is None or self._since is None:
            return texts.NONE_YET
        if not self._comparison.anything:
            return texts.nothing_changed(self._since.name)
        found = self._comparison
        way = advance_sentence(found.progress.overall, self._since.name)
        return f"{way} {integration_sentence(found.flows, found.stages)}".strip()

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return (self.mark,)

    @override
    def refresh(self) -> None:
        session = self.workspace.session
        rounds = session.rounds.all()
        rows = [
            round_row(r, m) for r, m in zip(rounds, session.rounds.moments(rounds), strict=True)
        ]
        self.list.show_rounds(rows[::-1], default_round(rounds, session.batches()))
        self._compare()
        self._fit(empty=not rounds)

    @override
    def focus_first(self) -> None:
        if self._stack.currentWidget() is self._main:
            self.list.setFocus()
        elif self.empty.buttons:
            self.empty.buttons[0].setFocus()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        if self._stack.currentWidget() is self.empty:
            return (self.empty,)
        return self.list, self.between, self._views.currentWidget()

    @override
    def _build(self) -> None:
        self.mark = QPushButton(texts.MARK)
        self.mark.setProperty("role", "primary")
        self.list, self.between = RoundList(self.look), Between(self.look)
        self.domains, self.answers = DomainsPane(self.look), AnswersPane(self.look)
        self.empty = self._make_empty()
        self._views = QStackedWidget()
        self._views.addWidget(self.domains)
        self._views.addWidget(self.answers)
        self._main = QScrollArea()
        self._main.setWidgetResizable(True)
        self._main.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = pane("page")
        self._main.setWidget(inside)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.list, rule("strong"), self.between, rule()):
            whole.addWidget(widget)
        whole.addWidget(self._views, stretch=1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._main)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.why = WhyPopup(self.look, self)

    @override
    def _connect(self) -> None:
        self.mark.clicked.connect(self.mark_now)
        self.list.chosen.connect(self._on_chosen)
        for signal in (self.list.look_wanted, self.between.then.clicked):
            signal.connect(self._on_look)
        for signal in (self.list.rename_wanted, self.between.rename.clicked):
            signal.connect(self._on_rename)
        for signal in (self.list.forget_wanted, self.between.forget.clicked):
            signal.connect(self._on_forget)
        self.between.views.chosen.connect(self._on_view)
        self.answers.card_wanted.connect(self._on_card)
        self.domains.table.why_wanted.connect(self._on_why)
        self.look.changed.connect(self._size)
        self._size()

    def mark_now(self) -> None:
        """Ask for a name and mark this moment."""
        session = self.workspace.session
        taken = {r.name.casefold() for r in session.rounds.all()}
        given = texts.suggested_name(session.now().astimezone().date(), taken)
        name = self._ask(texts.MARK_TITLE, texts.MARK_TEXT, texts.MARK_VERB, given)
        if name is not None and self.workspace.run(lambda s: s.rounds.mark(name)):
            self.list.choose(session.rounds.all()[-1].id)
            self.focus_first()

    def _size(self) -> None:
        """Leave the comparison its room; where there is less, all of it scrolls."""
        self._views.setMinimumHeight(self.look.px(LEAST_VIEW))

    def _make_empty(self) -> EmptyState:
        """What the page is for, and how to begin; only that where nothing can be changed."""
        read_only = self.workspace.session.read_only
        text = f"{texts.EMPTY_TEXT} {texts.ONLY_TO_LOOK}" if read_only else texts.EMPTY_TEXT
        way = Way("bookmark", texts.WAY_TITLE, texts.WAY_TEXT, texts.MARK, self.mark_now)
        return EmptyState(self.look, texts.EMPTY_TITLE, text, () if read_only else (way,))

    def _compare(self) -> None:
        """Compare the current round with now."""
        self._since = self.list.current
        self._comparison = None
        if self._since is None:
            return
        comparison = self._comparison = self.workspace.session.rounds.compare(self._since)
        self.domains.show_comparison(comparison)
        self.answers.show_comparison(comparison)
        may_change = not self.workspace.session.read_only
        self.between.show_comparison(comparison, self._since, may_change=may_change)

    def _fit(self, *, empty: bool) -> None:
        """Show the page or what it is for; one of them has the filled button."""
        self._stack.setCurrentWidget(self.empty if empty else self._main)
        self.mark.setVisible(not empty)
        self.mark.setEnabled(not self.workspace.session.read_only)
        told = texts.ONLY_TO_LOOK if self.workspace.session.read_only else ""
        self.mark.setAccessibleDescription(told)

    def _ask(self, title: str, text: str, verb: str, given: str) -> str | None:
        question = ask.TextQuestion(title, text, verb, given, limit=MAX_NAME)
        return ask.text(self.window(), question)

    def _on_chosen(self) -> None:
        self._compare()
        self.say_headline()

    def _on_look(self) -> None:
        if self._since is not None:
            self.look_wanted.emit(self._since.revision)

    def _on_rename(self) -> None:
        held = self._since
        if held is None or self.workspace.session.read_only:
            return
        name = self._ask(texts.RENAME_TITLE, texts.RENAME_TEXT, texts.RENAME_VERB, held.name)
        if name is not None:
            self.workspace.run(lambda s: s.rounds.rename(held.id, name))

    def _on_forget(self) -> None:
        held = self._since
        if held is not None and not self.workspace.session.read_only:
            self.workspace.run(lambda s: s.rounds.forget(held.id))

    def _on_view(self, key: str) -> None:
        self._views.setCurrentIndex((DOMAINS, ANSWERS).index(key))

    def _on_card(self, capability: str, organisation: str) -> None:
        self.workspace.open_card(CapabilityId(capability), OrganisationId(organisation))

    def _on_why(self, index: QModelIndex) -> None:
        comparison, since = self._comparison, self._since
        if comparison is None or since is None:
            return
        view = self.domains.table
        source = view.source_index(index)
        advance = self.domains.model.rows[source.row()].advance
        assessment = comparison.now.assessment
        if source.column() == NOW:
            told = explain_attainment(assessment, comparison.now.gaps, advance.domain)
        else:
            told = explain_progress(assessment, comparison.progress, advance.domain, since.name)
        cell = view.visualRect(index)
        corner = view.viewport().mapTo(self, cell.topLeft())
        self.why.explain(told, QRect(corner, cell.size()), view)
