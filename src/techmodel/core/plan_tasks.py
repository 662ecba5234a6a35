"""The tasks behind a plan: every open step and own project, with what it waits for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import ProjectId, Status, StepId
from techmodel.core.plan_steps import Ground, StepOf, parse_step
from techmodel.core.schedule import Loop, Task, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps
    from techmodel.core.plan_parts import Link, PlanBook, Project
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


@dataclass(frozen=True, slots=True)
class LoopedLink:
    """A dependency set by hand that is not kept, because it closes a circle.

    `projects` wait for each other, each for the one before it; the first is also the last.
    `by_hand` are the other links in the circle that were set by hand; the rest is the checklist's.
    """

    link: Link
    projects: tuple[ProjectId, ...]
    by_hand: tuple[Link, ...] = ()


def is_counted(project: Project, book: PlanBook) -> bool:
    """Whether a project is worked on in the plan: not done, not dropped, not switched off."""
    return project.status not in {Status.DONE, Status.DROPPED} and project.id not in book.terms.off


def find_work(
    assessment: Assessment,
    gaps: Gaps,
    book: PlanBook,
    days: WorkingDays,
    today: date | None = None,
) -> Work:
    """The tasks of everything that is counted.

    Args:
        assessment: what is to be reached.
        gaps: its gap analysis: from where.
        book: projects, links and terms.
        days: working days from the plan's start.
        today: what is left of work under way comes after this day.
    """
    return _Finder(assessment, gaps, book, days, today).find()


def untangled(
    assessment: Assessment, gaps: Gaps, book: PlanBook, days: WorkingDays
) -> tuple[PlanBook, tuple[LoopedLink, ...]]:
    """The book without the links that close a circle, and those; of a circle the last one goes.

    Raises:
        Loop: steps wait for each other in a circle without any link set by hand.
    """
    looped: list[LoopedLink] = []
    while True:
        work = find_work(assessment, gaps, book, days)
        try:
            in_order(work.tasks)
        except Loop as loop:
            looped.append(_looped(loop, book.links, work))
            left = tuple(k for k in book.links if k != looped[-1].link)
            book = replace(book, links=left)
        else:
            return book, tuple(looped)


def _looped(loop: Loop, links: Sequence[Link], work: Work) -> LoopedLink:
    """The last link that a circle goes through; one from a project to itself before all."""
    own = next((k for k in reversed(links) if k.after == k.project), None)
    if own:
        return LoopedLink(own, (own.project, own.project))
    owner: dict[str, ProjectId] = {i: p for p, ids in work.of_project.items() for i in ids}
    owner |= {_gate_id(link): link.after for link in links}
    passed = [owner[id_] for id_ in loop.ids]
    steps = [(a, b) for a, b in pairwise(passed) if a != b]
    for link in reversed(links):
        if (link.after, link.project) in steps:
            others = tuple(k for k in links if (k.after, k.project) in steps and k != link)
            return LoopedLink(link, (steps[0][0], *(b for _, b in steps)), others)
    raise loop


def _gate_id(link: Link) -> str:
    """The task that ends when a project has ended and its waiting time has passed."""
    return f"{link.after} + {link.lag}"


class _Finder:
    """Gathers the tasks of a plan."""

    def __init__(
        self,
        assessment: Assessment,
        gaps: Gaps,
        book: PlanBook,
        days: WorkingDays,
        today: date | None,
    ) -> None:
        self._ground, self._book, self._days = Ground(assessment, gaps), book, days
        self._resumes = days.number(today + timedelta(days=1)) if today else 0
        self._done = {s for p in book.projects if p.status is Status.DONE for s in p.steps}
        self._steps: dict[str, StepOf] = {}
        self._of_project: dict[ProjectId, tuple[str, ...]] = {}
        self._weeks: dict[str, Weeks] = {}
        self._waits: dict[str, tuple[StepId, ...]] = {}
        self._unplanned: list[tuple[StepId, StepId]] = []

    def find(self) -> Work:
        """All of it; what is under way has its turn before what has not begun."""
        counted = [p for p in self._book.projects if is_counted(p, self._book)]
        counted.sort(key=lambda p: p.status is not Status.UNDER_WAY)
        for project in counted:
            self._of_project[project.id] = self._tasks_of(project)
        for id_, step in self._steps.items():
            self._wait(StepId(id_), step)
        gates, after = self._links()
        tasks = [task for project in counted for task in self._tasks(project, after)]
        return Work(
            (*tasks, *gates),
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
            content, now = self._ground.content(step), self._ground.level(step)
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
        for other, is_planned in self._ground.waits(step, self._steps):
            if is_planned:
                planned.append(other)
            elif other not in self._done:
                self._unplanned.append((id_, other))
        self._waits[id_] = tuple(planned)

    def _tasks(self, project: Project, after: Mapping[ProjectId, tuple[str, ...]]) -> list[Task]:
        """The tasks of a project; of one under way, with what is left of each."""
        pins, ids = project.pins, self._of_project[project.id]
        begin = self._days.number(pins.start) if pins.start else 0
        if project.status is Status.UNDER_WAY:
            begin = max(begin, self._resumes)
        no_later = self._days.last_by(pins.finish_by) if pins.finish_by else None
        before = after.get(project.id, ())
        return [
            Task(
                id_,
                days,
                (*self._waits.get(id_, ()), *before),
                self._roles(id_),
                begin,
                no_later,
                counts=days > 0,
            )
            for id_, days in self._lengths(project, ids)
        ]

    def _lengths(self, project: Project, ids: Sequence[str]) -> list[tuple[str, int]]:
        """The tasks of a project with their working days; of one under way, what is left."""
        days = [self._weeks[id_].likely * DAYS_A_WEEK for id_ in ids]
        done = sum(days) * project.percent // 100 if project.status is Status.UNDER_WAY else 0
        left = []
        for length in days:
            less = min(length, done)
            left.append(length - less)
            done -= less
        return [*zip(ids, left, strict=True)]

    def _roles(self, id_: str) -> tuple[str, ...]:
        """Whom a task keeps busy: the roles of its action, and its organisation if it has one."""
        step = self._steps.get(id_)
        if step is None:
            return ()
        content = self._ground.content(step)
        roles: tuple[str, ...] = content.action.roles if content and content.action else ()
        return (*roles, step.organisation) if step.organisation else roles

    def _links(self) -> tuple[list[Task], dict[ProjectId, tuple[str, ...]]]:
        """Waiting times between projects as tasks, and what each project waits for by hand."""
        gates: dict[str, Task] = {}
        after: dict[ProjectId, tuple[str, ...]] = {}
        for link in self._book.links:
            before = self._of_project.get(link.after)
            if not before or not self._of_project.get(link.project):
                continue
            if len(before) > 1 or link.lag:
                gate = Task(_gate_id(link), link.lag, before, counts=False)
                gates[gate.id] = gate
                before = (gate.id,)
            after[link.project] = (*after.get(link.project, ()), *before)
        return [*gates.values()], after

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
