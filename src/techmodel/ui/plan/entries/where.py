"""In which view of the plan an entry is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.plan_page import BENEFITS, COSTS, GANTT, RISKS

if TYPE_CHECKING:
    from techmodel.core.plan_parts import PlanBook


def view_of(book: PlanBook, item: str) -> str:
    """The key of the view that shows a thing by its id; projects and all else are in the Gantt."""
    views = {
        COSTS: [c.id for c in book.costs],
        BENEFITS: [b.id for b in book.benefits],
        RISKS: [r.id for r in book.raid],
    }
    return next((key for key, ids in views.items() if item in ids), GANTT)
