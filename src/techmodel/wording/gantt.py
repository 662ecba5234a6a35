"""What the Gantt says: heads, filters, bars, load, what is done with projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import Status
from techmodel.wording.numbers import (
    british_date,
    month_year,
    percent_range,
    plural,
    short_date,
)
from techmodel.wording.plan_labels import STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability
    from techmodel.core.forecast import Moment
    from techmodel.core.plan import DutyDate, PlannedStep
    from techmodel.core.plan_parts import Project

HEADS = ("Count", "Id", "Project", "Level", "Owner", "Start", "Weeks", "Slack")
"""The columns of the table."""
HEAD_TIPS = (
    "Whether the plan counts this project",
    "",
    "",
    "From which level to which",
    "The role that answers for it",
    "The first day; a date that was fixed by hand has a dot",
    "Likely weeks of work",
    (
        "Working days it may slip before the plan ends later, if all other work keeps its order; "
        "late is what misses a duty date or its own finish-by"
    ),
)
TABLE = "Projects of the plan"
CHART = "Bars of the projects; the table beside it says the same in words"
FILTER_WORDS = {
    "all": "All",
    "critical": "Critical",
    "late": "Late",
    "no owner": "No owner",
    "not counted": "Not counted",
}
GROUP_WORDS = {
    "nothing": "Not grouped",
    "domain": "By domain",
    "horizon": "By horizon",
}
SCALE_WORDS = {"weeks": "Weeks", "months": "Months", "quarters": "Quarters", "fit": "All"}
SCALE, GROUP = "Time scale", "Group projects"
NO_DATES = "Without dates"
CRITICAL, LATE, DONE, DROPPED = "Critical", "Late", "Done", "Dropped"
LEGEND = ("critical", "has slack", "not counted", "statutory date")
ADD, LINK, MORE = "Add project", "Link…", "More"
MORE_NAME = "More that can be done with the project"
HALVES = (("table", "Table"), ("bars", "Bars"))
HALVES_NAME = "Show"
NOW = "Now"
OPEN, RENAME = "Open details", "Rename"
UP, DOWN = "Move up", "Move down"
EARLIER, LATER = "Start a week earlier", "Start a week later"
LET_GO = "Let the start go"
BUNDLE, SPLIT = "Bundle the selected…", "Split…"
DONE_VERB, DROP, TAKE_UP = "Mark as done…", "Drop…", "Take up again"
NOT_KEPT = "What cannot be kept…"
OPEN_ALL, FOLD_ALL = "Show all steps", "Hide all steps"
COPY = "Copy with headers"
CLOSER, FARTHER = "Zoom in", "Zoom out"
DROP_TEXT = "Why is it dropped? The reason is kept; the project stays in the list."
BUNDLE_TITLE, BUNDLE_TEXT = "Bundle projects", "What is the project called that takes them all in?"
ADD_ASK = "What is it called?"
TWO_TO_BUNDLE = "Select two or more projects with Shift or Ctrl, then bundle them."
SORTED = "The table is sorted. Click its head until it is in the order of the plan, then move."
READ_ONLY = "Opened for reading: the plan cannot be changed here."
WORKING = "Working out the dates…"
NOTHING_TITLE = "Nothing is planned yet"
NOTHING_TEXT = "A plan says who does what by when. It can begin with the gaps that were found."
FILL_TITLE = "From the gaps"
FILL_TEXT = (
    "A project for each gap, with its steps, weeks and owner. You see it before it is kept."
)
ADD_TITLE = "By hand"
ADD_TEXT = "A project of your own, such as a procurement."
NEW_PROJECT = "New project"
NONE_LEFT = "No project is like that. Choose another filter above."
TARGET_TITLE = "Target reached if the ticked projects finish"
LOAD_TITLE = "Steps in work, by month"
SET_LIMIT = "Set a limit…"
LIMIT_TITLE = "How many steps at once?"
LIMIT_TEXT = "A whole number from 1; empty for no limit. The dates are worked out again."
NO_LIMIT = "no limit"
MANY = 20
"""More steps than these at once, and a limit is worth setting."""


def step_name(step: PlannedStep, capability: Capability | None) -> str:
    """What a step does: "To level 3: Publish the directory"."""
    actions = capability.actions if capability else ()
    action = next((a.action for a in actions if a.to_level == step.level), "")
    name = capability.name if capability else step.capability
    return f"{step.capability} {action or name}"


def counted_words(counted: bool) -> str:
    """Whether a project is counted, for a table."""
    return "Yes" if counted else "No"


def level_words(levels: tuple[int, int] | None) -> str:
    """From which level to which: "2 → 4"."""
    return f"{levels[0]} → {levels[1]}" if levels else ""


def day_words(day: date | None) -> str:
    """A day in the table: "4 Jan 27"."""
    return f"{day.day} {day:%b %y}" if day else ""


def slack_words(status: Status, slack: int | None, *, late: bool) -> str:
    """The room a project has: "Critical", "12", "Late, critical", or that it is over."""
    if status is Status.DONE:
        return DONE
    if status is Status.DROPPED:
        return DROPPED
    room = "" if slack is None else f"{slack}" if slack else CRITICAL
    if not late:
        return room
    return f"{LATE}, {room.lower()}" if room else LATE


def late_words(missed: str) -> str:
    """What a project is late for: "Late: P07 was to be done by ..."."""
    return f"{LATE}: {missed}"


def span_words(start: date | None, end: date | None) -> str:
    """From when to when: "4 Jan 2027 to 16 Apr 2027"."""
    if start is None or end is None:
        return "no dates"
    if start == end:
        return f"on {short_date(start)}"
    return f"{short_date(start)} to {short_date(end)}"


def bar_words(project: Project, span: str, slack: int | None, counted: bool) -> str:
    """A bar in words: "P07 Service directory: 4 Jan 2027 to 29 Jan 2027; 54 days of slack"."""
    said = [span]
    if not counted:
        said.append("not counted")
    elif slack == 0:
        said.append("critical")
    elif slack is not None:
        said.append(f"{plural(slack, 'working day')} of slack")
    if project.status is not Status.NOT_STARTED:
        said.append(STATUS_WORDS[project.status])
    if project.status is Status.UNDER_WAY:
        said.append(f"{project.percent}% done")
    if project.pins.finish_by:
        said.append(f"to be done by {short_date(project.pins.finish_by)}")
    return f"{project.id} {project.name}: {'; '.join(said)}"


def duty_labels(duty: DutyDate, assessment: Assessment) -> tuple[str, ...]:
    """What stands at a statutory date, from long to short.

    "Digital clinical safety, 30 Jun", "GOV-04, 30 Jun", "30 Jun".
    """
    found = assessment.checklist.capability(duty.capability)
    day = f"{duty.wanted.day} {duty.wanted:%b}"
    names = (found.name, duty.capability) if found else (duty.capability,)
    return (*(f"{name}, {day}" for name in names), day)


def dates_label(count: int) -> str:
    """What stands at several statutory dates that are too near each other."""
    return plural(count, "duty date")


def duty_tip(duty: DutyDate, assessment: Assessment) -> str:
    """A statutory date whole: name of the duty, date, and whether it is kept."""
    found = assessment.checklist.capability(duty.capability)
    name = found.duty.name if found and found.duty else duty.capability
    got = f"the plan reaches it on {british_date(duty.got)}" if duty.got else "not planned"
    return f"{name}: {british_date(duty.wanted)}; {got}"


def passed_label(count: int) -> str:
    """That statutory dates lie before the chart begins."""
    return f"◂ {plural(count, 'duty date')} passed"


def load_words(peak: int, when: date | None, limit: int | None, over: int) -> str:
    """How much is in work at once, in a sentence."""
    if when is None:
        return "Nothing in the plan has dates yet."
    if over:
        months = plural(over, "month")
        return f"Over the limit in {months} (hatched); at most {peak} in {month_year(when)}."
    if limit is None and peak > MANY:
        return f"{peak} at once in {month_year(when)}. If that is too many, set a limit."
    if limit is None:
        return f"At most {peak} at once, in {month_year(when)}."
    return f"Never more than {peak} at once."


def limit_words(limit: int | None) -> str:
    """The limit of the load: "limit 5"."""
    return NO_LIMIT if limit is None else f"limit {limit}"


def load_table(months: Sequence[tuple[date, int]]) -> str:
    """The load for a screen reader: "November 2026: 4, December 2026: 5"."""
    return ", ".join(f"{month_year(day)}: {peak}" for day, peak in months)


def target_words(moments: Sequence[Moment], assessment: Assessment) -> str:
    """Which domain stays lowest at the end: "Access stays lowest: 61% at the end."."""
    held = [(s.low, d, s) for d, s in moments[-1].domains.items() if s] if moments else []
    if not held:
        return ""
    lowest, domain, share = min(held)
    if lowest > 1 - 1e-9:
        return "Every domain reaches its targets."
    name = next(d.name for d in assessment.checklist.domains if d.id == domain)
    return f"{name} stays lowest: {percent_range(share, '–')} at the end."


def target_table(moments: Sequence[Moment]) -> str:
    """What is reached, for a screen reader: "31 March 2027: 66 to 72%"."""
    return ", ".join(f"{british_date(m.day)}: {percent_range(m.overall)}" for m in moments)


def moved_words(project: Project, start: date | None) -> str:
    """When a project may begin now, for the status line; None as soon as it can."""
    if start is None:
        return f"{project.id} begins as soon as it can."
    return f"{project.id} does not begin before {british_date(start)}."


def moved_less_words(project: Project, wanted: date, start: date, why: str) -> str:
    """That a project begins later than it may, and why."""
    begins = f"{project.id} begins on {british_date(start)}"
    return f"{begins}, not on {british_date(wanted)}: {why}."


def shown_words(shown: int, all_: int) -> str:
    """How many projects are shown: "5 of 45 projects shown"."""
    return f"{shown} of {plural(all_, 'project')} shown"


def ordered_words(head: str, down: bool | None) -> str:
    """In which order the projects stand; `down` is None for that of the plan."""
    if down is None:
        return "In the order of the plan"
    return f"In order of {head.lower()}, {'highest' if down else 'lowest'} first"


def not_a_date(text: str) -> str:
    """That what was typed is no date, and how to type one."""
    return f"‘{text}’ is no date. Type it like 4 Jan 2027, or leave it empty to let it go."


def not_a_number(text: str) -> str:
    """That what was typed is no number of weeks."""
    return f"‘{text}’ is no number of weeks. Type a whole number, such as 12."


def not_a_limit(text: str) -> str:
    """That what was typed is no limit."""
    return f"‘{text}’ is no limit. Type a whole number from 1, or leave it empty."


def cannot_begin_earlier(project: Project, why: str) -> str:
    """That a project cannot begin earlier, and why."""
    return f"{project.id} cannot begin earlier: {why}."


def drop_title(project: Project) -> str:
    """What is asked about when a project is dropped."""
    return f"Drop {project.id} {project.name}"


def not_a_percentage(text: str) -> str:
    """That what was typed is no share of the work."""
    return f"‘{text}’ is no percentage. Type a whole number from 0 to 100."


def not_days(text: str) -> str:
    """That what was typed is no number of days."""
    return f"‘{text}’ is no number of working days. Type a whole number, such as 10."
