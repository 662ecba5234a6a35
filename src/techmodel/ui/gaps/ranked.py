"""The ranked gaps as plain rows, and what filters leave of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.ranges import Range
from techmodel.wording.gaps_page import DASH, UNKNOWN
from techmodel.wording.numbers import level_range, plural, priority, short_date, weeks_range

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId, DomainId, Duty
    from techmodel.core.gaps import CapabilityGap, Gaps, Pair
    from techmodel.core.organisations import OrganisationId


@dataclass(frozen=True, slots=True)
class Filters:
    """What to leave in the list; the empty one leaves everything."""

    duty: bool = False
    certain: bool = False
    domain: DomainId | None = None
    organisation: OrganisationId | None = None


@dataclass(frozen=True, slots=True)
class GapRow:
    """One ranked capability. `level` and `gap` are one organisation's when the list shows one."""

    rank: int
    id: CapabilityId
    name: str
    domain: str
    duty: Duty | None
    level: str
    target: int
    gap: Range
    weeks: str
    likely: int
    priority: float | None

    @property
    def gap_words(self) -> str:
        """The gap for a screen reader and for copying: "2", "1–3"."""
        return level_range(self.gap)

    @property
    def weeks_text(self) -> str:
        """The weeks without their unit, for the column that says it."""
        return self.weeks.split()[0]

    @property
    def priority_text(self) -> str:
        """The priority with two digits."""
        return priority(self.priority)

    @property
    def words(self) -> str:
        """The whole row for a screen reader."""
        duty = ", statutory duty" if self.duty else ""
        if self.duty and self.duty.date:
            duty += f", {short_date(self.duty.date)}"
        return (
            f"Rank {self.rank}, {self.name}{duty}, level {self.level} of {self.target}, "
            f"{plural(int(self.gap.high), 'level')} short at most, {self.weeks}, "
            f"priority {self.priority_text}"
        )


def ranked_rows(assessment: Assessment, gaps: Gaps, filters: Filters) -> tuple[GapRow, ...]:
    """The rows that the filters leave, by rank."""
    names = {c.id: c.name for c in assessment.capabilities}
    domains = {d.id: d.short_name for d in assessment.checklist.domains}
    kept = (c for c in gaps.ranked if _stays(c, filters))
    return tuple(_row(c, names[c.id], domains[c.domain], filters.organisation) for c in kept)


def count_duties(rows: Iterable[CapabilityGap]) -> int:
    """How many have a duty behind them."""
    return sum(c.duty is not None for c in rows)


def count_certain(rows: Iterable[CapabilityGap]) -> int:
    """How many are surely below target."""
    return sum(c.gap is not None and c.gap.low > 0 for c in rows)


def domains_with_gaps(assessment: Assessment, gaps: Gaps) -> Sequence[tuple[DomainId, str]]:
    """The domains with a ranked capability: id and short name, in checklist order."""
    found = {c.domain for c in gaps.ranked}
    return [(d.id, d.short_name) for d in assessment.checklist.domains if d.id in found]


def _stays(gap: CapabilityGap, filters: Filters) -> bool:
    pair = gap.pairs.get(filters.organisation) if filters.organisation else None
    return not (
        (filters.duty and gap.duty is None)
        or (filters.certain and not _is_certain(gap, pair))
        or (filters.domain not in {None, gap.domain})
        or (filters.organisation and not _is_below(gap, pair))
    )


def _is_certain(gap: CapabilityGap, pair: Pair | None) -> bool:
    if pair is not None:
        return pair.state is State.LEVEL
    return gap.gap is not None and gap.gap.low > 0


def _is_below(gap: CapabilityGap, pair: Pair | None) -> bool:
    """Whether one organisation is, or may be, below the target."""
    if pair is None or gap.target is None:
        return False
    return pair.state in UNKNOWN or (pair.level is not None and pair.level < gap.target.level)


def _row(
    gap: CapabilityGap, name: str, domain: str, organisation: OrganisationId | None
) -> GapRow:
    target = gap.target.level if gap.target else 0
    together = gap.partnership
    level = level_range(together) if together and together.median is not None else DASH
    short = gap.gap or Range(0, 0)
    if organisation:
        pair = gap.pairs[organisation]
        level = "?" if pair.level is None else str(pair.level)
        short = Range(0, target) if pair.level is None else Range(*[target - pair.level] * 2)
    return GapRow(
        rank=gap.rank or 0,
        id=gap.id,
        name=name,
        domain=domain,
        duty=gap.duty,
        level=level,
        target=target,
        gap=short,
        weeks=weeks_range(gap.weeks),
        likely=gap.weeks.likely,
        priority=gap.priority,
    )
