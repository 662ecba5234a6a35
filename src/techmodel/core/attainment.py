"""How much of the targets is reached, and how much is known (design.md 4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.columns import Columns
from techmodel.core.ranges import SAME, UNKNOWN, Range

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import DomainId
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.core.rows import Row


def find_attainment(assessment: Assessment, rows: Iterable[Row]) -> Attainments:
    """The attainment and completeness of the domains, organisations and the whole in scope."""
    by_domain: dict[DomainId, list[Row]] = {
        d.id: [] for d in assessment.checklist.domains if d.id not in assessment.domains_out
    }
    for row in rows:
        by_domain[row.capability.domain].append(row)
    whole = Columns(len(assessment.organisations))
    total = (0.0, 0.0, 0.0)
    domains = []
    for domain, some in by_domain.items():
        columns = _columns(some, len(assessment.organisations))
        sums = sum_reached(some)
        domains.append(_domain(assessment, domain, sums, columns))
        whole.add(columns)
        total = (total[0] + sums[0], total[1] + sums[1], total[2] + sums[2])
    organisations = _organisations(assessment, whole)
    overall = Overall(
        share_range(total),
        _share(sum(whole.done), sum(whole.asked)),
        _weakest(assessment.scope, organisations),
        tuple(o.id for o in organisations if _is_below_half(o)),
    )
    return Attainments(tuple(domains), organisations, overall)


def sum_reached(rows: Iterable[Row]) -> tuple[float, float, float]:
    """`sum w*min(level,T)` low and high, and `sum w*T`, over those with a T > 0 and a level."""
    low = high = full = 0.0
    for row in rows:
        level, aim = row.level, row.aim
        if aim and level:
            weight = row.capability.weight
            low += weight * (aim - row.short)
            high += weight * min(level.high, aim)
            full += weight * aim
    return low, high, full


def share_range(sums: tuple[float, float, float]) -> Range | None:
    """The first two as shares of the third; None if that is 0, for then nothing counts."""
    low, high, full = sums
    return Range(low / full, high / full) if full else None


def _columns(rows: Iterable[Row], width: int) -> Columns:
    columns = Columns(width)
    by_weight: dict[float, list[Row]] = {}
    for row in rows:
        by_weight.setdefault(row.capability.weight, []).append(row)
    for weight, some in by_weight.items():
        columns.reach(weight, [row.pairs.codes for row in some], [row.aim for row in some])
    columns.count([row.pairs.codes for row in rows])
    return columns


def _domain(
    assessment: Assessment, domain: DomainId, sums: tuple[float, float, float], columns: Columns
) -> DomainGap:
    own = zip(assessment.organisations, columns.ranges(), strict=True)
    return DomainGap(
        domain,
        share_range(sums),
        _share(sum(columns.done), sum(columns.asked)),
        {o.id: reached for o, reached in own if o.in_scope},
    )


def _organisations(assessment: Assessment, columns: Columns) -> tuple[OrganisationGap, ...]:
    own = zip(assessment.organisations, columns.ranges(), columns.asked, columns.done, strict=True)
    return tuple(
        OrganisationGap(o.id, reached, _share(done, asked), asked, done)
        for o, reached, asked, done in own
        if o.in_scope
    )


def _share(done: float, asked: float) -> float | None:
    return done / asked if asked else None


def lowest_in(domain: DomainGap, aside: Collection[OrganisationId]) -> frozenset[OrganisationId]:
    """Who reaches the least of a domain's target, by the low end.

    Nobody where fewer than two can be compared or all are alike; never one of `aside` (those of
    which less than half is known, design.md 4.5), nor one of which nothing is known here.
    """
    lows = {
        o: share.low
        for o, share in domain.by_organisation.items()
        if share and share != UNKNOWN and o not in aside
    }
    least = min(lows.values(), default=0.0)
    if len(lows) < 2 or max(lows.values()) <= least + SAME:
        return frozenset()
    return frozenset(o for o, low in lows.items() if low <= least + SAME)


def _is_below_half(organisation: OrganisationGap) -> bool:
    return 2 * organisation.known < organisation.asked


def _weakest(
    scope: Iterable[Organisation], organisations: Iterable[OrganisationGap]
) -> OrganisationId | None:
    """The lowest `low`, then the name; never one of which less than half is known."""
    found = [
        (gap.attainment.low, partner.name, gap.id)
        for partner, gap in zip(scope, organisations, strict=True)
        if gap.attainment and not _is_below_half(gap)
    ]
    if not found:
        return None
    lowest = min(low for low, _, _ in found)
    return min((name, key) for low, name, key in found if low <= lowest + SAME)[1]


@dataclass(frozen=True, slots=True)
class Attainments:
    """The attainment of everything."""

    domains: tuple[DomainGap, ...]
    organisations: tuple[OrganisationGap, ...]
    overall: Overall


@dataclass(frozen=True, slots=True)
class DomainGap:
    """A domain in scope: attainment together and by organisation, completeness 0..1.

    None where nothing counts, or nothing is asked.
    """

    id: DomainId
    attainment: Range | None
    completeness: float | None
    by_organisation: Mapping[OrganisationId, Range | None]


@dataclass(frozen=True, slots=True)
class OrganisationGap:
    """One organisation over all domains in scope.

    `asked` counts pairs, `known` those that are a level or not applicable.
    """

    id: OrganisationId
    attainment: Range | None
    completeness: float | None
    asked: int
    known: int


@dataclass(frozen=True, slots=True)
class Overall:
    """The whole, never shown without range, completeness and the weakest."""

    attainment: Range | None
    completeness: float | None
    weakest: OrganisationId | None
    below_half: tuple[OrganisationId, ...]
