"""The conditions for change: a short optional check beside the levels of integration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.session.touched import Touched
from techmodel.ui.announce import announce
from techmodel.ui.conditions.card import FactorCard, Shown
from techmodel.ui.conditions.factor_list import FactorList
from techmodel.ui.look import XL, S
from techmodel.ui.page import Page
from techmodel.ui.widgets.choice_box import ChoiceBox
from techmodel.ui.widgets.empty import EmptyState
from techmodel.ui.widgets.words import rule
from techmodel.wording import conditions as spoken
from techmodel.wording import conditions_page as wording
from techmodel.wording.setup_changes import READ_ONLY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from techmodel.core.conditions import FactorId
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

LIST_WIDTH, NARROW = 340, 900
"""CSS pixels: the list, and below what width of the page it becomes one box to choose from."""


def _letters_answer() -> bool:
    return True


class ConditionsPage(Page):
    """The questions in a list, and the card of one of them.

    Attributes:
        list, box: the questions, and the same where there is no room for a list.
        card: the question in hand.
    """

    name = wording.MENU
    icon = "tick"
    cares = Touched.CONDITIONS | Touched.CHECKLIST

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        parent: QWidget | None = None,
        letters: Callable[[], bool] = _letters_answer,
    ) -> None:
        """`letters` says whether letters and digits answer (Settings)."""
        self._letters = letters
        self._place, self._silent = -1, False
        self._saved: FactorId | None = None
        super().__init__(workspace, look, parent)

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        return spoken.headline(self.workspace.session.conditions.standing())

    @override
    def refresh(self) -> None:
        session = self.workspace.session
        conditions = session.assessment().checklist.conditions
        factors, given = session.conditions.factors(), session.conditions.all()
        self._stack.setCurrentIndex(0 if factors else 1)
        if conditions is None or not factors:
            return
        self._silent = True
        if factors != self.list.factors.factors:
            self.box.clear()
            self.box.addItems([factor.name for factor in factors])
            self._place = self._next_open(-1)
        for n, factor in enumerate(factors):
            self.box.setItemText(n, wording.box_words(factor, given.get(factor.id)))
        self.list.factors.show(factors, given)
        self._place = min(max(self._place, 0), len(factors) - 1)
        self._silent = False
        self._show()

    @override
    def focus_first(self) -> None:
        if self._stack.currentIndex() == 0:
            self.card.focus_levels()
        else:
            self.setFocus()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        if self._stack.currentIndex():
            return (self,)
        questions = self.box if self.list.isHidden() else self.list
        return questions, self.card.rows.current()

    def go(self, place: int) -> None:
        """Show another question."""
        if 0 <= place < len(self.list.factors.factors) and place != self._place:
            self.card.note.flush()
            self._place, self._saved = place, None
            self._show()

    def go_to_next(self) -> None:
        """Go to the next question without an answer, past the end from the first again."""
        self.card.note.flush()
        place = self._next_open(self._place)
        if place < 0:
            announce(self, wording.ALL_ANSWERED)
            return
        self.go(place)
        self.card.focus_levels()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.card.note.flush()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _build(self) -> None:
        self._stack = QStackedWidget(self.body)
        whole = QFrame(self._stack)
        self.list, self.box = FactorList(self.look, whole), ChoiceBox(whole)
        self.card = FactorCard(self.look, self._keep, self._letters, whole)
        for part in (self.box, self.box.view()):
            part.setAccessibleName(wording.LIST)
        self._rule = rule("down")
        self._lay_out(whole)
        self._stack.addWidget(whole)
        self._stack.addWidget(EmptyState(self.look, wording.EMPTY_TITLE, wording.EMPTY_TEXT))
        outer = QVBoxLayout(self.body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _lay_out(self, whole: QFrame) -> None:
        self._band = QFrame(whole)
        self._band.setProperty("pane", "header")
        band = QVBoxLayout(self._band)
        band.setContentsMargins(XL, S, XL, S)
        band.addWidget(self.box)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._rule)
        row.addWidget(self.card, stretch=1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band)
        column.addLayout(row, stretch=1)

    @override
    def _connect(self) -> None:
        self.workspace.settling.connect(self.card.note.flush)
        self.list.chosen.connect(self._on_chosen)
        self.box.activated.connect(self._on_chosen)
        self.card.level_given.connect(self._on_level)
        self.card.cleared.connect(self._on_cleared)
        self.card.moved.connect(self._on_moved)
        self.card.next_wanted.connect(self.go_to_next)
        self.look.changed.connect(self._arrange)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self.go_to_next)
        self._arrange()

    def _show(self) -> None:
        """Show the question in hand, in the list and on the card."""
        session = self.workspace.session
        conditions, factors = session.assessment().checklist.conditions, self.list.factors.factors
        if conditions is None or not factors:
            return
        factor = factors[self._place]
        self._silent = True
        self.list.choose(self._place)
        self.box.setCurrentIndex(self._place)
        self._silent = False
        self.card.show_factor(
            Shown(
                factor,
                session.conditions.all().get(factor.id),
                wording.place_words(self._place, len(factors)),
                conditions,
                saved=self._saved == factor.id,
                read_only=session.read_only,
            )
        )
        self.card.before.setEnabled(self._place > 0)
        self.card.after.setEnabled(self._place < len(factors) - 1)
        self.card.next.setEnabled(self._next_open(self._place) >= 0)

    def _next_open(self, place: int) -> int:
        """The place of the next question without an answer after one; -1 where all others have."""
        session = self.workspace.session
        ids, given = [f.id for f in session.conditions.factors()], session.conditions.all()
        around = [*range(place + 1, len(ids)), *range(max(place, 0))]
        return next((n for n in around if ids[n] not in given), -1)

    def _keep(self, factor: FactorId, text: str) -> bool:
        return self.workspace.run(lambda s: s.conditions.note(factor, text))

    def _arrange(self) -> None:
        """A list beside the card, or one box above it where there is no room."""
        narrow = self.width() < self.look.px(NARROW)
        for widget in (self.list, self._rule):
            widget.setVisible(not narrow)
        self._band.setVisible(narrow)
        self.card.be_brief(brief=narrow)
        self.list.setFixedWidth(self.look.px(LIST_WIDTH))

    def _on_chosen(self, place: int) -> None:
        if not self._silent:
            self.go(place)

    def _on_moved(self, step: int) -> None:
        self.go(self._place + step)
        self.card.focus_levels()

    def _on_level(self, level: int) -> None:
        factor = self.list.factors.factors[self._place].id
        if self.workspace.session.read_only:
            self.workspace.failed.emit(READ_ONLY)
            return
        self.card.note.flush()
        self._saved = factor
        if self.workspace.run(lambda s: s.conditions.give(factor, level)):
            self._show()
            self.card.rows.follow()
            standing = self.workspace.session.conditions.standing()
            announce(self, wording.answered_words(level, standing))

    def _on_cleared(self) -> None:
        factor = self.list.factors.factors[self._place].id
        self.card.note.flush()
        self._saved = None
        if self.workspace.run(lambda s: s.conditions.clear(factor)):
            announce(self, spoken.NOT_ANSWERED)
