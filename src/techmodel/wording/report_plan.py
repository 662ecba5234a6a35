"""The plan in the report: its terms, what it reaches, what each project is, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import years_of
from techmodel.core.plan_parts import CostKind, RaidKind, Status
from techmodel.core.plan_steps import parse_step
from techmodel.wording.costs import years_name
from techmodel.wording.numbers import (
    british_date,
    join_words,
    level_range,
    month_year,
    percent_range,
    plural,
    short_date,
)
from techmodel.wording.phrases import Strong
from techmodel.wording.plan import count_words
from techmodel.wording.plan_labels import STATUS_WORDS
from techmodel.wording.raid import IMPACT, LIKELIHOOD, step_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.forecast import Moment
    from techmodel.core.plan import DutyDate, Plan, PlannedProject
    from techmodel.core.plan_parts import Cost, PlanBook, Project, RaidItem, Terms
    from techmodel.core.ranges import Range
    from techmodel.wording.phrases import Words

NO_PLAN = "Nothing is planned yet: fill the plan from the gaps first, then make this report again."
"""What stands in place of the plan while there is none; one sentence."""
NO_PROJECTS = "No project is planned yet, so there are no dates; what is written down follows."
THE_PLAN, WHOLE = "The plan", "Whole plan"
NONE = "\N{EN DASH}"
NOT_COUNTED, CRITICAL, NO_DATES = "not counted", "critical", "no dates yet"
GANTT_LEAD = (
    "A bar runs from the first to the last day of a project, and the month in which it ends stands"
    " beside it; late means after a date that was to be kept. If a critical one slips, the whole"
    " plan ends later."
)

PROJECTS_LEAD = (
    "In the order of the plan. Weeks are those of the work from low to high; slack is in working"
    " days. A project waits for those in the last column to end."
)
NO_COSTS = "No costs are written down yet."
COSTS_LEAD = "Yearly amounts are those of one year, in the prices they were given in."
NOT_DRAWN = "The logic model is larger than a page, so it is told here and not drawn."
LOGIC_LEAD = "Read from left to right: what is put in, what is done, and what changes."
RAID_HEADS = {
    RaidKind.RISK: "Risks",
    RaidKind.ASSUMPTION: "Assumptions",
    RaidKind.ISSUE: "Issues",
    RaidKind.DEPENDENCY: "Dependencies",
}
CLOSED = "Closed"
SCENARIO_LEAD = "The same projects under other terms; nothing here has been decided."
NO_OWNER_HEAD, OWNERS_HEAD = "Without an owner", "Owners"


def terms_words(assessment: Assessment, book: PlanBook, plan: Plan) -> str:
    """What the plan is worked out under: its start, how much runs at once, what does not count."""
    said = [f"The work begins on {british_date(plan.start)}, {_pace(assessment, book.terms)}."]
    closed = len(book.closed_days)
    if closed:
        verb = "day is" if closed == 1 else "days are"
        said.append(f"{closed:,} {verb} closed besides weekends and bank holidays.")
    off = [p for p in book.projects if p.id in book.terms.off]
    if off:
        verb = "project is" if len(off) == 1 else "projects are"
        said.append(f"{len(off):,} {verb} kept in the list but not counted.")
    return " ".join(said)


def pace_words(terms: Terms) -> str:
    """How much runs at once: "14", "no limit"."""
    return f"{terms.capacity:,}" if terms.capacity else "no limit"


def _pace(assessment: Assessment, terms: Terms) -> str:
    roles = {str(role): name for role, name in assessment.checklist.roles.items()}
    limits = [f"{n:,} with the role {roles.get(r, r)}" for r, n in sorted(terms.roles.items())]
    of_roles = f", of them at most {join_words(limits)}" if limits else ""
    if terms.capacity:
        steps = plural(terms.capacity, "step")
        return f"with at most {steps} in work at once{of_roles}"
    return f"with no limit on what is in work at once{of_roles}"


def reach_words(now: Range | None, moments: Sequence[Moment], end: date | None) -> Words:
    """What the plan takes the partnership to by its end; "" where nothing can be said."""
    then = moments[-1].overall if moments else None
    if end is None or now is None or then is None:
        return ""
    here, there = percent_range(now), percent_range(then)
    if here == there:
        return f"The plan leaves the share of the targets reached at {here}."
    return (
        "If all goes as planned, the partnership reaches ",
        Strong(f"{there} of its targets"),
        f" by {month_year(end)}, from {here} today.",
    )


def month_words(day: date) -> str:
    """The month of a day for the head of a column: "Dec 2027"."""
    return short_date(day).split(" ", 1)[1]


def levels_words(assessment: Assessment, project: Project) -> str:
    """From which level to which, for each capability: "GOV-01 2 → 4, GOV-07 2 → 3"."""
    found: dict[str, list[int]] = {}
    for id_ in project.steps:
        step = parse_step(id_)
        found.setdefault(step.capability, []).append(step.level)
    names = {o.id: o.short_name or o.name for o in assessment.organisations}
    where = f", at {names.get(project.organisation, '')}" if project.organisation else ""
    spans = [f"{c} {min(levels) - 1} → {max(levels)}" for c, levels in found.items()]
    return f"{', '.join(unbroken(span) for span in spans)}{where}"


def unbroken(text: str) -> str:
    """The text on one line, wherever it stands."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def state_words(planned: PlannedProject, *, counted: bool) -> str:
    """How far a project is, where that is more than not started; "" else."""
    project = planned.project
    dropped = project.status is Status.DROPPED
    said = [] if counted or dropped else [NOT_COUNTED]
    if project.status is Status.UNDER_WAY:
        said.append(f"{STATUS_WORDS[project.status]}, {project.percent}% done")
    elif project.status is not Status.NOT_STARTED:
        said.append(STATUS_WORDS[project.status])
    if dropped and project.reason.strip():
        said.append(project.reason.strip())
    if project.pins.finish_by:
        said.append(f"to be done by {short_date(project.pins.finish_by)}")
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}"


