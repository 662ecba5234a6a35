"""The fixtures of the Gantt, for the details beside it."""

from tests.ui.plan.gantt.conftest import (
    by_name,
    choose,
    page,
    planned,
    show,
    view,
    worked,
)

__all__ = ["by_name", "choose", "page", "planned", "show", "view", "worked"]
