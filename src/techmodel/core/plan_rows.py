"""How the plan of an assessment lies in the rows of its file, and back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from techmodel.core.checklist import Weeks
from techmodel.core.organisations import OrganisationId
from techmodel.core.plan_names import CLOSED_DAYS, TERMS
from techmodel.core.plan_parts import (
    NO_PINS,
    Benefit,
    Cost,
    CostKind,
    Link,
    Money,
    Pins,
    PlanBook,
    Project,
    ProjectId,
    ProjectKind,
    RaidItem,
    RaidKind,
    Scenario,
    Stage,
    Status,
    StepId,
    Terms,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.journal import Json

    Row = Mapping[str, Any]


def project_of(row: Row) -> Project:
    """A project from its row."""
    progress, pins, weeks = row["progress"], row["pins"], row["weeks"]
    return Project(
        ProjectId(row["id"]),
        row["name"],
        ProjectKind(row["kind"]),
        tuple(StepId(s) for s in row["steps"]),
        OrganisationId(row["organisation"]) if row["organisation"] else None,
        row["owner"],
        Status(progress["status"]),
        progress["percent"],
        progress["reason"],
        row["note"],
        Pins(_day(pins["start"]), _day(pins["finish_by"])) if pins else NO_PINS,
        Weeks(*weeks) if weeks else None,
        row["position"],
    )


def project_fields(project: Project) -> dict[str, Json]:
    """A project's row without its key."""
    pins = project.pins
    weeks = project.weeks
    return {
        "name": project.name,
        "kind": project.kind.value,
        "steps": [*project.steps],
        "organisation": project.organisation or "",
        "owner": project.owner,
        "progress": {
            "status": project.status.value,
            "percent": project.percent,
            "reason": project.reason,
        },
        "note": project.note,
        "pins": None
        if pins == NO_PINS
        else {"start": _text(pins.start), "finish_by": _text(pins.finish_by)},
        "weeks": [weeks.low, weeks.likely, weeks.high] if weeks else None,
        "position": project.position,
    }


def link_of(row: Row) -> Link:
    """A dependency from its row."""
    return Link(ProjectId(row["project"]), ProjectId(row["after"]), row["lag"])


def cost_of(row: Row) -> Cost:
    """A cost from its row."""
    return Cost(
        row["id"],
        ProjectId(row["project"]) if row["project"] else None,
        row["label"],
        CostKind(row["kind"]),
        Money(*row["amount"]),
        row["first_year"],
        row["years"],
        row["funding"],
        row["note"],
    )


def cost_fields(cost: Cost) -> dict[str, Json]:
    """A cost's row without its key."""
    return {
        "project": cost.project or "",
        "label": cost.label,
        "kind": cost.kind.value,
        "amount": [cost.amount.low, cost.amount.likely, cost.amount.high],
        "first_year": cost.first_year,
        "years": cost.years,
        "funding": cost.funding,
        "note": cost.note,
    }


def benefit_of(row: Row) -> Benefit:
    """An element of the logic model from its row."""
    return Benefit(
        row["id"],
        row["name"],
        Stage(row["stage"]),
        tuple(row["leads_to"]),
        tuple(ProjectId(p) for p in row["projects"]),
        row["measure"],
        row["baseline"],
        row["target"],
        row["owner"],
        _day(row["review"]),
        row["note"],
    )


def benefit_fields(benefit: Benefit) -> dict[str, Json]:
    """The row of an element of the logic model without its key."""
    return {
        "name": benefit.name,
        "stage": benefit.stage.value,
        "leads_to": [*benefit.leads_to],
        "projects": [*benefit.projects],
        "measure": benefit.measure,
        "baseline": benefit.baseline,
        "target": benefit.target,
        "owner": benefit.owner,
        "review": _text(benefit.review) or "",
        "note": benefit.note,
    }


def raid_of(row: Row) -> RaidItem:
    """A risk, assumption, issue or dependency from its row."""
    return RaidItem(
        row["id"],
        RaidKind(row["kind"]),
        row["text"],
        row["cause"],
        row["consequence"],
        row["likelihood"] or None,
        row["impact"] or None,
        row["response"],
        row["owner"],
        _day(row["due"]),
        row["is_open"],
        ProjectId(row["project"]) if row["project"] else None,
    )


def raid_fields(item: RaidItem) -> dict[str, Json]:
    """The row of a risk, assumption, issue or dependency without its key."""
    return {
        "kind": item.kind.value,
        "text": item.text,
        "cause": item.cause,
        "consequence": item.consequence,
        "likelihood": item.likelihood or 0,
        "impact": item.impact or 0,
        "response": item.response,
        "owner": item.owner,
        "due": _text(item.due) or "",
        "is_open": item.is_open,
        "project": item.project or "",
    }


def scenario_of(row: Row) -> Scenario:
    """A scenario from its row."""
    return Scenario(row["id"], row["name"], terms_of(row["terms"]))


def terms_of(json: Json) -> Terms:
    """Terms from their JSON; None stands for those at first."""
    if json is None:
        return Terms()
    row = cast("Row", json)
    off = frozenset(ProjectId(p) for p in row["off"])
    return Terms(_day(row["start"]), row["capacity"], dict(row["roles"]), off)


def terms_json(terms: Terms) -> Json:
    """Terms as one field holds them together."""
    return {
        "start": _text(terms.start),
        "capacity": terms.capacity,
        "roles": dict(terms.roles),
        "off": [*sorted(terms.off)],
    }


def book_of(tables: Mapping[str, Sequence[Row]], settings: Mapping[str, Json]) -> PlanBook:
    """The plan book that the rows of its tables and the settings say."""
    days = cast("list[str]", settings.get(CLOSED_DAYS) or [])
    return PlanBook(
        tuple(project_of(r) for r in tables["project"]),
        tuple(link_of(r) for r in tables["link"]),
        tuple(cost_of(r) for r in tables["cost"]),
        tuple(benefit_of(r) for r in tables["benefit"]),
        tuple(raid_of(r) for r in tables["raid"]),
        tuple(scenario_of(r) for r in tables["scenario"]),
        terms_of(settings.get(TERMS)),
        frozenset(date.fromisoformat(d) for d in days),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
