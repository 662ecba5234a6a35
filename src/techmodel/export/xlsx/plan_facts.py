"""What the plan's sheets show, looked up once: rows, steps, the calendar, and scenarios."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from techmodel.core.benefits import in_order as benefits_in_order
from techmodel.core.costs import by_funding, by_year, counted, financial_year
from techmodel.core.costs import in_order as costs_in_order
from techmodel.core.plan import work_out
from techmodel.core.raid import in_order as raid_in_order
from techmodel.core.ready_plan import is_planned

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from techmodel.core.plan import Plan, PlannedProject, PlannedStep
    from techmodel.core.plan_parts import Benefit, Cost, PlanBook, RaidItem, Scenario
    from techmodel.core.report import Report
    from techmodel.core.working_days import WorkingDays

CLOSED, HOLIDAY = "Closed by hand", "Bank holiday"
_AFTER = timedelta(days=366)
"""How far beyond the plan's end the calendar goes, so that dates can be moved."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One row of Actions.

    `offset` counts working days from the project's start to the step's; `days` those from its
    start to its end, both included, 0 for one without length.
    """

    planned: PlannedProject
    step: PlannedStep
    offset: int
    days: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scenario and what the plan comes to under it."""

    scenario: Scenario
    plan: Plan


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Everything the plan's sheets look at; `plan` and `days` are None where no projects are.

    `closed` are the days from Monday to Friday on which nobody works, with why; `years` the
    financial years with costs, at least one; `sources` where the money of what counts comes from,
    "" for nowhere yet; `roles` what the drop-down of owners offers.
    """

    book: PlanBook
    plan: Plan | None
    today: date
    projects: tuple[PlannedProject, ...]
    steps: tuple[StepRow, ...]
    raid: tuple[RaidItem, ...]
    benefits: tuple[Benefit, ...]
    costs: tuple[Cost, ...]
    years: tuple[int, ...]
    sources: tuple[str, ...]
    roles: tuple[str, ...]
    closed: tuple[tuple[date, str], ...]
    scenarios: tuple[Outcome, ...]
    days: WorkingDays | None

    def other_days(self, planned: PlannedProject) -> int | None:
        """Working days from start to finish beyond its weeks; None where it has no dates."""
        if planned.start is None or planned.end is None:
            return None
        return self.between(planned.start, planned.end) + 1 - 5 * planned.weeks.likely

    def done_by(self, planned: PlannedProject) -> date | None:
        """The day a project must be finished by to keep its duty dates; None where it has none.

        A duty is met by a step, so the project may end as many working days after its date as it
        goes on after that step.
        """
        assert self.plan is not None, "asked only where projects are"
        mine = [d for d in self.plan.duties if d.project == planned.project.id]
        return min((self._done_by(d.wanted, d.got, planned.end) for d in mine), default=None)

    def _done_by(self, wanted: date, got: date | None, end: date | None) -> date:
        assert self.days is not None, "asked only where there are dates"
        if got is None or end is None or self.days.last_by(wanted) < 0:
            return wanted
        return self.working_day(wanted, self.between(got, end))

    def working_day(self, start: date, number: int) -> date:
        """The day so many working days after another; itself for 0."""
        assert self.days is not None, "asked only where there are dates"
        return self.days.day(self.days.last_by(start) + number) if number else start

    def between(self, start: date, end: date) -> int:
        """Working days after one day, up to another and including it."""
        assert self.days is not None, "asked only where there are dates"
        return self.days.last_by(end) - self.days.last_by(start)


def find_plan_facts(report: Report) -> PlanFacts | None:
    """The facts of a report's plan; None while nothing is planned."""
    book, plan = report.book, report.plan
    if not is_planned(book):
        return None
    days = plan.days.beginning(_first(plan)) if plan else None
    return PlanFacts(
        book=book,
        plan=plan,
        today=report.today,
        projects=plan.projects if plan else (),
        steps=tuple(_steps(plan, days)) if plan and days else (),
        raid=raid_in_order(book.raid),
        benefits=benefits_in_order(book.benefits),
        costs=costs_in_order(book),
        years=(*by_year(book.costs),) or (financial_year(report.today),),
        sources=tuple(by_funding(counted(book))),
        roles=_roles(report),
        closed=_closed(report, plan) if plan else (),
        scenarios=tuple(_outcomes(report, plan)) if plan else (),
        days=days,
    )


def _first(plan: Plan) -> date:
    """The first day of all, also of what began or was to begin before the plan does."""
    fixed = (p.project.pins.start for p in plan.projects)
    return min([plan.start, *(p.start for p in plan.projects if p.start), *filter(None, fixed)])


def _steps(plan: Plan, days: WorkingDays) -> Iterable[StepRow]:
    lengths = {task.id: task.days for task in plan.work.tasks}
    for planned in plan.projects:
        for step in planned.steps:
            assert planned.start is not None, "steps are planned ones"
            offset = days.last_by(step.start) - days.last_by(planned.start)
            length = days.last_by(step.end) - days.last_by(step.start) + 1
            yield StepRow(planned, step, offset, length if lengths[step.id] else 0)


def _roles(report: Report) -> tuple[str, ...]:
    """The checklist's roles, then those that the plan names besides."""
    book = report.book
    owners = Counter(
        x.owner for some in (book.projects, book.raid, book.benefits) for x in some if x.owner
    )
    return tuple(dict.fromkeys([*sorted(report.assessment.checklist.roles.values()), *owners]))


def _closed(report: Report, plan: Plan) -> tuple[tuple[date, str], ...]:
    first, last = _first(plan), (plan.end or plan.start) + _AFTER
    by_hand = report.book.closed_days
    return tuple(
        (day, CLOSED if day in by_hand else HOLIDAY)
        for day in plan.days.closed_between(first, last)
    )


def _outcomes(report: Report, plan: Plan) -> Iterable[Outcome]:
    """The scenarios by name; the plan is not worked out twice."""
    book, tomorrow = report.book, report.today + timedelta(days=1)
    for scenario in sorted(book.scenarios, key=lambda s: (s.name.casefold(), s.id)):
        if scenario.terms == book.terms:
            yield Outcome(scenario, plan)
            continue
        days = plan.days.beginning(scenario.terms.start or tomorrow)
        other = replace(book, terms=scenario.terms)
        yield Outcome(
            scenario, work_out(report.assessment, report.gaps, other, days, report.today)
        )
