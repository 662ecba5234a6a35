"""Table and Gantt: every project with its bar, and what is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from techmodel.ui.widgets.words import words
from techmodel.wording.plan import plan_headline

if TYPE_CHECKING:
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace


class GanttView(QWidget):
    """The projects of the plan.

    Signals:
        said(str): a sentence for the status line and for screen readers.
        place_wanted(str, str): another place should be shown, by its key, and one thing in it.
        failed(str): a refusal's sentence that no verb of the workspace said.
    """

    said = Signal(str)
    place_wanted = Signal(str, str)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self._label = words(wrap=True)
        QVBoxLayout(self).addWidget(self._label)

    def refresh(self, touched: Touched | None = None) -> None:
        """Look again."""
        plan = self._workspace.session.plan
        self._label.setText(plan_headline(plan.plan(), plan.book().terms, plan.today()))

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        self._label.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between."""
        return (self._label,)
