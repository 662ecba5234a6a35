"""The formulas of the sheet Plan, and the values they have when the workbook is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.lateness import Late, why_late
from techmodel.core.plan_parts import Status
from techmodel.core.plan_sheets import NO
from techmodel.core.plan_tasks import is_counted
from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.plan_lists import CLOSED_DAYS
from techmodel.wording.plan_sheets import STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from techmodel.core.plan import PlannedProject
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Content
    from techmodel.export.xlsx.plan_facts import PlanFacts
    from techmodel.wording.plan_sheets import Cells

AS_OF = "AsOf"
"""The name of the cell with the day that dates are judged against."""
LATE_WORDS = {
    Late.FINISH_BY: "After finish by",
    Late.DUTY: "After duty date",
    Late.OVERDUE: "Overdue",
    Late.NOT_BEGUN: "Not begun",
}
NOT_STARTED, UNDER_WAY = STATUSES[Status.NOT_STARTED], STATUSES[Status.UNDER_WAY]
OVER = (STATUSES[Status.DONE], STATUSES[Status.DROPPED])


def plan_formulas(block: Block) -> dict[str, str]:
    """The formula of each column that is worked out, with "#" for the row.

    Finish is start and weeks by the calendar of the program: weekends and the days in Lists do
    not count. The other days are those that the work waits within the project.
    """
    here = {c: block.here(c) for c in block.ids}
    start, finish, by = here["start"], here["finish"], here["finish_by"]
    days = f"MAX(0,5*{here['weeks']}+N({here['other_days']})-1)"
    done, dropped = OVER
    out = [f'{here["status"]}="{done}"', f'{here["status"]}="{dropped}"']
    out += [f'{here["counted"]}="{NO}"', f'{here["project"]}=""']
    next_, all_next = here["next"], block.wide("next")
    too_late = f"OR(N({finish})>{by},{by}<{AS_OF})"
    duty = f"AND(ISNUMBER({here['done_by']}),N({finish})>N({here['done_by']}))"
    overdue = f"AND(ISNUMBER({finish}),N({finish})<{AS_OF})"
    idle = f'{here["status"]}="{NOT_STARTED}"'
    not_begun = f"AND({idle},ISNUMBER({start}),N({start})<{AS_OF})"
    to_do = f"{here['in_plan']}=1"
    return {
        "finish": (
            f"=IF(AND(ISNUMBER({start}),ISNUMBER({here['weeks']})),"
            f'WORKDAY({start},{days},{CLOSED_DAYS}),"")'
        ),
        "late": (
            f'=IF({to_do},IF(AND(ISNUMBER({by}),{too_late}),"{LATE_WORDS[Late.FINISH_BY]}",'
            f'IF({duty},"{LATE_WORDS[Late.DUTY]}",IF({overdue},"{LATE_WORDS[Late.OVERDUE]}",'
            f'IF({not_begun},"{LATE_WORDS[Late.NOT_BEGUN]}","")))),"")'
        ),
        "in_plan": f"=IF(OR({','.join(out)}),0,1)",
        "ends": f'=IF({to_do},{finish},"")',
        "next": (
            f'=IF({to_do},IF({here["status"]}="{UNDER_WAY}",{finish},'
            f'IF(ISNUMBER({start}),{start},"")),"")'
        ),
        "next_order": (
            f'=IF(ISNUMBER({next_}),COUNTIF({all_next},"<"&{next_})'
            f'+SUMPRODUCT(({all_next}={next_})*(ROW({all_next})<=ROW({next_}))),"")'
        ),
    }


def filled(formulas: Mapping[str, str], values: Cells, row: int) -> dict[str, Content]:
    """The formulas of a row with the values they have; "#" in them stands for the row."""
    return {
        column: Formula(text.replace("#", f"{row}"), _shown(values[column]))
        for column, text in formulas.items()
    }


def _shown(value: str | float | date | None) -> str | float | date:
    return "" if value is None else value


def plan_values(facts: PlanFacts, entries: Sequence[Cells]) -> list[Cells]:
    """What the formulas give, in the order of the projects; `entries` are what they look at."""
    found = [_values(facts, p, cells) for p, cells in zip(facts.projects, entries, strict=True)]
    days = [cells["next"] for cells in found]
    for n, cells in enumerate(found):
        day = cells["next"]
        before = sum(str(d) < str(day) for d in days if d) + sum(d == day for d in days[: n + 1])
        cells["next_order"] = before if day else ""
    return found


def _values(facts: PlanFacts, planned: PlannedProject, cells: Cells) -> Cells:
    project, to_do = planned.project, is_counted(planned.project, facts.book)
    finish = finish_of(facts, planned)
    begun = project.status is Status.UNDER_WAY
    next_ = finish if begun else cells["start"]
    return {
        "finish": finish,
        "late": late_words(planned, finish, facts) if to_do else "",
        "in_plan": int(to_do),
        "ends": finish if to_do else None,
        "next": next_ if to_do else None,
    }


def finish_of(facts: PlanFacts, planned: PlannedProject) -> date | None:
    """The last day; of a project that is not scheduled, what is fixed by hand leads to."""
    start, weeks = planned.project.pins.start, planned.project.weeks
    if planned.start or start is None or weeks is None:
        return planned.end
    return facts.working_day(start, max(0, 5 * weeks.likely - 1))


def late_words(planned: PlannedProject, finish: date | None, facts: PlanFacts) -> str:
    """What is late about a project that is still to do, "" for nothing."""
    start, duty = planned.start or planned.project.pins.start, facts.done_by(planned)
    after = duty is not None and finish is not None and finish > duty
    late = why_late(planned.project, start, finish, facts.today, after_duty=after)
    return LATE_WORDS[late] if late else ""
