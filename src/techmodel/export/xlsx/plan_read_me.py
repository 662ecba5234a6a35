"""What the sheet Read me says of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_sheets import ACTIONS, BENEFITS, COSTS, GANTT, PLAN, RAID
from techmodel.export.xlsx.read_me_texts import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.sheets import Sheet
    from techmodel.export.xlsx.plan_facts import PlanFacts

GANTT_PURPOSE = (
    "The projects as bars, drawn from the dates on Plan: critical, with slack, done, not counted."
)
NO_PLAN = (
    "Nothing is planned yet. Fill the plan from the gaps in the program, then export again:"
    " projects, Gantt, risks, benefits, costs and actions get sheets of their own."
)
PLAN_MARKS = terms("""
Shaded, on the plan’s sheets
    Yours to change: owners, status, dates, weeks, notes, risks, benefits and costs. A row without
    an id is a new one. Import the workbook into the program to bring the changes back; it shows
    them all before it takes any.
""")
HOW_PLAN = terms("""
Finish
    The working day that is reached when the weeks, five days each, and the other days have passed
    since the start. Weekends, bank holidays of England and closed days do not count; the list
    Nobody works on, on the sheet Lists, can be changed.
Plan ends
    The last finish of all projects that are counted, and neither done nor dropped.
Late
    After finish by: it ends after that day, or the day has passed. Overdue: its finish has passed.
    Not begun: its start has passed. The day it is judged against stands at the top of Gantt.
Steps at work
    On Gantt: how many steps are at work on the day a column begins, and own projects with them.
    They move with the start of their project.
Score
    Likelihood times impact: 1 to 3 low, 4 to 6 medium, 8 to 12 high, 15 to 25 very high.
Costs by year
    Likely pounds in each financial year from the first one on, of what counts. What belongs to
    a project that is dropped or not counted does not count.
""")
NOT_PLANNED = terms("""
Start, Slack, Critical
    As the program scheduled them. Slack is the working days a project may slip before the plan
    ends later, if all other work keeps its order. A date changed here moves the finish of its
    project, the plan’s end and the bars, but no other project. Import the workbook and the program
    schedules anew.
Scenarios
    As they were when the workbook was made.
""")


def plan_sheets(plan: PlanFacts | None) -> tuple[Sheet, ...]:
    """The list sheets of the plan that are there."""
    if plan is None:
        return ()
    logs = (RAID, BENEFITS, COSTS)
    return (PLAN, *logs, ACTIONS) if plan.plan else logs


def plan_purposes(plan: PlanFacts | None) -> Iterator[tuple[str, str]]:
    """Each sheet of the plan with what it is for; one sentence where there is none."""
    if plan is None:
        yield PLAN.title, NO_PLAN
    for sheet in plan_sheets(plan):
        yield sheet.title, sheet.purpose
        if sheet is PLAN:
            yield GANTT, GANTT_PURPOSE
