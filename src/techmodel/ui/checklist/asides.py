"""Opening the small panes over the card, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from techmodel.ui.checklist.context_pane import ContextView
from techmodel.ui.checklist.head_words import find_tests
from techmodel.ui.checklist.pop_over import PopOver
from techmodel.ui.checklist.pop_overs import (
    history_inside,
    keys_inside,
    meaning_inside,
    service_inside,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.checklist.picture import Picture, Place
    from techmodel.ui.checklist.trail import Trail
    from techmodel.ui.look import Look

WIDE, NARROW = 520, 420
"""Widths in CSS pixels."""


class Asides(QObject):
    """The changes of an answer, all keys, a service, and what stands beside the card.

    Signals:
        capability_wanted(str): go to a prerequisite's card.

    Attributes:
        open: the pane now open, or None.
    """

    capability_wanted = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self._picture: Picture | None = None
        self.open: PopOver | None = None

    def show_history(self, trail: Trail, anchor: QWidget) -> None:
        """Show who changed an answer, when, from what to what."""
        self._open("Changes of this answer", history_inside(trail), anchor, WIDE)

    def show_keys(self, anchor: QWidget, *, several: bool, letters: bool) -> None:
        """Show all keys of the card."""
        self._open("Keys", keys_inside(several=several, letters=letters), anchor, WIDE)

    def show_service(self, picture: Picture, id_: str, anchor: QWidget) -> None:
        """Show what is known of a service."""
        from techmodel.ui.checklist.context import service_of  # noqa: PLC0415 - starts light

        service = service_of(picture, id_)
        if service is not None:
            inside = service_inside(service, picture.today)
            self._open(service.name, inside, anchor, NARROW)

    def show_meaning(self, picture: Picture, place: Place, anchor: QWidget) -> None:
        """Show what a capability means, how to test it, and its context."""
        capability = picture.capability(place.capability)
        if capability is None:
            return
        from techmodel.ui.checklist.context import find_context  # noqa: PLC0415 - starts light

        view = ContextView(self._look, indent=0)
        view.show_context(find_context(picture, capability))
        view.capability_wanted.connect(self._on_capability)
        view.service_wanted.connect(self._on_service)
        self._picture = picture
        tests = find_tests(picture, place, capability)
        title = f"{capability.id} {capability.name}"
        self._open(title, meaning_inside(capability, tests, view), anchor, WIDE)

    def close_it(self) -> None:
        """Close what is open."""
        if self.open is not None:
            self.open.close_it()

    def _open(self, title: str, inside: QWidget, anchor: QWidget, width: int) -> None:
        self.close_it()
        self.open = PopOver(self._look, title, inside, self._over)
        self.open.closed.connect(self._on_closed)
        self.open.open_under(anchor, width)

    def _on_capability(self, id_: str) -> None:
        self.close_it()
        self.capability_wanted.emit(id_)

    def _on_service(self, id_: str) -> None:
        if self._picture is not None:
            self.show_service(self._picture, id_, self._over)

    def _on_closed(self) -> None:
        self.open = None
