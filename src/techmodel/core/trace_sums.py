"""Where attainment, completeness and ranks come from, over many capabilities."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.checklist import CapabilityId, DomainId, Duty
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.organisations import OrganisationId

_TOP = 5


def trace_attainment(
    gaps: Gaps, domain: DomainId | None = None, organisation: OrganisationId | None = None
) -> AttainmentTrace:
    """Where an attainment comes from: of one domain or all, of one organisation or together."""
    parts = []
    for c in gaps.capabilities:
        if domain in {None, c.domain} and c.target and c.target.level > 0:
            level = _level(c, organisation)
            if level:
                parts.append(Part(c.id, c.domain, c.weight, level, c.target.level))
    return AttainmentTrace(tuple(parts))


def trace_completeness(
    gaps: Gaps, domain: DomainId | None = None, organisation: OrganisationId | None = None
) -> CompletenessTrace:
    """Where a completeness comes from: of one domain or all, of one organisation or together."""
    return CompletenessTrace(
        Counter(
            pair.state
            for c in gaps.capabilities
            if domain in {None, c.domain}
            for o, pair in c.pairs.items()
            if organisation in {None, o}
        )
    )


def trace_rank(gaps: Gaps, capability: CapabilityId) -> RankTrace:
    """Where a rank comes from. KeyError for a capability that is not in scope."""
    found = gaps.of(capability)
    if found is None:
        raise KeyError(capability)
    others = tuple(_place(c) for c in gaps.capabilities if c.rank and c.id != capability)
    return RankTrace(_place(found) if found.rank else None, others)


def _level(c: CapabilityGap, organisation: OrganisationId | None) -> Range | None:
    """The level of the partners together or of one; None where it does not count."""
    if organisation is None:
        return c.partnership and Range(c.partnership.low, c.partnership.high)
    pair = c.pairs.get(organisation)
    if pair is None or pair.state is State.NOT_APPLICABLE:
        return None
    return Range(0, _TOP) if pair.level is None else Range(pair.level, pair.level)


def _place(c: CapabilityGap) -> Place:
    return Place(c.id, c.duty, c.priority or 0.0)


@dataclass(frozen=True, slots=True)
class Part:
    """What one capability adds: its weight, the level reached and the target, above 0."""

    capability: CapabilityId
    domain: DomainId
    weight: float
    level: Range
    target: int

    @property
    def counted(self) -> Range:
        """The level up to the target at most."""
        return Range(min(self.level.low, self.target), min(self.level.high, self.target))

    @property
    def reached(self) -> Range:
        """Weight times the level that is counted."""
        return Range(self.weight * self.counted.low, self.weight * self.counted.high)

    @property
    def full(self) -> float:
        """Weight times target."""
        return self.weight * self.target


@dataclass(frozen=True, slots=True)
class AttainmentTrace:
    """All that is reached, each up to its target at most, over all that is aimed for.

    A level not known counts as 0 for the low end and as 5 for the high end (design.md 4.5).
    """

    parts: tuple[Part, ...]

    def of_domain(self, domain: DomainId) -> AttainmentTrace:
        """The part of one domain."""
        return AttainmentTrace(tuple(part for part in self.parts if part.domain == domain))

    @property
    def reached(self) -> Range:
        """The sum of weight times level reached."""
        parts = [part.reached for part in self.parts]
        return Range(sum(p.low for p in parts), sum(p.high for p in parts))

    @property
    def full(self) -> float:
        """The sum of weight times target."""
        return sum(part.full for part in self.parts)

    @property
    def result(self) -> Range | None:
        """The attainment 0..1; None where nothing counts."""
        if not self.parts:
            return None
        return Range(self.reached.low / self.full, self.reached.high / self.full)


@dataclass(frozen=True, slots=True)
class CompletenessTrace:
    """The pairs with a level or not applicable, over all pairs asked (design.md 4.5)."""

    states: Mapping[State, int]

    @property
    def asked(self) -> int:
        """How many pairs are asked."""
        return sum(self.states.values())

    @property
    def result(self) -> float | None:
        """The completeness 0..1; None where nothing is asked."""
        known = self.states.get(State.LEVEL, 0) + self.states.get(State.NOT_APPLICABLE, 0)
        return known / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Place:
    """What decides a rank."""

    capability: CapabilityId
    duty: Duty | None
    priority: float

    @property
    def key(self) -> tuple[bool, date, float, str]:
        """Duties first, by date, no date last; then by priority to nine digits; then by id."""
        due = self.duty.date if self.duty and self.duty.date else date.max
        return (self.duty is None, due, -round(self.priority, 9), self.capability)


@dataclass(frozen=True, slots=True)
class RankTrace:
    """The rank is one more than the number of gaps that come before (design.md 4.9)."""

    own: Place | None
    others: tuple[Place, ...]

    @property
    def ahead(self) -> tuple[Place, ...]:
        """What comes before, in no order."""
        return tuple(p for p in self.others if self.own and p.key < self.own.key)

    @property
    def result(self) -> int | None:
        """The rank; None without an open gap."""
        return len(self.ahead) + 1 if self.own else None
