"""What a plan leads to: levels and attainment at the end of each quarter (design.md 6.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from techmodel.core.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.checklist import CapabilityId, DomainId
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.plan import Plan


@dataclass(frozen=True, slots=True)
class Moment:
    """What is reached at the end of a day.

    Attributes:
        day: the day.
        levels: the partnership level of each capability that has one.
        domains: the attainment of each domain; None where nothing counts.
        overall: over all of them.
    """

    day: date
    levels: Mapping[CapabilityId, Range]
    domains: Mapping[DomainId, Range | None]
    overall: Range | None


def forecast(gaps: Gaps, plan: Plan) -> tuple[Moment, ...]:
    """Now, at the end of each calendar quarter of the plan, and after its last day.

    What is reached now follows from the answers alone, also where a project is marked done. A
    step counts from its last working day on. The level of a capability rises to that of the
    highest step of it that is finished with all below it.
    """
    days = [plan.start - timedelta(days=1)]
    if plan.end:
        days += [*quarter_ends(plan.start, plan.end)]
    return tuple(moment(gaps, plan, day) for day in days)


def quarter_ends(first: date, last: date) -> Iterator[date]:
    """The last days of calendar quarters, from that of `first` to that of `last`."""
    year, quarter = first.year, (first.month - 1) // 3
    while True:
        year, quarter = (year, quarter + 1) if quarter < 3 else (year + 1, 0)
        end = date(year, quarter * 3 + 1, 1) - timedelta(days=1)
        yield end
        if end >= last:
            return


def moment(gaps: Gaps, plan: Plan, day: date) -> Moment:
    """What is reached at the end of a day, if everything goes as planned."""
    finished = _finished(plan, day)
    levels = {
        gap.id: _level(gap, finished.get(gap.id, frozenset()))
        for gap in gaps.capabilities
        if gap.partnership
    }
    sums: dict[DomainId, list[float]] = {d.id: [0.0, 0.0, 0.0] for d in gaps.domains}
    for gap in gaps.capabilities:
        if gap.target and gap.target.level and gap.id in levels:
            level, aim, part = levels[gap.id], gap.target.level, sums[gap.domain]
            part[0] += gap.weight * min(level.low, aim)
            part[1] += gap.weight * min(level.high, aim)
            part[2] += gap.weight * aim
    whole = [sum(column) for column in zip(*sums.values(), strict=True)] or [0.0, 0.0, 0.0]
    return Moment(day, levels, {d: _share(part) for d, part in sums.items()}, _share(whole))


def _finished(plan: Plan, day: date) -> dict[CapabilityId, frozenset[int]]:
    """The levels of steps of the partnership that are finished, by capability."""
    found: dict[CapabilityId, set[int]] = {}
    for planned in plan.projects:
        for step in planned.steps:
            if step.organisation is None and step.end <= day:
                found.setdefault(step.capability, set()).add(step.level)
    return {capability: frozenset(levels) for capability, levels in found.items()}


def _level(gap: CapabilityGap, finished: frozenset[int]) -> Range:
    """The level of a capability once some steps of it are finished."""
    now = gap.partnership
    assert now is not None, "asked only of capabilities with a level"
    low = now.low
    while low + 1 in finished:
        low += 1
    return Range(low, max(low, now.high))


def _share(sums: list[float]) -> Range | None:
    low, high, full = sums
    return Range(low / full, high / full) if full else None
