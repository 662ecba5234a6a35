"""The projects of the plan as a table: who, from where to where, when, and what they wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Lines,
    Named,
    Prose,
    Ref,
    Table,
    Tone,
)
from techmodel.export.content.view import project_key
from techmodel.wording.owners_page import role_name
from techmodel.wording.phrases import Strong
from techmodel.wording.report_plan import (
    NONE,
    PROJECTS_LEAD,
    day_or_none,
    levels_words,
    slack_words,
    state_words,
    weeks_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.plan import PlannedProject
    from techmodel.export.content.plan_view import PlanView
    from techmodel.wording.phrases import Words


def project_blocks(planned: PlanView) -> Iterator[Block]:
    """The chapter with every project."""
    yield Heading("Projects of the plan", 2, "projects")
    yield Prose(PROJECTS_LEAD, Tone.SMALL)
    columns = (
        Column("Id", 0.08),
        Column("Project, with its levels from and to", 0.285),
        Column("Owner", 0.15),
        Column("Starts", 0.115, Align.RIGHT),
        Column("Ends", 0.115, Align.RIGHT),
        Column("Weeks", 0.075, Align.RIGHT),
        Column("Slack", 0.09, Align.RIGHT),
        Column("Waits for", 0.09),
    )
    rows = tuple(_row(planned, p) for p in planned.plan.projects)
    yield Table(columns, rows, "Every project with its owner, dates and slack.", dense=True)


def _row(planned: PlanView, project: PlannedProject) -> tuple[Cell, ...]:
    view, of = planned.view, project.project
    name: list[Words] = [(Strong(of.name),)]
    counted = planned.counts(of)
    more = (levels_words(view.assessment, of), state_words(project, counted=counted))
    name += [words for words in more if words]
    waits: list[Words | Ref] = [view.project_ref(p) for p in project.predecessors]
    dated = not planned.plan.endless
    return (
        Named((Strong(of.id),), project_key(of.id)),
        Lines(tuple(name)),
        role_name(of.owner.strip()),
        day_or_none(project.start if dated else None),
        day_or_none(project.end if dated else None),
        weeks_words(project),
        slack_words(project),
        Lines(tuple(waits) or (NONE,)),
    )
