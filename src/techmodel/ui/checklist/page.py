"""The checklist place: tree, card and context, for one organisation or for several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from techmodel.core.checklist import CapabilityId
from techmodel.core.outline import neighbour, next_open
from techmodel.ui.checklist.asides import Asides
from techmodel.ui.checklist.beside import Beside
from techmodel.ui.checklist.card import Card
from techmodel.ui.checklist.context_pane import ContextPane
from techmodel.ui.checklist.keys import Do
from techmodel.ui.checklist.picture import Place, take_picture
from techmodel.ui.checklist.room import CONTEXT_WIDTH, find_room
from techmodel.ui.checklist.tree_pane import TreePane
from techmodel.ui.page import Page
from techmodel.ui.widgets.empty import EmptyState
from techmodel.ui.widgets.words import rule
from techmodel.wording.checklist_page import (
    NO_PARTNERS,
    NOTHING_ASKED,
    headline,
    progress_words,
    question,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.checklist.picture import Picture
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

WIDEST = 16_777_215
"""What Qt takes for no limit."""


class ChecklistPage(Page):
    """The heart of the product: answering what the checklist asks.

    Signals:
        place_wanted(str, str): go to a place (key) and show one thing in it (id).
        guide_wanted(str): show the guide to a domain (id).
    """

    place_wanted = Signal(str, str)
    guide_wanted = Signal(str)

    name = "Checklist"
    icon = "checklist"

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        parent: QWidget | None = None,
        letter_keys: Callable[[], bool] = lambda: True,
    ) -> None:
        """`letter_keys` says whether letters and digits answer while the card has the focus."""
        self._letter_keys = letter_keys
        self._picture: Picture | None = None
        self._place: Place | None = None
        self._listing = False
        super().__init__(workspace, look, parent)

    @property
    def place(self) -> Place | None:
        """The capability shown and the organisations in hand."""
        return self._place

    @override
    def question(self) -> str:
        single = self._picture.single if self._picture else None
        several = self._picture is not None and len(self._picture.assessment.scope) > 1
        return question(single.name if single and several else "")

    @override
    def headline(self) -> str:
        return headline(self._picture.outline) if self._picture else ""

    @override
    def refresh(self) -> None:
        self._picture = take_picture(self.workspace)
        self._place = self._settled(self._picture)
        self._show()

    @override
    def show_item(self, item: str) -> None:
        self.go(CapabilityId(item))

    @override
    def focus_first(self) -> None:
        if self._stack.currentIndex() == 0:
            self.card.focus_levels()
        else:
            self.setFocus()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        tree = () if self.tree_pane.isHidden() else (self.tree_pane.tree,)
        card = () if self.card.isHidden() else (self.card.focus_target(),)
        context = () if self.context.isHidden() else (self.context,)
        return (*tree, *card, *context)

    def go(self, capability: CapabilityId, organisations: tuple[OrganisationId, ...] = ()) -> None:
        """Show a capability's card; without organisations those in hand stay."""
        self.card.flush()
        if self._picture is None:
            self._picture = take_picture(self.workspace)
        held = organisations or (self._place.organisations if self._place else ())
        self._place = Place(capability, held)
        self._listing = False
        self._place = self._settled(self._picture)
        self._show()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.card.flush()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._arrange():
            self._show()

    @override
    def _build(self) -> None:
        # every part is made under its final parent: moving it there later would style it anew
        self._stack = QStackedWidget(self.body)
        whole = QWidget(self._stack)
        self.tree_pane = TreePane(self.look, whole)
        self.card = Card(self.look, self.workspace, self._letter_keys, whole)
        self.context = ContextPane(self.look, whole)
        self.asides = Asides(self.look, self)
        self.beside = Beside(self.workspace, self.context, self.asides)
        self._rule = rule("down")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tree_pane)
        row.addWidget(rule("down"))
        row.addWidget(self.card, stretch=1)
        row.addWidget(self._rule)
        row.addWidget(self.context)
        self._stack.addWidget(whole)
        self._stack.addWidget(EmptyState(self.look, *NOTHING_ASKED))
        self._stack.addWidget(EmptyState(self.look, *NO_PARTNERS))
        outer = QHBoxLayout(self.body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    @override
    def _connect(self) -> None:
        self.workspace.settling.connect(self.card.flush)
        self.tree_pane.chosen.connect(self._on_tree_chosen)
        self.tree_pane.opened.connect(self._on_opened)
        card = self.card
        card.moved.connect(self._on_moved)
        card.chosen.connect(self._on_columns_chosen)
        card.next_wanted.connect(self.go_to_next)
        card.help_wanted.connect(self._on_help)
        card.head.history_wanted.connect(self._on_history)
        card.head.context_wanted.connect(self._on_context)
        card.foot.list_wanted.connect(self._on_list)
        card.rows.stood_on.connect(self.beside.stand_on)
        self.beside.capability_wanted.connect(self._on_capability)
        self.beside.service_wanted.connect(self._on_service)
        self.beside.guide_wanted.connect(self.guide_wanted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self.go_to_next)

    def go_to_next(self) -> None:
        """Go to the next pair without an answer."""
        self.card.flush()
        picture, place = self._picture, self._place
        if picture is None or place is None:
            return
        shown = (picture.single,) if picture.single else picture.assessment.scope
        ids = [o.id for o in shown]
        if not ids:
            return
        found = next_open(picture.gaps, (place.capability, place.organisation or ids[0]), ids)
        if found is not None:
            self.go(found[0], (found[1],))
            self.card.focus_levels()

    def _settled(self, picture: Picture) -> Place | None:
        """The place as far as it still exists: else the first capability without an answer."""
        held = self._place
        if held is None or picture.capability(held.capability) is None:
            first = next((i for i in picture.outline.items if not i.settled), None)
            first = first or next(iter(picture.outline.items), None)
            if first is None:
                return None
            held = Place(first.capability, ())
        asked = [o.id for o in picture.partners(held.capability)]
        kept = tuple(o for o in held.organisations if o in asked)
        return Place(held.capability, kept or tuple(asked[:1]))

    def _show(self) -> None:
        picture, place = self._picture, self._place
        if picture is None:
            return
        if not picture.outline.items or place is None:
            self._stack.setCurrentIndex(1 if picture.assessment.scope else 2)
            return
        self._stack.setCurrentIndex(0)
        self._arrange()
        self.tree_pane.show(picture, place.capability)
        self.card.show_place(picture, place)
        self.beside.show(picture, place)

    def _arrange(self) -> bool:
        """Give the panes the room there is; whether the context came or went."""
        picture, px = self._picture, self.look.px
        if picture is None:
            return False
        several, width = picture.single is None, self.width() * 100 / self.look.text
        room = find_room(width, several=several, listing=self._listing)
        changed = room.context == self.context.isHidden()
        self.tree_pane.setVisible(room.tree)
        self.card.setVisible(room.card)
        self.context.setVisible(room.context)
        self._rule.setVisible(room.context)
        self.tree_pane.setMinimumWidth(px(room.tree_width))
        self.tree_pane.setMaximumWidth(px(room.tree_width) or WIDEST)
        self.context.setFixedWidth(px(CONTEXT_WIDTH))
        self.header.setVisible(room.roomy or not room.card)
        self.card.be_brief(brief=not room.roomy and not several)
        self.card.with_context_link = not room.context
        self.card.foot.show_list("" if room.roomy else progress_words(picture.outline))
        return changed

    def _on_tree_chosen(self, capability: str) -> None:
        if self._listing:
            return
        self.go(CapabilityId(capability))

    def _on_opened(self) -> None:
        chosen = self.tree_pane.capability
        if chosen is not None:
            self.go(chosen)
        self.card.focus_levels()

    def _on_moved(self, what: str) -> None:
        if self._place is None:
            return
        step = -1 if what == Do.BEFORE else 1
        found = neighbour(self.tree_pane.branches, self._place.capability, step)
        if found is not None:
            self.go(found)
            self.card.focus_levels()

    def _on_columns_chosen(self) -> None:
        chosen = self.card.matrix.organisations
        if self._place and chosen and chosen != self._place.organisations:
            self.go(self._place.capability, chosen)

    def _on_capability(self, capability: str) -> None:
        self.go(CapabilityId(capability))
        self.card.focus_levels()

    def _on_list(self) -> None:
        self.card.flush()
        self._listing = True
        if self._arrange():
            self._show()
        self.tree_pane.tree.setFocus()

    def _on_help(self) -> None:
        several = self._picture is not None and self._picture.single is None
        self.asides.show_keys(self.card.foot.more, several=several, letters=self._letter_keys())

    def _on_history(self) -> None:
        if self.card.trail is not None:
            self.asides.show_history(self.card.trail, self.card.head.history)

    def _on_context(self) -> None:
        self.beside.show_meaning(self.card.head.context)

    def _on_service(self, id_: str) -> None:
        self.place_wanted.emit("integration", id_)
