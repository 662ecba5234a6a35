"""The rows of the tables on Summary: formulas with the engine's figures as their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.ranges import UNKNOWN
from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.facts import LAST_LEVEL
from techmodel.export.xlsx.layout import domain_column
from techmodel.export.xlsx.totals import below_target, open_duties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.gaps import DomainGap, Range
    from techmodel.core.organisations import OrganisationId
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Content
    from techmodel.export.xlsx.facts import AnswerPair, Facts
    from techmodel.export.xlsx.layout import Layout

    Row = Mapping[str, Content]

HARDLY_KNOWN = "Less than half known"
_NONE = '""'


def domain_rows(facts: Facts, layout: Layout) -> list[Row]:
    """One row a domain in scope."""
    return [
        _domain_row(facts, layout, domain, row)
        for row, domain in enumerate(facts.report.gaps.domains, layout.domains.first)
    ]


def _domain_row(facts: Facts, layout: Layout, domain: DomainGap, row: int) -> Row:
    g, key = layout.gaps, f"$A{row}"
    found = facts.assessment.checklist.domain(domain.id)
    gaps = tuple(c for c in facts.report.gaps.capabilities if c.domain == domain.id)
    below, most = below_target(gaps)

    def total(column: str) -> str:
        return f"SUMIF({g.all('domain_id')},{key},{g.all(column)})"

    def count(*more: str) -> str:
        return f"=COUNTIFS({','.join((g.all('domain_id'), key, *more))})"

    return {
        "id": domain.id,
        "domain": found.name if found else domain.id,
        "items": Formula(count(), len(gaps)),
        "known": share(
            f"{total('known')}+{total('not_applicable')}", total("asked"), domain.completeness
        ),
        "low": share(total("reached_low"), total("asked_for"), _end(domain.attainment, "low")),
        "high": share(total("reached_high"), total("asked_for"), _end(domain.attainment, "high")),
        "below": Formula(count(g.all("gap_low"), '">0"'), below),
        "below_most": Formula(count(g.all("gap_high"), '">0"'), most),
        "duties": Formula(
            count(g.all("duty"), '"<>"', g.all("gap_high"), '">0"'), len(open_duties(gaps))
        ),
        "shown": _shown(facts, layout, key, [p for p in facts.pairs if p.gap.domain == domain.id]),
        **_lowest(facts, layout, domain_column(domain.id), row),
    }


def total_row(facts: Facts, layout: Layout) -> Row:
    """The row below the domains."""
    g, overall = layout.gaps, facts.report.gaps.overall
    gaps = facts.report.gaps.capabilities
    below, most = below_target(gaps)

    def total(column: str) -> str:
        return f"SUM({g.all(column)})"

    return {
        "domain": "All domains",
        "items": Formula(f"=COUNTA({g.all('id')})", len(gaps)),
        "known": share(
            f"{total('known')}+{total('not_applicable')}", total("asked"), overall.completeness
        ),
        "low": share(total("reached_low"), total("asked_for"), _end(overall.attainment, "low")),
        "high": share(total("reached_high"), total("asked_for"), _end(overall.attainment, "high")),
        "below": Formula(f'=COUNTIF({g.all("gap_low")},">0")', below),
        "below_most": Formula(f'=COUNTIF({g.all("gap_high")},">0")', most),
        "duties": Formula(
            f'=COUNTIFS({g.all("duty")},"<>",{g.all("gap_high")},">0")', len(open_duties(gaps))
        ),
        "shown": _shown(facts, layout, "", facts.pairs),
        **_lowest(facts, layout, "low", layout.all_domains),
    }


def partner_rows(facts: Facts, layout: Layout) -> list[Row]:
    """One row a partner, in the order of the columns of Gaps."""
    a, p = layout.answers, layout.partners
    own = {g.id: g for g in facts.report.gaps.organisations}
    rows: list[Row] = []
    for row, partner in enumerate(facts.partners, p.first):
        gap, key = own[partner.id], f"$A{row}"
        who = f"{a.all('organisation_id')},{key}"
        asked = f"COUNTIF({who})"
        goal = f"SUMIF({who},{a.all('asked_for')})"
        known = f"${p.letter('known')}{row}"
        hardly = partner.id in facts.report.gaps.overall.below_half
        low, high = (
            share(f"SUMIF({who},{a.all(f'reached_{end}')})", goal, _end(gap.attainment, end))
            for end in ("low", "high")
        )
        rows.append(
            {
                "id": partner.id,
                "partner": facts.names[partner.id],
                "asked": Formula(f"={asked}", gap.asked),
                "known": share(f"SUMIF({who},{a.all('complete')})", asked, gap.completeness),
                "low": low,
                "high": high,
                "weight": partner.weight,
                "remark": Formula(
                    f'=IF(ISNUMBER({known}),IF({known}<1/2,"{HARDLY_KNOWN}",""),"")',
                    HARDLY_KNOWN if hardly else "",
                ),
            }
        )
    return rows


def heat_rows(facts: Facts, layout: Layout, block: Block, end: str) -> list[Row]:
    """One row a partner with the share of its target reached in each domain; `end` low or high."""
    a, rows = layout.answers, []
    for row, partner in enumerate(facts.partners, block.first):
        cells: dict[str, Content] = {"id": partner.id, "partner": facts.names[partner.id]}
        for at, domain in enumerate(facts.report.gaps.domains, layout.domains.first):
            which = f"{a.all('organisation_id')},$A{row},{a.all('domain_id')},$A${at}"
            reached, goal = (
                f"SUMIFS({a.all(column)},{which})" for column in (f"reached_{end}", "asked_for")
            )
            found = domain.by_organisation[partner.id]
            cells[domain_column(domain.id)] = share(reached, goal, _end(found, end))
        rows.append(cells)
    return list(rows)


def share(part: str, whole: str, value: float | None) -> Formula:
    """Part of a whole, nothing where the whole is 0."""
    return Formula(f"=IF({whole}=0,{_NONE},({part})/{whole})", "" if value is None else value)


def _end(found: Range | None, end: str) -> float | None:
    if found is None:
        return None
    return found.low if end == "low" else found.high


def _shown(facts: Facts, layout: Layout, key: str, pairs: Sequence[AnswerPair]) -> Formula:
    """The share of levels of partners' own that the two best grades of evidence support."""
    a, grades = layout.answers, layout.grades
    best = [g.grade for g in facts.assessment.checklist.scoring.evidence_grades[:2]]
    where = f"{a.all('domain_id')},{key}," if key else ""
    own = f'{where}{a.all("list_no")},">=1",{a.all("list_no")},"<={LAST_LEVEL}"'
    counts = [
        f"COUNTIFS({own},{a.all('best_grade')},{grades.cell('grade', row)})"
        for row in range(grades.first, grades.first + len(best))
    ]
    levels = [p for p in pairs if 1 <= p.list_no <= LAST_LEVEL]
    shown = sum(facts.best_grade(p.id) in best for p in levels)
    return share(
        "+".join(counts) or "0", f"COUNTIFS({own})", shown / len(levels) if levels else None
    )


