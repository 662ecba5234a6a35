"""The plan as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.cli.text import table_lines
from techmodel.wording.numbers import short_date, weeks_range
from techmodel.wording.plan import (
    held_up_words,
    loop_words,
    missed_words,
    plan_headline,
    unplanned_lines,
)
from techmodel.wording.plan_labels import STATUS_WORDS
from techmodel.wording.plan_steps import steps_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.plan import Plan, PlannedProject
    from techmodel.core.plan_parts import Terms

_HEADS = ("Id", "Project", "Steps", "Owner", "Start", "End", "Weeks", "Slack", "After")


def plan_lines(assessment: Assessment, plan: Plan, terms: Terms, today: date) -> tuple[str, ...]:
    """Headline, projects with their dates, and what cannot be kept."""
    return tuple(_lines(assessment, plan, terms, today))


def _lines(assessment: Assessment, plan: Plan, terms: Terms, today: date) -> Iterator[str]:
    names = {p.project.id: p.project.name for p in plan.projects}
    projects = [p.project for p in plan.projects]
    yield assessment.title
    yield plan_headline(plan, terms, today)
    if projects:
        yield ""
        yield from table_lines(_HEADS, [_row(p) for p in plan.projects])
    groups = (
        ("Dates that are not kept:", [missed_words(m, assessment, names) for m in plan.missed]),
        ("Begin later than asked:", [held_up_words(h, assessment, names) for h in plan.held_up]),
        ("Not kept, because it closes a circle:", [loop_words(projects, k) for k in plan.looped]),
        ("Begins without waiting:", [*unplanned_lines(plan, assessment.checklist)]),
    )
    for head, lines in groups:
        if lines:
            yield ""
            yield head
            yield from (f"  {line}" for line in lines)


def _row(planned: PlannedProject) -> list[str]:
    project = planned.project
    slack = "critical" if planned.critical else str(planned.slack)
    if planned.slack is None:
        slack = ""
    return [
        project.id,
        project.name,
        steps_words(project.steps),
        project.owner,
        short_date(planned.start) if planned.start else STATUS_WORDS[project.status],
        short_date(planned.end) if planned.end else "",
        weeks_range(planned.weeks).removesuffix(" weeks").removesuffix(" week"),
        slack,
        ", ".join(planned.predecessors),
    ]
