"""Filling the plan from the gaps, in words: what is added, changed, left and taken away."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from techmodel.wording.numbers import join_words, plural
from techmodel.wording.plan import capability_words, needed_words
from techmodel.wording.plan_changes import proposal_headline, removed_why
from techmodel.wording.plan_labels import project_words
from techmodel.wording.plan_steps import steps_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import Gaps
    from techmodel.core.plan_parts import Project, StepId
    from techmodel.core.plan_touched import Field
    from techmodel.core.proposal import Proposal

QUESTION = "What would filling the plan from the gaps change?"
GAP, DOMAIN, SERVICE, HAND, PARTNERS = "gap", "domain", "service", "hand", "partners"
WAYS = (
    (GAP, "A project a gap"),
    (DOMAIN, "A project a domain"),
    (SERVICE, "A project a service"),
    (HAND, "Put together by hand"),
    (PARTNERS, "For one partner"),
)
"""The ways to fill the plan, by key."""
WAY = "Fill with"
FILL, ADD_BY_HAND, ADD_OFFER = "Fill the plan", "Add one project", "Add this project"
VERBS = {HAND: ADD_BY_HAND, PARTNERS: ADD_OFFER}
"""What the one button does, where it does not fill the plan."""
LEFT = "Nothing is written before you press it, and one undo takes it back."
ONLY_TO_LOOK = "Opened for reading, so the plan cannot be filled here."
CHANGES, CHANGES_HEADS = "What it would change", ("What", "Project", "Steps, or why")
OPEN_GAPS, OPEN_HEADS = "Gaps without a project", ("Gap", "Steps", "Rank", "Weeks")
OFFERS, OFFER_HEADS = "Projects offered for one partner", ("Partner", "Project", "Steps", "Weeks")
NAME, NAME_HINT = "Name of the project", "Tick the gaps that go together, then name the project."
NO_GAPS = "Nothing is below a target. Choose care models in Set-up, or answer the checklist."
EMPTY_HAND = "Every gap has its project."
EMPTY_OFFERS = "Every partner reaches the targets that the partnership meets, or has its project."


class What(StrEnum):
    """What happens to a project."""

    ADD = "Add"
    CHANGE = "Change"
    REMOVE = "Remove"
    KEEP = "Leave"


class Line(NamedTuple):
    """What happens to one project, and why."""

    what: What
    project: Project
    why: str


_FIELDS = {
    "name": "name",
    "owner": "owner",
    "progress": "progress",
    "pins": "dates",
    "weeks": "weeks",
    "steps": "steps",
    "note": "note",
    "link": "links",
    "cost": "costs",
    "raid": "risks",
    "benefit": "benefits",
    "position": "place in the list",
}
_MADE = "kind"
"""Only a person who made a project has touched this field of it."""


def change_lines(
    proposal: Proposal, gaps: Gaps, projects: Sequence[Project], touched: Collection[Field]
) -> tuple[Line, ...]:
    """What filling the plan does to each project: added, changed, taken away, or left.

    Args:
        proposal: what it changes.
        gaps: what it fills the plan from.
        projects: those there are now.
        touched: the fields that people have changed.
    """
    return tuple(_lines(proposal, gaps, projects, touched))


def _lines(
    proposal: Proposal, gaps: Gaps, projects: Sequence[Project], touched: Collection[Field]
) -> Iterator[Line]:
    for project in proposal.added:
        whom = needed_words(gaps, project)
        yield Line(What.ADD, project, "; ".join(filter(None, (steps_words(project.steps), whom))))
    for old, new in proposal.changed:
        if old.steps != new.steps:
            was, now = steps_words(old.steps), steps_words(new.steps)
            yield Line(What.CHANGE, old, f"{was} becomes {now}")
    for project in proposal.removed:
        why = removed_why(proposal, project)
        yield Line(What.REMOVE, project, f"{why[0].upper()}{why[1:]}")
    closed = {p.id for p in proposal.kept}
    gone = {p.id for p in proposal.removed}
    for project in projects:
        why = _left(project, touched, closed=project.id in closed)
        if why and project.id not in gone:
            yield Line(What.KEEP, project, why)


def _left(project: Project, touched: Collection[Field], *, closed: bool) -> str:
    """Why a project, or some of it, stays as it is; "" where nobody has touched it."""
    fields = [f for f in _FIELDS if (project.id, f) in touched]
    if closed:
        return "Its gap is closed, but somebody has changed it"
    if (project.id, _MADE) in touched:
        return "Made by a person"
    if not fields:
        return ""
    named = join_words([_FIELDS[f] for f in fields])
    return f"{named[0].upper()}{named[1:]} as people set them"


def fill_headline(proposal: Proposal, lines: Sequence[Line]) -> str:
    """What filling would do, and in how many projects it leaves what people set."""
    left = sum(line.what is What.KEEP for line in lines)
    if not left:
        return proposal_headline(proposal)
    said = f"Leaves what people set in {plural(left, 'project')} as it is."
    return f"{proposal_headline(proposal)} {said}"


def moved_words(proposal: Proposal) -> str:
    """How many projects only move in the list; "" for none."""
    moved = sum(old.steps == new.steps for old, new in proposal.changed)
    verb = "moves" if moved == 1 else "move"
    return f"{plural(moved, 'project')} {verb} in the list." if moved else ""


def hand_headline(still: Mapping[CapabilityId, Sequence[StepId]], ticked: Collection[str]) -> str:
    """How many gaps have no project, and how many are ticked."""
    if not still:
        return EMPTY_HAND
    verb = "has" if len(still) == 1 else "have"
    told = f"{plural(len(still), 'gap')} {verb} no project."
    return f"{told} {len(ticked)} ticked." if ticked else f"{told} Tick those that go together."


def hand_preview(name: str, steps: Sequence[StepId]) -> str:
    """What putting together would add: "Adds “First things”: REC-06 to 3 and 4."."""
    if not steps:
        return NAME_HINT
    if not name.strip():
        return f"Takes {steps_words(steps)}. Name the project."
    return f"Adds “{name.strip()}”: {steps_words(steps)}."


def gap_name(assessment: Assessment, capability: CapabilityId) -> str:
    """A gap in the list to tick: its capability with its name."""
    return capability_words(assessment.checklist, capability)


def offers_headline(count: int) -> str:
    """How many projects of single partners are offered."""
    if not count:
        return EMPTY_OFFERS
    verb = "is" if count == 1 else "are"
    offered = f"{plural(count, 'project')} {verb} offered"
    return f"{offered} for partners below a target that we meet together."


def filled_words(proposal: Proposal) -> str:
    """What was done, for screen readers."""
    return f"The plan is filled. {proposal_headline(proposal)}"


def offer_taken(project: Project) -> str:
    """That an offer was taken, for screen readers."""
    return f"{project_words(project)} added."