def _lowest(facts: Facts, layout: Layout, column: str, row: int) -> Row:
    """The lowest partner of whom at least half is known, the first by name."""
    block, cell = layout.lowest, layout.domains.cell("lowest", row)
    where = block.all(column)
    low, key = lowest_partner(facts, column)
    name = facts.short_names[key] if key else ""
    return {
        "lowest": Formula(f'=IF(COUNT({where})=0,"",MIN({where}))', "" if low is None else low),
        "lowest_partner": Formula(
            f'=IF(COUNT({where})=0,"",INDEX({block.all("short_name")},MATCH({cell},{where},0)))',
            name,
        ),
    }


def lowest_partner(facts: Facts, column: str) -> tuple[float | None, OrganisationId | None]:
    """The lowest share in a column of Lists, to nine digits, and whose it is; None if nobody's."""
    gaps = facts.report.gaps
    own = {g.id: g.attainment for g in gaps.organisations}
    by_column = {domain_column(d.id): d.by_organisation for d in gaps.domains}
    found = by_column.get(column, own)
    ranked = [
        (round(reached.low, 9), partner.name, partner.id)
        for partner in facts.partners
        if (reached := found[partner.id])
        and partner.id not in gaps.overall.below_half
        and (found is own or reached != UNKNOWN)
    ]
    if not ranked:
        return None, None
    low, _, key = min(ranked)
    return low, key
