"""The merge page: what two files of one assessment differ in, settled one by one or by a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.merge import changes_nothing
from techmodel.core.merge_parts import Choice, Conflict, Same, SameName
from techmodel.session.merge_facts import find_facts
from techmodel.session.merging import find_merge, merge
from techmodel.ui.announce import announce
from techmodel.ui.finishing import FinishingPage
from techmodel.ui.merge.body import Body
from techmodel.ui.merge.keys import Do, command_of
from techmodel.ui.merge.picture import both_choice, level_choice, settled_of
from techmodel.ui.merge.settling import Settling
from techmodel.wording import merge_page as wording
from techmodel.wording.merging import taken_count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from techmodel.core.merge_parts import Merge
    from techmodel.session.merging import Other
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.merge.settling import Chosen, Item
    from techmodel.ui.workspace import Workspace


class MergePage(FinishingPage):
    """Merges another file of this assessment into it; nothing is changed before Finish.

    Attributes:
        other: the other file.
        settling: what there is to settle, and what was chosen.
    """

    name = "Merge"
    icon = "copy"
    leave_words = (wording.LEAVE, wording.LEAVE_DETAIL)

    def __init__(
        self, workspace: Workspace, look: Look, other: Other, parent: QWidget | None = None
    ) -> None:
        """`other` is another file of the same assessment."""
        self.other = other
        session = workspace.session
        self._revision = session.revision

        def find(same: Mapping[str, Same]) -> Merge:
            return find_merge(session, other, same)

        self.settling = Settling(find)
        self._facts = find_facts(session, other.session, self.settling.merge, self.settling.same)
        super().__init__(workspace, look, parent)

    @override
    def question(self) -> str:
        return wording.question(self._their_name(self.other.path.name))

    @override
    def headline(self) -> str:
        things, found = len(self.settling.items), self.settling.merge
        return wording.headline(things, taken_count(found), new=not changes_nothing(found))

    @override
    def refresh(self) -> None:
        if self.workspace.session.revision != self._revision:
            self._revision = self.workspace.session.revision
            dropped = self.settling.look_again()
            self._read()
            self.parts.note.setVisible(dropped > 0)
            if dropped:
                self.parts.note.say(wording.dropped_words(dropped))
                announce(self, self.parts.note.text)
        self._show()

    @override
    def focus_first(self) -> None:
        self.parts.focus_first()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return tuple(
            p for p in (self.parts.list, self.parts.right, self.parts.foot) if p.isVisible()
        )

    @override
    def has_begun(self) -> bool:
        return self.settling.begun

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command is None or self.parts.item is None or not self.parts.right.compares:
            super().keyPressEvent(event)
        elif command.do is Do.LEVEL:
            self._on_level(command.level)
        else:
            self._keys()[command.do]()

    @override
    def _build(self) -> None:
        self.parts = Body(self.look, self.settling, self)
        document = self.workspace.session.document
        ours = document.path.stem if document else self.workspace.session.assessment().title
        self.parts.right.cards.name_files(ours, self._their_name(self.other.path.stem))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)

    @override
    def _connect(self) -> None:
        cards, foot = self.parts.right.cards, self.parts.foot
        cards.chosen.connect(self._on_side)
        cards.level_chosen.connect(self._on_level)
        cards.parked.connect(self._on_parked)
        cards.both_kept.connect(self._on_both)
        cards.opened_again.connect(self._on_again)
        self.parts.right.rule_chosen.connect(self._on_rule)
        self.parts.list.rule_back_wanted.connect(self._on_rule_back)
        foot.cancelled.connect(self._on_cancel)
        foot.back_wanted.connect(self._on_back)
        foot.next_wanted.connect(self._on_next)
        foot.finish_wanted.connect(self._on_finish)

    def _keys(self) -> Mapping[Do, Callable[[], None]]:
        """What the keys do that need no level."""
        return {
            Do.LEFT: self._on_left,
            Do.RIGHT: self._on_right,
            Do.NEXT: self._on_next,
            Do.PARK: self._on_parked,
        }

    @property
    def _same_place(self) -> bool:
        """Whether the other file is what somebody else has saved over ours."""
        document = self.workspace.session.document
        return document is not None and document.path == self.other.path

    def _their_name(self, name: str) -> str:
        return wording.saved_by_others(name) if self._same_place else name

    def _read(self) -> None:
        settling = self.settling
        session, other = self.workspace.session, self.other.session
        self._facts = find_facts(session, other, settling.merge, settling.same)

    def _show(self) -> None:
        reason = wording.READ_ONLY if self.workspace.session.read_only else ""
        self.parts.show_merge(self._facts, reason)

    def _choose(self, conflict: Conflict, chosen: Chosen) -> None:
        self.settling.choose(conflict, chosen)
        self._after(conflict)

    def _after(self, item: Item) -> None:
        """Show and say what came of a choice; organisations of one name bring other conflicts."""
        self._leaving = False
        self.parts.note.hide()
        if isinstance(item, SameName):
            self._read()
            self.say_headline()
        self._show()
        settled = settled_of(item, self.settling)
        announce(self, wording.settled_words(settled, self.settling.left))

    def _on_side(self, side: Choice) -> None:
        item = self.parts.item
        if isinstance(item, SameName):
            self.settling.decide(item, Same.ONE if side is Choice.OURS else Same.TWO)
            self._after(item)
        elif item is not None:
            self._choose(item, side)

    def _on_left(self) -> None:
        self._on_side(Choice.OURS)

    def _on_right(self) -> None:
        self._on_side(Choice.THEIRS)

    def _on_level(self, level: int) -> None:
        item = self.parts.item
        chosen = level_choice(item, level) if isinstance(item, Conflict) else None
        if isinstance(item, Conflict) and chosen is not None:
            self._choose(item, chosen)

    def _on_parked(self) -> None:
        item = self.parts.item
        if isinstance(item, Conflict) and item.row[0] == "answer":
            self._choose(item, {"parked": True})

    def _on_both(self) -> None:
        item = self.parts.item
        both = both_choice(item) if isinstance(item, Conflict) else None
        if isinstance(item, Conflict) and both is not None:
            self._choose(item, both)

    def _on_again(self) -> None:
        item = self.parts.item
        if item is not None:
            self.settling.open_again(item)
            self._after(item)
            self.focus_first()

    def _on_rule(self, choice: Choice) -> None:
        self.settling.settle_rest(choice)
        self.parts.right.show_cards()
        self._show()
        announce(self, wording.settled_words(choice.value, self.settling.left))
        if self.settling.left:
            self.focus_first()
        else:
            self.parts.foot.finish.setFocus()

    def _on_rule_back(self) -> None:
        self.settling.take_rule_back()
        self._show()
        announce(self, wording.left_words(self.settling.left))
        self.focus_first()

    def _on_back(self) -> None:
        self.parts.go((self.parts.list.current - 1) % len(self.settling.items))

    def _on_next(self) -> None:
        """Go to the next that is open, or to Finish when there is none."""
        items, at = self.settling.items, self.parts.list.current
        order = [(at + n) % len(items) for n in range(1, len(items) + 1)]
        found = next((n for n in order if not self.settling.settled(items[n])), None)
        if found is None:
            self.parts.foot.finish.setFocus()
        else:
            self.parts.go(found)

    def _on_finish(self) -> None:
        if self.settling.left:
            return
        untouched = not self._same_place
        self._finish(self._merge, lambda label: wording.merged_words(label, untouched=untouched))

    def _merge(self, session: Session) -> Touched:
        return merge(session, self.other, self.settling.choices, self.settling.same)
