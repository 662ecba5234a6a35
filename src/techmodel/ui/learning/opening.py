"""Shows guides over the present place, from the menu and from a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from techmodel.ui.desk import Desk
    from techmodel.ui.learning.page import GuidePage


class Guides(QObject):
    """The page of guides, for the desk; it works with an assessment open and without."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: GuidePage | None = None

    def show(self, domain: str = "") -> None:
        """Show the guide to a domain (id), or the page as it was left."""
        frame = self._desk.window.frame
        if self._page is not None and frame.page is self._page:
            self._page.choose(domain or self._page.domain)
        elif frame.may_leave():
            self._page = self._desk.makers.guides()
            self._page.choose(domain)
            self._desk.stage.show_page(self._page, self._page.name)