def slack_words(planned: PlannedProject) -> str:
    """The room a project has: "critical", "12 days", and a dash where it has no dates."""
    if planned.slack is None:
        return NONE
    return plural(planned.slack, "day") if planned.slack else CRITICAL


def weeks_words(planned: PlannedProject) -> str:
    """Weeks of work from low to high: "6–16"; a dash where there are none."""
    weeks = planned.project.weeks or planned.weeks
    return level_range(weeks) if weeks.high else NONE


def day_or_none(day: date | None) -> str:
    """A day as tables show it: "4 Jan 2027"; a dash for none."""
    return short_date(day) if day else NONE


def reached_words(duties: Sequence[DutyDate]) -> str:
    """When the plan reaches what a duty needs: "19 Mar 2027, late"; "" where nothing is open."""
    if not duties:
        return ""
    days = [d.got for d in duties if d.got]
    if len(days) < len(duties):
        return "Not planned"
    late = "" if all(d.kept for d in duties) else ", late"
    return f"{short_date(max(days))}{late}"


def paid_words(cost: Cost) -> tuple[str, ...]:
    """When a cost is paid: "Once", "2026/27"; "Yearly", "2027/28 to 2030/31"."""
    how = "Once" if cost.kind is CostKind.ONE_OFF else "Yearly"
    return how, years_name(years_of(cost))


def factors_words(item: RaidItem) -> str:
    """Of what a score is made: "4 Likely × 3 Moderate"; what is known of it, "" for nothing."""
    factors = (step_name(LIKELIHOOD, item.likelihood), step_name(IMPACT, item.impact))
    return " × ".join(f for f in factors if f)


def more_words(number: int) -> str:
    """That there are more than shown: "and 3 more"."""
    return f"and {number:,} more"


def kept_words(plan: Plan) -> str:
    """How many duty dates a plan keeps, in words for a table: "3 of 9"."""
    if not plan.duties:
        return "none left to keep"
    return f"{sum(d.kept for d in plan.duties)} of {len(plan.duties)}"


def projects_words(number: int) -> str:
    """A count of projects in a sentence: "one project", "36 projects"."""
    return f"{count_words(number)} project{'' if number == 1 else 's'}"
