"""What the heat map shows, as plain values: domains and capabilities by organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.attainment import lowest_in
from techmodel.core.ranges import UNKNOWN, Range
from techmodel.ui.widgets.mark import Kind, Mark, pair_mark
from techmodel.wording.gaps_page import DASH, shown_names
from techmodel.wording.numbers import level_range, percent_range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import CapabilityGap, DomainGap, Gaps, Pair, Partnership
    from techmodel.core.organisations import Organisation, OrganisationId

"""The share of the target an organisation has reached of which nothing is known."""


@dataclass(frozen=True, slots=True)
class ShareCell:
    """How much of a domain's target one organisation reaches; `lowest` of those compared."""

    share: Range | None
    text: str
    words: str
    lowest: bool = False

    @property
    def known(self) -> bool:
        """Whether there is anything to show: asked, and not all of it open."""
        return self.share is not None and self.text != DASH


@dataclass(frozen=True, slots=True)
class LevelCell:
    """One organisation's level of one capability; `gap` counts the levels surely missing."""

    mark: Mark
    gap: int
    words: str


@dataclass(frozen=True, slots=True)
class TogetherCell:
    """What the partners reach together of a capability: a level, None where nobody has one."""

    partnership: Partnership | None
    target: int
    words: str

    @property
    def level_text(self) -> str:
        """The level in bold: "2", "0–1", a dash."""
        known = self.partnership is not None and self.partnership.median is not None
        return level_range(self.partnership, DASH) if known else DASH

    @property
    def levels(self) -> tuple[int, int]:
        """Low and high, 0..5; 0 and 5 where nothing is known."""
        return (self.partnership.low, self.partnership.high) if self.partnership else (0, 0)


@dataclass(frozen=True, slots=True)
class CapabilityRow:
    """A capability with its cells, one per column."""

    id: str
    name: str
    together: TogetherCell
    cells: tuple[LevelCell, ...]


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A domain with its cells, one per column, and its capabilities."""

    id: str
    name: str
    together: ShareCell
    cells: tuple[ShareCell, ...]
    capabilities: tuple[CapabilityRow, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole heat map. `columns` are the organisations in scope, in order."""

    columns: tuple[Organisation, ...]
    domains: tuple[DomainRow, ...]

    @property
    def furthest(self) -> int | None:
        """The row of the domain with the lowest low end, None where none has an end."""
        lows = [(d.together.share.low, n) for n, d in enumerate(self.domains) if d.together.share]
        return min(lows)[1] if lows else None


def draw(assessment: Assessment, gaps: Gaps) -> Picture:
    """The heat map of an assessment."""
    columns = assessment.scope
    names = shown_names(assessment)
    capabilities = {c.id: c.name for c in assessment.capabilities}
    domains = {d.id: d.short_name for d in assessment.checklist.domains}
    aside = frozenset(gaps.overall.below_half)
    return Picture(
        columns,
        tuple(
            DomainRow(
                d.id,
                domains[d.id],
                _together(d, domains[d.id]),
                _shares(d, columns, aside, domains[d.id]),
                tuple(
                    _capability(c, capabilities[c.id], columns, names)
                    for c in gaps.capabilities
                    if c.domain == d.id
                ),
            )
            for d in gaps.domains
        ),
    )


def _together(domain: DomainGap, name: str) -> ShareCell:
    share = domain.attainment
    if share is None or not domain.completeness:
        return ShareCell(share, DASH, f"{name}, together: nothing known yet")
    text = percent_range(share, DASH)
    return ShareCell(share, text, f"{name}, together: {text} of target")


def _shares(
    domain: DomainGap,
    columns: tuple[Organisation, ...],
    aside: frozenset[OrganisationId],
    name: str,
) -> tuple[ShareCell, ...]:
    lowest = lowest_in(domain, aside)
    return tuple(
        _share_cell(domain.by_organisation.get(o.id), name, o.name, last=o.id in lowest)
        for o in columns
    )


def _share_cell(share: Range | None, domain: str, name: str, *, last: bool) -> ShareCell:
    where = f"{domain}, {name}"
    if share is None:
        return ShareCell(None, "·", f"{where}: not asked")
    if share == UNKNOWN:
        return ShareCell(share, DASH, f"{where}: nothing known yet")
    text = percent_range(share, DASH).removesuffix("%")
    return ShareCell(share, text, f"{where}: {text}% of target{', the lowest' * last}", last)


def _capability(
    gap: CapabilityGap,
    name: str,
    columns: tuple[Organisation, ...],
    names: Mapping[OrganisationId, str],
) -> CapabilityRow:
    target = gap.target.level if gap.target else 0
    together = TogetherCell(gap.partnership, target, "")
    said = f"{name}, together: level {together.level_text} of {target}"
    return CapabilityRow(
        gap.id,
        name,
        TogetherCell(gap.partnership, target, said),
        tuple(
            _level_cell(gap.pairs.get(o.id), target, f"{name}, {o.name}", names) for o in columns
        ),
    )


def _level_cell(
    pair: Pair | None, target: int, where: str, names: Mapping[OrganisationId, str]
) -> LevelCell:
    mark = pair_mark(pair)
    short = max(0, target - pair.level) if pair and pair.level is not None else 0
    said = f"{where}: {mark.words}"
    if pair and pair.provided_by:
        by = f" by {names.get(pair.provided_by, pair.provided_by)}"
        said = f"{where}: {mark.words.removesuffix(' by another organisation')}{by}"
    if mark.kind is Kind.LEVEL and target:
        said += f", target {target}" + (f", {short} short" if short else "")
    return LevelCell(mark, short, said)
