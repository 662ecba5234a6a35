"""The sheet Plan: one row a project, which a planner changes and brings back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.comments import Comment

from techmodel.core.plan_sheets import PLAN, SCENARIO, YES
from techmodel.core.plan_steps import parse_step
from techmodel.export.xlsx.plan_formulas import OVER, filled, plan_formulas, plan_values
from techmodel.export.xlsx.plan_layout import plan_columns
from techmodel.export.xlsx.plan_lists import ROLES, STATUS_LIST, YES_NO, limit, offer, room
from techmodel.export.xlsx.rules import add_rules, faint_rule, notice_rule, strong_rule
from techmodel.export.xlsx.table import freeze, name_table, set_print, write_table
from techmodel.wording.plan_sheets import HEAD_NOTES, PROJECT_KINDS, ids_words, plan_cells

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.plan import PlannedProject
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.plan_facts import PlanFacts

_FIRST_DAY, _LAST_DAY = "36526", "146097"
"""1 January 2000 and 30 December 2299, as spreadsheets count days."""
_MOST_WEEKS = "520"
_NOTE_WIDE, _NOTE_HIGH = 320, 120
"""Pixels of a note on a head."""
_SCENARIO_WIDTH, _TWO_LINES = 26, 31


def write_plan(book: Book) -> None:
    """Write the sheet, where there are projects."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None or layout.plan is None:
        return
    block, columns = layout.plan, plan_columns(facts)
    formulas = plan_formulas(block)
    entries = [plan_cells(p, facts.book) for p in facts.projects]
    worked = plan_values(facts, entries)
    rows = [
        {
            **entries[n],
            **_told(book.facts, facts, planned),
            **filled(formulas, worked[n], block.first + n),
        }
        for n, planned in enumerate(facts.projects)
    ]
    sheet = book.sheet(PLAN.title)
    write_table(book, sheet, block, columns, rows)
    _widen(sheet, block)
    name_table(sheet, block, PLAN.table)
    freeze(sheet, "C2")
    set_print(sheet, block.number("note"))
    _explain(sheet, block)
    _guide(sheet, block)
    _colour(sheet, block)


def _told(facts: Facts, plan: PlanFacts, planned: PlannedProject) -> dict[str, Content]:
    """What the program says and the sheet does not work out."""
    project = planned.project
    steps = [parse_step(s) for s in project.steps]
    checklist = facts.assessment.checklist
    of = {c: checklist.domain(facts.capabilities[c].domain) for c in facts.capabilities}
    domains = dict.fromkeys(d.short_name for s in steps if (d := of.get(s.capability)))
    scheduled = planned.start is not None
    whom = project.organisation
    return {
        "slack": planned.slack,
        "critical": YES if planned.critical else "",
        "kind": PROJECT_KINDS[project.kind],
        "domain": ids_words(domains),
        "for_whom": facts.names.get(whom, whom) if whom else "",
        "steps": ids_words(project.steps),
        "from_level": min((s.level - 1 for s in steps), default=None),
        "to_level": max((s.level for s in steps), default=None),
        "weeks_low": planned.weeks.low if scheduled else None,
        "weeks_high": planned.weeks.high if scheduled else None,
        "waits_for": ids_words(planned.predecessors),
        "other_days": plan.other_days(planned),
        "done_by": plan.done_by(planned),
        **{f"{SCENARIO}{o.scenario.id}": _end(o.plan.of(project.id)) for o in plan.scenarios},
    }


def _end(planned: PlannedProject | None) -> Content:
    return planned.end if planned else None


def _widen(sheet: Worksheet, block: Block) -> None:
    """Let the names of scenarios stand in two lines of the header, as the other heads do."""
    for column in block.ids:
        if column.startswith(SCENARIO):
            sheet.column_dimensions[block.letter(column)].width = _SCENARIO_WIDTH
            sheet.row_dimensions[block.top].height = _TWO_LINES


def _explain(sheet: Worksheet, block: Block) -> None:
    """Notes on the heads whose numbers surprise beside the dates."""
    for id_, text in HEAD_NOTES.items():
        note = Comment(text, "techmodel", height=_NOTE_HIGH, width=_NOTE_WIDE)
        sheet[f"{block.letter(id_)}{block.top}"].comment = note


def _guide(sheet: Worksheet, block: Block) -> None:
    """Drop-downs, and what numbers and dates may be."""
    offer(sheet, block, "owner", ROLES, strict=False)
    offer(sheet, block, "status", STATUS_LIST)
    offer(sheet, block, "counted", YES_NO)
    limit(sheet, room(block, "percent"), "decimal", ("0", "1"), "Between 0% and 100%.")
    weeks = f"Whole weeks, from 0 to {_MOST_WEEKS}."
    limit(sheet, room(block, "weeks"), "whole", ("0", _MOST_WEEKS), weeks)
    for column in ("start", "finish_by"):
        limit(sheet, room(block, column), "date", (_FIRST_DAY, _LAST_DAY), "A date from 2000 on.")


def _colour(sheet: Worksheet, block: Block) -> None:
    """Late and critical ones stand out; what is over or not counted steps back."""
    late, critical, to_do = (
        block.here(c).replace("#", f"{block.first}") for c in ("late", "critical", "in_plan")
    )
    for column in ("finish", "finish_by", "late"):
        add_rules(sheet, room(block, column), [notice_rule(f"LEN({late})>0")])
    for column in ("slack", "critical"):
        add_rules(sheet, room(block, column), [strong_rule(f'{critical}="{YES}"')])
    area = f"{room(block, 'id').partition(':')[0]}:{room(block, 'note').partition(':')[2]}"
    status = block.here("status").replace("#", f"{block.first}")
    over = ",".join(f'{status}="{word}"' for word in OVER)
    counted = block.here("counted").replace("#", f"{block.first}")
    add_rules(sheet, area, [faint_rule(f'AND(ISNUMBER({to_do}),OR({over},{counted}="No"))')])
