"""The pages that open from menus over the present place: what leads to them, and on from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.session.merging import Other
    from techmodel.ui.desk import Desk


class Extras(QObject):
    """Opens pages from the menus, for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ways: dict[str, Callable[[], object]] = {
            "save_copy": desk.copies.save,
            "history": self._show_history,
        }

    def open(self, key: str) -> None:
        """Do what an action of the menus leads to, by its key."""
        self._ways[key]()

    def _show_history(self) -> None:
        shown = self._desk.seen
        if shown is not None:
            self._desk.show_page(self._desk.makers.history(shown), "History")

    def merge(self, other: Other) -> None:
        """Show how another file differs, to be merged."""
