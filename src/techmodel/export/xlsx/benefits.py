"""The sheet Benefits: the logic model as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_sheets import BENEFITS
from techmodel.export.xlsx.plan_formulas import AS_OF, filled
from techmodel.export.xlsx.plan_lists import ROLES, STAGES, offer, room
from techmodel.export.xlsx.raid import LATE
from techmodel.export.xlsx.rules import add_rules, notice_rule
from techmodel.export.xlsx.table import freeze, write_list
from techmodel.wording.plan_sheets import benefit_cells

if TYPE_CHECKING:
    from techmodel.core.plan_parts import Benefit
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book
    from techmodel.export.xlsx.plan_facts import PlanFacts
    from techmodel.wording.plan_sheets import Cells


def write_benefits(book: Book) -> None:
    """Write the sheet, where anything is planned."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None:
        return
    block, formulas = layout.benefits, benefit_formulas(layout.benefits)
    rows = [
        {**benefit_cells(benefit), **filled(formulas, _values(facts, benefit), number)}
        for number, benefit in enumerate(facts.benefits, block.first)
    ]
    sheet = write_list(book, BENEFITS, block, rows)
    freeze(sheet, "D2")
    offer(sheet, block, "stage", STAGES)
    offer(sheet, block, "owner", ROLES, strict=False)
    late = block.here("late").replace("#", f"{block.first}")
    for column in ("review", "late"):
        add_rules(sheet, room(block, column), [notice_rule(f"LEN({late})>0")])


def benefit_formulas(block: Block) -> dict[str, str]:
    """The formula of the column that is worked out, with "#" for the row."""
    review = block.here("review")
    return {"late": f'=IF(AND(ISNUMBER({review}),N({review})<{AS_OF}),"{LATE}","")'}


def _values(facts: PlanFacts, benefit: Benefit) -> Cells:
    late = benefit.review is not None and benefit.review < facts.today
    return {"late": LATE if late else ""}
