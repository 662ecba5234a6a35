"""The rows of every table of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import NO_SUMS
from techmodel.ui.widgets.plain_model import PlainRow
from techmodel.wording import plan_whatif as wording
from techmodel.wording.costs import money_range, year_name
from techmodel.wording.numbers import level_range, percent_range
from techmodel.wording.plan import capability_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.costs import Sums
    from techmodel.core.forecast import Moment
    from techmodel.core.gaps import Gaps
    from techmodel.core.plan import DutyDate
    from techmodel.core.ranges import Range
    from techmodel.ui.plan.whatif.outcome import Outcome


def moment_heads(first: str, moments: Sequence[Moment], last: Sequence[str] = ()) -> list[str]:
    """The heads of a table with a column a moment."""
    return [first, *(wording.moment_head(m, moments[0]) for m in moments), *last]


def domain_rows(assessment: Assessment, moments: Sequence[Moment]) -> list[PlainRow]:
    """The share of its target that each domain reaches, and all of them together."""
    names = {d.id: d.name for d in assessment.checklist.domains}
    rows = [
        _share_row(d, names[d], [m.domains[d] for m in moments], moments)
        for d, share in moments[0].domains.items()
        if share
    ]
    whole = [m.overall for m in moments]
    return [*rows, _share_row("", wording.ALL_DOMAINS, whole, moments)]


def _share_row(
    key: str, name: str, shares: Sequence[Range | None], moments: Sequence[Moment]
) -> PlainRow:
    texts = [percent_range(share, "–") for share in shares]
    said = [
        (n, f"{name}: {text} {wording.moment_words(m, moments[0])}")
        for n, (text, m) in enumerate(zip(texts, moments, strict=True), 1)
    ]
    sort = [(n, share.low) for n, share in enumerate(shares, 1) if share]
    return PlainRow(key, (name, *texts), tuple(sort), tuple(said))


def capability_rows(
    assessment: Assessment, gaps: Gaps, moments: Sequence[Moment]
) -> list[PlainRow]:
    """The predicted level of each capability that has a target and a level."""
    rows = []
    for gap in gaps.capabilities:
        if not (gap.target and gap.target.level and gap.id in moments[0].levels):
            continue
        name = capability_words(assessment.checklist, gap.id)
        levels = [m.levels[gap.id] for m in moments]
        texts = [level_range(level) for level in levels]
        aim = gap.target.level
        said = [
            (n, f"{name}: level {text} of {aim} {wording.moment_words(m, moments[0])}")
            for n, (text, m) in enumerate(zip(texts, moments, strict=True), 1)
        ]
        figures = [*(level.low for level in levels), aim]
        sort = tuple(enumerate(figures, 1))
        rows.append(PlainRow(gap.id, (name, *texts, str(aim)), sort, tuple(said)))
    return rows


def duty_rows(assessment: Assessment, plan: Outcome, here: Outcome) -> list[PlainRow]:
    """Every duty date, when the plan keeps it and when it is kept here."""
    before: Mapping[CapabilityId, DutyDate] = {d.capability: d for d in plan.plan.duties}
    rows = []
    for duty in here.plan.duties:
        name = capability_words(assessment.checklist, duty.capability)
        old = before[duty.capability].got
        kept = "yes" if duty.kept else "no"
        texts = (
            *(name, wording.day_or(duty.wanted)),
            *(wording.day_or(old), wording.day_or(duty.got), kept),
        )
        days = (duty.wanted, old, duty.got)
        sort = [(n, day.toordinal()) for n, day in enumerate(days, 1) if day]
        rows.append(PlainRow(duty.capability, texts, tuple(sort)))
    return rows


def cost_rows(plan: Outcome, here: Outcome) -> list[PlainRow]:
    """The costs of each financial year, here and in the plan, and of all years."""
    years = sorted({*plan.years, *here.years})
    rows = [
        _cost_row(year_name(y), here.years.get(y, NO_SUMS), plan.years.get(y, NO_SUMS))
        for y in years
    ]
    return [*rows, _cost_row(wording.ALL_YEARS, here.costs, plan.costs)] if rows else []


def _cost_row(name: str, here: Sums, plan: Sums) -> PlainRow:
    moneys = (here.one_off, here.recurrent, here.total, plan.total)
    texts = (name, *(money_range(m, short=True) for m in moneys))
    return PlainRow(name, texts, tuple((n, m.likely) for n, m in enumerate(moneys, 1)))


def side_rows(assessment: Assessment, one: Outcome, other: Outcome) -> list[PlainRow]:
    """Two outcomes side by side: their terms, their end, what they reach, what they cost."""
    roles: dict[str, str] = dict(assessment.checklist.roles.items())
    first, second = wording.terms_words(one.terms, roles), wording.terms_words(other.terms, roles)
    rows = [
        ("Start", first[0], second[0]),
        ("Pace", first[1], second[1]),
        ("Limits of roles", first[2], second[2]),
        ("Not counted", first[3], second[3]),
        ("Ends", wording.end_words(one.plan), wording.end_words(other.plan)),
        ("Duty dates kept", wording.duties_words(one.plan), wording.duties_words(other.plan)),
        ("Costs", wording.costs_words(one.costs), wording.costs_words(other.costs)),
        *_reached(assessment, one, other),
    ]
    return [PlainRow(name, (name, here, there)) for name, here, there in rows]


def _reached(assessment: Assessment, one: Outcome, other: Outcome) -> list[tuple[str, str, str]]:
    """What is reached at the end of each year, and by domain when the first of both ends."""
    last = max(one.moments[-1].day, other.moments[-1].day)
    found = []
    for year in range(one.moments[0].day.year, last.year + 1):
        both = [_by(o.moments, year) for o in (one, other)]
        shares = [percent_range(m.overall, "–") for m in both]
        found.append((f"Reached by the end of {year}", shares[0], shares[1]))
    year = min(one.moments[-1].day, other.moments[-1].day).year
    here, there = (_by(o.moments, year) for o in (one, other))
    for domain in assessment.checklist.domains:
        if here.domains.get(domain.id):
            pair = [percent_range(m.domains[domain.id], "–") for m in (here, there)]
            found.append((f"{domain.name}, end of {year}", pair[0], pair[1]))
    return found


def _by(moments: Sequence[Moment], year: int) -> Moment:
    """What is reached at the end of a year."""
    return [m for n, m in enumerate(moments) if m.day.year <= year or n == 0][-1]
