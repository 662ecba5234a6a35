"""The plan: projects placed in working days, and what cannot be kept (design.md 4.7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.checklist import Weeks
from techmodel.core.held_up import Delays
from techmodel.core.plan_parts import ProjectId, Status, StepId
from techmodel.core.plan_steps import steps_to_target
from techmodel.core.plan_tasks import LoopedLink, Work, find_work, untangled
from techmodel.core.schedule import Capacity, Loop, schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import Gaps
    from techmodel.core.held_up import HeldUp
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.plan_parts import PlanBook, Project
    from techmodel.core.schedule import Placed, Schedule
    from techmodel.core.working_days import WorkingDays


class MissedKind(StrEnum):
    """A date that the plan does not keep."""

    FINISH_BY = "finish by"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Missed:
    """A date that cannot be kept; `got` is None when the work for a duty is not planned at all.

    `capability` is the one with the duty, None for pins.
    """

    kind: MissedKind
    project: ProjectId | None
    capability: CapabilityId | None
    wanted: date
    got: date | None


@dataclass(frozen=True, slots=True)
class DutyDate:
    """A statutory date and when the plan reaches the target behind it.

    `got` is the last day of the work, None when it is not planned at all; `project` does it.
    """

    capability: CapabilityId
    wanted: date
    got: date | None
    project: ProjectId | None

    @property
    def kept(self) -> bool:
        """Whether the target is reached by the date."""
        return self.got is not None and self.got <= self.wanted


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its dates; `end` is its last working day. Slack in working days."""

    id: StepId
    capability: CapabilityId
    level: int
    organisation: OrganisationId | None
    weeks: Weeks
    start: date
    end: date
    waits_for: tuple[StepId, ...]
    slack: int
    critical: bool


@dataclass(frozen=True, slots=True)
class PlannedProject:
    """A project with its dates.

    Attributes:
        project: what is stored of it.
        steps: those still open, by start; () when nothing is left to do, it is off, done or
            dropped, and for an own project.
        start, end: first and last working day; None when it is not scheduled.
        weeks: how long its work takes, one after the other.
        predecessors: the projects it waits for.
        slack: working days it may slip without moving the plan's end, if all other work keeps its
            order; None when not scheduled.
    """

    project: Project
    steps: tuple[PlannedStep, ...]
    start: date | None
    end: date | None
    weeks: Weeks
    predecessors: tuple[ProjectId, ...]
    slack: int | None

    @property
    def critical(self) -> bool:
        """Whether the plan ends later if this does."""
        return self.slack == 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plan book comes to.

    Attributes:
        start: the first working day.
        end: the last working day of all, None when nothing is scheduled.
        projects: all, in the order of the book.
        missed: dates that cannot be kept.
        held_up: projects that begin later than asked, in the order of the book.
        duties: all statutory dates whose target is not reached yet, in checklist order.
        unplanned: (step, what it would wait for) where nobody plans the latter; it does not wait.
        looped: dependencies set by hand that are not kept, because they close a circle.
        work: the tasks behind it, for simulations.
        placed: by task, when it runs, in working days from `start`.
        days: the calendar.
    """

    start: date
    end: date | None
    projects: tuple[PlannedProject, ...]
    missed: tuple[Missed, ...]
    held_up: tuple[HeldUp, ...]
    duties: tuple[DutyDate, ...]
    unplanned: tuple[tuple[StepId, StepId], ...]
    looped: tuple[LoopedLink, ...]
    work: Work
    placed: Schedule
    days: WorkingDays

    @property
    def endless(self) -> bool:
        """Whether it runs for centuries, so that dates are not to be believed."""
        return not self.days.has(self.placed.end)

    def of(self, project: ProjectId) -> PlannedProject | None:
        """One project, or None."""
        return next((p for p in self.projects if p.project.id == project), None)


def capacity_of(book: PlanBook) -> Capacity:
    """The capacity of a book's terms."""
    return Capacity(book.terms.capacity, dict(book.terms.roles))


