"""What the table and the bars show, as values: projects and their steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.checklist import Weeks
from techmodel.core.lateness import find_late
from techmodel.core.plan import MissedKind
from techmodel.core.plan_parts import Status
from techmodel.core.plan_steps import parse_step
from techmodel.wording import gantt as wording
from techmodel.wording.plan import missed_words
from techmodel.wording.plan_labels import PASSED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.plan import Plan, PlannedProject, PlannedStep
    from techmodel.core.plan_parts import PlanBook, Project, ProjectId


NO_WEEKS = Weeks()


class Kind(StrEnum):
    """What a line is about."""

    GROUP = "group"
    PROJECT = "project"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of table and chart.

    Attributes:
        key: what names it: the id of a project, "P07/REC-06:3", "group:GOV".
        kind, name: what it is.
        project: of a project and its steps.
        step: of a step.
        start, end: first and last working day, None without dates; of a project that is not
            counted, those it would have.
        weeks: how long its work takes.
        slack: working days; None where it has no dates.
        counted: whether the plan works on it.
        late_for: the dates it does not keep, or that have passed, each as a sentence.
        ends_late: whether it ends after the day by which it is to be done.
        levels: from and to, where it is about one capability.
        children: the lines beneath.
    """

    key: str
    kind: Kind
    name: str
    project: Project | None = None
    step: PlannedStep | None = None
    start: date | None = None
    end: date | None = None
    weeks: Weeks = NO_WEEKS
    slack: int | None = None
    counted: bool = True
    late_for: tuple[str, ...] = ()
    ends_late: bool = False
    levels: tuple[int, int] | None = None
    children: tuple[Line, ...] = ()

    @property
    def id(self) -> ProjectId | None:
        """The project, None for a group."""
        return self.project.id if self.project else None

    @property
    def critical(self) -> bool:
        """Whether the plan ends later if this does."""
        return self.counted and self.slack == 0

    @property
    def deadline(self) -> date | None:
        """The day by which a project is to be done; None for none, and for steps."""
        return self.project.pins.finish_by if self.project and self.kind is Kind.PROJECT else None

    @property
    def late(self) -> bool:
        """Whether it is late (`core.lateness`)."""
        return bool(self.late_for)

    @property
    def status(self) -> Status:
        """How far the project is."""
        return self.project.status if self.project else Status.NOT_STARTED


def project_lines(
    plan: Plan, ghost: Plan | None, book: PlanBook, assessment: Assessment, today: date
) -> tuple[Line, ...]:
    """A line for every project, with its open steps beneath.

    Args:
        plan: what the book comes to.
        ghost: the same with everything counted that is switched off.
        book: what is stored.
        assessment: what is to be reached.
        today: dates before it have passed.
    """
    ends_late = {m.project for m in plan.missed if m.kind is MissedKind.FINISH_BY}
    names = {p.id: p.name for p in book.projects}
    late_for: dict[ProjectId | None, list[str]] = {}
    for one in plan.missed:
        late_for.setdefault(one.project, []).append(missed_words(one, assessment, names))
    for id_, why in find_late(plan, book, today).items():
        late_for.setdefault(id_, [PASSED[why]])
    ghosts = {p.project.id: p for p in ghost.projects} if ghost else {}
    return tuple(
        replace(
            _project(p, book, ghosts.get(p.project.id, p)),
            late_for=tuple(late_for.get(p.project.id, ())),
            ends_late=p.project.id in ends_late,
            children=tuple(_step(p.project, s, assessment) for s in p.steps),
        )
        for p in plan.projects
    )


def line_of(lines: Iterable[Line], item: str) -> Line | None:
    """The line of a project by its id, or the first that takes steps of a capability."""
    start = f"{item}:"
    for line in lines:
        steps = line.project.steps if line.project else ()
        if line.key == item or any(s.startswith(start) for s in steps):
            return line
    return None


def line_words(line: Line) -> str:
    """A line in words: its dates, its slack, how far it is, and what it is late for."""
    span = wording.span_words(line.start, line.end)
    if line.project is None or line.kind is not Kind.PROJECT:
        return f"{line.name}: {span}"
    said = wording.bar_words(line.project, span, line.slack, line.counted)
    return "\n".join([said, *(wording.late_words(sentence) for sentence in line.late_for)])


def _project(planned: PlannedProject, book: PlanBook, ghost: PlannedProject) -> Line:
    """The line of a project; without dates of its own it takes those of its ghost."""
    project = planned.project
    shown = planned if planned.start else ghost
    return Line(
        project.id,
        Kind.PROJECT,
        project.name,
        project,
        start=shown.start,
        end=shown.end,
        weeks=project.weeks or shown.weeks,
        slack=planned.slack,
        counted=_is_counted(project, book),
        levels=_levels(project),
    )


def _is_counted(project: Project, book: PlanBook) -> bool:
    return project.status is not Status.DROPPED and project.id not in book.terms.off


def _step(project: Project, step: PlannedStep, assessment: Assessment) -> Line:
    capability = assessment.checklist.capability(step.capability)
    return Line(
        f"{project.id}/{step.id}",
        Kind.STEP,
        wording.step_name(step, capability),
        project,
        step,
        step.start,
        step.end,
        step.weeks,
        step.slack,
        levels=(step.level - 1, step.level),
    )


def _levels(project: Project) -> tuple[int, int] | None:
    """From which level to which, where all steps are of one capability."""
    steps = [parse_step(s) for s in project.steps]
    if len({s.capability for s in steps}) != 1:
        return None
    levels = [s.level for s in steps]
    return min(levels) - 1, max(levels)
