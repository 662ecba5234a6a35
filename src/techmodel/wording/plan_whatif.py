"""What if we did it otherwise: terms, results and comparisons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.costs import money_range
from techmodel.wording.numbers import (
    british_date,
    half_up,
    join_words,
    month_year,
    percent,
    percent_range,
    plural,
    short_date,
)
from techmodel.wording.plan import count_words
from techmodel.wording.plan_changes import scenario_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from techmodel.core.costs import Sums
    from techmodel.core.forecast import Moment
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Terms
    from techmodel.core.spread import Spread

QUESTION = "What if we did it otherwise?"
THE_PLAN, THIS = "The plan", "What is set here"
EMPTY_TITLE = "There is nothing to try out yet"
EMPTY_TEXT = (
    "Fill the plan from the gaps first. Then other starts, paces and projects can be tried."
)
WAY_TITLE, WAY_TEXT = "Begin in the Gantt", "There the plan is filled from the gaps."
WAY_VERB = "Go to the Gantt"
ONLY_TO_LOOK = "Opened for reading: try what you like, but nothing can be kept here."
ADOPT, KEEP, UPDATE = "Make it the plan", "Keep as…", "Keep changes"
RENAME, FORGET = "Rename…", "Forget"
SCENARIO = "Show"
KEEP_TITLE, KEEP_TEXT, KEEP_VERB = "Keep as a scenario", "What is it called?", "Keep it"
RENAME_TITLE, RENAME_TEXT, RENAME_VERB = "Rename the scenario", "What is it called?", "Rename it"

TERMS, PROJECTS, CLOSED = "terms", "projects", "closed"
SETTINGS = ((TERMS, "Pace"), (PROJECTS, "Projects"), (CLOSED, "Closed days"))
SET = "Set"
START, START_HINT = "Start", "A date such as 4 Jan 2027. Empty: the next working day."
WRONG_DAYS = "Type a day such as 24 Dec 2026, or two with “to” between, at most 60 days."
WRONG_DATE = "That is no date. Type one such as 4 Jan 2027."
CAPACITY, CAPACITY_HINT = "Steps at once", "How many steps are in work at the same time."
NO_LIMIT = "No limit"
ROLES, ROLES_HINT = "Limits of roles", "Steps at once that may keep a role busy."
ADD_ROLE = "Add a role…"
REMOVE = "Remove"
COUNTED, COUNTED_HEADS = "Projects that count", ("Project", "Weeks")
ALL, NONE = "Count all", "Count none"
CLOSED_TEXT = "Nobody works on these days. They hold for the plan and for every scenario, at once."
CLOSE, CLOSE_NAME = "Close", "Close a day, or from one to another"
CLOSE_HINT = "24 Dec 2026 to 1 Jan 2027"
CLOSED_NAME, CLOSED_HEADS = "Closed days", ("Day", "Why")
BY_HAND = "Closed by hand"
OPEN = "Open again"

DOMAINS, CAPABILITIES, DUTIES, COSTS = "domains", "capabilities", "duties", "costs"
SURE, COMPARE = "sure", "compare"
RESULTS = (
    (DOMAINS, "Domains"),
    (CAPABILITIES, "Capabilities"),
    (DUTIES, "Duty dates"),
    (COSTS, "Costs"),
    (SURE, "How sure"),
    (COMPARE, "Compare"),
)
RESULT = "Look at"
DUTY_HEADS = ("Capability", "Duty date", "The plan", "What is set here", "Kept")
COST_HEADS = ("Year", "One-off", "Recurrent", "Together", "The plan")
EVERY_QUARTER, AGAINST = "Every quarter", "Against the plan"
NAMES = {
    DOMAINS: "Share of the targets reached, by domain",
    CAPABILITIES: "Predicted level of each capability",
    DUTIES: "Duty dates",
    COSTS: "Costs by financial year",
    COMPARE: "Two side by side",
}
"""What the tables are called."""
NO_DUTIES = "No target that is still to be reached has a duty date."
NO_COSTS = "No costs are written down yet."
ALL_DOMAINS, ALL_YEARS = "All domains", "All years"
NOT_PLANNED, NEVER = "not planned", "Nothing has dates"

RUN, CANCEL = "Work it out", "Cancel"
RUN_TEXT = (
    "Every step takes between its least and its most weeks. A thousand runs draw them by chance "
    "and show when the plan ends."
)
STOPPED = "Stopped. Nothing was changed."
PROGRESS = "Runs done"
FIRST, SECOND = "Compare", "with"


def headline(plan: Plan, other: Plan, ours: Sequence[Moment], theirs: Sequence[Moment]) -> str:
    """What is set here against the plan, in one or two sentences."""
    lines = scenario_lines(plan, other, ours, theirs)
    if lines:
        return " ".join(lines[:2])
    if other.end is None:
        return "Nothing has dates, as in the plan."
    return f"As the plan: it ends in {month_year(other.end)}."


def end_words(plan: Plan) -> str:
    """When a plan ends: "12 Mar 2029"."""
    if plan.end is None:
        return NEVER
    return "beyond 2299" if plan.endless else short_date(plan.end)


def duties_words(plan: Plan) -> str:
    """How many duty dates a plan keeps: "5 of 7"."""
    if not plan.duties:
        return "none to keep"
    return f"{sum(d.kept for d in plan.duties)} of {len(plan.duties)}"


def reached_words(moments: Sequence[Moment]) -> str:
    """What is reached in the end: "84–86%"."""
    return percent_range(moments[-1].overall, "–")


def costs_words(total: Sums) -> str:
    """What it costs in all: "£1.2m to £1.9m"."""
    return money_range(total.total, short=True) if total.total.high else "none yet"


def plan_says(words: str) -> str:
    """What stands below a figure: what the plan comes to."""
    return f"plan: {words}"


def moment_head(moment: Moment, first: Moment) -> str:
    """The head of a column: "Now", "Mar 2027"."""
    if moment is first:
        return "Now"
    return short_date(moment.day).split(" ", 1)[1]


def moment_words(moment: Moment, first: Moment) -> str:
    """When something holds: "now", "by 31 March 2027"."""
    return "now" if moment is first else f"by {british_date(moment.day)}"


def signed(more: float) -> str:
    """How much more or less: "+3", "−2", "0"."""
    text = half_up(abs(more))
    if text == "0":
        return text
    return f"{'+' if more > 0 else '−'}{text}"


def in_units(head: str, unit: str) -> str:
    """The head of a table of differences: "Domain (more or less, in points)"."""
    return f"{head} (more or less, in {unit})"


def beside_plan(here: str, plan: str) -> str:
    """What is reached here, and in the plan."""
    return f"{here}; in the plan {plan}"


def day_or(day: date | None, otherwise: str = NOT_PLANNED) -> str:
    """A date, or what is said where there is none."""
    return short_date(day) if day else otherwise


def terms_words(terms: Terms, role_names: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Start, pace, limits of roles and what is not counted, for comparing."""
    start = short_date(terms.start) if terms.start else "next working day"
    pace = f"{plural(terms.capacity, 'step')} at once" if terms.capacity else NO_LIMIT.lower()
    limits = [f"{role_names.get(r, r)} {n}" for r, n in sorted(terms.roles.items())]
    off = plural(len(terms.off), "project") if terms.off else "none"
    return start, pace, join_words(limits) or "none", off


