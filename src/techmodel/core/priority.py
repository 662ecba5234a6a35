"""What holds up what, and what comes first (design.md 4.7 and 4.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from techmodel.core.steps import step_needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from techmodel.core.attainment import Row
    from techmodel.core.checklist import Capability, CapabilityId, Weeks


def find_links(rows: Iterable[Row]) -> Links:
    """Which prerequisite is too low for which open gap (design.md 4.7).

    A prerequisite without a partnership level blocks nothing and is listed; one out of scope does
    neither.
    """
    inside = {row.capability.id: row for row in rows}
    blocks: dict[CapabilityId, list[CapabilityId]] = {}
    waits_for: dict[CapabilityId, list[CapabilityId]] = {}
    unassessed: dict[CapabilityId, list[CapabilityId]] = {}
    for d in inside.values():
        if not is_open(d):
            continue
        for p in d.capability.prerequisites:
            if p not in inside:
                continue
            level = inside[p].level
            if level is None:
                unassessed.setdefault(p, []).append(d.capability.id)
            elif level.low < step_needs(d.target):
                blocks.setdefault(p, []).append(d.capability.id)
                waits_for.setdefault(d.capability.id, []).append(p)
    return Links(blocks, waits_for, unassessed)


def is_open(row: Row) -> bool:
    """Whether gap.high is above 0."""
    return row.level is not None and row.level.low < row.target


def find_blocked(capability: CapabilityId, links: Links) -> set[CapabilityId]:
    """All that waits for this capability, directly or through others."""
    reached: set[CapabilityId] = set()
    waiting = list(links.blocks.get(capability, ()))
    while waiting:
        d = waiting.pop()
        if d not in reached:
            reached.add(d)
            waiting += links.blocks.get(d, ())
    return reached - {capability}


def find_priorities(
    rows: Sequence[Row],
    blocked: Mapping[CapabilityId, Iterable[CapabilityId]],
    weeks: Mapping[CapabilityId, Weeks],
    share: float,
) -> dict[CapabilityId, float]:
    """`(w*gap + share * sum over blocked of w*gap) / likely weeks` of open gaps, by gap.high."""
    worth = {
        row.capability.id: row.capability.weight * (row.target - row.level.low)
        for row in rows
        if row.level is not None and row.level.low < row.target
    }
    return {
        c: (own + share * sum(worth[d] for d in blocked.get(c, ()))) / weeks[c].likely
        for c, own in worth.items()
    }


def find_ranks(
    capabilities: Iterable[Capability], priorities: Mapping[CapabilityId, float]
) -> dict[CapabilityId, int]:
    """The place of each capability that has a priority, from 1.

    Statutory duties first, by date (no date last), then by priority, then by id. Priorities that
    agree to nine digits are the same, so that the order of adding does not decide.
    """

    def place(c: Capability) -> tuple[bool, date, float, str]:
        when = c.duty.date if c.duty and c.duty.date else date.max
        return (c.duty is None, when, -round(priorities[c.id], 9), c.id)

    ordered = sorted((c for c in capabilities if c.id in priorities), key=place)
    return {c.id: rank for rank, c in enumerate(ordered, 1)}


@dataclass(frozen=True, slots=True)
class Links:
    """Who blocks whom, directly.

    `unassessed` names the prerequisites without a partnership level and who would wait for them.
    """

    blocks: Mapping[CapabilityId, Sequence[CapabilityId]]
    waits_for: Mapping[CapabilityId, Sequence[CapabilityId]]
    unassessed: Mapping[CapabilityId, Sequence[CapabilityId]]
