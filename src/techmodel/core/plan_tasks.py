"""The tasks behind a plan: every open step and own project, with what it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import ProjectId, Status, StepId
from techmodel.core.plan_steps import StepOf, content_of, level_now, parse_step, waits_of
from techmodel.core.schedule import Task

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps
    from techmodel.core.plan_parts import PlanBook, Project
    from techmodel.core.working_days import WorkingDays

DAYS_A_WEEK = 5
"""Working days in a week of effort."""


@dataclass(frozen=True, slots=True)
class Work:
    """The tasks of a plan, and how they belong together.

    Attributes:
        tasks: in the order in which they may begin.
        steps: the steps among them, by task id.
        of_project: the tasks of each scheduled project.
        weeks: how long each of them takes, as a range.
        waits: the steps each step waits for.
        before: the projects each project waits for.
        unplanned: (step, what it would wait for) where nobody plans the latter.
    """

    tasks: tuple[Task, ...]
    steps: Mapping[str, StepOf]
    of_project: Mapping[ProjectId, tuple[str, ...]]
    weeks: Mapping[str, Weeks]
    waits: Mapping[str, tuple[StepId, ...]]
    before: Mapping[ProjectId, tuple[ProjectId, ...]]
    unplanned: tuple[tuple[StepId, StepId], ...]


def is_counted(project: Project, book: PlanBook) -> bool:
    """Whether a project is worked on in the plan: not done, not dropped, not switched off."""
    return project.status not in {Status.DONE, Status.DROPPED} and project.id not in book.terms.off


def find_work(assessment: Assessment, gaps: Gaps, book: PlanBook, days: WorkingDays) -> Work:
    """The tasks of everything that is counted."""
    return _Finder(assessment, gaps, book, days).find()


class _Finder:
    """Gathers the tasks of a plan."""

    def __init__(
        self, assessment: Assessment, gaps: Gaps, book: PlanBook, days: WorkingDays
    ) -> None:
        self._assessment, self._gaps, self._book, self._days = assessment, gaps, book, days
        self._steps: dict[str, StepOf] = {}
        self._of_project: dict[ProjectId, tuple[str, ...]] = {}
        self._weeks: dict[str, Weeks] = {}
        self._waits: dict[str, tuple[StepId, ...]] = {}
        self._unplanned: list[tuple[StepId, StepId]] = []

    def find(self) -> Work:
        """All of it."""
        counted = [p for p in self._book.projects if is_counted(p, self._book)]
        for project in counted:
            self._of_project[project.id] = self._tasks_of(project)
        for id_, step in self._steps.items():
            self._wait(StepId(id_), step)
        extra, after = self._links()
        tasks = [
            self._task(project, id_, days, after.get(project.id, ()))
            for project in counted
            for id_, days in self._lengths(project)
        ]
        return Work(
            (*tasks, *extra),
            self._steps,
            self._of_project,
            self._weeks,
            self._waits,
            self._before(),
            tuple(self._unplanned),
        )

    def _tasks_of(self, project: Project) -> tuple[str, ...]:
        """The open steps of a project, or the project itself when it is an own one."""
        if not project.steps:
            self._weeks[project.id] = project.weeks or Weeks()
            return (project.id,) if project.weeks else ()
        found: list[str] = []
        for id_ in project.steps:
            step = parse_step(id_)
            content, now = content_of(self._assessment, step), level_now(self._gaps, step)
            if content is None or now is None or step.level <= now or id_ in self._steps:
                continue
            self._steps[id_] = step
            self._weeks[id_] = content.weeks
            found.append(id_)
        if project.weeks and found:
            self._share_out(found, project.weeks)
        return tuple(found)

    def _share_out(self, ids: Sequence[str], weeks: Weeks) -> None:
        """Spread a duration set by hand over steps, in the measure of their likely weeks."""
        whole = sum(self._weeks[id_].likely for id_ in ids) or len(ids)
        done, used = 0, Weeks()
        for id_ in ids:
            done += self._weeks[id_].likely or 1
            upto = Weeks(*(round(n * min(done, whole) / whole) for n in _parts(weeks)))
            self._weeks[id_] = Weeks(
                *(a - b for a, b in zip(_parts(upto), _parts(used), strict=True))
            )
            used = upto

    def _wait(self, id_: StepId, step: StepOf) -> None:
        planned: list[StepId] = []
        for other, is_planned in waits_of(self._assessment, self._gaps, step, self._steps):
            if is_planned:
                planned.append(other)
            elif not self._is_done(other):
                self._unplanned.append((id_, other))
        self._waits[id_] = tuple(planned)

    def _is_done(self, id_: StepId) -> bool:
        """Whether a finished project has taken a step whose answers do not say so yet."""
        return any(p.status is Status.DONE and id_ in p.steps for p in self._book.projects)

    def _lengths(self, project: Project) -> list[tuple[str, int]]:
        """The tasks of a project with their working days; of one under way, what is left."""
        ids = self._of_project[project.id]
        days = [self._weeks[id_].likely * DAYS_A_WEEK for id_ in ids]
        done = sum(days) * project.percent // 100 if project.status is Status.UNDER_WAY else 0
        left = []
        for length in days:
            less = min(length, done)
            left.append(length - less)
            done -= less
        return [*zip(ids, left, strict=True)]

    def _task(self, project: Project, id_: str, days: int, after: Sequence[str]) -> Task:
        pins = project.pins
        step = self._steps.get(id_)
        content = content_of(self._assessment, step) if step else None
        return Task(
            id_,
            days,
            (*self._waits.get(id_, ()), *after),
            tuple(content.action.roles) if content and content.action else (),
            self._days.number(pins.start) if pins.start else 0,
            self._days.last_by(pins.finish_by) if pins.finish_by else None,
        )

    def _links(self) -> tuple[list[Task], dict[ProjectId, tuple[str, ...]]]:
        """Waiting times between projects as tasks, and what each project waits for by hand."""
        extra: dict[str, Task] = {}
        after: dict[ProjectId, tuple[str, ...]] = {}
        for link in self._book.links:
            before = self._of_project.get(link.after)
            if not before or not self._of_project.get(link.project):
                continue
            if len(before) > 1 or link.lag:
                end = Task(f"{link.after} + {link.lag}", link.lag, before, counts=False)
                extra[end.id] = end
                before = (end.id,)
            after[link.project] = (*after.get(link.project, ()), *before)
        return [*extra.values()], after

    def _before(self) -> dict[ProjectId, tuple[ProjectId, ...]]:
        owner = {id_: project for project, ids in self._of_project.items() for id_ in ids}
        found: dict[ProjectId, dict[ProjectId, None]] = {p: {} for p in self._of_project}
        for id_, waits in self._waits.items():
            for other in waits:
                if owner[other] != owner[id_]:
                    found[owner[id_]][owner[other]] = None
        for link in self._book.links:
            if link.project in found and self._of_project.get(link.after):
                found[link.project][link.after] = None
        return {project: tuple(others) for project, others in found.items()}


def _parts(weeks: Weeks) -> tuple[int, int, int]:
    return weeks.low, weeks.likely, weeks.high
