"""Which organisation every screen shows: the list in the top bar, and the same as a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy
from typing_extensions import override

from techmodel.session.touched import Touched
from techmodel.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace


class Showing(ChoiceBox):
    """All organisations together, or one of them."""

    def __init__(self, look: Look, workspace: Workspace) -> None:
        super().__init__()
        self._look, self._workspace = look, workspace
        self.setProperty("scale", "toolbar")
        self.setAccessibleName("Showing")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        workspace.touched.connect(self._on_touched)
        workspace.showing_changed.connect(self._fill)
        look.changed.connect(self._fill)
        self.activated.connect(self._on_activated)
        self._fill()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(224), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(150), super().minimumSizeHint().height())

    def _fill(self) -> None:
        self.clear()
        icon = self._look.icon("filter")
        for id_, name in choices(self._workspace):
            self.addItem(icon, name, id_ or "")
            self.setItemData(self.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(max(0, self.findData(self._workspace.showing or "")))
        self.setEnabled(self.count() > 1)

    def _on_touched(self, touched: Touched) -> None:
        if touched & (Touched.ORGANISATIONS | Touched.CHECKLIST):
            self._fill()

    def _on_activated(self, row: int) -> None:
        self._workspace.show_only(self.itemData(row) or None)


def choices(workspace: Workspace) -> list[tuple[OrganisationId | None, str]]:
    """What can be shown, all together first; a single organisation is all there is."""
    scope = workspace.session.assessment().scope
    if len(scope) == 1:
        return [(None, scope[0].name)]
    return [(None, f"All {len(scope)} organisations"), *((o.id, o.name) for o in scope)]


def fill_menu(menu: QMenu, workspace: Workspace) -> None:
    """Fill the menu "Showing" with the same choices, the present one checked."""
    menu.clear()
    group = QActionGroup(menu)
    for id_, name in choices(workspace):
        action = QAction(name.replace("&", "&&"), group)
        action.setCheckable(True)
        action.setChecked(id_ == workspace.showing)
        action.setData(id_ or "")
        menu.addAction(action)
