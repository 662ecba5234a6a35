"""The heads of the plan's table: the order of projects, and which columns there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu

from techmodel.ui.plan.gantt.choosing import By, Order
from techmodel.ui.plan.gantt.tree_model import (
    COUNT,
    ID,
    LEVEL,
    NAME,
    OWNER,
    SLACK,
    START,
    WEEKS,
)
from techmodel.wording import gantt as wording

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from techmodel.ui.look import Look
    from techmodel.ui.plan.gantt.tree import ProjectTree

WIDTHS = {COUNT: 46, ID: 56, LEVEL: 52, OWNER: 96, START: 78, WEEKS: 52, SLACK: 100}
NAME_LEAST = 214
"""Widths of columns in CSS pixels; the name takes what is left."""
FIRST_OUT = (LEVEL, OWNER, WEEKS, ID)
"""The columns that go, one after the other, where there is no room for all."""
OPTIONAL = (ID, LEVEL, OWNER, START, WEEKS, SLACK)
"""The columns that a person may leave out."""
ORDERS = {
    ID: By.ID,
    NAME: By.NAME,
    OWNER: By.OWNER,
    START: By.START,
    WEEKS: By.WEEKS,
    SLACK: By.SLACK,
}
"""The columns that projects can be put in order by."""


class Heads(QObject):
    """Sorts by a click, lets columns be left out, and leaves out those there is no room for.

    Signals:
        sorted_(): another order is chosen.

    Attributes:
        order: what projects are put in order by, None for the plan's own order.
    """

    sorted_ = Signal()
    order: Order | None = None

    def __init__(self, look: Look, tree: ProjectTree) -> None:
        super().__init__(tree)
        self._look, self._tree, self._bar = look, tree, tree.header()
        self._left_out: set[int] = set()
        self._bar.setSectionsClickable(True)
        self._bar.sectionClicked.connect(self._on_head)
        self._bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._bar.customContextMenuRequested.connect(self._on_heads_menu)

    def fit(self) -> None:
        """Hide the columns there is no room for, and give the name what is left."""
        px, room = self._look.px, self._tree.viewport().width()
        shown = {c: w for c, w in WIDTHS.items() if c not in self._left_out}
        for column in FIRST_OUT:
            if sum(shown.values()) + NAME_LEAST > room / px(100) * 100:
                shown.pop(column, None)
        heads = self._bar
        for column, width in WIDTHS.items():
            self._tree.setColumnHidden(column, column not in shown)
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            heads.resizeSection(column, px(width))
        heads.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Fixed)
        heads.resizeSection(NAME, max(px(60), room - sum(map(px, shown.values()))))

    def _on_head(self, column: int) -> None:
        """Put projects in order by a column: upwards, downwards, then as the plan has them."""
        by = ORDERS.get(column)
        if by is None:
            return
        before = self.order if self.order and self.order.by is by else None
        self.order = None if before and before.down else Order(by, before is not None)
        self._bar.setSortIndicatorShown(self.order is not None)
        ways = Qt.SortOrder
        way = ways.DescendingOrder if before else ways.AscendingOrder
        self._bar.setSortIndicator(column, way)
        self._tree.said.emit(
            wording.ordered_words(wording.HEADS[column], self.order and self.order.down)
        )
        self.sorted_.emit()

    def menu(self) -> QMenu:
        """Columns to be chosen; the name always stays."""
        menu = QMenu(self._tree)
        for column in OPTIONAL:
            action = menu.addAction(wording.HEADS[column])
            action.setCheckable(True)
            action.setChecked(column not in self._left_out)
            action.setData(column)
        menu.triggered.connect(self._on_column_chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _on_heads_menu(self, where: QPoint) -> None:
        self.menu().popup(self._bar.mapToGlobal(where))

    def _on_column_chosen(self, action: QAction) -> None:
        self._left_out ^= {action.data()}
        self.fit()
