"""The headlines of Summary: a figure, and what it means, each recalculated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.sheets import ColumnKind
from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.check import AGREES, DIFFERS
from techmodel.export.xlsx.layout import (
    HEADLINES,
    MADE_ON,
    PROGRESS_LINE,
    check_block,
    headline_row,
)
from techmodel.export.xlsx.progress import progress_line
from techmodel.export.xlsx.style import FIGURE, FIGURE_SHARE, LABEL, REMARK, style_for
from techmodel.export.xlsx.summary_rows import HARDLY_KNOWN, lowest_partner
from techmodel.export.xlsx.table import height
from techmodel.export.xlsx.totals import below_target, open_duties
from techmodel.wording.numbers import percent

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.layout import Layout

_LABELS = {
    "below": "Capabilities below target",
    "known": "Answers known",
    "reached": "Target reached",
    "furthest": "Furthest from target",
    "hardly_known": HARDLY_KNOWN,
    "duties": "Duties open",
    "threshold": "Coverage threshold",
    "agree": "Totals that agree",
}
_SHARES = {"known", "reached", "furthest"}
_LABEL_WIDTH = 40
"""The width of the labels' column."""


def write_headlines(book: Book, sheet: Worksheet, totals: int) -> None:
    """Write label, figure and remark of each headline; `totals` is how many Check compares."""
    facts, layout = book.facts, book.layout
    figures = {
        **_gap_lines(facts, layout),
        **_reach_lines(facts, layout),
        "threshold": (
            facts.assessment.threshold,
            "of the weight must hold a level before it counts as the partnership's",
        ),
        "agree": _agree(totals),
    }
    for line in HEADLINES:
        row = headline_row(line)
        figure, remark = figures[line]
        style = FIGURE_SHARE if line in _SHARES else FIGURE
        if line == "threshold":
            style = style_for(ColumnKind.SHARE, editable=True)
        book.put(sheet, row, 2, _LABELS[line], LABEL)
        book.put(sheet, row, 3, figure, style)
        book.put(sheet, row, 4, remark, REMARK)
    _progress(book, sheet)


def _progress(book: Book, sheet: Worksheet) -> None:
    """One line more where a round is compared with."""
    block, since = book.layout.progress, book.facts.report.since
    if block is None or since is None:
        return
    row = headline_row(PROGRESS_LINE)
    figure, remark = progress_line(book.facts, block)
    label = f"Progress since {since.round.name}"
    book.put(sheet, row, 2, label, LABEL)
    sheet.row_dimensions[row].height = height([label], [_LABEL_WIDTH])
    book.put(sheet, row, 3, figure, FIGURE_SHARE)
    book.put(sheet, row, 4, remark, REMARK)


def _gap_lines(facts: Facts, layout: Layout) -> dict[str, tuple[Content, Content]]:
    g, gaps = layout.gaps, facts.report.gaps.capabilities
    below, most = below_target(gaps)
    ids, lows, highs = g.all("id"), g.all("gap_low"), g.all("gap_high")
    certain, perhaps = (f'COUNTIF({column},">0")' for column in (lows, highs))
    duties = open_duties(gaps)
    passed = sum(c.duty.date < facts.report.today for c in duties if c.duty and c.duty.date)
    late = f'COUNTIFS({g.all("duty_date")},"<"&{MADE_ON},{highs},">0")'
    return {
        "below": (
            Formula(f"={certain}", below),
            Formula(
                f'="of "&COUNTA({ids})&IF({perhaps}>{certain},", perhaps "&{perhaps},"")',
                f"of {len(gaps)}" + (f", perhaps {most}" if most > below else ""),
            ),
        ),
        "duties": (
            Formula(f"={layout.domains.cell('duties', layout.all_domains)}", len(duties)),
            Formula(
                f'={late}&IF({late}=1," date has passed"," dates have passed")',
                f"{passed} {'date has' if passed == 1 else 'dates have'} passed",
            ),
        ),
    }


def _reach_lines(facts: Facts, layout: Layout) -> dict[str, tuple[Content, Content]]:
    gaps, g = facts.report.gaps, layout.gaps
    known, low, high, lowest = (
        layout.domains.cell(column, layout.all_domains)
        for column in ("known", "low", "high", "lowest")
    )
    own, partners = layout.lowest.all("low"), layout.lowest.all("partner")
    complete = f"SUM({g.all('known')})+SUM({g.all('not_applicable')})"
    done, asked = (sum(getattr(o, f) for o in gaps.organisations) for f in ("known", "asked"))
    reached = gaps.overall.attainment
    share, key = lowest_partner(facts, "low")
    hardly = layout.partners.all("known")
    return {
        "known": (
            Formula(f"={known}", _blank(gaps.overall.completeness)),
            Formula(f'={complete}&" of "&SUM({g.all("asked")})', f"{done} of {asked}"),
        ),
        "reached": (
            Formula(f"={low}", _blank(reached.low if reached else None)),
            Formula(
                f'=IF(ISNUMBER({high}),"to "&TEXT(ROUND({high},2),"0%")&" when all is known","")',
                f"to {percent(reached.high)} when all is known" if reached else "",
            ),
        ),
        "furthest": (
            Formula(f"={lowest}", _blank(share)),
            Formula(
                f'=IF(ISNUMBER({lowest}),INDEX({partners},MATCH({lowest},{own},0)),"")',
                facts.names[key] if key else "",
            ),
        ),
        "hardly_known": (
            Formula(f'=COUNTIF({hardly},"<"&1/2)', len(gaps.overall.below_half)),
            "partners, named apart in the table of partners",
        ),
    }


def _agree(totals: int) -> tuple[Content, Content]:
    results = check_block(totals).all("result")
    differ = f'COUNTIF({results},"{DIFFERS}")'
    return (
        Formula(f'=COUNTIF({results},"{AGREES}")', totals),
        Formula(
            f'=IF({differ}=0,"all totals agree with the program",'
            f'{differ}&" differ, as they must once something is changed here")',
            "all totals agree with the program",
        ),
    )


def _blank(value: float | None) -> float | str:
    return "" if value is None else value
