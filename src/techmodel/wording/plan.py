"""The plan in sentences: when we get there, what is missed, what waits for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import RoleId
from techmodel.core.plan import MissedKind
from techmodel.core.plan_parts import Status
from techmodel.core.plan_steps import parse_step
from techmodel.core.targets import Source
from techmodel.core.working_days import LAST_YEAR
from techmodel.wording.numbers import (
    british_date,
    join_words,
    month_year,
    plural,
    short_date,
)
from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, Checklist
    from techmodel.core.gaps import Gaps
    from techmodel.core.held_up import HeldUp
    from techmodel.core.plan import Missed, Plan
    from techmodel.core.plan_parts import Link, Project, ProjectId, StepId, Terms
    from techmodel.core.plan_tasks import LoopedLink

QUESTION = "When will we get there?"
NO_LIMIT = "with no limit on what runs at once"
EMPTY = "No plan yet. Fill it from the gaps."
_OVER = {Status.DONE, Status.DROPPED}
_COUNTS = (
    *("no", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten"),
)


def plan_headline(plan: Plan, terms: Terms, today: date) -> str:
    """When the plan ends, how much runs at once, and which dates it does not keep.

    For example "By November 2028, five at a time. Two duty dates have passed.".
    """
    if not plan.projects:
        return EMPTY
    return " ".join([_when(plan, terms), *_dates(plan, today)])


def _when(plan: Plan, terms: Terms) -> str:
    at_once = f"{count_words(terms.capacity)} at a time" if terms.capacity else NO_LIMIT
    if plan.end is None:
        if all(p.project.status in _OVER for p in plan.projects):
            return "Everything in the plan is done or dropped."
        return "Nothing in the plan has dates yet."
    if plan.endless:
        return f"Not before {LAST_YEAR + 1}, {at_once}."
    by = f"By {month_year(plan.end)}"
    return f"{by}, {at_once}." if terms.start else f"{by} if it began tomorrow, {at_once}."


def _dates(plan: Plan, today: date) -> Iterator[str]:
    """Which dates are not kept: those that have passed, those to come, ends fixed by hand."""
    late = [d for d in plan.duties if not d.kept]
    passed = sum(d.wanted < today for d in late)
    fixed = sum(m.kind is MissedKind.FINISH_BY for m in plan.missed)
    if passed:
        verb = "has" if passed == 1 else "have"
        yield f"{_counted(passed, 'duty date')} {verb} passed."
    if len(late) > passed:
        more = " more" if passed else ""
        yield f"{_counted(len(late) - passed, f'{more} duty date'.strip())} will be missed."
    if fixed:
        yield f"{_counted(fixed, 'fixed date')} cannot be kept."
    if plan.duties and not late:
        yield "Every duty date is kept."


def count_words(number: int) -> str:
    """A count as a word up to ten: "five", "12"."""
    return _COUNTS[number] if number < len(_COUNTS) else f"{number:,}"


def _counted(number: int, noun: str) -> str:
    text = f"{count_words(number)} {noun}{'' if number == 1 else 's'}"
    return text[0].upper() + text[1:]


def missed_words(missed: Missed, assessment: Assessment, names: Mapping[ProjectId, str]) -> str:
    """A date that the plan does not keep, as a sentence; `names` are those of the projects."""
    wanted = british_date(missed.wanted)
    got = british_date(missed.got) if missed.got else ""
    if missed.capability is not None:
        what = capability_words(assessment.checklist, missed.capability)
        if not got:
            return f"{what}: the duty date is {wanted}; the plan does not reach the target."
        return f"{what}: the duty date is {wanted}; the plan reaches the target on {got}."
    name = f"{missed.project} {names.get(missed.project, '')}".strip() if missed.project else ""
    return f"{name} was to be done by {wanted}; it is done on {got}."


def held_up_words(held: HeldUp, assessment: Assessment, names: Mapping[ProjectId, str]) -> str:
    """That a project begins later than asked, and what holds it up."""
    name = f"{held.project} {names.get(held.project, '')}".strip()
    when = f"begins {short_date(held.got)} instead of {short_date(held.wanted)} as asked"
    return f"{name} {when}: {join_words([*_reasons(held, assessment)])}."


def _reasons(held: HeldUp, assessment: Assessment) -> Iterator[str]:
    if held.after:
        yield f"it waits for {join_words(held.after)}"
    if held.capacity is not None:
        yield f"no more than {plural(held.capacity, 'step')} may be in work at once"
    busy: Mapping[str, str] = {o.id: o.short_name or o.name for o in assessment.organisations}
    for role, limit in held.roles:
        name = busy.get(role) or assessment.checklist.roles.get(RoleId(role), role)
        yield f"no more than {plural(limit, 'step')} at once for “{name}”"
    if not (held.after or held.capacity or held.roles):
        yield "the plan begins then"


def loop_refused(projects: Iterable[Project], looped: LoopedLink) -> str:
    """Why a link is refused, with the circle it would close."""
    one, other, ring = _ring(projects, looped)
    return (
        f"{one} cannot wait for {other}: they would wait for each other in a circle ({ring}). "
        f"{_way_out(looped, looped.by_hand, 'first')}"
    )


def loop_words(projects: Iterable[Project], looped: LoopedLink) -> str:
    """That a link is there but not kept, because it closes a circle."""
    one, other, ring = _ring(projects, looped)
    return (
        f"{one} does not wait for {other}: they would wait for each other in a circle ({ring}). "
        f"{_way_out(looped, (looped.link, *looped.by_hand))}"
    )


def _way_out(looped: LoopedLink, links: Sequence[Link], when: str = "") -> str:
    """Which links can go, so that a circle opens: only those that were set by hand."""
    if not links and looped.link.project == looped.link.after:
        return "A project cannot wait for itself."
    if not links:
        return "The others wait by the checklist, so nothing can be unlinked."
    ways = join_words([f"{k.project} from {k.after}" for k in links], "or")
    return " ".join(["Unlink", ways, when]).strip() + "."


def _ring(projects: Iterable[Project], looped: LoopedLink) -> tuple[str, str, str]:
    names = {p.id: project_words(p) for p in projects}
    ring = " → ".join(names[p] for p in looped.projects)
    return names[looped.link.project], names[looped.link.after], ring


def unplanned_lines(plan: Plan, checklist: Checklist) -> tuple[str, ...]:
    """What would wait for steps that nobody plans, one line for each such step."""
    waiting: dict[StepId, list[StepId]] = {}
    for step, other in plan.unplanned:
        waiting.setdefault(other, []).append(step)
    return tuple(
        f"{join_words([step_words(s) for s in steps])} would wait for "
        f"{step_words(other, checklist)}, which nobody plans."
        for other, steps in waiting.items()
    )


def step_words(step: StepId, checklist: Checklist | None = None) -> str:
    """A step as people say it: "REC-06 to level 3", with its name if the checklist is given."""
    of = parse_step(step)
    what = capability_words(checklist, of.capability) if checklist else of.capability
    return f"{what} to level {of.level}"


def capability_words(checklist: Checklist, capability: CapabilityId) -> str:
    """A capability with its name: "REC-06 Contribution and write-back"."""
    found = checklist.capability(capability)
    return f"{capability} {found.name}" if found else capability


def needed_for(gaps: Gaps, project: Project) -> tuple[CapabilityId, ...]:
    """The capabilities for whose sake targets of a project were raised; () where none was."""
    found: dict[CapabilityId, None] = {}
    for capability in dict.fromkeys(parse_step(s).capability for s in project.steps):
        gap = gaps.of(capability)
        if gap and gap.target and gap.target.source is Source.PREREQUISITE:
            found |= dict.fromkeys(gap.target.by)
    return tuple(found)


def needed_words(gaps: Gaps, project: Project) -> str:
    """For whom a project is needed: "needed by REC-06 and PLN-04"; "" where it is for itself."""
    whom = needed_for(gaps, project)
    named = [*whom[:3], plural(len(whom) - 3, "other")] if len(whom) > 3 else [*whom]
    return f"needed by {join_words(named)}" if named else ""
