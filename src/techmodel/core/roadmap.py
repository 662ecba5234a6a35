"""The plan as a roadmap: by quarter and domain, and in three horizons (design.md 6.6, 8)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.forecast import quarter_ends
from techmodel.core.plan_steps import parse_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import DomainId
    from techmodel.core.plan import DutyDate, Plan, PlannedProject
    from techmodel.core.plan_parts import Project


class Horizon(StrEnum):
    """How far away something is."""

    NOW = "now"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Quarter:
    """A calendar quarter, from its first day to its last, that day included."""

    first: date
    last: date

    @property
    def number(self) -> int:
        """1 to 4."""
        return (self.first.month + 2) // 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A project on the roadmap.

    Attributes:
        planned: the project with its dates.
        first, last: the quarters in which it begins and ends, from 0.
        horizon: the horizon in which it is done.
    """

    planned: PlannedProject
    first: int
    last: int
    horizon: Horizon


@dataclass(frozen=True, slots=True)
class Lane:
    """The projects of a domain, by start; `domain` is None for those that have no steps."""

    domain: DomainId | None
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A horizon: what is done in it, by end; `last` is its last day."""

    horizon: Horizon
    last: date
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The dated projects of a plan.

    Attributes:
        quarters: from the plan's start to its end without a hole.
        lanes: the domains that have projects, in the order of the checklist; None last.
        stages: the horizons, each a third of the quarters; fewer where there are fewer quarters.
        undated: projects without dates: done, dropped, not counted, or with nothing to do.
        duties: the statutory dates that fall into the quarters.
    """

    quarters: tuple[Quarter, ...]
    lanes: tuple[Lane, ...]
    stages: tuple[Stage, ...]
    undated: tuple[Project, ...]
    duties: tuple[DutyDate, ...] = ()


def find_roadmap(assessment: Assessment, plan: Plan) -> Roadmap:
    """The roadmap of a plan; a project stands in the domain in which most of its steps are.

    A plan that is endless has no dates to be believed: all its projects are undated.
    """
    dated = [] if plan.endless else [p for p in plan.projects if p.start and p.end]
    ids = {p.project.id for p in dated}
    undated = tuple(p.project for p in plan.projects if p.project.id not in ids)
    if plan.end is None or not dated:
        return Roadmap((), (), (), undated)
    first = min(p.start for p in dated if p.start)
    quarters = tuple(map(_quarter, quarter_ends(first, plan.end)))
    cuts = _cuts(len(quarters))
    bars = [_bar(p, quarters, cuts) for p in dated]
    stages = tuple(
        Stage(
            horizon,
            min(quarters[cut - 1].last, plan.end),
            tuple(sorted((b for b in bars if b.horizon is horizon), key=_by_end)),
        )
        for horizon, cut in zip(Horizon, cuts, strict=False)
    )
    duties = tuple(d for d in plan.duties if quarter_of(quarters, d.wanted) is not None)
    return Roadmap(quarters, _lanes(assessment, bars), stages, undated, duties)


def pack(spans: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """A row for each stretch (from, to), so that none in a row touch each other; few rows.

    Rows are numbered from 0; stretches are taken in their order, each in the first row that is
    free.
    """
    ends: list[list[tuple[float, float]]] = []
    rows = []
    for begin, end in spans:
        free = (n for n, row in enumerate(ends) if all(end <= b or e <= begin for b, e in row))
        row = next(free, len(ends))
        if row == len(ends):
            ends.append([])
        ends[row].append((begin, end))
        rows.append(row)
    return tuple(rows)


def _quarter(last: date) -> Quarter:
    return Quarter(date(last.year, last.month - 2, 1), last)


def _cuts(count: int) -> list[int]:
    """The numbers of quarters after which horizons end: thirds, the earlier ones longer."""
    return sorted({-(-count * n // 3) for n in (1, 2, 3)})


def _bar(planned: PlannedProject, quarters: Sequence[Quarter], cuts: Sequence[int]) -> Bar:
    start, end = planned.start, planned.end
    assert start is not None
    assert end is not None
    begins = next(n for n, q in enumerate(quarters) if start <= q.last)
    ends = next(n for n, q in enumerate(quarters) if end <= q.last)
    place = sum(cut <= ends for cut in cuts)
    return Bar(planned, begins, ends, tuple(Horizon)[place])


def _lanes(assessment: Assessment, bars: Sequence[Bar]) -> tuple[Lane, ...]:
    found: dict[DomainId | None, list[Bar]] = {d.id: [] for d in assessment.checklist.domains}
    found[None] = []
    for bar in bars:
        found[domain_of(assessment, bar.planned.project)].append(bar)
    return tuple(
        Lane(domain, tuple(sorted(inside, key=_by_start)))
        for domain, inside in found.items()
        if inside
    )


def domain_of(assessment: Assessment, project: Project) -> DomainId | None:
    """The domain in which most steps of a project are, the first of several; None without any."""
    capabilities = [
        assessment.checklist.capability(parse_step(s).capability) for s in project.steps
    ]
    counts = Counter(c.domain for c in capabilities if c)
    order = {d.id: -n for n, d in enumerate(assessment.checklist.domains)}
    return max(counts, key=lambda d: (counts[d], order[d]), default=None)


def _by_start(bar: Bar) -> tuple[date, date, str]:
    planned = bar.planned
    assert planned.start is not None
    assert planned.end is not None
    return planned.start, planned.end, planned.project.id


def _by_end(bar: Bar) -> tuple[date, str]:
    assert bar.planned.end is not None
    return bar.planned.end, bar.planned.project.id


def quarter_of(quarters: Sequence[Quarter], day: date) -> float | None:
    """Where a day stands, in quarters from the first; None outside of them."""
    for n, quarter in enumerate(quarters):
        if quarter.first <= day <= quarter.last:
            length = (quarter.last - quarter.first + timedelta(days=1)).days
            return n + (day - quarter.first).days / length
    return None
