"""The Gantt of the plan, grouped by domain, as charts that fit a page each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import Status
from techmodel.core.roadmap import domain_of
from techmodel.export.content.blocks import Block, Figure, Heading, Prose, Tone
from techmodel.export.gantt_axis import quarter_end, quarter_start
from techmodel.export.gantt_chart import Calendar, GanttDrawing, Group
from techmodel.export.gantt_signs import Bar, Look
from techmodel.export.pdf.fonts import measure
from techmodel.wording.gantt import bar_words, span_words
from techmodel.wording.numbers import short_date
from techmodel.wording.plan_labels import STATUS_WORDS
from techmodel.wording.report_plan import GANTT_LEAD, NO_DATES
from techmodel.wording.roadmap import domain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.checklist import DomainId
    from techmodel.core.plan import PlannedProject
    from techmodel.core.plan_parts import Project
    from techmodel.export.content.plan_view import PlanView

WIDTH, MOST = 511.0, 640.0
"""Points of a chart: its width, and how high it is at most."""


def gantt_blocks(planned: PlanView) -> Iterator[Block]:
    """The chapter with the Gantt, where anything has dates."""
    if not planned.is_dated:
        return
    yield Heading("The plan as a Gantt", 2, "gantt")
    drawing = GanttDrawing(_calendar(planned), WIDTH, measure)
    for chart in drawing.charts(tuple(_groups(planned)), MOST):
        yield Figure(chart)
    yield Prose(GANTT_LEAD, Tone.SMALL)


def _calendar(planned: PlanView) -> Calendar:
    """Whole quarters, from the first day of any project to the last."""
    shown = [planned.shown(p) for p in planned.plan.projects]
    first = min(p.start for p in shown if p.start)
    last = max(p.end for p in shown if p.end)
    return Calendar(quarter_start(first), quarter_end(last), planned.view.report.today)


def _groups(planned: PlanView) -> Iterator[Group]:
    """The domains that have projects, those in the order of the plan; own projects last."""
    assessment = planned.view.assessment
    found: dict[DomainId | None, list[Bar]] = {d.id: [] for d in assessment.checklist.domains}
    found[None] = []
    for project in planned.plan.projects:
        found[domain_of(assessment, project.project)].append(_bar(planned, project))
    for domain, bars in found.items():
        if bars:
            yield Group(domain_name(assessment, domain), tuple(bars))


def _bar(planned: PlanView, project: PlannedProject) -> Bar:
    counted, shown = planned.counts(project.project), planned.shown(project)
    of, start, end = project.project, shown.start, shown.end
    look = Look.NOT_COUNTED if not counted else Look.CRITICAL if project.critical else Look.SLACK
    return Bar(
        of.id,
        " ".join(of.name.split()),
        bar_words(of, span_words(start, end), project.slack, counted),
        _beside(planned, shown),
        start,
        end,
        look,
        of.percent / 100 if of.status is Status.UNDER_WAY else 0.0,
        of.pins.finish_by,
        tuple(d.wanted for d in planned.plan.duties if d.project == of.id),
    )


def _beside(planned: PlanView, shown: PlannedProject) -> str:
    """The month in which a project ends, and whether that is late; why it has none."""
    if shown.end is None:
        return _without_dates(shown.project)
    late = shown.project.id in planned.late
    return f"{short_date(shown.end).split(' ', 1)[1]}{', late' if late else ''}"


def _without_dates(project: Project) -> str:
    """Why a project has no bar: it is done or dropped, or nobody said how long it takes."""
    over = project.status in {Status.DONE, Status.DROPPED}
    return STATUS_WORDS[project.status] if over else NO_DATES
