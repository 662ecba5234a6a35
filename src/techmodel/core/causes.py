"""Why work does not begin earlier: other work, or a limit of the capacity (design.md 4.7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.limits import Limits
from techmodel.core.plan import capacity_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import PlanBook, ProjectId
    from techmodel.core.schedule import Task


@dataclass(frozen=True, slots=True)
class Held:
    """A task that could begin before it does, if a limit were higher.

    Attributes:
        task: its id.
        ready, start: when it could begin and when it does, in working days from the plan's start.
        limits: what was full on the day before it begins: `limits.OVERALL`, roles, partners.
    """

    task: str
    ready: int
    start: int
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a project does not begin earlier; with neither, its own date or the plan's begins it.

    Attributes:
        projects: whose end lets it begin.
        limits: what was full until it begins: `limits.OVERALL`, roles, partners.
    """

    projects: tuple[ProjectId, ...] = ()
    limits: tuple[str, ...] = ()


def find_held(plan: Plan, book: PlanBook) -> Mapping[str, Held]:
    """The tasks of a plan that a limit holds up, by their ids, in the order of the plan."""
    limits = Limits(plan.work, plan.placed, capacity_of(book))
    found = {}
    for task in plan.work.tasks:
        ready, start = _ready(plan, task), plan.placed.placed[task.id].start
        if start > ready:
            found[task.id] = Held(task.id, ready, start, limits.full(task, start - 1))
    return found


def limits_that_bite(held: Iterable[Held]) -> tuple[str, ...]:
    """The limits that hold work up, first the one that does so for the most days."""
    days: dict[str, int] = {}
    for task in held:
        for limit in task.limits:
            days[limit] = days.get(limit, 0) + task.start - task.ready
    return tuple(sorted(days, key=lambda limit: (-days[limit], limit)))


def find_cause(plan: Plan, book: PlanBook, project: ProjectId) -> Cause:
    """Why the first work of a project does not begin earlier."""
    ids = plan.work.of_project.get(project, ())
    if not ids:
        return Cause()
    placed = plan.placed.placed
    first = min(ids, key=lambda id_: placed[id_].start)
    held = find_held(plan, book).get(first)
    if held:
        return Cause(limits=held.limits)
    tasks = {task.id: task for task in plan.work.tasks}
    start = placed[first].start
    if start == tasks[first].not_before:
        return Cause()
    ends = [a for a in tasks[first].after if a in placed and placed[a].end == start]
    owner = {id_: p for p, inside in plan.work.of_project.items() for id_ in inside}
    return Cause(projects=tuple(dict.fromkeys(_owners(ends, tasks, owner))))


def _owners(
    ids: Iterable[str], tasks: Mapping[str, Task], owner: Mapping[str, ProjectId]
) -> Iterator[ProjectId]:
    """The projects of tasks; of a waiting time, those before it."""
    for id_ in ids:
        for part in (id_,) if id_ in owner else tasks[id_].after:
            yield owner[part]


def _ready(plan: Plan, task: Task) -> int:
    """When a task could begin by what it waits for and by its own date."""
    placed = plan.placed.placed
    return max([task.not_before, *(placed[a].end for a in task.after if a in placed)])
