"""What projects bring for how much work, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.effort import Quadrant
from techmodel.wording.numbers import plural, short_number
from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from techmodel.core.effort import Effort, Efforts

QUESTION = "Which projects bring much for little work?"
CHART = "What projects bring against their work"
TWIN = "What projects bring, as a table"
HEADS = ("Id", "Project", "Brings", "Weeks", "Beside the others", "Levels", "Unblocks")
SHOW_AS, PICTURE, TABLE = "Show as", "Picture", "Table"
ACROSS, UP = "Likely weeks of work", "What it brings, in levels"
EMPTY_TITLE = "There is nothing to compare yet"
EMPTY_TEXT = (
    "Fill the plan from the gaps first. Each project then stands by its work and its levels."
)
WAY_TITLE = "Begin in the Gantt"
WAY_TEXT = "There the plan is filled, changed and given its dates."
WAY_VERB = "Go to the Gantt"
HOW = (
    "A project brings the levels it adds, and a share of those that wait for it. "
    "The lines are the middle of all projects. Enter or a click goes to the Gantt."
)

QUADRANTS = {
    Quadrant.MUCH_FOR_LITTLE: "Much for little work",
    Quadrant.MUCH_FOR_MUCH: "Much, for much work",
    Quadrant.LITTLE_FOR_LITTLE: "Little, for little work",
    Quadrant.LITTLE_FOR_MUCH: "Little for much work",
}
"""What the quarters of the picture are called."""


def headline(efforts: Efforts) -> str:
    """How many projects bring much for little work, and which the most: one sentence."""
    if not efforts.all:
        return "No project has steps and dates yet."
    best = [e for e in efforts.all if efforts.quadrant(e) is Quadrant.MUCH_FOR_LITTLE]
    if len(efforts.all) == 1:
        return f"One project: {effort_words(efforts.all[0])}"
    if not best:
        return "No project brings much for little work: what brings more takes more."
    first = max(best, key=lambda e: (e.impact / max(e.weeks, 1), e.planned.project.id))
    verb = "brings" if len(best) == 1 else "bring"
    return (
        f"{len(best):,} of {plural(len(efforts.all), 'project')} {verb} much for little work, "
        f"most of all {project_words(first.planned.project)}."
    )


def beside(efforts: Efforts, effort: Effort) -> str:
    """How a project compares with the others; "" where there is no other."""
    return QUADRANTS[efforts.quadrant(effort)] if len(efforts.all) > 1 else ""


def effort_words(effort: Effort) -> str:
    """What a project brings and takes: "P31 Care record: 2 levels for 28 weeks of work."."""
    levels = f"{short_number(effort.levels)} {'level' if effort.levels == 1 else 'levels'}"
    more = f" and {short_number(effort.unblocked)} unblocked" if effort.unblocked else ""
    weeks = plural(effort.weeks, "week")
    return f"{project_words(effort.planned.project)}: {levels}{more} for {weeks} of work."


def without_words(count: int) -> str:
    """How many projects are not in the picture; "" where none is missing."""
    if not count:
        return ""
    verb, left = ("takes", "is") if count == 1 else ("take", "are")
    return f"{plural(count, 'project')} {verb} no step of the checklist and {left} left out."
