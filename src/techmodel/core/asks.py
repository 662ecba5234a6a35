"""What care models ask for, before anything is raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from techmodel.core.checklist import Capability, CareModelId, Checklist, DomainId

DEMANDING = 3
"""From this level on information lands in the other's record."""


@dataclass(frozen=True, slots=True)
class Asks:
    """How many capabilities are asked for (level 1 or more), and how many at level 3 or more."""

    capabilities: int
    demanding: int


@dataclass(frozen=True, slots=True)
class DomainAsks:
    """The levels asked for in one domain: their average and the highest; 0 for none."""

    domain: DomainId
    average: float
    highest: int


def find_asks(
    checklist: Checklist, models: Collection[CareModelId], out: Collection[DomainId] = ()
) -> Asks:
    """What the care models ask for together, without the domains `out` of scope."""
    levels = [_level(c, models) for c in checklist.capabilities if c.domain not in out]
    return Asks(sum(n > 0 for n in levels), sum(n >= DEMANDING for n in levels))


def find_domain_asks(
    checklist: Checklist, models: Collection[CareModelId]
) -> tuple[DomainAsks, ...]:
    """What the care models ask for together in each domain, over what they ask for at all."""
    return tuple(_of_domain(checklist, d.id, models) for d in checklist.domains)


def find_levels(
    checklist: Checklist, domain: DomainId, models: Collection[CareModelId]
) -> tuple[tuple[Capability, int], ...]:
    """The capabilities of one domain that the care models ask for together, with the levels."""
    asked = ((c, _level(c, models)) for c in checklist.of_domain(domain))
    return tuple((c, level) for c, level in asked if level)


def _of_domain(
    checklist: Checklist, domain: DomainId, models: Collection[CareModelId]
) -> DomainAsks:
    levels = [level for _, level in find_levels(checklist, domain, models)]
    average = sum(levels) / len(levels) if levels else 0.0
    return DomainAsks(domain, average, max(levels, default=0))


def _level(capability: Capability, models: Collection[CareModelId]) -> int:
    """The highest level that one of the models asks for (design.md 4.3)."""
    return max((t.level for m, t in capability.targets.items() if m in models), default=0)
