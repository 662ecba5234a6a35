"""What the details of one project say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import Status
from techmodel.wording.numbers import british_date, join_words, plural, weeks_range
from techmodel.wording.plan import capability_words
from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Action, CapabilityId, Weeks
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.plan import PlannedProject, PlannedStep
    from techmodel.core.plan_parts import Link, Project

NAME, OWNER, STATUS, PERCENT = "Name", "Owner", "How far it is", "Per cent done"
START, FINISH_BY = "Not before", "Finish no later than"
DATE_HINT = "Such as 4 Jan 2027; empty lets it go"
WEEKS = "Weeks"
LOW, LIKELY, HIGH = "Weeks, at best", "Likely", "At worst"
AS_STEPS = "As its steps take"
NOTE, NOTE_HINT = "Note", "What is to be remembered"
WAITS_FOR, NEEDED_BY, STEPS = "Waits for", "Who waits for it", "Steps"
ADD_LINK, LAG = "Wait for", "Days after its end"
CHOOSE = "Choose a project"
UNLINK = "Remove"
BY_CHECKLIST = "by the checklist"
BY_STEPS = "single steps of both, by the checklist"
NOBODY = "Nothing waits for it."
WAITS_FOR_NOTHING = "It waits for nothing."
NO_STEPS = "No steps of the checklist are left to do in it."
SPLIT = "Split the ticked steps off…"
SPLIT_TITLE, SPLIT_TEXT = "Split a project", "What is the new project called?"
CLOSE = "Close"
DETAILS = "Details of the project"
DONE, DROP, TAKE_UP = "Mark as done…", "Drop…", "Take up again"
TAKE_ANSWERS = "Take its answers over…"
NOT_YET = "Not yet"
DONE_ONLY = "Done, without answers"
DECIDED_BY = "Decided by"
DECIDED_HINT = "The role that confirms the new levels"
NO_ANSWERS = "No answer changes: nobody is below the levels it was to reach."
STATUS_CHOICES = (
    (Status.NOT_STARTED, "Not started"),
    (Status.UNDER_WAY, "Under way"),
    (Status.DONE, "Done…"),
    (Status.DROPPED, "Dropped…"),
)


def effort_words(weeks: Weeks) -> str:
    """How long something takes: "8–22 weeks, likely 15"."""
    if weeks.low == weeks.high:
        return weeks_range(weeks)
    return f"{weeks_range(weeks)}, likely {weeks.likely}"


def moves_words(before: Weeks, after: Weeks | None, place: int) -> str:
    """What else moves when one of best, likely and worst is typed; "" for nothing.

    "At best becomes 8, at worst 20."
    """
    now = after or before
    pairs = (
        ("at best", before.low, now.low),
        ("likely", before.likely, now.likely),
        ("at worst", before.high, now.high),
    )
    moved = [(name, new) for n, (name, old, new) in enumerate(pairs) if n != place and new != old]
    if not moved:
        return ""
    (name, new), *rest = moved
    said = [f"{name[0].upper()}{name[1:]} becomes {new}", *(f"{n} {new}" for n, new in rest)]
    return f"{', '.join(said)}."


def step_lines(
    step: PlannedStep, assessment: Assessment, action: Action | None, span: str
) -> tuple[str, str]:
    """A step: what is reached and done; by whom, how long, when."""
    what = f"{capability_words(assessment.checklist, step.capability)} to level {step.level}"
    if action:
        what = f"{what}: {action.action}"
    roles = [assessment.checklist.roles.get(r, r) for r in action.roles] if action else []
    parts = [join_words(roles), effort_words(step.weeks), span]
    return what, "; ".join(part for part in parts if part)


def waits_words(project: Project, link: Link | None, *, mutual: bool = False) -> str:
    """A project that is waited for, and why: by hand with its days, or by the checklist.

    `mutual` tells that it waits for this one as well, as halves of a split do.
    """
    if link is None:
        return f"{project_words(project)}, {BY_STEPS if mutual else BY_CHECKLIST}"
    lag = f", then {plural(link.lag, 'working day')}" if link.lag else ""
    return f"{project_words(project)}{lag}"


def needed_by_words(waiting: Sequence[Project], needed: str) -> str:
    """Who waits for a project, and for whose sake it is there."""
    said = []
    if waiting:
        names = [project_words(p) for p in waiting[:4]]
        more = [plural(len(waiting) - 4, "other")] if len(waiting) > 4 else []
        said.append(f"{join_words([*names, *more])}.")
    if needed:
        said.append(f"{needed[0].upper()}{needed[1:]}.")
    return " ".join(said) or NOBODY


def over_words(planned: PlannedProject) -> str:
    """Why a project was dropped, or that it is done; "" while it is neither."""
    project = planned.project
    if project.status is Status.DROPPED:
        return f"Dropped: {project.reason}"
    return "Done." if project.status is Status.DONE else ""


def done_title(project: Project) -> str:
    """What is asked when a project is done."""
    return f"Is {project_words(project)} done?"


def done_text(count: int) -> str:
    """How many answers being done would record, before it is."""
    if not count:
        return NO_ANSWERS
    return (
        f"{plural(count, 'answer')} would be recorded, with the exit test as evidence. "
        "Take the tick off where it does not hold yet."
    )


def done_verb(count: int) -> str:
    """The button that records the ticked answers."""
    return f"Done, and record {plural(count, 'answer')}"


def answer_words(
    pair: tuple[CapabilityId, OrganisationId],
    levels: tuple[int | None, int],
    assessment: Assessment,
) -> str:
    """A proposed answer: "REC-06 Write-back, Riverside Trust: 2 → 3".

    Args:
        pair: the capability and the organisation.
        levels: the level until now, None where it is not known; the new one.
        assessment: what holds their names.
    """
    capability, organisation = pair
    name = next((o.name for o in assessment.organisations if o.id == organisation), "")
    was = "not known" if levels[0] is None else str(levels[0])
    what = capability_words(assessment.checklist, capability)
    return f"{what}, {name}: {was} → {levels[1]}"


def evidence_words(grade: str, title: str) -> str:
    """The evidence of a proposed answer: "Evidence B: Exit test: ..."; "" for none."""
    return f"Evidence {grade}: {title}" if title else "No exit test in the checklist."


def finished_words(project: Project) -> str:
    """That a project is done, for the status line."""
    return f"{project_words(project)} is done."


def dates_words(planned: PlannedProject) -> str:
    """When a project is worked on, in a sentence."""
    if planned.start is None or planned.end is None:
        return "It has no dates in the plan."
    return f"From {british_date(planned.start)} to {british_date(planned.end)}."
