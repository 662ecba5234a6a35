"""The statutory dates on Summary, and whether the plan keeps them; that follows Actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_sheets import NO, YES
from techmodel.export.xlsx.plan_formulas import filled
from techmodel.wording.plan_sheets import yes_no

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.plan import DutyDate
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.plan_layout import PlanLayout
    from techmodel.wording.plan_sheets import Cells


def duty_rows(book: Book) -> list[Mapping[str, Content]]:
    """One row a duty whose target is not reached yet, in the order of the checklist."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or facts.plan is None or layout is None or layout.duties is None:
        return []
    formulas = _formulas(layout, layout.duties)
    owners: dict[str | None, str] = {p.project.id: p.project.owner for p in facts.projects}
    rows: list[Mapping[str, Content]] = []
    for number, duty in enumerate(facts.plan.duties, layout.duties.first):
        values: Cells = {
            "reached": duty.got,
            "kept": yes_no(duty.kept),
            "owner": owners.get(duty.project, ""),
        }
        rows.append({**_told(book, duty), **filled(formulas, values, number)})
    return rows


def _told(book: Book, duty: DutyDate) -> dict[str, Content]:
    gap = book.facts.report.gaps.of(duty.capability)
    return {
        "id": duty.capability,
        "capability": book.facts.capabilities[duty.capability].name,
        "date": duty.wanted,
        "level": gap.target.level if gap and gap.target else 0,
        "project": duty.project or "",
    }


def _formulas(layout: PlanLayout, block: Block) -> dict[str, str]:
    """When the last step to the target ends, whether that is in time, and who sees to it."""
    plan, actions = layout.plan, layout.actions
    if plan is None or actions is None:
        return {}
    here = {c: f"${block.letter(c)}#" for c in block.ids}
    step = f'{here["id"]}&":"&{here["level"]}'
    end = f"INDEX({actions.wide('end')},MATCH({step},{actions.wide('id')},0))"
    owner = f"INDEX({plan.wide('owner')},MATCH({here['project']},{plan.wide('id')},0))"
    kept = f"AND(ISNUMBER({here['reached']}),N({here['reached']})<={here['date']})"
    return {
        "reached": f'=IFERROR({end},"")',
        "kept": f'=IF({kept},"{YES}","{NO}")',
        "owner": f'=IFERROR({owner}&"","")',
    }
