"""The bar beside the rail: menus at the left, what belongs to an assessment at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QSizePolicy

from techmodel.ui.look import M, S
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from techmodel.ui.look import Look

HEIGHT = 44
"""CSS pixels."""


class TopBar(QFrame):
    """Menus, and a sentence until `put_right` puts something in its place."""

    def __init__(self, look: Look, menus: Sequence[QMenu], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("pane", "top")
        self._menus = QMenuBar(self)
        self._menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        for menu in menus:
            self._menus.addMenu(menu)
        self._none = words("No assessment open", "small")
        self._wide_only: Sequence[QWidget] = ()
        self._focus: QWidget = self._menus
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(M, 0, M, 0)
        self._row.setSpacing(S)
        self._row.addWidget(self._menus, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.addWidget(self._none)
        look.changed.connect(self._fit)
        self._fit()

    def put_right(
        self, widgets: Sequence[QWidget], wide_only: Sequence[QWidget], focus: QWidget
    ) -> None:
        """Put widgets at the right; those in `wide_only` go when the window is narrow."""
        self._none.hide()
        for widget in widgets:
            self._row.addWidget(widget)
        let_tab_follow(self, widgets)
        self._wide_only, self._focus = wide_only, focus

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out what the menus have as well."""
        for widget in self._wide_only:
            widget.setVisible(not narrow)

    def first_focus(self) -> QWidget:
        """The widget F6 goes to."""
        return self._focus

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(HEIGHT))
