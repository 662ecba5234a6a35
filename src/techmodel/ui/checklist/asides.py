"""Opening the small panes over the card, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from techmodel.ui.checklist.context_pane import ContextView
from techmodel.ui.checklist.head_words import find_tests
from techmodel.ui.checklist.pop_over import PopOver
from techmodel.ui.checklist.pop_overs import (
    case_inside,
    history_inside,
    keys_inside,
    meaning_inside,
)
from techmodel.ui.checklist.wrap_link import WrapLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from techmodel.core.learning import Case, Learning
    from techmodel.ui.checklist.picture import Picture, Place
    from techmodel.ui.checklist.trail import Trail
    from techmodel.ui.look import Look

WIDE = 520
"""Width in CSS pixels."""


class Asides(QObject):
    """The changes of an answer, all keys, a case, and what stands beside the card.

    Signals:
        capability_wanted(str): go to a prerequisite's card.
        service_wanted(str), case_wanted(str), guide_wanted(str): show more of one.

    Attributes:
        open: the pane now open, or None.
    """

    capability_wanted = Signal(str)
    service_wanted = Signal(str)
    case_wanted = Signal(str)
    guide_wanted = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self.open: PopOver | None = None
        self._again: Callable[[], None] | None = None

    @property
    def shows_meaning(self) -> bool:
        """Whether what is open says what a capability means."""
        return self.open is not None and self._again is not None

    def show_history(self, trail: Trail, anchor: QWidget) -> None:
        """Show who changed an answer, when, from what to what."""
        self._open("Changes of this answer", history_inside(trail), anchor, WIDE)

    def show_keys(self, anchor: QWidget, *, several: bool, letters: bool) -> None:
        """Show all keys of the card."""
        self._open("Keys", keys_inside(several=several, letters=letters), anchor, WIDE)

    def show_case(self, case: Case, anchor: QWidget) -> None:
        """Show what was done somewhere and what came of it; then what it was chosen from."""
        again = self._again if self.shows_meaning else None
        pane = self._open(case.title, case_inside(case), anchor, WIDE)
        if again is not None:
            pane.left.connect(lambda: self._go_back(again, case.title))

    def show_meaning(
        self, picture: Picture, place: Place, anchor: QWidget, learning: Learning | None
    ) -> None:
        """Show what a capability means, how to test it, and its context."""
        capability = picture.capability(place.capability)
        if capability is None:
            return
        from techmodel.ui.checklist.context import find_context  # noqa: PLC0415 - starts light

        view = ContextView(self._look, indent=0)
        view.show_context(find_context(picture, capability, learning=learning))
        view.capability_wanted.connect(self._on_capability)
        view.service_wanted.connect(self.service_wanted)
        view.case_wanted.connect(self.case_wanted)
        view.guide_wanted.connect(self.guide_wanted)
        tests = find_tests(picture, place, capability)
        title = f"{capability.id} {capability.name}"
        self._open(title, meaning_inside(capability, tests, view), anchor, WIDE)
        self._again = lambda: self.show_meaning(picture, place, anchor, learning)

    def close_it(self) -> None:
        """Close what is open."""
        if self.open is not None:
            self.open.close_it()

    def _open(self, title: str, inside: QWidget, anchor: QWidget, width: int) -> PopOver:
        self.close_it()
        self._again = None
        self.open = PopOver(self._look, title, inside, self._over)
        self.open.closed.connect(self._on_closed)
        self.open.open_under(anchor, width)
        return self.open

    def _go_back(self, again: Callable[[], None], name: str) -> None:
        """Show what a case was chosen from, the focus on the link to it."""
        again()
        links = self.open.findChildren(WrapLink) if self.open is not None else []
        link = next((link for link in links if link.accessibleName() == name), None)
        if link is not None and self.open is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)
            self.open.area.ensureWidgetVisible(link)

    def _on_capability(self, id_: str) -> None:
        self.close_it()
        self.capability_wanted.emit(id_)

    def _on_closed(self) -> None:
        self.open = None