def work_out(
    assessment: Assessment,
    gaps: Gaps,
    book: PlanBook,
    days: WorkingDays,
    today: date | None = None,
) -> Plan:
    """Place everything a plan book holds, under its terms.

    Args:
        assessment: what is to be reached.
        gaps: its gap analysis: from where.
        book: projects, links and terms. Links that close a circle are not kept, and named.
        days: working days from the plan's start.
        today: what is left of work under way comes after this day; None: from the plan's start.
    """
    looped: tuple[LoopedLink, ...] = ()
    work = find_work(assessment, gaps, book, days, today)
    try:
        placed = schedule(work.tasks, capacity_of(book))
    except Loop:
        book, looped = untangled(assessment, gaps, book, days)
        work = find_work(assessment, gaps, book, days, today)
        placed = schedule(work.tasks, capacity_of(book))
    projects = tuple(_planned(p, work, placed, days, today) for p in book.projects)
    duties = tuple(_duties(gaps, projects))
    missed = (*_missed_pins(projects), *_missed_duties(duties))
    delays = Delays(work, placed, days, capacity_of(book))
    return Plan(
        start=days.day(0),
        end=max((p.end for p in projects if p.end), default=None),
        projects=projects,
        missed=missed,
        held_up=tuple(h for h in map(delays.find, projects) if h),
        duties=duties,
        unplanned=work.unplanned,
        looped=looped,
        work=work,
        placed=placed,
        days=days,
    )


def _planned(
    project: Project, work: Work, placed: Schedule, days: WorkingDays, today: date | None
) -> PlannedProject:
    ids = work.of_project.get(project.id, ())
    if not ids:
        return PlannedProject(project, (), None, None, Weeks(), (), None)
    runs = [placed.placed[id_] for id_ in ids]
    steps = [
        _step(StepId(id_), work, run, days)
        for id_, run in zip(ids, runs, strict=True)
        if id_ in work.steps
    ]
    first = min([run.start for run in runs])
    start, began = days.day(first), project.pins.start
    if project.status is Status.UNDER_WAY and began and (today is None or began <= today):
        start = min(start, began)
    return PlannedProject(
        project,
        tuple(sorted(steps, key=lambda s: (s.start, s.id))),
        start,
        _last_day(max([run.end for run in runs]), first, days),
        sum([work.weeks[id_] for id_ in ids], Weeks()),
        work.before.get(project.id, ()),
        min([run.slack for run in runs]),
    )


def _step(id_: StepId, work: Work, run: Placed, days: WorkingDays) -> PlannedStep:
    of = work.steps[id_]
    return PlannedStep(
        id_,
        of.capability,
        of.level,
        of.organisation,
        work.weeks[id_],
        days.day(run.start),
        _last_day(run.end, run.start, days),
        work.waits.get(id_, ()),
        run.slack,
        run.critical,
    )


def _last_day(end: int, start: int, days: WorkingDays) -> date:
    """The last working day of a run; of one without length, the day it falls on."""
    return days.day(max(end - 1, start))


def _missed_pins(projects: Sequence[PlannedProject]) -> Iterator[Missed]:
    for planned in projects:
        by, end = planned.project.pins.finish_by, planned.end
        if by and end and end > by:
            yield Missed(MissedKind.FINISH_BY, planned.project.id, None, by, end)


def _duties(gaps: Gaps, projects: Sequence[PlannedProject]) -> Iterator[DutyDate]:
    """The dates of duties whose target is not reached by answers, and the work that reaches it.

    Without work on every step to the target it is not planned, whatever projects are marked done.
    """
    ends = {
        step.id: (step.end, planned.project.id) for planned in projects for step in planned.steps
    }
    for gap in gaps.capabilities:
        if not (gap.duty and gap.duty.date and gap.gap and gap.gap.high):
            continue
        runs = [ends.get(id_) for id_ in steps_to_target(gap)]
        end, project = (runs[-1] if all(runs) else None) or (None, None)
        yield DutyDate(gap.id, gap.duty.date, end, project)


def _missed_duties(duties: Iterable[DutyDate]) -> Iterator[Missed]:
    """Duties whose target is reached later, or not at all."""
    for duty in duties:
        if not duty.kept:
            yield Missed(MissedKind.DUTY, duty.project, duty.capability, duty.wanted, duty.got)
