"""The sheet Gaps: target, level and gap of every capability, and what each partner said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.sheets import GAPS, Column, ColumnKind, pair_id
from techmodel.core.targets import Source
from techmodel.export.xlsx.book import Formula, Styled
from techmodel.export.xlsx.facts import NOT_ASKED, unique_names
from techmodel.export.xlsx.figures import reach, tally, target_level
from techmodel.export.xlsx.gap_formulas import KNOWN, gap_formulas
from techmodel.export.xlsx.layout import NOBODY, gaps_sheet, partner_column
from techmodel.export.xlsx.progress import progress_formulas, progress_told, progress_values
from techmodel.export.xlsx.rules import (
    add_rules,
    level_rules,
    strong_rule,
    unknown_rules,
)
from techmodel.export.xlsx.style import TARGET
from techmodel.export.xlsx.table import freeze, name_table, set_print, write_table
from techmodel.wording.labels import level_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.gaps import CapabilityGap
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.figures import Tally
    from techmodel.export.xlsx.layout import Layout

    Row = Mapping[str, Content]


def write_gaps(book: Book) -> None:
    """Write the sheet."""
    facts, layout = book.facts, book.layout
    sheet = book.sheet(GAPS.title)
    columns = gaps_columns(facts)
    formulas = {**gap_formulas(facts, layout), **progress_formulas(facts, layout)}
    counted = {p.id: p.counted_as for p in facts.pairs}
    rows = [
        _row(book, formulas, gap, number, counted)
        for number, gap in enumerate(facts.report.gaps.capabilities, layout.gaps.first)
    ]
    write_table(book, sheet, layout.gaps, columns, rows)
    name_table(sheet, layout.gaps, GAPS.table)
    freeze(sheet, "D2")
    _colour(sheet, layout)
    set_print(sheet, layout.gaps.number(layout.partner_columns[-1]))


def gaps_columns(facts: Facts) -> tuple[Column, ...]:
    """The columns with one per partner among them."""
    found: list[Column] = []
    for column in gaps_sheet(facts).columns:
        found.append(column)
        if column.id == GAPS.partners_after:
            found += _partner_columns(facts)
    return tuple(found)


def _partner_columns(facts: Facts) -> list[Column]:
    headers = unique_names(
        ((o.id, facts.short_names[o.id]) for o in facts.partners),
        taken=[c.header for c in gaps_sheet(facts).columns],
    )
    columns = [Column(partner_column(o), h, ColumnKind.WORD) for o, h in headers.items()]
    return columns or [Column(partner_column(NOBODY), "No partners yet", ColumnKind.WORD)]


def _row(
    book: Book,
    formulas: Mapping[str, str],
    gap: CapabilityGap,
    number: int,
    counted: Mapping[str, str],
) -> Row:
    partners = book.facts.partners
    values = _worked_out(gap, tally(gap, {o.id: o.weight for o in partners}))
    values.update(progress_values(book.facts, gap))
    for partner in partners:
        said = counted.get(pair_id(gap.id, partner.id))
        if said is not None:
            values[partner_column(partner.id)] = said
    worked = {c: Formula(formulas[c].replace("#", f"{number}"), v) for c, v in values.items()}
    return {
        **dict.fromkeys(book.layout.partner_columns, NOT_ASKED),
        **_told(book.facts, gap),
        **progress_told(book.facts, gap),
        **worked,
    }


def _told(facts: Facts, gap: CapabilityGap) -> dict[str, Content]:
    """What the program says and the sheet does not work out."""
    checklist = facts.assessment.checklist
    domain = checklist.domain(gap.domain)
    return {
        "id": gap.id,
        "domain": domain.short_name if domain else gap.domain,
        "capability": facts.capabilities[gap.id].name,
        "rank": gap.rank,
        "priority": gap.priority,
        "weight": gap.weight,
        "target": Styled(level_name(checklist, gap.target.level) if gap.target else None, TARGET),
        "duty_date": gap.duty.date if gap.duty else None,
        "duty": gap.duty.name if gap.duty else None,
        "target_from": _target_from(facts, gap),
        "weeks_low": gap.weeks.low,
        "weeks_likely": gap.weeks.likely,
        "weeks_high": gap.weeks.high,
        "waits_for": ", ".join(gap.waits_for),
        "blocks": ", ".join(gap.blocked),
        "domain_id": gap.domain,
    }


def _target_from(facts: Facts, gap: CapabilityGap) -> str:
    target = gap.target
    if target is None:
        return ""
    if target.source is Source.OVERRIDE:
        return f"Decision: {target.reason}"
    if target.source is Source.PREREQUISITE:
        return f"Raised for {', '.join(target.by)}"
    names = {m.id: m.name for m in facts.assessment.checklist.care_models}
    return ", ".join(name for m, name in names.items() if m in target.models)


def _worked_out(gap: CapabilityGap, counted: Tally) -> dict[str, str | int | float]:
    """The values of the formulas."""
    level, reached = gap.partnership, reach(gap)
    spread = (level.min, level.median, level.max) if level else (None, None, None)
    known = [("" if value is None else value) for value in spread]
    return {
        "low": level.low if level else "",
        "high": level.high if level else "",
        "gap_low": gap.gap.low if gap.gap else "",
        "gap_high": gap.gap.high if gap.gap else "",
        **dict(zip(("min", "median", "max"), known, strict=True)),
        "outliers": len(level.outliers) if level and counted.known else "",
        "target_level": target_level(gap),
        "asked": counted.asked,
        "known": counted.known,
        "not_applicable": counted.not_applicable,
        "counts": counted.counts,
        **{f"at{n}": value for n, value in enumerate(counted.at, 1)},
        **{f"share{n}": value for n, value in enumerate(counted.share, 1)},
        "share_unknown": counted.unknown,
        "asked_for": reached.asked_for,
        "reached_low": reached.low,
        "reached_high": reached.high,
    }


def _colour(sheet: Worksheet, layout: Layout) -> None:
    g = layout.gaps
    partners = layout.partner_columns
    first = f"{g.letter(partners[0])}{g.first}"
    said = f"{first}:{g.letter(partners[-1])}{g.last}"
    low, median = (g.here(c).replace("#", f"{g.first}") for c in ("low", "median"))
    outlier = f"FIND(LEFT({first},1),{KNOWN})-1<MAX(N({low}),INT(N({median}))-1)"
    gap = f"{g.letter('gap_low')}{g.first}"
    gaps = f"{gap}:{g.letter('gap_high')}{g.last}"
    add_rules(sheet, said, [*level_rules(first, outlier), *unknown_rules(first)])
    add_rules(sheet, gaps, [strong_rule(f"N({gap})>0")])
