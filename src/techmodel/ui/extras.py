"""The pages that open from menus over the present place: what leads to them, and on from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from techmodel.ui.desk import Desk


class Extras(QObject):
    """Opens pages from the menus, for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        actions = desk.window.actions_
        actions.history.triggered.connect(self.show_history)

    def show_history(self) -> None:
        """Show everything that was changed."""
        shown = self._desk.seen
        if shown is not None:
            self._desk.show_page(self._desk.makers.history(shown), "History")