def projects_words(count: int, on: int) -> str:
    """How many projects count."""
    return "All count." if on == count else f"{on} of {plural(count, 'project')} count."


def running(done: int, runs: int) -> str:
    """How far a simulation is."""
    return f"{done:,} of {plural(runs, 'run')} done."


def spread_words(plan: Plan, spread: Spread) -> tuple[str, ...]:
    """How sure the end of a plan is, in sentences."""
    half, most = british_date(spread.half), british_date(spread.most)
    if spread.half == spread.most:
        lines = [f"In four of five of {spread.runs:,} runs, all is done by {most}."]
    else:
        lines = [
            f"Half of {spread.runs:,} runs end by {half} (P50).",
            f"Four in five end by {most} (P80), a safer date to promise.",
        ]
    if plan.end:
        share = percent(spread.in_time)
        end = british_date(plan.end)
        lines.append(f"{share} end by {end}, the end if all takes its likely weeks.")
    return tuple(lines)


def compared(first: str, second: str, lines: Sequence[str]) -> str:
    """What the second does against the first, in sentences."""
    if not lines:
        return f"“{second}” comes to the same as “{first}”."
    return f"“{second}”, not “{first}”: {' '.join(lines)}"


def suggested_name(terms: Terms, taken: Sequence[str]) -> str:
    """A name for what is set here that nobody has yet: "Five at a time"."""
    pace = f"{count_words(terms.capacity)} at a time" if terms.capacity else NO_LIMIT.lower()
    parts = [pace]
    if terms.start:
        parts.append(f"from {month_year(terms.start)}")
    if terms.off:
        parts.append(f"without {plural(len(terms.off), 'project')}")
    name = join_words(parts)
    name = f"{name[0].upper()}{name[1:]}"
    number, found = 2, name
    while found.casefold() in {t.casefold() for t in taken}:
        found, number = f"{name} ({number})", number + 1
    return found
