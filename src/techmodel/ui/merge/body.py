"""List, cards and foot of the merge page, and how they share the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.merge import changes_nothing
from techmodel.ui.announce import announce
from techmodel.ui.merge.foot import Foot
from techmodel.ui.merge.list_pane import ListPane
from techmodel.ui.merge.picture import picture_of, rows_of
from techmodel.ui.merge.right import Right
from techmodel.ui.widgets.notices import Note
from techmodel.ui.widgets.words import rule
from techmodel.wording import merge_page as wording
from techmodel.wording.merging import taken_count

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.session.merge_facts import MergeFacts
    from techmodel.ui.look import Look
    from techmodel.ui.merge.settling import Item, Settling

BOTH_FROM, ROOMY_FROM = 720, 1060
"""Widths in CSS pixels from which list and cards stand side by side, and the list is wide."""
WIDE, NARROW = 340, 280
WIDEST = 16_777_215
"""What Qt takes for no limit."""


class Body(QWidget):
    """Shows a merge as it is settled; what is pressed is for the page to act on.

    Attributes:
        note: what the page has to say about choices that no longer fit.
        list, right, foot: the parts.
    """

    def __init__(self, look: Look, settling: Settling, page: QWidget) -> None:
        """`page` is what the levels open over."""
        super().__init__(page)
        self._look, self._settling = look, settling
        self._listing = False
        self._facts: MergeFacts | None = None
        self.note = Note("", "warn", self)
        self.note.hide()
        self.list = ListPane(look, self)
        self.right, self.foot = Right(look, page), Foot(look, self)
        self._line = rule("down")
        self._build()
        self.list.chosen.connect(self._on_current)
        self.list.opened.connect(self._on_opened)
        self.list.list_wanted.connect(self._on_list_wanted)
        self.list.rule_wanted.connect(self._on_rule_wanted)
        self.right.cards.list_wanted.connect(self._on_to_list)
        self.right.back_wanted.connect(self.focus_first)
        look.changed.connect(self._fit)

    @property
    def item(self) -> Item | None:
        """The thing now shown, None where there is none."""
        items, number = self._settling.items, self.list.current
        return items[number] if 0 <= number < len(items) else None

    def show_merge(self, facts: MergeFacts, reason: str) -> None:
        """Show everything as it is now; `reason` says why merging is not possible here."""
        self._facts, settling, merge = facts, self._settling, self._settling.merge
        items = settling.items
        done = len(items) - settling.left
        self.list.show_rows(rows_of(facts, settling), wording.list_title(items), done)
        taken, new = taken_count(merge), not changes_nothing(merge)
        counts = (taken, len(merge.only_ours), len(merge.both_alike))
        self.list.show_counts(counts, wording.rounds_words(merge.rounds_left))
        several = len(settling.open_conflicts) > 1
        self.list.show_rule(offered=several, used=settling.ruled > 0)
        if items:
            self.list.go(max(0, min(self.list.current, len(items) - 1)))
            self._show_item()
        elif taken:
            self.right.show_changes(0, facts, back=False)
        else:
            self.right.show_nothing(new=new)
        if items or new:
            self.foot.show_settling(settling.left, len(items), reason)
        else:
            self.foot.show_nothing()
        self._fit()

    def go(self, number: int) -> None:
        """Show one thing, and say it to screen readers."""
        self.right.show_cards()
        self.list.go(number)
        announce(self, self.list.model.rows[number].words)

    def focus_first(self) -> None:
        """Put the focus where work goes on."""
        if self._settling.items:
            (self.list.list if self.list.isVisible() else self.right.cards.first).setFocus()
        elif not changes_nothing(self._settling.merge):
            self.foot.finish.setFocus()
        else:
            self.foot.cancel.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._line)
        row.addWidget(self.right, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addLayout(row, stretch=1)
        column.addWidget(self.foot)

    def _show_item(self) -> None:
        item = self.item
        if item is not None and self._facts is not None:
            place = wording.place_words(self.list.current, len(self._settling.items))
            self.right.cards.show_picture(picture_of(item, self._facts, self._settling), place)

    def _on_current(self) -> None:
        self.right.cards.close_levels()
        self.right.show_cards()
        self._show_item()

    def _on_opened(self) -> None:
        self.right.show_cards()
        self._list_in_front(listing=False)

    def _on_list_wanted(self, number: int) -> None:
        if self._facts is not None:
            self._list_in_front(listing=False)
            back = bool(self._settling.items)
            self.right.show_changes(number, self._facts, back=back)
            self.right.changes.table.setFocus()

    def _on_rule_wanted(self) -> None:
        if self._facts is not None:
            self._list_in_front(listing=False)
            self.right.show_rule(self._facts, self._settling)

    def _on_to_list(self) -> None:
        self._list_in_front(listing=True)
        self.list.list.setFocus()

    def _list_in_front(self, *, listing: bool) -> None:
        """Where there is no room for both: the list, or what it leads to."""
        self._listing = listing
        self._fit()

    def _fit(self) -> None:
        """Share the width: list and cards, or one of them."""
        css = self.width() * 100 / self._look.text
        both = css >= BOTH_FROM
        self.list.setVisible(both or self._listing)
        self.right.setVisible(both or not self._listing)
        self._line.setVisible(both)
        self.right.show_narrow(narrow=not both)
        width = self._look.px(WIDE if css >= ROOMY_FROM else NARROW)
        self.list.setMinimumWidth(width if both else 0)
        self.list.setMaximumWidth(width if both else WIDEST)
        self.foot.show_width(self.width())
