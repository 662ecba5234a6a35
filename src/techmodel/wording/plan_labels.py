"""What changes of the plan are called in history, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.lateness import Late
from techmodel.core.plan_parts import Status
from techmodel.wording.numbers import british_date, join_words, plural, short_date

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from techmodel.core.checklist import Weeks
    from techmodel.core.plan_parts import Link, Project, ProjectId, Terms
    from techmodel.core.proposal import Proposal

STATUS_WORDS = {
    Status.NOT_STARTED: "not started",
    Status.UNDER_WAY: "under way",
    Status.DONE: "done",
    Status.DROPPED: "dropped",
}
"""The words for how far a project is."""
PASSED = {
    Late.FINISH_BY: "The day it was to be done by has passed.",
    Late.DUTY: "It ends after the date of a duty.",
    Late.OVERDUE: "The day it was to end has passed.",
    Late.NOT_BEGUN: "The day it was to begin has passed.",
}
"""Why a project is late that keeps its own dates and those of duties."""
_NAMED = 2
"""More things than these are counted, not named."""


def project_words(project: Project) -> str:
    """A project as people know it: "P31 Shared care record"."""
    return f"{project.id} {project.name}"


def field_label(project: Project, what: str, now: str) -> str:
    """That a field of a project is another: "P31 Shared care record: owner Architect"."""
    return f"{project_words(project)}: {what} {now or 'removed'}"


def pin_label(project: Project, what: str, day: date | None) -> str:
    """That a date was fixed or let go: "P31 Shared care record: start 4 January 2027"."""
    return field_label(project, what, british_date(day) if day else "not fixed any more")


def weeks_label(project: Project, weeks: Weeks | None) -> str:
    """That a duration was set by hand or let go: "P31 Shared care record: 4, 6 or 9 weeks"."""
    if weeks is None:
        return f"{project_words(project)}: weeks as its steps take"
    one = weeks.low == weeks.high
    span = f"{weeks.likely}" if one else f"{weeks.likely} ({weeks.low} to {weeks.high})"
    return f"{project_words(project)}: {span} weeks"


def progress_label(old: Project, new: Project) -> str:
    """How far a project is now: "P31 Shared care record: under way, 40%"."""
    said = STATUS_WORDS[new.status]
    if new.status is Status.UNDER_WAY:
        said = f"{said}, {new.percent}%"
    return f"{project_words(old)}: {said}"


def moved_label(project: Project, place: int) -> str:
    """That a project stands at another place of the list."""
    return f"{project_words(project)}: moved to place {place}"


def added_label(project: Project) -> str:
    """That a project was added."""
    return f"Project {project_words(project)} added"


def bundled_label(projects: Sequence[Project], bundle: Project) -> str:
    """That projects have become one."""
    return f"{plural(len(projects), 'project')} bundled as {project_words(bundle)}"


def split_label(old: Project, new: Project) -> str:
    """That some steps of a project have become one of their own."""
    return f"{project_words(new)} split from {project_words(old)}"


def link_label(project: Project, after: Project, link: Link | None) -> str:
    """That a project waits for another, or does not any more."""
    if link is None:
        return f"{project_words(project)} no longer waits for {project_words(after)}"
    lag = f", then {plural(link.lag, 'working day')}" if link.lag else ""
    return f"{project_words(project)} waits for {project_words(after)}{lag}"


def proposal_label(proposal: Proposal) -> str:
    """What filling the plan from the gaps did: "Plan from gaps: 45 projects added"."""
    counts = {
        "added": len(proposal.added),
        "changed": len(proposal.changed),
        "removed": len(proposal.removed),
    }
    said = [(n, what) for what, n in counts.items() if n]
    words = [f"{n:,} {what}" for n, what in said[1:]]
    first = [f"{plural(n, 'project')} {what}" for n, what in said[:1]]
    return f"Plan from gaps: {join_words([*first, *words])}"


def terms_label(old: Terms, new: Terms, names: Mapping[ProjectId, str]) -> str:
    """What is new about the terms of the plan: "Plan: 5 steps at a time"."""
    said = []
    if new.start != old.start:
        start = british_date(new.start) if new.start else "on the next working day"
        said.append(f"start {start}")
    if new.capacity != old.capacity:
        limit = f"{plural(new.capacity, 'step')} at a time" if new.capacity else "no limit"
        said.append(limit)
    if new.roles != old.roles:
        said.append("limits of roles")
    said += _counted(names, new.off - old.off, "not counted")
    said += _counted(names, old.off - new.off, "counted again")
    return f"Plan: {join_words(said)}"


def closed_label(old: Collection[date], new: Collection[date]) -> str:
    """Which days are closed or open again: "Closed days: 24 Dec 2026 added"."""
    said = []
    for days, what in ((set(new) - set(old), "added"), (set(old) - set(new), "removed")):
        ordered = sorted(days)
        if 0 < len(ordered) <= _NAMED:
            said.append(f"{join_words([short_date(d) for d in ordered])} {what}")
        elif ordered:
            said.append(f"{len(ordered)} {what}")
    return f"Closed days: {join_words(said)}"


def finished_label(project: Project, answers: int) -> str:
    """That a project is done, and how many answers it has brought."""
    raised = f", {plural(answers, 'answer')} raised" if answers else ""
    return f"{project_words(project)}: done{raised}"


def _counted(names: Mapping[ProjectId, str], ids: Collection[ProjectId], what: str) -> list[str]:
    if not ids:
        return []
    if len(ids) > _NAMED:
        return [f"{len(ids)} projects {what}"]
    named = [f"{id_} {names.get(id_, '')}".strip() for id_ in sorted(ids)]
    return [f"{join_words(named)} {what}"]
