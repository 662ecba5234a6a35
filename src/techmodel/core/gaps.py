"""The distance between where the partners are and where they want to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.attainment import DomainGap, OrganisationGap, Overall, find_attainment
from techmodel.core.members import Members
from techmodel.core.pairs import read_pairs
from techmodel.core.partnership import Partnership
from techmodel.core.priority import find_blocked, find_links, find_priorities, find_ranks
from techmodel.core.provided import Pair, is_asked
from techmodel.core.ranges import Range
from techmodel.core.rows import find_rows
from techmodel.core.steps import NO_WEEKS, Sizes, step_needs
from techmodel.core.targets import Why, find_targets, shortfall

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, DomainId, Duty, Weeks
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.priority import Links
    from techmodel.core.rows import Row
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
    rows = find_rows(assessment, targets, read_pairs(assessment))
    links = find_links(rows)
    attained = find_attainment(assessment, rows)
    return Gaps(
        _find_capabilities(assessment, rows, links),
        attained.domains,
        attained.organisations,
        attained.overall,
        _find_shortfalls(assessment, targets, rows, links),
        targets.unprovided,
        tuple(rows[i].capability.id for i in sorted(links.unassessed)),
    )


def find_gap(level: Partnership | None, aim: int) -> Range | None:
    """`max(0, aim - level)` at both ends; None without a partnership level (design.md 4.4).

    An `aim` of 0 stands for no target as well.
    """
    if level is None:
        return None
    return _RANGES[max(0, aim - level.high)][max(0, aim - level.low)]


_RANGES = [[Range(low, high) for high in range(6)] for low in range(6)]


def _find_capabilities(
    assessment: Assessment, rows: Sequence[Row], links: Links
) -> tuple[CapabilityGap, ...]:
    scoring = assessment.checklist.scoring
    weeks_of = Sizes(scoring).weeks
    weeks = [
        weeks_of(row.capability, row.aim - row.short, row.aim) if row.short else NO_WEEKS
        for row in rows
    ]
    blocked = find_blocked(links)
    priorities = find_priorities(rows, blocked, weeks, scoring.blocked_share)
    ids = [row.capability.id for row in rows]
    nothing = Members(ids, 0)
    waits_for: list[tuple[CapabilityId, ...]] = [()] * len(rows)
    for p in sorted(links.blocks):
        for d in links.blocks[p]:
            waits_for[d] += (ids[p],)
    columns = zip(
        ids,
        [row.capability.domain for row in rows],
        [row.capability.weight for row in rows],
        [row.target for row in rows],
        [row.pairs for row in rows],
        [row.level for row in rows],
        [find_gap(row.level, row.aim) for row in rows],
        weeks,
        waits_for,
        [Members(ids, blocked[i]) if i in blocked else nothing for i in range(len(rows))],
        priorities,
        find_ranks(rows, priorities),
        [row.capability.duty for row in rows],
        strict=True,
    )
    return tuple(map(CapabilityGap._make, columns))


def _find_shortfalls(
    assessment: Assessment, targets: Targets, rows: Sequence[Row], links: Links
) -> tuple[Shortfall, ...]:
    """Those of the targets, and prerequisites for which nobody plans a step (design.md 4.7)."""
    found = {s.capability: s for s in targets.shortfalls}
    for p, waiting in links.unassessed.items():
        row = rows[p]
        if row.capability.id not in found:
            demands = [(rows[d].capability.id, step_needs(rows[d].aim)) for d in waiting]
            held, why = (
                (None, Why.NO_LEVEL) if row.pairs else (row.aim or None, Why.ASKED_OF_NOBODY)
            )
            found[row.capability.id] = shortfall(row.capability.id, held, demands, why)
    return tuple(found[c.id] for c in assessment.checklist.capabilities if c.id in found)


class CapabilityGap(NamedTuple):
    """All that is known about one capability in scope. A named tuple, as `Partnership` is."""

    id: CapabilityId
    domain: DomainId
    weight: float
    target: Target | None
    pairs: Mapping[OrganisationId, Pair]
    partnership: Partnership | None
    gap: Range | None
    weeks: Weeks
    waits_for: tuple[CapabilityId, ...]
    blocked: Sequence[CapabilityId]
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
