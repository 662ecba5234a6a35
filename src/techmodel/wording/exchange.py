"""What the files for other planning tools and calendars say about projects, steps and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import CapabilityId
from techmodel.core.plan_parts import Status
from techmodel.wording.labels import level_name
from techmodel.wording.numbers import british_date, join_words, plural, weeks_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.plan import DutyDate, Plan, PlannedProject, PlannedStep

DUTIES = "Statutory dates"
BANK_HOLIDAY, CLOSED_DAY = "Bank holiday", "Closed day"
NO_PLAN = "There is no plan to export yet. Fill the plan from the gaps, or add a project, first."
NO_DATES = (
    "Nothing in the plan has dates, so there is nothing to export. Say how long the projects take."
)
ENDLESS = (
    "The plan runs for centuries, so its dates are not to be believed. Raise the capacity or drop "
    "projects, then export again."
)


def step_name(assessment: Assessment, step: PlannedStep) -> str:
    """A step as other tools list it: "REC-06 Contribution and write-back: to 3 Structured"."""
    capability = assessment.checklist.capability(step.capability)
    name = f"{step.capability} {capability.name}" if capability else str(step.capability)
    names = {o.id: o.name for o in assessment.organisations}
    where = f", {names.get(step.organisation, step.organisation)}" if step.organisation else ""
    return f"{name}: to {level_name(assessment.checklist, step.level)}{where}"


def step_notes(assessment: Assessment, step: PlannedStep) -> str:
    """What is to be done, by which roles, and when the step is done."""
    checklist = assessment.checklist
    capability = checklist.capability(step.capability)
    lines = []
    if capability:
        actions = (*capability.actions, *checklist.scoring.generic_actions)
        action = next((a for a in actions if a.to_level == step.level), None)
        if action:
            lines.append(f"What to do: {action.action}")
            roles = join_words([checklist.roles.get(r, r) for r in action.roles])
            lines += [f"Roles: {roles}"] if roles else []
        lines.append(f"Done when: {capability.levels[step.level]}")
    weeks = step.weeks
    lines.append(f"Effort: {weeks_range(weeks)}, likely {weeks.likely}")
    return "\n".join(lines)


def project_notes(planned: PlannedProject) -> str:
    """What a planner noted, how far it is, who answers for it, by when it should be done."""
    project, weeks = planned.project, planned.weeks
    done = f", {project.percent}% done" if project.status is Status.UNDER_WAY else ""
    lines = [project.note] if project.note else []
    lines.append(f"Status: {project.status.value}{done}")
    lines.append(f"Owner: {project.owner or 'nobody yet'}")
    lines.append(f"Effort: {weeks_range(weeks)}, likely {weeks.likely}")
    if planned.slack is not None:
        lines.append(f"Slack: {plural(planned.slack, 'working day')}")
    if project.pins.finish_by:
        lines.append(f"To be done by {british_date(project.pins.finish_by)}")
    return "\n".join(lines)


def duty_name(assessment: Assessment, duty: DutyDate) -> str:
    """A statutory date: "INF-07 Secure e-mail: statutory date"."""
    capability = assessment.checklist.capability(CapabilityId(duty.capability))
    name = f"{duty.capability} {capability.name}" if capability else str(duty.capability)
    return f"{name}: statutory date"


def duty_notes(assessment: Assessment, plan: Plan, duty: DutyDate) -> str:
    """Which duty it is, and when the plan reaches it."""
    capability = assessment.checklist.capability(CapabilityId(duty.capability))
    source = capability.duty if capability else None
    lines = [f"Duty: {source.name} ({source.source})"] if source else []
    planned = plan.of(duty.project) if duty.project else None
    if duty.got is None or planned is None:
        lines.append("Nothing is planned yet that reaches it.")
    else:
        by = f"{planned.project.id} {planned.project.name}"
        late = "" if duty.kept else ", after its date"
        lines.append(f"Planned for {british_date(duty.got)}{late}, by {by}.")
    return "\n".join(lines)


def left_out_words(names: Sequence[str]) -> str:
    """Which projects are not in the file because they have no dates; "" for none."""
    if not names:
        return ""
    some = join_words(names[:3]) if len(names) <= 3 else f"{', '.join(names[:3])} and others"
    return f"{plural(len(names), 'project')} without dates left out: {some}."
