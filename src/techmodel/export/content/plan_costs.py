"""What the plan costs: by financial year, by where the money comes from, and item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import by_funding, by_year, counted, in_order, total
from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Lines,
    Prose,
    Table,
    Tone,
)
from techmodel.wording.costs import (
    NO_FUNDING,
    costs_headline,
    pounds,
    year_name,
)
from techmodel.wording.phrases import Strong
from techmodel.wording.report_plan import COSTS_LEAD, NO_COSTS, NOT_COUNTED, WHOLE, paid_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.costs import Sums
    from techmodel.core.plan_parts import Cost, Money
    from techmodel.export.content.plan_view import PlanView
    from techmodel.export.content.view import View
    from techmodel.wording.phrases import Words

_RANGE = (
    Column("Low", 0.115, Align.RIGHT),
    Column("Likely", 0.115, Align.RIGHT),
    Column("High", 0.115, Align.RIGHT),
)


def cost_blocks(view: View, planned: PlanView | None) -> Iterator[Block]:
    """The chapter on money; one sentence where a plan has no costs."""
    book = view.report.book
    if not book.costs and planned is None:
        return
    yield Heading("What the plan costs", 2, "costs")
    if not book.costs:
        yield Prose(NO_COSTS)
        return
    costs = counted(book)
    if costs:
        yield Prose((Strong(costs_headline(costs)),))
        whole = total(costs)
        yield Heading("By financial year", 3)
        yield _sums("Year", {year_name(y): s for y, s in by_year(costs).items()}, whole)
        yield Heading("By where the money comes from", 3)
        yield _sums("Funding", {f or NO_FUNDING: s for f, s in by_funding(costs).items()}, whole)
    yield Heading("Cost by cost", 3)
    yield Prose(COSTS_LEAD, Tone.SMALL)
    columns = (
        Column("What for", 0.29),
        Column("Project", 0.09),
        *_RANGE,
        Column("When", 0.145),
        Column("Funding", 0.13),
    )
    held = {cost.id for cost in costs}
    rows = tuple(_row(view, cost, counts=cost.id in held) for cost in in_order(book))
    yield Table(columns, rows, "Every cost with its amount, years and funding.", dense=True)


def _sums(head: str, sums: Mapping[str, Sums], whole: Sums) -> Table:
    """Rows of sums with what is spent once, every year, and together as a range."""
    columns = (
        Column(head, 0.325),
        Column("Once, likely", 0.165, Align.RIGHT),
        Column("Yearly, likely", 0.165, Align.RIGHT),
        *_RANGE,
    )
    rows = [_sum_row((name,), found) for name, found in sums.items()]
    rows.append(_sum_row((Strong("Together"),), whole))
    about = f"Costs by {head.lower()}: once and yearly, low, likely and high."
    return Table(columns, tuple(rows), about, dense=True)


def _sum_row(name: Words, sums: Sums) -> tuple[Cell, ...]:
    money: Money = sums.total
    return (
        name,
        pounds(sums.one_off.likely),
        pounds(sums.recurrent.likely),
        pounds(money.low),
        (Strong(pounds(money.likely)),),
        pounds(money.high),
    )


def _row(view: View, cost: Cost, *, counts: bool) -> tuple[Cell, ...]:
    label: list[Words] = [(Strong(cost.label),)]
    label += [cost.note.strip()] if cost.note.strip() else []
    if not counts:
        label.append(NOT_COUNTED.capitalize())
    amount = cost.amount
    return (
        Lines(tuple(label)),
        view.project_ref(cost.project) if cost.project else WHOLE,
        pounds(amount.low),
        (Strong(pounds(amount.likely)),),
        pounds(amount.high),
        Lines(paid_words(cost)),
        cost.funding.strip() or NO_FUNDING,
    )
