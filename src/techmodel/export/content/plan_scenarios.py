"""The plan and its scenarios side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import counted, total
from techmodel.core.forecast import forecast
from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Items,
    Prose,
    Table,
)
from techmodel.wording.costs import money_range
from techmodel.wording.numbers import percent_range
from techmodel.wording.phrases import Strong
from techmodel.wording.plan_changes import scenario_lines
from techmodel.wording.plan_whatif import end_words
from techmodel.wording.report_plan import (
    SCENARIO_LEAD,
    THE_PLAN,
    day_or_none,
    kept_words,
    pace_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.forecast import Moment
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Terms
    from techmodel.export.content.plan_view import PlanView
    from techmodel.wording.phrases import Words


def scenario_blocks(planned: PlanView) -> Iterator[Block]:
    """The chapter on scenarios, where any is kept."""
    book = planned.book
    scenarios = sorted(book.scenarios, key=lambda s: (s.name.casefold(), s.id))
    if not scenarios:
        return
    yield Heading("Scenarios beside the plan", 2, "scenarios")
    yield Prose(SCENARIO_LEAD)
    gaps = planned.view.gaps
    ours = planned.view.report.forecast or forecast(gaps, planned.plan)
    rows = [_row(planned, (Strong(THE_PLAN),), book.terms, planned.plan, ours)]
    said: list[Words] = []
    for scenario in scenarios:
        plan = planned.under(scenario.terms)
        theirs = forecast(gaps, plan)
        rows.append(_row(planned, scenario.name, scenario.terms, plan, theirs))
        lines = scenario_lines(planned.plan, plan, ours, theirs)
        said.append((Strong(f"{scenario.name}. "), " ".join(lines) or "The same as the plan."))
    columns = (
        Column("Scenario", 0.23),
        Column("Begins", 0.12, Align.RIGHT),
        Column("Steps at once", 0.09, Align.RIGHT),
        Column("Left out", 0.08, Align.RIGHT),
        Column("Ends", 0.12, Align.RIGHT),
        Column("Duty dates kept", 0.10, Align.RIGHT),
        Column("Targets reached", 0.11, Align.RIGHT),
        Column("Costs", 0.15, Align.RIGHT),
    )
    about = "The plan and every scenario with pace, end, duty dates, targets and costs."
    yield Table(columns, tuple(rows), about, dense=True)
    yield Items(tuple(said), small=True)


def _row(
    planned: PlanView, name: Words, terms: Terms, plan: Plan, moments: Sequence[Moment]
) -> tuple[Cell, ...]:
    money = total(counted(planned.book, terms)).total
    return (
        name,
        day_or_none(plan.start),
        pace_words(terms),
        str(len(terms.off)),
        end_words(plan),
        kept_words(plan),
        percent_range(moments[-1].overall, "–"),
        money_range(money, short=True),
    )
