"""Where everything of the plan stands, decided before the first cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.plan_sheets import (
    ACTIONS,
    BENEFITS,
    COSTS,
    PLAN,
    RAID,
    SCENARIO,
    year_column,
)
from techmodel.core.sheets import Column, ColumnKind
from techmodel.export.xlsx.block import SUMMARY, Block, list_block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.export.xlsx.plan_facts import PlanFacts

PLAN_LINES = ("plan_end", "late", "costs", "risks")
"""Lines at the top of Summary about the plan."""
SHOWN = 5
"""Dates and risks that Summary names."""
SUMS = ("One-off", "Recurrent", "All costs")
"""The last rows of the totals on Costs; those of sources of money stand before them."""
DATE_COLUMNS = ("order", "project", "id", "next", "what", "late", "weeks", "owner")
RISK_COLUMNS = ("order", "text", "id", "score", "band", "due", "late", "owner")
DUTY_COLUMNS = ("id", "capability", "date", "level", "reached", "kept", "project", "owner")
SCENARIO_COLUMNS = ("order", "scenario", "start", "capacity", "off", "end", "cost", "is_plan")


@dataclass(frozen=True, slots=True)
class PlanLayout:
    """The blocks of the plan.

    `plan`, `actions` and `dates` are None where there are no projects, `duties` where none is to
    be met, `scenarios` where none is kept; `totals` stands below the list of costs; `lists` are
    those on the sheet Lists, by name.
    """

    plan: Block | None
    actions: Block | None
    raid: Block
    benefits: Block
    costs: Block
    totals: Block
    dates: Block | None
    duties: Block | None
    risks: Block
    scenarios: Block | None
    lists: Mapping[str, Block]

    @property
    def year_columns(self) -> tuple[str, ...]:
        """The ids of the columns of financial years on Costs."""
        return tuple(c for c in self.costs.ids if c.startswith("fy"))


def find_plan_layout(facts: PlanFacts, top: int, lists: Mapping[str, Block]) -> PlanLayout:
    """The layout of the plan; `top` is the row of its first header on Summary."""
    planned, scenarios = facts.plan is not None, len(facts.scenarios)
    dates = Block(SUMMARY, top, 1, DATE_COLUMNS, SHOWN) if planned else None
    top = dates.last + 3 if dates else top
    count = len(facts.plan.duties) if facts.plan else 0
    duties = Block(SUMMARY, top, 1, DUTY_COLUMNS, count) if count else None
    top = duties.last + 3 if duties else top
    risks = Block(SUMMARY, top, 1, RISK_COLUMNS, SHOWN)
    costs = list_block(COSTS, len(facts.costs), costs_columns(facts))
    below = Block(SUMMARY, risks.last + 3, 1, SCENARIO_COLUMNS, scenarios)
    return PlanLayout(
        plan=list_block(PLAN, len(facts.projects), plan_columns(facts)) if planned else None,
        actions=list_block(ACTIONS, len(facts.steps)) if planned else None,
        raid=list_block(RAID, len(facts.raid)),
        benefits=list_block(BENEFITS, len(facts.benefits)),
        costs=costs,
        totals=Block(COSTS.title, costs.last + 3, 1, costs.ids, len(facts.sources) + len(SUMS)),
        dates=dates,
        duties=duties,
        risks=risks,
        scenarios=below if scenarios else None,
        lists=lists,
    )


def plan_columns(facts: PlanFacts) -> tuple[Column, ...]:
    """The columns of Plan, then one for each scenario with the finish under it."""
    found, taken = list(PLAN.columns), {c.header.casefold() for c in PLAN.columns}
    for number, outcome in enumerate(facts.scenarios, 1):
        header = f"Finish, {outcome.scenario.name}"
        if header.casefold() in taken:
            header = f"{header} ({number})"
        taken.add(header.casefold())
        id_ = f"{SCENARIO}{outcome.scenario.id}"
        found.append(Column(id_, header, ColumnKind.DATE, detail=True))
    return tuple(found)


def costs_columns(facts: PlanFacts) -> tuple[Column, ...]:
    """The columns of Costs, then one for each financial year."""
    return (*COSTS.columns, *map(year_column, facts.years))
