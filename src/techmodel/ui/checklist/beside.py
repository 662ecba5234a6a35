"""Keeps what stands beside the card in step with the level in focus and what has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from techmodel.ui.checklist.learnt import Learnt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.checklist.asides import Asides
    from techmodel.ui.checklist.context_pane import ContextPane
    from techmodel.ui.checklist.level_row import LevelRow
    from techmodel.ui.checklist.picture import Picture, Place
    from techmodel.ui.workspace import Workspace


class Beside(QObject):
    """The context of the card, in its pane or in a small pane over the card.

    Signals:
        capability_wanted(str): go to a prerequisite's card.
        service_wanted(str): show a service in its place.
        guide_wanted(str): show the guide to a domain.

    Attributes:
        learnt: what others did.
    """

    capability_wanted = Signal(str)
    service_wanted = Signal(str)
    guide_wanted = Signal(str)

    def __init__(self, workspace: Workspace, pane: ContextPane, asides: Asides) -> None:
        super().__init__(pane)
        self._pane, self._asides = pane, asides
        self._shown: tuple[Picture, Place] | None = None
        self._level: int | None = None
        self._anchor: QWidget | None = None
        self.learnt = Learnt(workspace, self)
        self.learnt.ready.connect(self._on_ready)
        for part in (pane.view, asides):
            part.capability_wanted.connect(self.capability_wanted)
            part.service_wanted.connect(self._on_service)
            part.case_wanted.connect(self._on_case)
            part.guide_wanted.connect(self.guide_wanted)

    def show(self, picture: Picture, place: Place) -> None:
        """Show the context of a capability as it is now; no other level is in focus."""
        self._shown, self._level = (picture, place), None
        self._show()
        self.learnt.begin()

    def stand_on(self, row: LevelRow) -> None:
        """Show what proves the level that is now in focus."""
        self._level = int(row.line.key) if row.line.key.isdecimal() else None
        self._show()

    def show_meaning(self, anchor: QWidget) -> None:
        """Show what the capability means, and its context, over the card."""
        if self._shown is not None:
            self._anchor = anchor
            self._asides.show_meaning(*self._shown, anchor, self.learnt.learning)

    def _show(self) -> None:
        if self._pane.isHidden() or self._shown is None:
            return
        from techmodel.ui.checklist.context import find_context  # noqa: PLC0415 - starts light

        picture, place = self._shown
        capability = picture.capability(place.capability)
        if capability is not None:
            found = find_context(picture, capability, self._level, self.learnt.learning)
            self._pane.view.show_context(found)

    def _on_ready(self) -> None:
        """Show what others did, in what is open, too."""
        self._show()
        if self._anchor is not None and self._asides.shows_meaning:
            self.show_meaning(self._anchor)

    def _on_service(self, id_: str) -> None:
        self._asides.close_it()
        self.service_wanted.emit(id_)

    def _on_case(self, id_: str) -> None:
        case = self.learnt.case(id_)
        if case is not None:
            self._asides.show_case(case, self._pane)
