"""Changes of a plan as edits of its rows, and the checks that what people type must pass."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.plan_parts import Status
from techmodel.core.plan_rows import project_fields
from techmodel.session.noun import MAX_NAME, clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from techmodel.core.checklist import Weeks
    from techmodel.core.journal import Json
    from techmodel.core.plan_parts import Link, PlanBook, Project, ProjectId

MAX_WEEKS = 520
"""Weeks that a project may take: ten years."""
MAX_LAG = 2_600
"""Working days that a project may wait after another: ten years."""
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
"""The days that a plan may name."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one verb does: the edits, and what they are called."""

    edits: list[Edit]
    label: str


def project_edits(old: Project | None, new: Project | None) -> list[Edit]:
    """The edits that bring a project from one state to another; None where it is not there."""
    if old is not None and new is not None:
        before, after = project_fields(old), project_fields(new)
        return [Edit("project", (old.id,), f, before[f], after[f]) for f in before]
    if new is not None:
        return [Edit("project", (new.id,), WHOLE_ROW, None, project_fields(new))]
    return [Edit("project", (old.id,), WHOLE_ROW, project_fields(old), None)] if old else []


def link_edits(old: Iterable[Link], new: Iterable[Link]) -> list[Edit]:
    """The edits that bring the dependencies from one set to another."""
    before, after = ({(k.project, k.after): k.lag for k in links} for links in (old, new))
    edits = []
    for key in sorted({*before, *after}):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            rows: list[Json] = [None if lag is None else {"lag": lag} for lag in (was, now)]
            edits.append(Edit("link", key, WHOLE_ROW, *rows))
        else:
            edits.append(Edit("link", key, "lag", was, now))
    return edits


def setting_edit(name: str, stored: Mapping[str, Json], new: Json) -> Edit:
    """The edit that gives a setting a value."""
    if name not in stored:
        return Edit("setting", (name,), WHOLE_ROW, None, {"value": new})
    return Edit("setting", (name,), "value", stored[name], new)


def known_project(book: PlanBook, id: ProjectId) -> Project:  # noqa: A002 - the field's name
    """The project with this id, in any case; WrongUse when there is none."""
    for project in book.projects:
        if project.id == id:
            return project
    raise WrongUse(f"There is no project {id!r} in this plan.")


def checked_line(text: str, what: str) -> str:
    """A text on one line, at most as long as a name; it may be empty."""
    return " ".join(clean_text(text, what, MAX_NAME).split())


def checked_weeks(weeks: Weeks | None, where: str) -> Weeks | None:
    """A duration in whole weeks, low to high; WrongUse otherwise."""
    if weeks is None:
        return None
    numbers = (weeks.low, weeks.likely, weeks.high)
    whole = all(isinstance(n, int) and not isinstance(n, bool) for n in numbers)
    if not whole or not 0 <= weeks.low <= weeks.likely <= weeks.high <= MAX_WEEKS:
        raise WrongUse(
            f"{where}: weeks are whole numbers from 0 to {MAX_WEEKS}, the lowest first, such as "
            "4, 6 and 9."
        )
    return weeks


def checked_day(day: date | None, where: str) -> date | None:
    """A day that a plan may name; WrongUse otherwise."""
    if day is not None and not FIRST_DAY <= day <= LAST_DAY:
        raise WrongUse(
            f"{where}: a date lies from {FIRST_DAY.year} to {LAST_DAY.year}, not in {day.year}."
        )
    return day


def checked_progress(project: Project, status: Status, percent: int, reason: str) -> str:
    """The reason, clean; WrongUse where a share or a reason is missing or out of its range."""
    if not isinstance(percent, int) or not 0 <= percent <= 100:
        raise WrongUse(f"{project.id}: how much is done is a whole number from 0 to 100.")
    why = clean_text(reason, f"The reason of {project.id}")
    if status is Status.DROPPED and not why:
        raise WrongUse(f"{project.id}: say why it is dropped; a reason is required.")
    return why if status is Status.DROPPED else ""


def refuse_gone(project: Project, verb: str) -> None:
    """Refused where a project is done or dropped, so that it cannot be changed like that."""
    if project.status in {Status.DONE, Status.DROPPED}:
        raise Refused(
            f"{project.id} {project.name} is {project.status.value}, so it cannot be {verb}. "
            "Take it up again first."
        )
