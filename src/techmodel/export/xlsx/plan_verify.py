"""The plan of a workbook that was read back, added up anew from its cells."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from techmodel.core.costs import counted, total
from techmodel.core.raid import score
from techmodel.export.xlsx.read_back import columns_of, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.plan import Plan
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book
    from techmodel.export.xlsx.plan_facts import PlanFacts
    from techmodel.export.xlsx.plan_layout import PlanLayout
    from techmodel.export.xlsx.read_back import Grid


def plan_differences(book: Book, values: Mapping[str, Grid]) -> Iterator[str]:
    """What differs between the plan and the file's sheets about it; nothing without a plan."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None:
        return
    if facts.plan and layout.plan and layout.actions:
        yield from _plan(facts.plan, columns_of(layout.plan, values))
        yield from _rows(layout.actions, len(facts.steps), values)
    yield from _logs(facts, layout, values)


def _plan(plan: Plan, cells: Mapping[str, list[object]]) -> Iterator[str]:
    """Rows, the end of each project by its start, and the end of all."""
    if cells["id"] != [p.project.id for p in plan.projects]:
        yield "Plan does not hold the projects in their order"
        return
    for planned, finish in zip(plan.projects, cells["finish"], strict=True):
        if planned.end and not same(planned.end, finish):
            yield f"the finish of {planned.project.id} differs"
    ends = [day.date() for day in cells["ends"] if isinstance(day, datetime)]
    if plan.end and plan.end != max(ends, default=None):
        yield "the end of the plan differs"


def _logs(facts: PlanFacts, layout: PlanLayout, values: Mapping[str, Grid]) -> Iterator[str]:
    """Rows and sums of RAID, Benefits and Costs."""
    yield from _rows(layout.benefits, len(facts.benefits), values)
    raid = columns_of(layout.raid, values)
    scores = [number for i in facts.raid if (number := score(i)) is not None]
    if len(raid["id"]) != len(facts.raid) or not same(sum(scores), _sum(raid["score"])):
        yield "the scores of RAID differ"
    list_only = {title: grid[: layout.costs.last] for title, grid in values.items()}
    yield from _rows(layout.costs, len(facts.costs), list_only)
    costs = columns_of(layout.costs, list_only)
    whole = total(counted(facts.book)).total
    years = sum(_sum(costs[column]) for column in layout.year_columns)
    sums = (_sum(costs[c]) for c in ("total_low", "total", "total_high"))
    if (*sums, years) != (whole.low, whole.likely, whole.high, whole.likely):
        yield "the sums of Costs differ"


def _rows(block: Block, count: int, values: Mapping[str, Grid]) -> Iterator[str]:
    found = len(columns_of(block, values)["id"])
    if found != count:
        yield f"{block.title} holds {found} rows instead of {count}"


def _sum(cells: list[object]) -> float:
    return sum(cell for cell in cells if isinstance(cell, (int, float)))
