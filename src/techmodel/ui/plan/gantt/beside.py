"""Table and bars, and beside them the details of one project when they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from techmodel.ui.plan.gantt.halves import Halves
from techmodel.ui.plan.project.pane import ProjectPane
from techmodel.ui.widgets.words import rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.ui.look import Look
    from techmodel.ui.plan.working import Worked
    from techmodel.ui.workspace import Workspace

DETAILS, LEAST_BESIDE = 340, 480
"""The width of the details, and the least that table and bars need beside them, in CSS pixels."""
ANY_WIDTH = 16_777_215
"""Qt's own "no limit" for a widget's width."""


class Beside(QWidget):
    """Two panes of which the second opens and shuts; it stands alone where there is no room.

    Attributes:
        halves: table and bars.
        details: of the current project.
    """

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.halves = Halves(look, self)
        self.details = ProjectPane(workspace, self)
        self._rule, self._shown = rule("down"), False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.halves, stretch=1)
        row.addWidget(self._rule)
        row.addWidget(self.details)
        look.changed.connect(self._fit)
        self._fit()

    def stops(self) -> list[QWidget]:
        """What can have the focus, in reading order."""
        halves = self.halves
        first = (*halves.filters.stops(), halves.tree, halves.chart, halves.limit)
        return [*first, *self.details.stops()]

    def open(self) -> None:
        """Show the details."""
        self._shown = True
        self._fit()

    def shut(self) -> None:
        """Hide the details."""
        self._shown = False
        self._fit()

    def show_current(self, worked: Worked, owners: Sequence[str]) -> None:
        """Show in the details the project that is current in the table."""
        line = self.halves.tree.current()
        if self._shown and line is not None and line.id is not None:
            self.details.show_project(line.id, worked, owners)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the details their width, or all of it."""
        px = self._look.px
        alone = self._shown and self.width() < px(DETAILS + LEAST_BESIDE)
        self.details.setVisible(self._shown)
        self._rule.setVisible(self._shown and not alone)
        self.halves.setVisible(not alone)
        self.details.setMinimumWidth(0 if alone else px(DETAILS))
        self.details.setMaximumWidth(ANY_WIDTH if alone else px(DETAILS))
