"""The tables of Summary about the plan: next dates, highest risks, scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import counted, total
from techmodel.core.plan_sheets import NO, YES
from techmodel.core.sheets import Column, ColumnKind
from techmodel.export.xlsx.book import Styled
from techmodel.export.xlsx.plan_duties import duty_rows
from techmodel.export.xlsx.plan_formulas import UNDER_WAY, filled, plan_values
from techmodel.export.xlsx.plan_layout import SHOWN
from techmodel.export.xlsx.raid import is_ranked, raid_values
from techmodel.export.xlsx.rules import add_rules, band_rules, notice_rule
from techmodel.export.xlsx.style import SECTION
from techmodel.export.xlsx.summary_blocks import write_block
from techmodel.export.xlsx.table import name_table
from techmodel.wording.plan_sheets import plan_cells, raid_cells
from techmodel.wording.raid import BANDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.plan_facts import Outcome, PlanFacts
    from techmodel.wording.plan_sheets import Cells

    Row = Mapping[str, Content]

BEGINS, ENDS = "Begins", "Ends"
_ID, _NAME, _WORD = ColumnKind.ID, ColumnKind.NAME, ColumnKind.WORD
_WHOLE, _DATE, _MONEY = ColumnKind.WHOLE, ColumnKind.DATE, ColumnKind.MONEY
_DATES = (
    Column("order", "No.", _WHOLE),
    Column("project", "Project", _NAME),
    Column("id", "Id", _ID),
    Column("next", "Date", _DATE),
    Column("what", "It", _WORD),
    Column("late", "Late", _WORD),
    Column("weeks", "Weeks", _WHOLE),
    Column("owner", "Owner", _NAME),
)
_DUTIES = (
    Column("id", "Id", _ID),
    Column("capability", "Capability with a statutory date", _NAME),
    Column("date", "Date", _DATE),
    Column("level", "Target", _WHOLE),
    Column("reached", "Reached", _DATE),
    Column("kept", "Kept", _WORD),
    Column("project", "Project", _ID),
    Column("owner", "Owner", _NAME),
)
_RISKS = (
    Column("order", "No.", _WHOLE),
    Column("text", "Risk", _NAME),
    Column("id", "Id", _ID),
    Column("score", "Score", _WHOLE),
    Column("band", "Band", _WORD),
    Column("due", "Due", _DATE),
    Column("late", "Late", _WORD),
    Column("owner", "Owner", _NAME),
)
_SCENARIOS = (
    Column("order", "No.", _WHOLE),
    Column("scenario", "Scenario", _NAME),
    Column("start", "Start", _DATE),
    Column("capacity", "Steps at once", _WORD),
    Column("off", "Left out", _WHOLE),
    Column("end", "Plan ends", _DATE),
    Column("cost", "Cost, likely", _MONEY),
    Column("is_plan", "Is the plan", _WORD),
)


def write_plan_blocks(book: Book, sheet: Worksheet) -> None:
    """Write the tables about the plan, below all others."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None:
        return
    if layout.dates and layout.plan:
        write_block(book, sheet, layout.dates, _DATES, date_rows(facts, layout.dates, layout.plan))
        _head(book, sheet, layout.dates, "tblNextDates", "Next dates of the plan")
        _notice(sheet, layout.dates, "late", "LEN({})>0")
    if layout.duties:
        write_block(book, sheet, layout.duties, _DUTIES, duty_rows(book))
        _head(book, sheet, layout.duties, "tblDuties", "Statutory dates and the plan")
        _notice(sheet, layout.duties, "kept", f'{{}}="{NO}"')
    write_block(book, sheet, layout.risks, _RISKS, risk_rows(facts, layout.risks, layout.raid))
    _head(book, sheet, layout.risks, "tblTopRisks", "Highest open risks")
    _notice(sheet, layout.risks, "late", "LEN({})>0")
    cell, area = _area(layout.risks, "band")
    add_rules(sheet, area, band_rules(cell, BANDS))
    if layout.scenarios:
        rows = [_scenario(facts, outcome, n) for n, outcome in enumerate(facts.scenarios, 1)]
        write_block(book, sheet, layout.scenarios, _SCENARIOS, rows)
        heading = "Scenarios, as they were when the workbook was made"
        _head(book, sheet, layout.scenarios, "tblScenarios", heading)


def _head(book: Book, sheet: Worksheet, block: Block, table: str, text: str) -> None:
    book.put(sheet, block.top - 1, 1, text, SECTION)
    name_table(sheet, block, table)


def _notice(sheet: Worksheet, block: Block, column: str, formula: str) -> None:
    """Let the cells of a column stand out where the formula about one of them holds."""
    cell, area = _area(block, column)
    add_rules(sheet, area, [notice_rule(formula.format(cell))])


def _area(block: Block, column: str) -> tuple[str, str]:
    """The first cell of a column, and all of them."""
    letter = block.letter(column)
    return f"{letter}{block.first}", f"{letter}{block.first}:{letter}{block.last}"


def date_rows(facts: PlanFacts, block: Block, plan: Block) -> list[Row]:
    """The next dates of projects to do, in order."""
    entries = [plan_cells(p, facts.book) for p in facts.projects]
    found: list[Cells] = []
    for cells, worked in zip(entries, plan_values(facts, entries), strict=True):
        what = ENDS if cells["status"] == UNDER_WAY else BEGINS
        found.append({**cells, **worked, "order": worked["next_order"], "what": what})
    status = _looked_up(plan, "status", "next_order")
    other = {"what": f'=IFERROR(IF({status}="{UNDER_WAY}","{ENDS}","{BEGINS}"),"")'}
    return _ranked(block, plan, "next_order", found, other)


def risk_rows(facts: PlanFacts, block: Block, raid: Block) -> list[Row]:
    """The open risks with the highest scores, in order."""
    both = zip(facts.raid, raid_values(facts), strict=True)
    found = [{**raid_cells(item), **worked} for item, worked in both if is_ranked(item)]
    return _ranked(block, raid, "order", found, {})


def _ranked(
    block: Block, source: Block, order: str, found: Sequence[Cells], other: Mapping[str, str]
) -> list[Row]:
    """Rows that look up the entry of each rank; nothing where there are no more.

    `other` are formulas of columns that the source does not have.
    """
    formulas = {**{c: _plain(source, c, order) for c in block.ids[1:] if c not in other}, **other}
    by_rank = {cells["order"]: cells for cells in found}
    nothing: Cells = dict.fromkeys(block.ids)
    return [
        {"order": n, **filled(formulas, by_rank.get(n, nothing), block.top + n)}
        for n in range(1, SHOWN + 1)
    ]


def _plain(source: Block, column: str, order: str) -> str:
    """The cell of a rank; a cell that is empty shows nothing, not 0."""
    cell = _looked_up(source, column, order)
    return f'=IFERROR(IF({cell}="","",{cell}),"")'


def _looked_up(source: Block, column: str, order: str) -> str:
    return f"INDEX({source.wide(column)},MATCH($A#,{source.wide(order)},0))"


def _scenario(facts: PlanFacts, outcome: Outcome, number: int) -> Row:
    """A scenario with what it leads to."""
    terms, plan = outcome.scenario.terms, outcome.plan
    return {
        "order": number,
        "scenario": outcome.scenario.name,
        "start": plan.start,
        "capacity": f"{terms.capacity}" if terms.capacity else "No limit",
        "off": len(terms.off),
        "end": Styled(plan.end, "tm date") if plan.end else "",
        "cost": total(counted(facts.book, terms)).total.likely,
        "is_plan": YES if terms == facts.book.terms else "",
    }
