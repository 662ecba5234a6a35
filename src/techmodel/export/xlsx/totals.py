"""Every total of the program with the cell of the workbook that must say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.xlsx.figures import progress_figure
from techmodel.export.xlsx.integration_totals import integration_totals
from techmodel.export.xlsx.layout import domain_column
from techmodel.export.xlsx.plan_totals import plan_totals
from techmodel.export.xlsx.total import Total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.gaps import CapabilityGap, Range
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.layout import Layout


def find_totals(facts: Facts, layout: Layout) -> tuple[Total, ...]:
    """The totals of the whole, capabilities, domains, partners, flows, services, and the plan."""
    return (
        *_whole(facts, layout),
        *_capabilities(facts, layout),
        *_domains(facts, layout),
        *_partners(facts, layout),
        *_partner_domains(facts, layout),
        *_progress(facts, layout),
        *integration_totals(facts, layout),
        *plan_totals(facts.plan, layout.plan),
    )


def below_target(gaps: tuple[CapabilityGap, ...]) -> tuple[int, int]:
    """How many capabilities are below target for certain, and at most."""
    found = [g.gap for g in gaps if g.gap]
    return sum(g.low > 0 for g in found), sum(g.high > 0 for g in found)


def open_duties(gaps: tuple[CapabilityGap, ...]) -> list[CapabilityGap]:
    """The capabilities with a duty that are or may be below target."""
    return [g for g in gaps if g.duty and g.gap and g.gap.high > 0]


def _whole(facts: Facts, layout: Layout) -> Iterator[Total]:
    gaps, everything = facts.report.gaps, layout.all_domains
    overall = gaps.overall
    weakest = facts.names[overall.weakest] if overall.weakest else None
    furthest = layout.headline("furthest").replace("$C$", "$D$")
    yield from _span("all", "All domains", overall.attainment, layout.domains, everything)
    yield Total(
        "all-known",
        "All domains: answers known",
        overall.completeness,
        layout.domains.cell("known", everything),
        is_share=True,
    )
    yield Total("weakest", "Furthest from target", weakest, furthest)
    hardly = layout.headline("hardly_known")
    yield Total("hardly-known", "Less than half known", len(overall.below_half), hardly)


def _capabilities(facts: Facts, layout: Layout) -> Iterator[Total]:
    found, g = facts.report.gaps.capabilities, layout.gaps
    certain, most = below_target(found)
    everything = layout.all_domains
    yield Total("capabilities", "Capabilities", len(found), f"COUNTA({g.all('id')})")
    yield Total("below", "Below target", certain, layout.headline("below"))
    at_most = layout.domains.cell("below_most", everything)
    yield Total("below-most", "Below target, at most", most, at_most)
    yield Total("duties", "Duties open", len(open_duties(found)), layout.headline("duties"))
    levels = [c.partnership for c in found if c.partnership]
    gaps = [c.gap for c in found if c.gap]
    sums = {
        "low": sum(p.low for p in levels),
        "high": sum(p.high for p in levels),
        "gap_low": sum(r.low for r in gaps),
        "gap_high": sum(r.high for r in gaps),
        "outliers": sum(len(p.outliers) for p in levels),
        "asked": sum(len(c.pairs) for c in found),
    }
    names = {
        "low": "Sum of Level low",
        "high": "Sum of Level high",
        "gap_low": "Sum of Gap low",
        "gap_high": "Sum of Gap high",
        "outliers": "Outliers",
        "asked": "Answers asked",
    }
    for column, value in sums.items():
        yield Total(f"gaps-{column}", names[column], value, f"SUM({g.all(column)})")
    evidence = len(facts.evidence)
    counted = f"SUM({layout.answers.all('evidence')})"
    yield Total("evidence", "Pieces of evidence", evidence, counted)


def _domains(facts: Facts, layout: Layout) -> Iterator[Total]:
    block = layout.domains
    for row, domain in enumerate(facts.report.gaps.domains, block.first):
        found = facts.assessment.checklist.domain(domain.id)
        name = found.name if found else domain.id
        own = tuple(c for c in facts.report.gaps.capabilities if c.domain == domain.id)
        yield from _span(domain.id, name, domain.attainment, block, row)
        known = block.cell("known", row)
        yield Total(
            f"{domain.id}-known", f"{name}: known", domain.completeness, known, is_share=True
        )
        below = block.cell("below", row)
        yield Total(f"{domain.id}-below", f"{name}: below target", below_target(own)[0], below)


def _partners(facts: Facts, layout: Layout) -> Iterator[Total]:
    block = layout.partners
    for row, partner in enumerate(facts.report.gaps.organisations, block.first):
        name = facts.names[partner.id]
        yield from _span(partner.id, name, partner.attainment, block, row)
        known = block.cell("known", row)
        yield Total(
            f"{partner.id}-known", f"{name}: known", partner.completeness, known, is_share=True
        )
        yield Total(
            f"{partner.id}-asked", f"{name}: asked", partner.asked, block.cell("asked", row)
        )


def _partner_domains(facts: Facts, layout: Layout) -> Iterator[Total]:
    for at, partner in enumerate(facts.partners):
        for domain in facts.report.gaps.domains:
            found = domain.by_organisation[partner.id]
            key, name = f"{partner.id}|{domain.id}", f"{facts.names[partner.id]}, {domain.id}"
            for end, block in (("low", layout.reached_low), ("high", layout.reached_high)):
                cell = block.cell(domain_column(domain.id), block.first + at)
                value = getattr(found, end) if found else None
                yield Total(f"{key}-{end}", f"{name}: reached, {end}", value, cell, is_share=True)


def _progress(facts: Facts, layout: Layout) -> Iterator[Total]:
    block, since = layout.progress, facts.report.since
    if block is None or since is None:
        return
    names = {d.id: d.name for d in facts.assessment.checklist.domains}
    rows = enumerate((*since.progress.domains, since.progress.overall), block.first)
    for row, advance in rows:
        key = advance.domain or "all"
        name = names[advance.domain] if advance.domain else "All domains"
        figures = {
            "progress": progress_figure(advance),
            "newly_known": float(len(advance.newly_known)),
            "lost": float(len(advance.no_longer_known)),
            "fell": float(len(advance.falls)),
        }
        for column, value in figures.items():
            cell = block.cell(column, row)
            what = f"{name}: {_PROGRESS_WORDS[column]}"
            yield Total(f"{key}-{column}", what, value, cell, is_share=column == "progress")


_PROGRESS_WORDS = {
    "progress": "progress",
    "newly_known": "newly known",
    "lost": "no longer known",
    "fell": "fell",
}


def _span(key: str, name: str, found: Range | None, block: Block, row: int) -> Iterator[Total]:
    low, high = (found.low, found.high) if found else (None, None)
    for end, value in (("low", low), ("high", high)):
        yield Total(
            f"{key}-{end}", f"{name}: reached, {end}", value, block.cell(end, row), is_share=True
        )
