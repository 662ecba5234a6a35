"""The columns of the plan's sheets in the workbook, for its writer and for its reader."""

from __future__ import annotations

from techmodel.core.sheets import Column, ColumnKind, Sheet, entry, working

_ID, _NAME, _TEXT, _LONG = ColumnKind.ID, ColumnKind.NAME, ColumnKind.TEXT, ColumnKind.LONG
_WORD, _WHOLE = ColumnKind.WORD, ColumnKind.WHOLE
_SHARE, _DATE, _MONEY = ColumnKind.SHARE, ColumnKind.DATE, ColumnKind.MONEY

TOTALS = "Totals"
"""Stands as the id of the row below which a sheet holds totals and no more entries."""
REVISION, ASSESSMENT = "Revision", "Assessment id"
"""Rows of the sheet Lists, kept under `KEPT`: what a workbook that comes back was made from."""
MADE, CHANGE = "Made on", "Change id"
"""Rows beside them: the day of the export, ISO, and the id of the newest change it shows."""
LIST_SEPARATOR = ", "
"""Between several ids in one cell."""
YES, NO = "Yes", "No"


PLAN = Sheet(
    "Plan",
    "tblPlan",
    (
        Column("id", "Id", _ID),
        entry("project", "Project", _NAME, "A new row without an id is a new project."),
        entry("owner", "Owner", _NAME, "The role that answers for it; never a person's name."),
        entry("status", "Status", _WORD, "Choose from the list."),
        entry("percent", "Done", _SHARE, "How much of a project under way is done."),
        entry("start", "Start", _DATE, "Its first day; typing one fixes it."),
        entry("weeks", "Weeks", _WHOLE, "Working weeks its work takes, likely."),
        Column("finish", "Finish", _DATE, "From start and weeks, by the calendar in Lists."),
        Column(
            "slack",
            "Slack days",
            _WHOLE,
            "Working days it may slip if other work keeps its order; 0 is critical.",
        ),
        Column("critical", "Critical", _WORD, "Yes where the whole plan ends later if it slips."),
        entry(
            "after",
            "After",
            _TEXT,
            "Ids of projects it waits for by hand: P01, or P01+3 for three working days after.",
        ),
        entry("finish_by", "Finish by", _DATE, "The day it has to be done, if there is one."),
        Column("late", "Late", _WORD, "By Finish by, duty dates and the day on Gantt."),
        entry("note", "Note", _TEXT),
        Column(
            "counted",
            "Counted",
            _WORD,
            "No takes it out of the plan without losing it.",
            editable=True,
            detail=True,
        ),
        Column("reason", "Reason", _TEXT, "Why it was dropped.", editable=True, detail=True),
        working("kind", "Kind", _WORD, "From gaps, for one organisation, or added by hand."),
        working("domain", "Domain", _NAME, "The domains its steps belong to."),
        working("for_whom", "For", _NAME, "The organisation whose steps they are."),
        working("steps", "Steps", _TEXT, "Capability and level of each step it takes."),
        working("from_level", "From level", _WHOLE, "The lowest level it starts from."),
        working("to_level", "To level", _WHOLE, "The highest level it leads to."),
        working("weeks_low", "Weeks low", _WHOLE, "Working weeks its work takes, at least."),
        working("weeks_high", "Weeks high", _WHOLE, "Working weeks its work takes, at most."),
        working("waits_for", "Waits for", _TEXT, "All projects it waits for, by their steps too."),
        working(
            "other_days",
            "Other days",
            _WHOLE,
            "Working days waiting within it; below 0 where steps run side by side or are done.",
        ),
        working(
            "done_by", "Duty by", _DATE, "The day it must be finished by to keep its duty dates."
        ),
        working(
            "in_plan", "To do", _WHOLE, "1 where it is counted, and neither done nor dropped."
        ),
        working("ends", "Ends", _DATE, "The finish of those to do."),
        working("next", "Next date", _DATE, "When it begins or, once under way, when it ends."),
        working("next_order", "Order", _WHOLE, "1 for the first of these dates."),
    ),
    "One row a project: change owner, status, dates and weeks here, and bring the file back.",
)

RAID = Sheet(
    "RAID",
    "tblRaid",
    (
        Column("id", "Id", _ID),
        entry("kind", "Kind", _WORD, "Risk, assumption, issue or dependency."),
        entry("text", "What", _NAME),
        entry("cause", "Cause", _NAME),
        entry("consequence", "Consequence", _NAME),
        entry("likelihood", "Likelihood", _WORD, "1 to 5; the words are in the list."),
        entry("impact", "Impact", _WORD, "1 to 5; the words are in the list."),
        Column("score", "Score", _WHOLE, "Likelihood times impact, 1 to 25."),
        Column("band", "Band", _WORD, "Low, medium, high or very high, by the score."),
        entry("response", "Response", _NAME, "What is done about it."),
        entry("owner", "Owner", _NAME, "The role that deals with it."),
        entry("due", "Due", _DATE),
        entry("open", "Open", _WORD, "No once it does not matter any more."),
        entry("project", "Project", _ID, "The id of its project; empty for the whole plan."),
        Column("late", "Late", _WORD, "Worked out against the day on Gantt."),
        working("order", "Order", _WHOLE, "1 for the open risk with the highest score."),
    ),
    "Risks, assumptions, issues and dependencies.",
)

