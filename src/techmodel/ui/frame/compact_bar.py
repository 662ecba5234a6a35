"""The bar for very large text: places and menus become two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from techmodel.ui.frame.saved import Saved
from techmodel.ui.frame.search import SearchField
from techmodel.ui.look import M, S
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from techmodel.ui.frame.actions import Actions
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

HEIGHT = 32
"""CSS pixels, before the text setting."""


class CompactBar(QFrame):
    """Places, menu, where the work is, search."""

    def __init__(
        self, look: Look, actions: Actions, menus: Sequence[QMenu], workspace: Workspace | None
    ) -> None:
        super().__init__()
        self._look, self._workspace = look, workspace
        self.setProperty("pane", "rail")
        self._places = self._menu_button("Places", actions.places.actions())
        self._menu = self._menu_button("Menu", [menu.menuAction() for menu in menus])
        self.search: SearchField | None = None
        self._find = QPushButton("Search")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(M, S, M, S)
        self._row.setSpacing(S)
        self._row.addWidget(self._places)
        self._row.addWidget(self._menu)
        self._row.addStretch(1)
        if workspace is None:
            self._row.addWidget(words("No assessment open", "small"))
        else:
            self._build(workspace)
        look.changed.connect(self._draw)
        self._draw()

    def show_place(self, word: str, icon: str) -> None:
        """Show where we are."""
        self._place_icon = icon
        self._places.setText(word or "Places")
        self._places.setAccessibleName(f"Places, now {word}" if word else "Places")
        self._draw()

    def open_search(self) -> None:
        """Put the search field in place of the button."""
        if self.search is not None:
            self._find.hide()
            self._saved.hide()
            self.search.show()
            self.search.setFocus()

    def first_focus(self) -> QWidget:
        """The widget F6 goes to."""
        return self._places

    def _build(self, workspace: Workspace) -> None:
        self._saved = Saved(self._look, workspace, "rail.text")
        self.search = SearchField(self._look, lambda: workspace.session.assessment().checklist)
        self.search.hide()
        self.search.left.connect(self._close_search)
        self.search.chosen.connect(self._close_search)
        self._find.setProperty("role", "rail")
        self._find.clicked.connect(self.open_search)
        for widget in (self._saved, self.search, self._find):
            self._row.addWidget(widget)

    def _close_search(self) -> None:
        if self.search is not None:
            self.search.hide()
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
        for button, icon in (
            (self._places, getattr(self, "_place_icon", "menu")),
            (self._menu, "down"),
            (self._find, "search"),
        ):
            button.setIcon(self._look.icon(icon, "rail.text"))
            button.setIconSize(QSize(side, side))
        self.setFixedHeight(self._look.px(HEIGHT) + 2 * S)
