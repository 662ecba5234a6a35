"""The plan on the front pages: three horizons, what it costs and brings, the top risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.benefits import MEASURED
from techmodel.core.costs import counted
from techmodel.core.plan_parts import RaidKind
from techmodel.core.raid import in_order, score
from techmodel.core.roadmap import find_roadmap
from techmodel.export.content.blocks import (
    Beside,
    Block,
    Cell,
    Column,
    Heading,
    Lines,
    Prose,
    Ref,
    Table,
)
from techmodel.export.content.view import project_key
from techmodel.wording.benefits import benefits_headline
from techmodel.wording.costs import costs_headline
from techmodel.wording.owners_page import role_name
from techmodel.wording.phrases import Strong, pieces
from techmodel.wording.plan import plan_headline
from techmodel.wording.raid import score_words
from techmodel.wording.report_plan import more_words, reach_words
from techmodel.wording.roadmap import horizon_name, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Project
    from techmodel.core.roadmap import Bar, Stage
    from techmodel.export.content.view import View
    from techmodel.wording.phrases import Words

_FEW_BARS, _FEW_RISKS = 4, 3
"""How many projects of a horizon and how many risks the front shows; the chapters show all."""


def roadmap_blocks(view: View, plan: Plan) -> Iterator[Block]:
    """What is done by when, in three horizons; with fewer quarters, in fewer."""
    report = view.report
    stages = [s for s in find_roadmap(view.assessment, plan).stages if s.bars]
    yield Heading("The plan in three horizons" if len(stages) == 3 else "What is done by when", 3)
    if not stages:
        yield Prose(plan_headline(plan, report.book.terms, report.today))
        return
    columns = tuple(
        Column(f"{horizon_name(s.horizon)}, {until(s)}", 1 / len(stages)) for s in stages
    )
    row = tuple(_horizon(stage) for stage in stages)
    about = "Projects by the horizon in which they are done."
    yield Table(columns, (row,), about, named=False, dense=True)


def _horizon(stage: Stage) -> Cell:
    """The projects that others wait for most and those with a duty, by end; how many more."""
    told = sorted(stage.bars, key=_telling)[:_FEW_BARS]
    shown: list[Words | Ref] = [_titled(bar.planned.project) for bar in stage.bars if bar in told]
    more = len(stage.bars) - len(shown)
    if more:
        shown.append(more_words(more))
    return Lines(tuple(shown))


def _titled(project: Project) -> Ref:
    """A project whose id stands out, as the beginning of a line."""
    return Ref((Strong(project.id), f" {project.name}"), project_key(project.id))


def _telling(bar: Bar) -> tuple[int, int, str]:
    """Critical projects first, then those with least slack."""
    planned = bar.planned
    return planned.slack or 0, -planned.weeks.likely, planned.project.id


def money_blocks(view: View, plan: Plan) -> Iterator[Block]:
    """What the plan costs beside what it brings."""
    report = view.report
    costs = counted(report.book)
    brings: list[Block] = [Heading("What it brings", 3)]
    now = view.gaps.overall.attainment
    reached = reach_words(now, report.forecast, None if plan.endless else plan.end)
    if any(b.stage in MEASURED for b in report.book.benefits):
        reached = (*pieces(reached), " ", benefits_headline(report.book.benefits, report.today))
    brings += [Prose(reached)] if reached else []
    left = (Heading("What it costs", 3), Prose(costs_headline(costs)))
    if len(brings) > 1:
        yield Beside(left, tuple(brings), 0.4)
    else:
        yield from left


def risk_blocks(view: View) -> Iterator[Block]:
    """The open risks with the highest scores."""
    items = in_order(view.report.book.raid)
    top = [i for i in items if i.is_open and i.kind is RaidKind.RISK and score(i)][:_FEW_RISKS]
    if not top:
        return
    yield Heading("Top risks", 3)
    columns = (
        Column("Risk", 0.52),
        Column("Score", 0.14),
        Column("Owner", 0.34),
    )
    rows = tuple(
        (
            (Strong(i.text),),
            score_words(i),
            role_name(i.owner.strip()),
        )
        for i in top
    )
    yield Table(columns, rows, "The open risks with the highest scores.", dense=True)
