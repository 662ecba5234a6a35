"""The sheet Actions: one row a step of the plan, which moves with its project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_sheets import ACTIONS
from techmodel.core.steps import steps_of
from techmodel.export.xlsx.plan_formulas import filled
from techmodel.export.xlsx.plan_lists import CLOSED_DAYS
from techmodel.export.xlsx.table import write_list
from techmodel.wording.labels import level_name
from techmodel.wording.plan_sheets import ids_words

if TYPE_CHECKING:
    from techmodel.core.checklist import Action
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.plan_facts import PlanFacts, StepRow
    from techmodel.wording.plan_sheets import Cells


def write_actions(book: Book) -> None:
    """Write the sheet, where there are projects."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None or layout.plan is None or layout.actions is None:
        return
    formulas = action_formulas(layout.actions, layout.plan)
    rows = {str(p.project.id): n for n, p in enumerate(facts.projects, 1)}
    write_list(
        book,
        ACTIONS,
        layout.actions,
        [
            {**_told(book.facts, row), **filled(formulas, _values(facts, row, rows), number)}
            for number, row in enumerate(facts.steps, layout.actions.first)
        ],
    )


def action_formulas(block: Block, plan: Block) -> dict[str, str]:
    """The formula of each column that is worked out, with "#" for the row.

    A step keeps its distance from the start of its project, and its length.
    """
    here = {c: block.here(c) for c in block.ids}
    row, start = here["plan_row"], here["start"]
    begun = f"INDEX({plan.wide('start')},{row})"
    to_do = f"INDEX({plan.wide('in_plan')},{row})=1"
    return {
        "plan_row": f"=IFERROR(MATCH({here['project_id']},{plan.wide('id')},0),0)",
        "start": (
            f'=IF({row}=0,"",IF(AND({to_do},ISNUMBER({begun})),'
            f'WORKDAY({begun},{here["offset"]},{CLOSED_DAYS}),""))'
        ),
        "end": (
            f'=IF(ISNUMBER({start}),WORKDAY({start},MAX(0,{here["days"]}-1),{CLOSED_DAYS}),"")'
        ),
    }


def _values(facts: PlanFacts, row: StepRow, rows: dict[str, int]) -> Cells:
    return {
        "plan_row": rows[row.planned.project.id],
        "start": row.step.start,
        "end": row.step.end if row.days else row.step.start,
    }


def _told(facts: Facts, row: StepRow) -> dict[str, Content]:
    """What the checklist says of the step."""
    step, project = row.step, row.planned.project
    capability = facts.capabilities[step.capability]
    scoring, checklist = facts.assessment.checklist.scoring, facts.assessment.checklist
    action = steps_of(capability, step.level - 1, step.level, scoring)[0].action
    return {
        "id": step.id,
        "project_id": project.id,
        "project": project.name,
        "capability": capability.name,
        "level": level_name(checklist, step.level),
        "action": action.action if action else "",
        "reached": capability.levels[step.level],
        "roles": _roles(facts, action),
        "exit_test": capability.test,
        "weeks_low": step.weeks.low,
        "weeks": step.weeks.likely,
        "weeks_high": step.weeks.high,
        "waits_for": ids_words(step.waits_for),
        "offset": row.offset,
        "days": row.days,
    }


def _roles(facts: Facts, action: Action | None) -> str:
    names = facts.assessment.checklist.roles
    return "; ".join(names.get(role, role) for role in action.roles) if action else ""
