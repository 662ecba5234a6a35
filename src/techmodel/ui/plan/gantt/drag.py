"""A bar that is dragged: the working day on which it would begin."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from techmodel.core.plan_parts import Status
from techmodel.ui.plan.gantt.lines import Kind
from techmodel.wording.numbers import british_date

if TYPE_CHECKING:
    from techmodel.core.working_days import WorkingDays
    from techmodel.ui.plan.gantt.lines import Line

LEAST = 4
"""Pixels from which on a press is a drag."""


def can_drag(line: Line) -> bool:
    """Whether the start of a line can be moved: projects that are counted and not yet begun."""
    held = line.kind is Kind.PROJECT and line.start is not None and line.counted
    return held and line.status is Status.NOT_STARTED


class Drag:
    """The bar of a line, held at a pixel.

    Attributes:
        line: what is dragged.
        day: where it would begin; None until it has been moved.
    """

    def __init__(self, line: Line, x: float) -> None:
        self.line, self._x = line, x
        self.day: date | None = line.start

    def move(self, x: float, per_day: float, days: WorkingDays) -> None:
        """Move to another pixel."""
        if self.line.start is None or abs(x - self._x) < LEAST:
            self.day = self.line.start
            return
        by = timedelta(days=round((x - self._x) / per_day))
        self.day = days.on_or_after(self.line.start + by)

    @property
    def words(self) -> str:
        """Where it would begin, in words."""
        return f"{self.line.id} from {british_date(self.day)}" if self.day else ""
