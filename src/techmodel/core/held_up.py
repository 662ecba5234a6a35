"""Why a project begins later than was asked (design.md 4.7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.limits import OVERALL, Limits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from techmodel.core.plan import PlannedProject
    from techmodel.core.plan_parts import ProjectId
    from techmodel.core.plan_tasks import Work
    from techmodel.core.schedule import Capacity, Schedule, Task
    from techmodel.core.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class HeldUp:
    """A project that begins later than the day before which it was not to begin.

    That day is a lower bound, so the plan breaks nothing; a person may still want to know why.

    Attributes:
        project: which.
        wanted: the day that was asked for.
        got: its first day in the plan.
        after: the projects that end later than that day and that it waits for.
        capacity: how many steps may be in work at once, where that many are until it begins.
        roles: the roles and organisations that are busy until it begins, with their limits.
    """

    project: ProjectId
    wanted: date
    got: date
    after: tuple[ProjectId, ...] = ()
    capacity: int | None = None
    roles: tuple[tuple[str, int], ...] = ()


class Delays:
    """Tells why projects of a plan begin later than asked.

    Args:
        work: the tasks of the plan.
        placed: when they run.
        days: the calendar.
        capacity: the limits under which they run.
    """

    def __init__(
        self, work: Work, placed: Schedule, days: WorkingDays, capacity: Capacity
    ) -> None:
        self._work, self._runs = work, placed.placed
        self._days, self._limits = days, Limits(work, placed, capacity)
        self._tasks: Mapping[str, Task] = {t.id: t for t in work.tasks}
        self._owner = {i: p for p, ids in work.of_project.items() for i in ids}

    def find(self, planned: PlannedProject) -> HeldUp | None:
        """Why a project begins later than asked; None where it does not."""
        id_, wanted = planned.project.id, planned.project.pins.start
        if wanted is None or planned.start is None:
            return None
        if planned.start <= self._days.on_or_after(wanted):
            return None
        first = min(self._work.of_project[id_], key=lambda i: self._runs[i].start)
        task, asked = self._tasks[first], self._days.number(wanted)
        late = [a for a in task.after if a in self._runs and self._runs[a].end > asked]
        after = dict.fromkeys(self._project_of(a) for a in late)
        ready = max([asked, *(self._runs[a].end for a in late)])
        begin = self._runs[first].start
        full = self._limits.full(task, begin - 1) if begin > ready else ()
        most = {limit: self._limits.most(limit) for limit in full}
        overall = most.pop(OVERALL, None)
        return HeldUp(id_, wanted, planned.start, tuple(after), overall, tuple(most.items()))

    def _project_of(self, task: str) -> ProjectId:
        """Whose a task is; a waiting time is of the project after which it runs."""
        return self._owner.get(task) or self._owner[self._tasks[task].after[0]]
