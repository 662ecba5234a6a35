"""Which projects are shown, under what, and in which order."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from techmodel.core.plan_parts import Status
from techmodel.core.roadmap import Horizon, domain_of, find_roadmap
from techmodel.ui.plan.gantt.lines import Kind, Line
from techmodel.wording import gantt as wording
from techmodel.wording.roadmap import WITHOUT_DOMAIN, horizon_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.plan import Plan
    from techmodel.core.plan_parts import Project, ProjectId
    from techmodel.ui.plan.working import Worked


class Filter(StrEnum):
    """Which projects are shown."""

    ALL = "all"
    CRITICAL = "critical"
    LATE = "late"
    NO_OWNER = "no owner"
    NOT_COUNTED = "not counted"


class Group(StrEnum):
    """What projects are put under."""

    NOTHING = "nothing"
    DOMAIN = "domain"
    HORIZON = "horizon"


class By(StrEnum):
    """What projects can be put in order by."""

    ID = "id"
    NAME = "name"
    OWNER = "owner"
    START = "start"
    WEEKS = "weeks"
    SLACK = "slack"


class Order(NamedTuple):
    """What projects are put in order by, and whether the highest comes first."""

    by: By
    down: bool


def find_lines(
    worked: Worked, filter_: Filter, group: Group, order: Order | None = None
) -> tuple[Line, ...]:
    """The lines of a plan: projects that pass the filter, under their groups.

    They stand in the plan's order, or in another; what has nothing to go by comes last.
    """
    projects = _in_order([p for p in worked.lines if passes(p, filter_)], order)
    if group is Group.NOTHING:
        return tuple(projects)
    names = _group_names(worked, group)
    under = _group_of(worked, group)
    found: dict[str, list[Line]] = {key: [] for key in names}
    for line in projects:
        assert line.project is not None
        found[under(line.project)].append(line)
    return tuple(_group(key, names[key], inside) for key, inside in found.items() if inside)


def _in_order(lines: list[Line], order: Order | None) -> list[Line]:
    if order is None:
        return lines
    key = _KEYS[order.by]
    known = [line for line in lines if key(line) is not None]
    lacking = [line for line in lines if key(line) is None]
    return [*sorted(known, key=key, reverse=order.down), *lacking]


def passes(line: Line, filter_: Filter) -> bool:
    """Whether a project is shown."""
    return _HOLDS[filter_](line)


def _lacks_owner(line: Line) -> bool:
    over = line.status in {Status.DONE, Status.DROPPED}
    return not over and not (line.project and line.project.owner.strip())


_HOLDS: dict[Filter, Callable[[Line], bool]] = {
    Filter.ALL: lambda _: True,
    Filter.CRITICAL: lambda line: line.critical,
    Filter.LATE: lambda line: line.late,
    Filter.NO_OWNER: _lacks_owner,
    Filter.NOT_COUNTED: lambda line: not line.counted,
}
"""What holds for the projects that each filter shows."""
_KEYS: dict[By, Callable[[Line], Any]] = {
    By.ID: lambda line: line.key,
    By.NAME: lambda line: line.name.casefold(),
    By.OWNER: lambda line: (line.project and line.project.owner.casefold()) or None,
    By.START: lambda line: line.start,
    By.WEEKS: lambda line: line.weeks.likely if line.weeks.high else None,
    By.SLACK: lambda line: line.slack,
}
"""What each order goes by; None for what has nothing to go by."""


def counts(lines: Iterable[Line]) -> dict[Filter, int]:
    """How many projects each filter leaves."""
    held = list(lines)
    return {f: sum(passes(line, f) for line in held) for f in Filter}


def _group(key: str, name: str, inside: Sequence[Line]) -> Line:
    """A line over others, from the first start to the last end."""
    dated = [p for p in inside if p.counted and p.start and p.end]
    return Line(
        f"group:{key}",
        Kind.GROUP,
        f"{name} ({len(inside)})",
        start=min((p.start for p in dated if p.start), default=None),
        end=max((p.end for p in dated if p.end), default=None),
        children=tuple(inside),
    )


def _group_names(worked: Worked, group: Group) -> dict[str, str]:
    """The groups in their order."""
    if group is Group.DOMAIN:
        domains = worked.assessment.checklist.domains
        return {d.id: d.name for d in domains} | {"": WITHOUT_DOMAIN}
    names = {h.value: horizon_name(h) for h in Horizon}
    return names | {"": wording.NO_DATES}


def _group_of(worked: Worked, group: Group) -> Callable[[Project], str]:
    """What says under which group a project stands."""
    if group is Group.DOMAIN:
        return lambda project: domain_of(worked.assessment, project) or ""
    horizons = _horizons(worked.assessment, worked.plan)
    return lambda project: horizons.get(project.id, "")


def _horizons(assessment: Assessment, plan: Plan) -> dict[ProjectId, str]:
    stages = find_roadmap(assessment, plan).stages
    return {b.planned.project.id: s.horizon.value for s in stages for b in s.bars}
