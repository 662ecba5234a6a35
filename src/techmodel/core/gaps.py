"""The distance between where the partners are and where they want to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.attainment import DomainGap, OrganisationGap, Overall, Row, find_attainment
from techmodel.core.checklist import Weeks
from techmodel.core.pairs import read_pairs
from techmodel.core.partnership import Partners, Partnership
from techmodel.core.priority import find_blocked, find_links, find_priorities, find_ranks
from techmodel.core.provided import Pair, is_asked
from techmodel.core.ranges import Range
from techmodel.core.steps import step_needs, steps_of, weeks_of
from techmodel.core.targets import Why, find_targets, shortfall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, DomainId, Duty, Scoring
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.pairs import Pairs
    from techmodel.core.priority import Links
    from techmodel.core.targets import Shortfall, Target, Targets

__all__ = [
    "CapabilityGap",
    "DomainGap",
    "Gaps",
    "OrganisationGap",
    "Overall",
    "Pair",
    "Partnership",
    "Range",
    "find_gaps",
    "is_asked",
]


def find_gaps(assessment: Assessment) -> Gaps:
    """The gap analysis of design.md 4, points 1-5 and 7-9."""
    targets = find_targets(assessment)
    pairs = read_pairs(assessment)
    partners = Partners(assessment)
    rows = [
        Row(c, _aim(targets, c.id), partners.level(pairs[c.id].codes), pairs[c.id].codes)
        for c in assessment.capabilities
    ]
    gaps = {row.capability.id: find_gap(row.level, row.target) for row in rows}
    links = find_links(rows)
    weeks = {row.capability.id: _weeks(row, assessment.checklist.scoring) for row in rows}
    blocked = {c: find_blocked(c, links) for c in links.blocks}
    priorities = find_priorities(rows, blocked, weeks, assessment.checklist.scoring.blocked_share)
    ranks = find_ranks((row.capability for row in rows), priorities)
    place = {row.capability.id: i for i, row in enumerate(rows)}
    attained = find_attainment(assessment, rows)
    return Gaps(
        tuple(
            CapabilityGap(
                c.id,
                c.domain,
                c.weight,
                targets.by_capability.get(c.id),
                pairs[c.id],
                row.level,
                gaps[c.id],
                weeks[c.id],
                tuple(sorted(links.waits_for.get(c.id, ()), key=place.__getitem__)),
                tuple(sorted(blocked.get(c.id, ()), key=place.__getitem__)),
                priorities.get(c.id),
                ranks.get(c.id),
                c.duty,
            )
            for row in rows
            for c in [row.capability]
        ),
        attained.domains,
        attained.organisations,
        attained.overall,
        _shortfalls(assessment, targets, links, pairs),
        targets.unprovided,
        tuple(c.id for c in assessment.capabilities if c.id in links.unassessed),
    )


def find_gap(level: Partnership | None, target: int) -> Range | None:
    """`max(0, target - level)` at both ends; None without a partnership level (design.md 4.4).

    A `target` of 0 stands for none as well.
    """
    if level is None:
        return None
    return _RANGES[max(0, target - level.high)][max(0, target - level.low)]


_RANGES = [[Range(low, high) for high in range(6)] for low in range(6)]


def _aim(targets: Targets, capability: CapabilityId) -> int:
    target = targets.by_capability.get(capability)
    return target.level if target else 0


def _weeks(row: Row, scoring: Scoring) -> Weeks:
    if row.level is None:
        return Weeks()
    return weeks_of(steps_of(row.capability, row.level.low, row.target, scoring))


def _shortfalls(
    assessment: Assessment,
    targets: Targets,
    links: Links,
    pairs: Mapping[CapabilityId, Pairs],
) -> tuple[Shortfall, ...]:
    """Those of the targets, and prerequisites for which nobody plans a step (design.md 4.7)."""
    found = {s.capability: s for s in targets.shortfalls}
    for p, waiting in links.unassessed.items():
        if p not in found:
            demands = [(d, step_needs(_aim(targets, d))) for d in waiting]
            held = _aim(targets, p) if not pairs[p] else None
            why = Why.NO_LEVEL if pairs[p] else Why.ASKED_OF_NOBODY
            found[p] = shortfall(p, held, demands, why)
    return tuple(found[c.id] for c in assessment.checklist.capabilities if c.id in found)


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
class Gaps:
    """The gap analysis of an assessment. Only what is in scope, in checklist order.

    `unprovided` lists capabilities with a target of 1 or more that nobody is asked about;
    `unassessed` prerequisites without a level, which block nothing for that reason.
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
