"""The document that `plan --json` prints (design.md 9); its keys are stable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_steps import parse_step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from techmodel.core.checklist import Weeks
    from techmodel.core.journal import Json
    from techmodel.core.plan import Plan, PlannedProject, PlannedStep
    from techmodel.core.plan_parts import Terms

SCHEMA = 1
"""Raised when a key changes its meaning or goes."""


def plan_json(plan: Plan, terms: Terms, *, stored: bool) -> dict[str, Json]:
    """A plan as plain JSON data: dates ISO, ends the last working day, slack in working days.

    Args:
        plan: what the plan comes to.
        terms: what it was worked out under.
        stored: whether its projects are stored, or only proposed.
    """
    return {
        "schema": SCHEMA,
        "stored": stored,
        "start": plan.start.isoformat(),
        "capacity": terms.capacity,
        "end": _day(plan.end),
        "projects": [_project(p) for p in plan.projects],
        "missed": [*_missed(plan)],
        "unplanned": [{"step": step, "waits_for": other} for step, other in plan.unplanned],
        "not_kept": [
            {"project": k.link.project, "after": k.link.after, "circle": [*k.projects]}
            for k in plan.looped
        ],
    }


def _missed(plan: Plan) -> Iterator[Json]:
    """Starts that come later than asked, then dates that are not kept."""
    for held in plan.held_up:
        yield _date("start", held.project, None, held.wanted, held.got)
    for missed in plan.missed:
        yield _date(
            missed.kind.value, missed.project, missed.capability, missed.wanted, missed.got
        )


def _date(
    kind: str, project: str | None, capability: str | None, wanted: date, got: date | None
) -> Json:
    return {
        "kind": kind,
        "project": project,
        "capability": capability,
        "wanted": wanted.isoformat(),
        "got": _day(got),
    }


def _project(planned: PlannedProject) -> Json:
    project = planned.project
    return {
        "id": project.id,
        "name": project.name,
        "kind": project.kind.value,
        "owner": project.owner,
        "status": project.status.value,
        "percent": project.percent,
        "capabilities": [*dict.fromkeys(parse_step(s).capability for s in project.steps)],
        "start": _day(planned.start),
        "end": _day(planned.end),
        "weeks": _weeks(planned.weeks),
        "predecessors": [*planned.predecessors],
        "slack_days": planned.slack,
        "critical": planned.critical,
        "steps": [_step(s) for s in planned.steps],
    }


def _step(step: PlannedStep) -> Json:
    return {
        "id": step.id,
        "start": step.start.isoformat(),
        "end": step.end.isoformat(),
        "weeks": _weeks(step.weeks),
        "waits_for": [*step.waits_for],
        "slack_days": step.slack,
        "critical": step.critical,
    }


def _weeks(weeks: Weeks) -> Json:
    return {"low": weeks.low, "likely": weeks.likely, "high": weeks.high}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
