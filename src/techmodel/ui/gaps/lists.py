"""The full lists behind the panels: duties, outliers, not known, held back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.wording.gaps_page import (
    duty_words,
    open_duties,
    open_pairs,
    outliers,
    shortfall_words,
    shown_names,
)
from techmodel.wording.labels import STATE_WORDS
from techmodel.wording.numbers import level_range, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import CapabilityGap, Gaps


class ListKind(StrEnum):
    """Which list."""

    DUTIES = "duties"
    OUTLIERS = "outliers"
    UNKNOWN = "unknown"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row: what it shows, what it is sorted by, and whose card it opens.

    `tips` say in full what `texts` shorten, where they do.
    """

    texts: tuple[str, ...]
    sort: tuple[str | float, ...]
    capability: CapabilityId
    organisation: str = ""
    tips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FullList:
    """A whole list with its title and heads."""

    kind: ListKind
    title: str
    heads: tuple[str, ...]
    rows: tuple[ListRow, ...]


_HEADS = {
    ListKind.DUTIES: ("Capability", "Due", "Level", "Duty"),
    ListKind.OUTLIERS: ("Organisation", "Capability", "Its level", "Together", "Median"),
    ListKind.UNKNOWN: ("To settle", "Capability", "For", "Answer"),
    ListKind.HELD: ("Capability", "Why"),
}


def full_list(kind: ListKind, assessment: Assessment, gaps: Gaps, today: date) -> FullList:
    """One of the lists, as seen on a day."""
    names = {c.id: f"{c.id} {c.name}" for c in assessment.checklist.capabilities}
    rows = {
        ListKind.DUTIES: lambda: _duties(gaps, names, today),
        ListKind.OUTLIERS: lambda: _outliers(assessment, gaps, names),
        ListKind.UNKNOWN: lambda: _unknown(assessment, gaps, names),
        ListKind.HELD: lambda: _held(gaps, names),
    }[kind]()
    found = tuple(rows)
    return FullList(kind, list_title(kind, len(found)), _HEADS[kind], found)


def list_title(kind: ListKind, count: int) -> str:
    """A list's title with its count: "3 duties open"."""
    return {
        ListKind.DUTIES: f"{plural(count, 'duty', 'duties')} open",
        ListKind.OUTLIERS: plural(count, "outlier"),
        ListKind.UNKNOWN: f"{count:,} not known",
        ListKind.HELD: f"{plural(count, 'target')} out of reach",
    }[kind]


def _duties(gaps: Gaps, names: Mapping[CapabilityId, str], today: date) -> Iterator[ListRow]:
    for c in open_duties(gaps):
        due = c.duty.date if c.duty else None
        texts = (
            names[c.id],
            duty_words(due, today),
            _level(c),
            c.duty.name if c.duty else "",
        )
        when = due.toordinal() if due else 10**7
        yield ListRow(texts, (texts[0], when, *texts[2:]), c.id)


def _outliers(
    assessment: Assessment, gaps: Gaps, names: Mapping[CapabilityId, str]
) -> Iterator[ListRow]:
    short, full = shown_names(assessment), {o.id: o.name for o in assessment.organisations}
    for capability, organisation in outliers(gaps):
        gap = gaps.of(capability)
        if gap is None or gap.partnership is None:
            continue
        own, median = gap.pairs[organisation].level or 0, gap.partnership.median or 0.0
        texts = (
            short[organisation],
            names[capability],
            str(own),
            level_range(gap.partnership),
            f"{median:g}",
        )
        sort = (texts[0], texts[1], own, gap.partnership.low, median)
        tips = (full[organisation], *texts[1:])
        yield ListRow(texts, sort, capability, organisation, tips)


def _unknown(
    assessment: Assessment, gaps: Gaps, names: Mapping[CapabilityId, str]
) -> Iterator[ListRow]:
    short, full = shown_names(assessment), {o.id: o.name for o in assessment.organisations}
    for pair in open_pairs(gaps):
        texts = (
            short[pair.settler],
            names[pair.capability],
            short[pair.organisation],
            STATE_WORDS[pair.state],
        )
        tips = (full[pair.settler], texts[1], full[pair.organisation], texts[3])
        yield ListRow(texts, texts, pair.capability, pair.organisation, tips)


def _held(gaps: Gaps, names: Mapping[CapabilityId, str]) -> Iterator[ListRow]:
    for shortfall in gaps.shortfalls:
        texts = (names[shortfall.capability], shortfall_words(shortfall))
        yield ListRow(texts, texts, shortfall.capability)
    for capability in gaps.unprovided:
        texts = (names[capability], "Needed, but nobody here provides it.")
        yield ListRow(texts, texts, capability)


def _level(gap: CapabilityGap) -> str:
    target = gap.target.level if gap.target else 0
    return f"{level_range(gap.partnership)} of {target}"
