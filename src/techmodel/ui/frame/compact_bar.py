"""The bar for very large text: places and menus become two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton

from techmodel.ui.look import M, S
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.frame.actions import Actions
    from techmodel.ui.frame.search import SearchField
    from techmodel.ui.look import Look

HEIGHT = 32
"""CSS pixels, before the text setting."""


class CompactBar(QFrame):
    """Places, menu, and a sentence until `put_right` puts something in its place."""

    def __init__(
        self, look: Look, actions: Actions, menus: Sequence[QMenu], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("pane", "rail")
        self._icon = "menu"
        self._saved: QWidget = words("No assessment open", "small")
        self._search: SearchField | None = None
        self._find = QPushButton("Search")
        self._find.setProperty("role", "rail")
        self._find.clicked.connect(self.open_search)
        self._find.hide()
        self._places = self._menu_button("Places", actions.places.actions())
        self._menu = self._menu_button("Menu", [menu.menuAction() for menu in menus])
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(M, S, M, S)
        self._row.setSpacing(S)
        self._row.addWidget(self._places)
        self._row.addWidget(self._menu)
        self._row.addStretch(1)
        self._row.addWidget(self._saved)
        self._row.addWidget(self._find)
        look.changed.connect(self._draw)
        self._draw()

    def put_right(self, saved: QWidget, search: SearchField) -> None:
        """Put where the work is, and a search field behind a button, at the right."""
        self._saved.hide()
        self._saved, self._search = saved, search
        search.hide()
        search.left.connect(self._close_search)
        search.chosen.connect(self._close_search)
        place = self._row.indexOf(self._find)
        self._row.insertWidget(place, search)
        self._row.insertWidget(place, saved)
        let_tab_follow(self._menu, [search, self._find])
        self._find.show()

    def show_place(self, word: str, icon: str) -> None:
        """Show where we are; a search is over then."""
        self._close_search()
        self._icon = icon
        self._places.setText(word)
        self._places.setAccessibleName(f"Places, now {word}")
        self._draw()

    def open_search(self) -> None:
        """Put the search field in place of the button."""
        if self._search is not None:
            self._find.hide()
            self._saved.hide()
            self._search.show()
            self._search.begin()

    def first_focus(self) -> QWidget:
        """The widget F6 goes to."""
        return self._places

    def _close_search(self) -> None:
        if self._search is not None:
            self._search.put_away()
            self._search.hide()
            self._saved.show()
            self._find.show()

    def _menu_button(self, word: str, actions: Sequence[QAction]) -> QPushButton:
        button = QPushButton(word)
        button.setProperty("role", "rail")
        menu = QMenu(button)
        menu.addActions(list(actions))
        button.setMenu(menu)
        return button

    def _draw(self) -> None:
        side = self._look.px(20)
        pictures = ((self._places, self._icon), (self._menu, "down"), (self._find, "search"))
        for button, icon in pictures:
            button.setIcon(self._look.icon(icon, "rail.text"))
            button.setIconSize(QSize(side, side))
        self.setFixedHeight(self._look.px(HEIGHT) + 2 * S)
