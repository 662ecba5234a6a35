"""The switch between the views of the plan: words side by side, or one button with a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from techmodel.ui.widgets.buttons import Segmented
from techmodel.wording.plan_page import SHOW, VIEW_WORDS, view_name

if TYPE_CHECKING:
    from collections.abc import Sequence


class Switch(QWidget):
    """Which view is shown.

    Signals:
        chosen(str): the key of a view.
    """

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Segmented([(k, VIEW_WORDS[k]) for k in keys], SHOW, self)
        self._button = QPushButton(self)
        self._menu = QMenu(self)
        self._actions = QActionGroup(self)
        self._fill(keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._words.chosen.connect(self._on_chosen)
        self._actions.triggered.connect(self._on_action)
        self.fold(folded=False)
        self.choose(keys[0])

    @property
    def key(self) -> str:
        """The key of the view that holds."""
        return self._words.key

    def choose(self, key: str) -> None:
        """Let a view hold without saying so."""
        self._words.choose(key)
        self._button.setText(view_name(key))
        self._button.setAccessibleName(view_name(key))
        for action in self._actions.actions():
            action.setChecked(action.data() == key)

    def fold(self, *, folded: bool) -> None:
        """Show one button with a menu, or all words."""
        self._words.setVisible(not folded)
        self._button.setVisible(folded)

    def first(self) -> QWidget:
        """What of it can have the focus now."""
        return self._button if self._button.isVisible() else self._words.button(self.key)

    def words_width(self) -> int:
        """The pixels that all words side by side take."""
        return self._words.sizeHint().width()

    def _fill(self, keys: Sequence[str]) -> None:
        for key in keys:
            action = QAction(VIEW_WORDS[key], self._actions)
            action.setCheckable(True)
            action.setData(key)
            self._menu.addAction(action)
        self._button.setMenu(self._menu)

    def _on_chosen(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _on_action(self, action: QAction) -> None:
        self._on_chosen(action.data())
