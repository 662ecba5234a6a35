"""The views of the plan and how each is made; a view that lands is added here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.ui.plan.gantt.view import GanttView
from techmodel.wording import plan_page as wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

    Maker = Callable[[Workspace, Look, QWidget], QWidget]

MAKERS: dict[str, Maker] = {
    wording.GANTT: GanttView,
}
"""What makes a view, by its key, in the order of the switch."""
