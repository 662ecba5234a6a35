"""The distance between where the partners are and where they want to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.answers import State
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, DomainId, Duty, Weeks
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.targets import Shortfall, Target


@dataclass(frozen=True, slots=True)
class Range:
    """A low and a high end; equal when all is known."""

    low: float
    high: float

    @property
    def certain(self) -> bool:
        """Whether both ends are the same."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Pair:
    """An asked pair, after following "provided by" (design.md 4.1).

    `state` is the provider's where provided; `provided_by` then names it. `broken` marks a pair whose
    provider cannot provide: it counts as not answered.
    """

    state: State
    level: int | None
    provided_by: OrganisationId | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Partnership:
    """The level partners hold together (design.md 4.2). min, median, max over the known pairs, None if none."""

    low: int
    high: int
    min: int | None
    median: float | None
    max: int | None
    outliers: tuple[OrganisationId, ...]


@dataclass(frozen=True, slots=True)
class CapabilityGap:
    """All that is known about one capability in scope."""

    id: CapabilityId
    domain: DomainId
    weight: float
    target: Target | None
    pairs: Mapping[OrganisationId, Pair]
    partnership: Partnership | None
    gap: Range | None
    weeks: Weeks
    waits_for: tuple[CapabilityId, ...]
    blocked: tuple[CapabilityId, ...]
    priority: float | None
    rank: int | None
    duty: Duty | None


@dataclass(frozen=True, slots=True)
class DomainGap:
    """A domain in scope: attainment together and by organisation (None where nothing counts), completeness 0..1."""

    id: DomainId
    attainment: Range | None
    completeness: float | None
    by_organisation: Mapping[OrganisationId, Range | None]


@dataclass(frozen=True, slots=True)
class OrganisationGap:
    """One organisation over all domains in scope. `asked` counts pairs, `known` those that count as complete."""

    id: OrganisationId
    attainment: Range | None
    completeness: float | None
    asked: int
    known: int


@dataclass(frozen=True, slots=True)
class Overall:
    """The whole, never shown without range, completeness and the weakest (design.md 4.5)."""

    attainment: Range | None
    completeness: float | None
    weakest: OrganisationId | None
    below_half: tuple[OrganisationId, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gap analysis of an assessment. Capabilities and domains in checklist order, those in scope only.

    `unprovided` lists capabilities with a target of 1 or more that nobody is asked about; `unassessed`
    prerequisites without a level that block nothing for that reason.
    """

    capabilities: tuple[CapabilityGap, ...]
    domains: tuple[DomainGap, ...]
    organisations: tuple[OrganisationGap, ...]
    overall: Overall
    shortfalls: tuple[Shortfall, ...]
    unprovided: tuple[CapabilityId, ...]
    unassessed: tuple[CapabilityId, ...]

    def of(self, capability: CapabilityId) -> CapabilityGap | None:
        """The gap of one capability, or None when it is out of scope."""
        return next((c for c in self.capabilities if c.id == capability), None)

    @property
    def ranked(self) -> tuple[CapabilityGap, ...]:
        """Those with a rank, first first."""
        return tuple(sorted((c for c in self.capabilities if c.rank), key=lambda c: c.rank or 0))


def find_gaps(assessment: Assessment) -> Gaps:
    """The gap analysis of design.md 4, points 1-5 and 7-9."""
    raise NotImplementedError
