"""Every total of the plan with the cell of the workbook that must say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import by_funding, by_year, counted, total
from techmodel.core.plan_parts import CostKind
from techmodel.core.plan_tasks import is_counted
from techmodel.core.raid import Band, band, is_overdue, score
from techmodel.core.sheets import ColumnKind
from techmodel.export.xlsx.total import Total
from techmodel.wording.costs import KINDS, NO_FUNDING, year_name
from techmodel.wording.plan_sheets import STATUSES
from techmodel.wording.raid import BANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.costs import Sums
    from techmodel.core.plan import Plan
    from techmodel.export.xlsx.plan_facts import PlanFacts
    from techmodel.export.xlsx.plan_layout import PlanLayout

_AMOUNTS = {"total_low": "low", "total": "likely", "total_high": "high"}


def plan_totals(facts: PlanFacts | None, layout: PlanLayout | None) -> Iterator[Total]:
    """The totals of the plan, its steps, costs, benefits and risks; none without a plan."""
    if facts is None or layout is None:
        return
    if facts.plan:
        yield from _projects(facts, facts.plan, layout)
        yield from _steps(facts, layout)
    yield from _costs(facts, layout)
    yield from _raid(facts, layout)
    benefits = f"COUNTA({layout.benefits.wide('id')})"
    yield Total("benefits", "Elements of the logic model", len(facts.benefits), benefits)


def _projects(facts: PlanFacts, plan: Plan, layout: PlanLayout) -> Iterator[Total]:
    block = layout.plan
    assert block is not None, "there are projects"
    ends = f'IF(COUNT({block.wide("ends")})=0,"",MAX({block.wide("ends")}))'
    day = ColumnKind.DATE
    to_do = [p for p in plan.projects if is_counted(p.project, facts.book)]
    yield Total("plan-end", "Plan ends", plan.end, ends, kind=day)
    ids = f"COUNTA({block.wide('id')})"
    yield Total("plan-projects", "Projects", len(plan.projects), ids)
    counted_ = f"SUM({block.wide('in_plan')})"
    yield Total("plan-to-do", "Projects to do", len(to_do), counted_)
    for status, word in STATUSES.items():
        count = sum(p.project.status is status for p in plan.projects)
        cells = f'COUNTIF({block.wide("status")},"{word}")'
        yield Total(f"plan-{status.value}", f"Projects: {word.lower()}", count, cells)
    critical = f'COUNTIF({block.wide("critical")},"?*")'
    yield Total("plan-critical", "Projects that are critical", _critical(plan), critical)
    weeks = {"weeks_low": "low", "weeks": "likely", "weeks_high": "high"}
    for column, end in weeks.items():
        value = sum(getattr(p.weeks, end) for p in plan.projects)
        cells = f'SUMIF({block.wide("slack")},">=0",{block.wide(column)})'
        yield Total(f"plan-{column}", f"Weeks of projects with dates, {end}", value, cells)
    for row, planned in enumerate(plan.projects, block.first):
        if planned.end:
            what = f"{planned.project.id} {planned.project.name}: finish"
            cell = block.cell("finish", row)
            yield Total(f"{planned.project.id}-finish", what, planned.end, cell, kind=day)


def _critical(plan: Plan) -> int:
    return sum(p.critical for p in plan.projects)


def _steps(facts: PlanFacts, layout: PlanLayout) -> Iterator[Total]:
    block = layout.actions
    assert block is not None, "there are projects"
    yield Total("steps", "Steps", len(facts.steps), f"COUNTA({block.wide('id')})")
    weeks = {"weeks_low": "low", "weeks": "likely", "weeks_high": "high"}
    for column, end in weeks.items():
        value = sum(getattr(r.step.weeks, end) for r in facts.steps)
        cells = f"SUM({block.wide(column)})"
        yield Total(f"steps-{column}", f"Weeks of steps, {end}", value, cells)


def _costs(facts: PlanFacts, layout: PlanLayout) -> Iterator[Total]:
    """By source of money, by kind, of all, and of all by year."""
    costs = counted(facts.book)
    block = layout.totals
    row = block.first
    for source, sums in by_funding(costs).items():
        yield from _money(f"Cost, {source or NO_FUNDING}", sums, layout, row)
        row += 1
    for kind in CostKind:
        own = total(c for c in costs if c.kind is kind)
        yield from _money(f"Cost, {KINDS[kind].lower()}", own, layout, row)
        row += 1
    yield from _money("Cost, all", total(costs), layout, row)
    paid = by_year(costs)
    for year in facts.years:
        value = paid[year].total.likely if year in paid else 0
        cell = block.cell(f"fy{year}", row)
        what = f"Cost in {year_name(year)}, likely"
        yield Total(f"cost-{year}", what, value, cell, kind=ColumnKind.MONEY)


def _money(what: str, sums: Sums, layout: PlanLayout, row: int) -> Iterator[Total]:
    for column, end in _AMOUNTS.items():
        value, cell = getattr(sums.total, end), layout.totals.cell(column, row)
        id_ = f"cost-{row - layout.totals.top}-{end}"
        yield Total(id_, f"{what}, {end}", value, cell, kind=ColumnKind.MONEY)


def _raid(facts: PlanFacts, layout: PlanLayout) -> Iterator[Total]:
    block = layout.raid
    scores = [score(i) for i in facts.raid]
    yield Total("raid", "Entries of RAID", len(scores), f"COUNTA({block.wide('id')})")
    whole = sum(filter(None, scores))
    yield Total("raid-score", "Sum of scores", whole, f"SUM({block.wide('score')})")
    late = sum(is_overdue(i, facts.today) for i in facts.raid)
    cells = f'COUNTIF({block.wide("late")},"?*")'
    yield Total("raid-late", "Entries of RAID past their date", late, cells)
    for found in Band:
        count = sum(band(n) is found for n in scores if n)
        cells = f'COUNTIF({block.wide("band")},"{BANDS[found]}")'
        yield Total(f"raid-{found.value}", f"Scores: {BANDS[found].lower()}", count, cells)
