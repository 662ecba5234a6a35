"""The sheet Costs: what is paid, by financial year, and its totals below the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import counted, whole_cost, years_of
from techmodel.core.plan_parts import CostKind, Status
from techmodel.core.plan_sheets import COSTS, NO, YES
from techmodel.export.xlsx.cost_totals import write_totals
from techmodel.export.xlsx.plan_formulas import filled
from techmodel.export.xlsx.plan_layout import costs_columns
from techmodel.export.xlsx.plan_lists import COST_KINDS, limit, offer, room
from techmodel.export.xlsx.rules import add_rules, faint_rule
from techmodel.export.xlsx.table import freeze, name_table, set_print, write_table
from techmodel.wording.costs import KINDS
from techmodel.wording.plan_sheets import STATUSES, cost_cells

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.plan_parts import Cost
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book
    from techmodel.export.xlsx.plan_facts import PlanFacts
    from techmodel.export.xlsx.plan_layout import PlanLayout
    from techmodel.wording.plan_sheets import Cells

ONCE = KINDS[CostKind.ONE_OFF]
_MOST = f"{10**12}"


def write_costs(book: Book) -> None:
    """Write the sheet, where anything is planned."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None:
        return
    block, columns = layout.costs, costs_columns(facts)
    formulas = cost_formulas(layout)
    counting = {c.id for c in counted(facts.book)}
    rows = [
        {
            **cost_cells(cost),
            **filled(formulas, _values(facts, cost, counts=cost.id in counting), number),
        }
        for number, cost in enumerate(facts.costs, block.first)
    ]
    sheet = book.sheet(COSTS.title)
    write_table(book, sheet, block, columns, rows)
    name_table(sheet, block, COSTS.table)
    write_totals(book, sheet, columns)
    freeze(sheet, "D2")
    set_print(sheet, block.number(block.ids[-1]))
    _guide(sheet, block)


def cost_formulas(layout: PlanLayout) -> dict[str, str]:
    """The formula of each column that is worked out, with "#" for the row."""
    block = layout.costs
    here = {c: block.here(c) for c in block.ids}
    years = f'IF({here["kind"]}="{ONCE}",1,N({here["years"]}))'
    first = f"VALUE(LEFT({here['first_year']},4))"
    counts = f'{here["counts"]}="{YES}"'
    return {
        "counts": _counts(layout),
        **{
            column: f"=IF({counts},N({here[amount]})*{years},0)"
            for column, amount in (
                ("total_low", "low"),
                ("total", "likely"),
                ("total_high", "high"),
            )
        },
        **{
            c: (
                f"=IFERROR(IF(AND({counts},{_year(c)}>={first},"
                f"{_year(c)}<{first}+{years}),N({here['likely']}),0),0)"
            )
            for c in layout.year_columns
        },
    }


def _counts(layout: PlanLayout) -> str:
    """No where the project of a cost is dropped or not counted."""
    plan, project = layout.plan, layout.costs.here("project")
    if plan is None:
        return f'="{YES}"'
    own = f"{plan.wide('id')},{project}"
    dropped = f'COUNTIFS({own},{plan.wide("status")},"{STATUSES[Status.DROPPED]}")'
    off = f'COUNTIFS({own},{plan.wide("counted")},"{NO}")'
    return f'=IF({project}="","{YES}",IF({dropped}+{off}>0,"{NO}","{YES}"))'


def _year(column: str) -> str:
    return column.removeprefix("fy")


def _values(facts: PlanFacts, cost: Cost, *, counts: bool) -> Cells:
    whole = whole_cost(cost).total
    paid = years_of(cost) if counts else range(0)
    return {
        "counts": YES if counts else NO,
        "total_low": whole.low if counts else 0,
        "total": whole.likely if counts else 0,
        "total_high": whole.high if counts else 0,
        **{f"fy{year}": cost.amount.likely if year in paid else 0 for year in facts.years},
    }


def _guide(sheet: Worksheet, block: Block) -> None:
    """Drop-downs, and what amounts may be; what does not count steps back."""
    offer(sheet, block, "kind", COST_KINDS)
    for column in ("low", "likely", "high"):
        limit(sheet, room(block, column), "whole", ("0", _MOST), "Whole pounds, 0 or more.")
    limit(sheet, room(block, "years"), "whole", ("1", "100"), "Whole years, 1 or more.")
    counts = block.here("counts").replace("#", f"{block.first}")
    area = f"A{block.first}:{block.letter(block.ids[-1])}{block.last}"
    add_rules(sheet, area, [faint_rule(f'{counts}="{NO}"')])
