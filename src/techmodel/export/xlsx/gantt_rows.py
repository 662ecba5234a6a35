"""What stands in the cells of the sheet Gantt: formulas that follow the sheet Plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import Status
from techmodel.core.plan_sheets import NO, YES
from techmodel.core.plan_tasks import is_counted
from techmodel.export.xlsx import gantt_frame as at
from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.plan_formulas import OVER, finish_of, plan_values
from techmodel.wording.plan_sheets import plan_cells

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from techmodel.core.plan import PlannedProject
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.gantt_frame import Frame
    from techmodel.export.xlsx.plan_facts import PlanFacts
    from techmodel.wording.plan_sheets import Cells

NOT_COUNTED, CRITICAL = "Not counted", "Critical"
_FROM_PLAN = ("id", "project", "owner", "start", "finish", "weeks", "percent")


def axis(frame: Frame) -> tuple[list[Content], list[Content]]:
    """The months, named where one begins, and the Mondays."""
    months: list[Content] = []
    days: list[Content] = []
    for n in range(frame.count):
        day, column = frame.day(n), at.letter(at.LEFT + n)
        here, before = f"{column}${at.HEAD}", f"{at.letter(at.LEFT + n - 1)}${at.HEAD}"
        new = n == 0 or day.month != frame.day(n - 1).month
        days.append(Formula(f"={before}+7*{at.STEP}" if n else f"={at.BEGIN}", day))
        test = f'=IF(MONTH({here})=MONTH({before}),"",{here})' if n else f"={here}"
        months.append(Formula(test, day if new else ""))
    return months, days


def at_once(book: Book, frame: Frame) -> Iterator[Content]:
    """How many steps are at work on each Monday; a project without steps counts as one."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None or layout.plan is None or layout.actions is None:
        return
    plan, actions = layout.plan, layout.actions
    spans = _spans(facts)
    for n in range(frame.count):
        day, here = frame.day(n), f"{at.letter(at.LEFT + n)}${at.HEAD}"
        steps = _between(actions, "start", "end", here)
        own = _between(plan, "start", "finish", here)
        text = (
            f'=COUNTIFS({steps},{actions.wide("days")},">0")'
            f'+COUNTIFS({own},{plan.wide("in_plan")},1,{plan.wide("steps")},"",'
            f'{plan.wide("weeks")},">0")'
        )
        yield Formula(text, sum(start <= day <= end for start, end in spans))


def _between(block: Block, start: str, end: str, day: str) -> str:
    return f'{block.wide(start)},"<="&{day},{block.wide(end)},">="&{day}'


def _spans(facts: PlanFacts) -> list[tuple[date, date]]:
    """First and last day of every step with a length, and of every own project to do."""
    steps = [(row.step.start, row.step.end) for row in facts.steps if row.days]
    for planned in facts.projects:
        project = planned.project
        own = not project.steps and project.weeks is not None and project.weeks.likely > 0
        start, finish = planned.start or project.pins.start, finish_of(facts, planned)
        if own and start and finish and is_counted(project, facts.book):
            steps.append((start, finish))
    return steps


def duties(book: Book, frame: Frame) -> Iterator[Content]:
    """How many statutory dates of capabilities below target fall into each column."""
    gaps = book.layout.gaps
    days = [
        g.duty.date
        for g in book.facts.report.gaps.capabilities
        if g.duty and g.duty.date and g.gap and g.gap.high
    ]
    for n in range(frame.count):
        here = f"{at.letter(at.LEFT + n)}${at.HEAD}"
        where = f'{gaps.all("duty_date")},">="&{here},{gaps.all("duty_date")}'
        count = f'COUNTIFS({where},"<"&{here}+7*{at.STEP},{gaps.all("gap_high")},">0")'
        found = sum(frame.day(n) <= day < frame.day(n + 1) for day in days)
        yield Formula(f'=IF({count}=0,"",{count})', found or "")


def project_rows(book: Book, frame: Frame) -> Iterator[list[Content]]:
    """The cells of each project's row, in the order of Plan, and of rows to spare."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None or layout.plan is None:
        return
    entries = [plan_cells(p, facts.book) for p in facts.projects]
    worked = plan_values(facts, entries)
    for n in range(frame.rows):
        formulas = _formulas(layout.plan)
        if n < len(facts.projects):
            values = _values(facts.projects[n], entries[n] | worked[n])
        else:
            values = [""] * len(formulas)
        yield [Formula(text, value) for text, value in zip(formulas, values, strict=True)]


def _formulas(plan: Block) -> list[str]:
    """The formulas of a row: each looks up the same row of Plan."""
    place = f"ROW()-{at.FIRST - 1}"

    def cell(column: str) -> str:
        return f"INDEX({plan.wide(column)},{place})"

    done, dropped = OVER
    slack = f'IF({cell("critical")}="{YES}","{CRITICAL}",{cell("slack")}&"")'
    for test, word in (
        (f'{cell("counted")}="{NO}"', NOT_COUNTED),
        (f'{cell("status")}="{dropped}"', dropped),
        (f'{cell("status")}="{done}"', done),
    ):
        slack = f'IF({test},"{word}",{slack})'
    found = []
    for column in _FROM_PLAN:
        text = column in {"id", "project", "owner"}
        shown = f'{cell(column)}&""' if text else f'IF(ISNUMBER({cell(column)}),{cell(column)},"")'
        found.append(f"={shown}")
    return [*found, f'=IF({cell("project")}="","",{slack})']


def _values(planned: PlannedProject, cells: Cells) -> list[str | float | date]:
    shown: list[str | float | date] = []
    for column in _FROM_PLAN:
        value = cells[column]
        shown.append("" if value is None else value)
    return [*shown, _slack(planned, counted=cells["counted"] != NO)]


def _slack(planned: PlannedProject, *, counted: bool) -> str:
    done, dropped = OVER
    over = {Status.DONE: done, Status.DROPPED: dropped}.get(planned.project.status)
    if over:
        return over
    if not counted:
        return NOT_COUNTED
    if planned.critical:
        return CRITICAL
    return "" if planned.slack is None else f"{planned.slack}"
