"""What filling the plan again would change, and what one way of planning does against another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import Status
from techmodel.wording.numbers import (
    british_date,
    join_words,
    month_year,
    percent_range,
    plural,
)
from techmodel.wording.plan import count_words, needed_words
from techmodel.wording.plan_labels import project_words
from techmodel.wording.plan_steps import steps_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.forecast import Moment
    from techmodel.core.gaps import Gaps
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Project
    from techmodel.core.proposal import Proposal

NOTHING_TO_CHANGE = "Nothing to change: every gap has its project."
NO_MORE = "Nothing to change."
_NAMED = 3
"""So many projects are named before the others are counted."""


def proposal_headline(proposal: Proposal) -> str:
    """What filling the plan would do, and which gaps it leaves without work.

    For example "Adds 45 projects, changes 2 and removes 1.".
    """
    return " ".join([_counts(proposal), *idle_lines(proposal)])


def _counts(proposal: Proposal) -> str:
    counts = (
        ("adds", len(proposal.added)),
        ("changes", len([p for p in proposal.changed if _is_more_than_moved(*p)])),
        ("removes", len(proposal.removed)),
    )
    said = [f"{verb} {number:,}" for verb, number in counts if number]
    if not said:
        if not proposal.is_empty:
            return "Only the order changes."
        return NO_MORE if proposal.idle else NOTHING_TO_CHANGE
    verb, _, number = said[0].partition(" ")
    said[0] = f"{verb} {number} {'project' if number == '1' else 'projects'}"
    text = join_words(said)
    return f"{text[0].upper()}{text[1:]}."


def idle_lines(proposal: Proposal) -> tuple[str, ...]:
    """Which gaps have no work, because their projects are dropped, or marked done."""
    dropped, done = (
        [p for _, p in proposal.idle if p.status is status]
        for status in (Status.DROPPED, Status.DONE)
    )
    said = []
    if dropped:
        verb = "is" if len(dropped) == 1 else "are"
        ids = _ids(dropped)
        said.append(f"{plural(len(dropped), 'gap')} {verb} left out by decision ({ids} dropped).")
    if done:
        marked = "has a project that is" if len(done) == 1 else "have projects that are"
        said.append(f"{plural(len(done), 'gap')} {marked} marked done ({_ids(done)}).")
    return tuple(said)


def _ids(projects: Sequence[Project]) -> str:
    """The ids of projects, the first few by name."""
    ids = [*dict.fromkeys(p.id for p in projects)]
    more = [f"{len(ids) - _NAMED} more"] if len(ids) > _NAMED else []
    return join_words([*ids[:_NAMED], *more])


def proposal_lines(proposal: Proposal, gaps: Gaps) -> tuple[str, ...]:
    """Everything that filling the plan would change, and what it would leave as it is."""
    return tuple(_proposal_lines(proposal, gaps))


def _proposal_lines(proposal: Proposal, gaps: Gaps) -> Iterator[str]:
    for project in proposal.added:
        whom = needed_words(gaps, project)
        yield f"Add {project_words(project)}: {steps_words(project.steps)}" + (
            f"; {whom}." if whom else "."
        )
    for old, new in proposal.changed:
        if old.steps != new.steps:
            was, now = steps_words(old.steps), steps_words(new.steps)
            yield f"Change {project_words(old)}: {was} becomes {now}."
    for project in proposal.removed:
        yield f"Remove {project_words(project)}: {removed_why(proposal, project)}."
    for project in proposal.kept:
        yield f"Keep {project_words(project)}: its gap is closed, but somebody has changed it."
    moved = sum(not _is_more_than_moved(*pair) for pair in proposal.changed)
    if moved:
        yield f"{plural(moved, 'project')} {'moves' if moved == 1 else 'move'} in the list."


def removed_why(proposal: Proposal, project: Project) -> str:
    """Why a project goes: its gap is closed, or others take its steps."""
    after = {s for p in (*proposal.added, *(new for _, new in proposal.changed)) for s in p.steps}
    elsewhere = any(s in after for s in project.steps)
    why = "its steps go to other projects" if elsewhere else "its gap is closed"
    return f"{why} and nobody has changed it"


def _is_more_than_moved(old: Project, new: Project) -> bool:
    return old.steps != new.steps


def scenario_lines(
    plan: Plan, other: Plan, ours: Sequence[Moment], theirs: Sequence[Moment]
) -> tuple[str, ...]:
    """What another way of planning does against the plan, in sentences; () where nothing.

    Args:
        plan: the plan.
        other: the same under other terms.
        ours: what the plan leads to.
        theirs: what the other leads to.
    """
    return tuple(
        line
        for line in (
            _end_line(plan, other),
            _duty_line(plan, other),
            _reached_line(ours, theirs),
            _left_out_line(plan, other),
        )
        if line
    )


def _end_line(plan: Plan, other: Plan) -> str:
    if plan.end == other.end:
        return ""
    if plan.end is None or other.end is None:
        return f"Ends in {month_year(other.end)}." if other.end else "Nothing has dates."
    months = _months(plan, other)
    apart = f"{plural(abs(months), 'month')} {'later' if months > 0 else 'sooner'}"
    if not months:
        return f"Ends on {british_date(other.end)}, not on {british_date(plan.end)}."
    return f"Ends in {month_year(other.end)}, not in {month_year(plan.end)}: {apart}."


def _months(plan: Plan, other: Plan) -> int:
    """Calendar months by which the other ends later."""
    if plan.end is None or other.end is None:
        return 0
    return (other.end.year - plan.end.year) * 12 + other.end.month - plan.end.month


def _duty_line(plan: Plan, other: Plan) -> str:
    here, there = (sum(not d.kept for d in p.duties) for p in (plan, other))
    if here == there:
        return ""
    if not there:
        return "Keeps every duty date."
    missed = f"Misses {count_words(there)} duty {'date' if there == 1 else 'dates'}"
    return f"{missed}, not {count_words(here)}." if here else f"{missed}."


def _reached_line(ours: Sequence[Moment], theirs: Sequence[Moment]) -> str:
    """What is reached at the end of the quarter in which the shorter of both ends."""
    last = min(ours[-1].day, theirs[-1].day)
    here, there = ([m for m in moments if m.day <= last][-1].overall for moments in (ours, theirs))
    if here == there or not (here and there):
        return ""
    one, other = percent_range(here, "–"), percent_range(there, "–")
    if one == other:
        return ""
    return f"Reaches {other} of the targets by {british_date(last)}, not {one}."


def _left_out_line(plan: Plan, other: Plan) -> str:
    """Which projects only one of both works on."""
    here = {p.project.id: p.project for p in plan.projects if p.start}
    there = {p.project.id: p.project for p in other.projects if p.start}
    said = []
    for more, less, verb in ((here, there, "Leaves out"), (there, here, "Adds")):
        only = [project_words(p) for id_, p in more.items() if id_ not in less]
        if only:
            shown = [*only[:2], f"{count_words(len(only) - 2)} more"] if len(only) > 3 else only
            said.append(f"{verb} {join_words(shown)}.")
    return " ".join(said)
