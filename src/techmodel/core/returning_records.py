"""What an exported row showed, and what the program holds behind it; and back to values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import (
    Benefit,
    Cost,
    Money,
    Pins,
    Project,
    ProjectId,
    RaidItem,
    Status,
)
from techmodel.core.returning_cells import read_line, read_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from techmodel.core.answers import Answer
    from techmodel.core.plan import PlannedProject
    from techmodel.core.plan_parts import Link
    from techmodel.core.returning_parts import Values

NO_WEEKS = Weeks()


@dataclass(frozen=True, slots=True)
class Record:
    """A thing as a row of the workbook.

    Attributes:
        shown: what its cells show.
        held: what stands behind them, where a person can change it. They differ where a cell
            shows what was worked out: the start and the weeks of a project, which are held only
            where a person has fixed them.
        span: the weeks of a project, as shown.
        told: the words of cells that the program works out and nobody may change, and of names
            that stand for ids.
        fixed: columns that nobody may change in this row, though in others.
        stays: whether the row is asked for, so that it never goes.
    """

    shown: Values
    held: Values
    span: Weeks = NO_WEEKS
    told: Values = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    stays: bool = False


def project_record(
    project: Project,
    planned: PlannedProject | None,
    links: Collection[Link],
    off: Collection[ProjectId],
) -> Record:
    """A row of Plan.

    Args:
        project: what is stored of it.
        planned: when it runs.
        links: all dependencies set by hand.
        off: the projects that are not counted.
    """
    waits = tuple(sorted((k.after, k.lag) for k in links if k.project == project.id))
    held: Values = {
        "project": project.name,
        "owner": project.owner,
        "status": project.status,
        "percent": project.percent,
        "reason": project.reason,
        "start": project.pins.start,
        "weeks": project.weeks,
        "after": waits,
        "finish_by": project.pins.finish_by,
        "counted": project.id not in off,
        "note": project.note,
    }
    runs = planned is not None and planned.start is not None
    span = planned.weeks if planned is not None and runs else project.weeks or NO_WEEKS
    shown = {
        **_as_read(held),
        "percent": 100 if project.status is Status.DONE else project.percent,
        "start": planned.start if planned is not None and runs else project.pins.start,
        "weeks": span.likely if runs or project.weeks else None,
    }
    return Record(shown, held, span)


def cost_record(cost: Cost) -> Record:
    """A row of Costs."""
    amount = cost.amount
    return plain_record(
        {
            "project": cost.project or "",
            "label": cost.label,
            "kind": cost.kind,
            "low": amount.low,
            "likely": amount.likely,
            "high": amount.high,
            "first_year": cost.first_year,
            "years": cost.years,
            "funding": cost.funding,
            "note": cost.note,
        }
    )


def benefit_record(benefit: Benefit) -> Record:
    """A row of Benefits."""
    return plain_record({f: getattr(benefit, f) for f in _BENEFIT})


def raid_record(item: RaidItem) -> Record:
    """A row of RAID."""
    held = {f: getattr(item, f) for f in _RAID}
    return plain_record({**held, "open": item.is_open, "project": item.project or ""})


def answer_record(answer: Answer) -> Record:
    """A row of Answers."""
    value = answer.value
    return plain_record(
        {"answer": replace(value, reason=""), "reason": value.reason, "note": answer.note}
    )


def project_from(held: Values, old: Project) -> Project:
    """A project with what a row holds; its links and whether it counts are not part of it."""
    return replace(
        old,
        name=held["project"],
        owner=held["owner"],
        status=held["status"],
        percent=held["percent"],
        reason=held["reason"],
        note=held["note"],
        pins=Pins(held["start"], held["finish_by"]),
        weeks=held["weeks"],
    )


def cost_from(held: Values, id_: str) -> Cost:
    """A cost with what a row holds."""
    return Cost(
        id_,
        ProjectId(held["project"]) if held["project"] else None,
        held["label"],
        held["kind"],
        Money(held["low"], held["likely"], held["high"]),
        held["first_year"],
        held["years"],
        held["funding"],
        held["note"],
    )


def benefit_from(held: Values, id_: str) -> Benefit:
    """An element of the logic model with what a row holds."""
    return Benefit(id=id_, **held)


def raid_from(held: Values, id_: str) -> RaidItem:
    """A risk, assumption, issue or dependency with what a row holds."""
    rest = {f: v for f, v in held.items() if f not in {"open", "project"}}
    project = ProjectId(held["project"]) if held["project"] else None
    return RaidItem(id=id_, is_open=held["open"], project=project, **rest)


_BENEFIT = (
    *("stage", "name", "leads_to", "projects", "measure", "baseline", "target"),
    *("owner", "review", "note"),
)
_RAID = (
    *("kind", "text", "cause", "consequence", "likelihood", "impact", "response"),
    *("owner", "due"),
)
_TEXTS = {"reason", "note", "text", "cause", "consequence", "response"}
"""Columns of texts; all others are lines."""


def plain_record(held: Values) -> Record:
    """A record whose cells show what is held."""
    return Record(_as_read(held), held)


def _as_read(held: Values) -> Values:
    """Values as their cells are read: texts without what reading takes away."""
    return {
        c: (read_text if c in _TEXTS else read_line)(v) if type(v) is str else v
        for c, v in held.items()
    }
