"""The right of the page: the cards, or a table in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from techmodel.core.merge_parts import Choice, SameName
from techmodel.ui.look import XL, L
from techmodel.ui.merge.comparing import Comparing
from techmodel.ui.merge.table_pane import TablePane
from techmodel.ui.widgets.words import words
from techmodel.wording import merge_page as wording
from techmodel.wording.merge_cards import brief_words, name_words
from techmodel.wording.merge_changes import HEADS

if TYPE_CHECKING:
    from techmodel.session.merge_facts import MergeFacts
    from techmodel.ui.look import Look
    from techmodel.ui.merge.settling import Settling

CHANGES_SHARES = (0.23, 0.17, 0, 0.19, 0.12, 0.12)
RULE_SHARES = (0.24, 0.23, 0, 0.26)
RULE_HEADS = ("What", "About", wording.THIS_FILE, wording.OTHER_FILE)
SIDES = (Choice.OURS, Choice.THEIRS)
LISTS = (wording.ONLY_THEIRS, wording.ONLY_OURS, wording.BOTH_ALIKE)


class Right(QStackedWidget):
    """Cards, the list of what is taken, and what a rule would settle.

    Signals:
        rule_chosen(object): settle the rest so (Choice).
        back_wanted(): a table was put away.
    """

    rule_chosen = Signal(object)
    back_wanted = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.cards = Comparing(look, over)
        self.changes = TablePane(look, "Changes of a merge", HEADS)
        verbs = [wording.rule_verb(side, len(SIDES)) for side in SIDES]
        self.rule = TablePane(look, "What a rule would settle", RULE_HEADS, verbs)
        self._nothing = words("", "quiet", wrap=True)
        self._nothing.setContentsMargins(XL, L, XL, L)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self.cards, self.changes, self.rule, self._nothing):
            self.addWidget(widget)
        self.changes.closed.connect(self._on_closed)
        self.rule.closed.connect(self._on_closed)
        self.rule.done.connect(self._on_rule)

    @property
    def compares(self) -> bool:
        """Whether the cards are shown."""
        return self.currentWidget() is self.cards

    def show_cards(self) -> None:
        """Put a table away."""
        self.setCurrentWidget(self.cards)

    def show_narrow(self, *, narrow: bool) -> None:
        """Offer the way to the list where there is no room for both."""
        self.cards.show_narrow(narrow=narrow)

    def show_nothing(self, *, new: bool) -> None:
        """Say that nothing changes; `new` says that there is history to take over."""
        self._nothing.setText(wording.ONLY_HISTORY if new else wording.NOTHING_NEW)
        self.setCurrentWidget(self._nothing)

    def show_changes(self, number: int, facts: MergeFacts, *, back: bool) -> None:
        """Show what one of the counts counts; `back` offers the way to the cards."""
        changes = (facts.changes_there, facts.changes_here, facts.changes_alike)[number]()
        rows = [c.texts for c in changes]
        sort = [(*c.texts[:4], c.at, c.decided_by) for c in changes]
        text = wording.LIST_MEANS[number]
        self.changes.show_rows(f"{LISTS[number]}: {len(rows):,}", text, rows, sort)
        self.changes.back.setVisible(back)
        self.setCurrentWidget(self.changes)
        self.changes.share_width(CHANGES_SHARES)

    def show_rule(self, facts: MergeFacts, settling: Settling) -> None:
        """Show what a rule would settle, and how."""
        conflicts = settling.open_conflicts
        rows = [(*name_words(c, facts.two), *brief_words(c, facts.two)) for c in conflicts]
        names = sum(isinstance(i, SameName) and not settling.settled(i) for i in settling.items)
        title, text = wording.rule_title(len(rows)), wording.rule_about(names)
        self.rule.show_rows(title, text, rows)
        for button, side in zip(self.rule.buttons, SIDES, strict=True):
            button.setText(wording.rule_verb(side, len(rows)))
        self.setCurrentWidget(self.rule)
        self.rule.share_width(RULE_SHARES)
        self.rule.table.setFocus()

    def _on_rule(self, number: int) -> None:
        self.rule_chosen.emit(SIDES[number])

    def _on_closed(self) -> None:
        self.show_cards()
        self.back_wanted.emit()
