"""What "late" means of a project: past a date, or planned to end after the day it must be done."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.plan import MissedKind
from techmodel.core.plan_parts import Status
from techmodel.core.plan_tasks import is_counted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import PlanBook, Project, ProjectId


class Late(StrEnum):
    """Why a project is late; the first that holds is told."""

    FINISH_BY = "after finish by"
    DUTY = "after duty date"
    OVERDUE = "overdue"
    NOT_BEGUN = "not begun"


def find_late(plan: Plan, book: PlanBook, today: date) -> Mapping[ProjectId, Late]:
    """The projects still to do that are late, and why.

    Late is what ends after its own day to finish by or after the date of a duty it brings about,
    and what should have been finished or begun before today.
    """
    duties = after_duties(plan)
    found: dict[ProjectId, Late] = {}
    for planned in plan.projects:
        project = planned.project
        if is_counted(project, book):
            start, end = planned.start or project.pins.start, planned.end
            late = why_late(project, start, end, today, after_duty=project.id in duties)
            found |= {project.id: late} if late else {}
    return found


def after_duties(plan: Plan) -> frozenset[ProjectId]:
    """The projects that end after the date of a duty they bring about."""
    return frozenset(m.project for m in plan.missed if m.kind is MissedKind.DUTY and m.project)


def why_late(
    project: Project, start: date | None, end: date | None, today: date, *, after_duty: bool
) -> Late | None:
    """Why a project that is still to do is late with these dates; None where it is not."""
    by = project.pins.finish_by
    idle = project.status is Status.NOT_STARTED
    reasons = {
        Late.FINISH_BY: by is not None and (by < today or (end is not None and end > by)),
        Late.DUTY: after_duty,
        Late.OVERDUE: end is not None and end < today,
        Late.NOT_BEGUN: idle and start is not None and start < today,
    }
    return next((late for late, holds in reasons.items() if holds), None)
