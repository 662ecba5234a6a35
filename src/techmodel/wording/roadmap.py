"""The roadmap in words: what is done by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.roadmap import Horizon
from techmodel.wording.numbers import (
    british_date,
    join_words,
    month_year,
    plural,
    short_date,
)
from techmodel.wording.plan import capability_words
from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Checklist, DomainId
    from techmodel.core.plan import DutyDate
    from techmodel.core.roadmap import Bar, Quarter, Roadmap, Stage

QUESTION = "What is done by when?"
NOTHING_DATED = "No project has dates yet."
BY_QUARTER, HORIZONS, TABLE = "By quarter", "Three horizons", "Table"
SHOW_AS = "Show the roadmap as"
BOARD = "Roadmap by quarter and domain"
TWIN = "Roadmap as a table"
HEADS = ("Id", "Project", "Domain", "Done", "Starts", "Done by", "Owner")
EMPTY_TITLE = "There is nothing to show by quarter yet"
ENDLESS_TITLE = "The dates are not to be believed"
EMPTY_TEXT = (
    "Fill the plan from the gaps first. Each project then stands in the quarters it takes."
)
ENDLESS_TEXT = "The plan runs for centuries, so its dates are not shown. Let more run at once."
WAY_TITLE = "Begin in the Gantt"
WAY_TEXT = "There the plan is filled, changed and given its dates."
WAY_VERB = "Go to the Gantt"
HINT = "Enter or a click goes to the project in the Gantt."
WITHOUT_DOMAIN = "Own projects"

_HORIZONS = {Horizon.NOW: "Now", Horizon.NEXT: "Next", Horizon.LATER: "Later"}
_QUARTERS = ("Jan–Mar", "Apr–Jun", "Jul–Sep", "Oct–Dec")


def headline(roadmap: Roadmap) -> str:
    """What is done by the end of each horizon: "12 projects by June 2027 and 20 more by ..."."""
    if not roadmap.stages:
        return NOTHING_DATED
    counts = [(len(stage.bars), month_year(stage.last)) for stage in roadmap.stages if stage.bars]
    said = [f"{number:,} by {day}" for number, day in counts[1:]]
    first = f"{plural(counts[0][0], 'project')} by {counts[0][1]}"
    more = (
        [f"{said[0].split(' ', 1)[0]} more {said[0].split(' ', 1)[1]}", *said[1:]] if said else []
    )
    return f"{join_words([first, *more])}."


def horizon_name(horizon: Horizon) -> str:
    """A horizon as people say it: "Now"."""
    return _HORIZONS[horizon]


def until(stage: Stage) -> str:
    """How far a horizon reaches: "to June 2027"."""
    return f"to {month_year(stage.last)}"


def months_of(quarter: Quarter) -> str:
    """The months of a quarter: "Apr–Jun"."""
    return _QUARTERS[quarter.number - 1]


def domain_name(assessment: Assessment, domain: DomainId | None) -> str:
    """The name of a domain; that of own projects for None."""
    names = {d.id: d.name for d in assessment.checklist.domains}
    return names[domain] if domain else WITHOUT_DOMAIN


def bar_words(bar: Bar, domain: str) -> str:
    """A project on the roadmap, in a sentence for tips and screen readers."""
    planned = bar.planned
    start, end = planned.start, planned.end
    assert start is not None
    assert end is not None
    owner = f" Owner: {planned.project.owner}." if planned.project.owner else " No owner yet."
    days = f"{british_date(start)} to {british_date(end)}"
    return f"{project_words(planned.project)}. {domain}. {days}.{owner}"


def duties_words(duties: Sequence[DutyDate], checklist: Checklist) -> str:
    """The statutory dates that are marked, and whether the plan keeps them; "" for none."""
    if not duties:
        return ""
    said = [
        f"{capability_words(checklist, d.capability)} {short_date(d.wanted)}"
        f"{'' if d.kept else ' (missed)'}"
        for d in duties
    ]
    return f"Statutory dates: {'; '.join(said)}."


def counted(count: int) -> str:
    """How many projects are done in a horizon: "12 projects done"."""
    return f"{plural(count, 'project')} done"


def undated_words(count: int) -> str:
    """How many projects are not shown, and why; "" where none is."""
    if not count:
        return ""
    verb = "has" if count == 1 else "have"
    why = "done, dropped, not counted, or without weeks"
    return f"{plural(count, 'project')} {verb} no dates: {why}."
