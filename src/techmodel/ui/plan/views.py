"""The views of the plan and how each is made; a view that lands is added here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.ui.plan.benefits.view import BenefitsView
from techmodel.ui.plan.costs.view import CostsView
from techmodel.ui.plan.effort.view import EffortView
from techmodel.ui.plan.gantt.view import GanttView
from techmodel.ui.plan.owners.view import OwnersView
from techmodel.ui.plan.risks.view import RisksView
from techmodel.ui.plan.roadmap.view import RoadmapView
from techmodel.wording import plan_page as wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

    Maker = Callable[[Workspace, Look, QWidget], QWidget]

MAKERS: dict[str, Maker] = {
    wording.GANTT: GanttView,
    wording.ROADMAP: RoadmapView,
    wording.EFFORT: EffortView,
    wording.COSTS: CostsView,
    wording.BENEFITS: BenefitsView,
    wording.RISKS: RisksView,
    wording.OWNERS: OwnersView,
}
"""What makes a view, by its key, in the order of the switch."""