BENEFITS = Sheet(
    "Benefits",
    "tblBenefits",
    (
        Column("id", "Id", _ID),
        entry("stage", "Column", _WORD, "Where it stands in the logic model, left to right."),
        entry("name", "Name", _NAME),
        entry("leads_to", "Leads to", _WORD, "Ids of what it leads to, further right."),
        entry("projects", "Projects", _WORD, "Ids of the projects that bring it about."),
        entry("measure", "Measure", _NAME, "How one will see it."),
        entry("baseline", "Baseline", _WORD, "The measure now."),
        entry("target", "Target", _WORD, "The measure then."),
        entry("owner", "Owner", _NAME, "The role that answers for it."),
        entry("review", "Review", _DATE, "When it is looked at."),
        entry("note", "Note", _NAME),
        Column("late", "Late", _WORD, "Worked out against the day on Gantt."),
    ),
    "The logic model: inputs, activities, outputs, outcomes and impact.",
)

COSTS = Sheet(
    "Costs",
    "tblCosts",
    (
        Column("id", "Id", _ID),
        entry("project", "Project", _ID, "The id of its project; empty for the whole plan."),
        entry("label", "What is paid for", _NAME),
        entry("kind", "Kind", _WORD, "One-off, or recurrent: paid every year."),
        entry("low", "Low", _MONEY, "Pounds, of the one year or of each year, at least."),
        entry("likely", "Likely", _MONEY, "Pounds, likely."),
        entry("high", "High", _MONEY, "Pounds, at most."),
        entry("first_year", "First year", _WORD, "2027/28 is April 2027 to March 2028."),
        entry("years", "Years", _WHOLE, "How many years it is paid; 1 for one-off."),
        entry("funding", "Funding", _NAME, "Where the money comes from; empty while unknown."),
        entry("note", "Note", _NAME),
        Column("counts", "Counts", _WORD, "No where its project is dropped or not counted."),
        Column("total_low", "Total low", _MONEY, "Pounds over all its years, at least."),
        Column("total", "Total likely", _MONEY, "Pounds over all its years, likely."),
        Column("total_high", "Total high", _MONEY, "Pounds over all its years, at most."),
    ),
    "What the plan costs; a column for each financial year follows, with the likely pounds.",
)
"""Columns of financial years follow, one each: `year_column`. Below the list, from the row whose
id is `TOTALS`, stand totals."""

ACTIONS = Sheet(
    "Actions",
    "tblActions",
    (
        Column("id", "Id", _ID),
        Column("project_id", "Project id", _ID),
        Column("project", "Project", _NAME),
        Column("capability", "Capability", _NAME),
        Column("level", "To level", _WORD),
        Column("action", "Action", _TEXT, "What the checklist proposes."),
        Column("roles", "Roles", _NAME),
        Column("weeks", "Weeks", _WHOLE, "Working weeks it takes, likely."),
        Column("start", "Start", _DATE, "It moves with its project."),
        Column("end", "End", _DATE, "It moves with its project."),
        working("reached", "What it brings", _LONG, "The level in words, once it is there."),
        working("exit_test", "Done when", _LONG, "What shows that it is there."),
        working("weeks_low", "Weeks low", _WHOLE, "Working weeks it takes, at least."),
        working("weeks_high", "Weeks high", _WHOLE, "Working weeks it takes, at most."),
        working("waits_for", "Waits for", _TEXT, "Steps of the plan that come first."),
        working("plan_row", "Plan row", _WHOLE, "Where its project stands on Plan; 0 nowhere."),
        working("offset", "After days", _WHOLE, "Working days after its project begins."),
        working("days", "Days", _WHOLE, "Working days from its start to its end."),
    ),
    "One row a step of the plan: what to do, who does it, and when it is done.",
)

KEPT = Sheet(
    "Lists",
    "tblKept",
    (Column("id", "Kept for coming back", _NAME), Column("value", "Kept value", _TEXT)),
    "What the workbook was made from.",
)
"""A block on the sheet Lists, found by its two headers beside each other in any row."""

SCENARIO = "scenario:"
"""What the ids of the columns on Plan begin with that hold the finish under a scenario."""
PLAN_SHEETS = (PLAN, RAID, BENEFITS, COSTS, ACTIONS)
"""The plan's sheets that are one list each; the sheet Gantt is drawn from Plan."""
GANTT = "Gantt"


def year_column(year: int) -> Column:
    """The column of a financial year on Costs: 2027, "fy2027", is headed "2027/28"."""
    return Column(
        f"fy{year}", f"{year}/{(year + 1) % 100:02}", _MONEY, "Likely pounds in this year."
    )
