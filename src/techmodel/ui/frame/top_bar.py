"""The bar at the top: menus, organisation filter, search, undo and redo, where the work is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from techmodel.ui.frame.saved import Saved
from techmodel.ui.frame.search import SearchField
from techmodel.ui.frame.showing import Showing
from techmodel.ui.look import M, S
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from techmodel.ui.frame.actions import Actions
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

HEIGHT = 44
"""CSS pixels."""


class TopBar(QFrame):
    """The bar beside the rail; without a workspace it only has the menus and says so.

    Attributes:
        search: the search field, or None without a workspace.
    """

    def __init__(
        self, look: Look, actions: Actions, menus: Sequence[QMenu], workspace: Workspace | None
    ) -> None:
        super().__init__()
        self._look, self._actions = look, actions
        self.setProperty("pane", "top")
        self._menus = QMenuBar(self)
        self._menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for menu in menus:
            self._menus.addMenu(menu)
        self.search: SearchField | None = None
        self._wide_only: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(M, 0, M, 0)
        self._row.setSpacing(S)
        self._row.addWidget(self._menus, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        if workspace is None:
            self._row.addWidget(words("No assessment open", "small"))
        else:
            self._build(workspace)
        look.changed.connect(self._fit)
        self._fit()

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out what the menus have as well."""
        for widget in self._wide_only:
            widget.setVisible(not narrow)

    def first_focus(self) -> QWidget:
        """The widget F6 goes to."""
        return self.search if self.search is not None else self._menus

    def _build(self, workspace: Workspace) -> None:
        label = words("Showing", "small")
        self.search = SearchField(self._look, lambda: workspace.session.assessment().checklist)
        undo = _ActionButton(self._look, self._actions.undo, "Undo", "undo")
        redo = _ActionButton(self._look, self._actions.redo, "Redo", "redo")
        self._wide_only = [label, undo, redo]
        self._row.addWidget(label)
        self._row.addWidget(Showing(self._look, workspace))
        self._row.addWidget(self.search)
        self._row.addWidget(undo)
        self._row.addWidget(redo)
        self._row.addWidget(Saved(self._look, workspace))

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(HEIGHT))


class _ActionButton(QPushButton):
    """A quiet button that does what an action does, under a short word."""

    def __init__(self, look: Look, action: QAction, word: str, icon: str) -> None:
        super().__init__(word)
        self._look, self._action, self._icon = look, action, icon
        self.setProperty("role", "quiet")
        self.setProperty("scale", "toolbar")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._show)
        look.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setIcon(self._look.icon(self._icon))
        told = self._action.text().replace("&", "")
        self.setToolTip(told)
        self.setAccessibleName(told)
