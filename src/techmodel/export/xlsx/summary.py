"""The sheet Summary: the headlines, then domains and partners, and a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from techmodel.core.sheets import Column, ColumnKind
from techmodel.export.xlsx.block import SUMMARY
from techmodel.export.xlsx.chart import add_chart
from techmodel.export.xlsx.headlines import write_headlines
from techmodel.export.xlsx.layout import THRESHOLD, domain_column, headline_row
from techmodel.export.xlsx.plan_blocks import write_plan_blocks
from techmodel.export.xlsx.plan_lines import write_plan_lines
from techmodel.export.xlsx.rules import add_rules, bar_rule, notice_rule, share_rules
from techmodel.export.xlsx.style import LEAD, SECTION, TITLE
from techmodel.export.xlsx.summary_blocks import (
    width_of,
    write_block,
    write_progress,
    write_total,
)
from techmodel.export.xlsx.summary_rows import domain_rows, heat_rows, partner_rows, total_row
from techmodel.export.xlsx.table import name_table, set_print
from techmodel.wording.numbers import british_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.layout import Layout
    from techmodel.export.xlsx.total import Total

_ID, _NAME = ColumnKind.ID, ColumnKind.NAME
_WHOLE, _SHARE = ColumnKind.WHOLE, ColumnKind.SHARE
_CHART_COLUMNS = 8
_PAGE_POINTS = 960
"""Points of rows that one page holds, about, at the width of the sheet."""
_ROW_POINTS = 12.8
"""Points of a row whose height is not set."""

_DOMAINS = (
    Column("id", "Id", _ID),
    Column("domain", "Domain", _NAME),
    Column("items", "Items", _WHOLE),
    Column("known", "Known", _SHARE),
    Column("low", "Reached, low", _SHARE),
    Column("high", "Reached, high", _SHARE),
    Column("below", "Below target", _WHOLE),
    Column("below_most", "Below, at most", _WHOLE),
    Column("duties", "Duties open", _WHOLE),
    Column("shown", "Evidence A or B", _SHARE),
    Column("lowest", "Lowest", _SHARE),
    Column("lowest_partner", "Lowest partner", _NAME),
)
_PARTNERS = (
    Column("id", "Id", _ID),
    Column("partner", "Partner", _NAME),
    Column("asked", "Asked", _WHOLE),
    Column("known", "Known", _SHARE),
    Column("low", "Reached, low", _SHARE),
    Column("high", "Reached, high", _SHARE),
    Column("weight", "Weight", ColumnKind.NUMBER, editable=True),
    Column("remark", "Remark", _NAME),
)


def write_summary(book: Book, totals: Sequence[Total]) -> None:
    """Write the sheet."""
    sheet, layout, facts = book.sheet(SUMMARY), book.layout, book.facts
    heat = _heat_columns(facts)
    widest = max(len(_DOMAINS), len(heat))
    _size(sheet, widest)
    book.put(sheet, 1, 1, f"{facts.assessment.title}: summary", TITLE)
    book.put(sheet, 2, 1, _dates(facts), LEAD)
    sheet.row_dimensions[1].height = 24
    write_headlines(book, sheet, len(totals))
    write_plan_lines(book, sheet)
    write_block(book, sheet, layout.domains, _DOMAINS, domain_rows(facts, layout))
    write_total(book, sheet, layout.domains, _DOMAINS, total_row(facts, layout))
    write_progress(book, sheet)
    write_block(book, sheet, layout.partners, _PARTNERS, partner_rows(facts, layout))
    for block, end in ((layout.reached_low, "low"), (layout.reached_high, "high")):
        write_block(book, sheet, block, heat, heat_rows(facts, layout, block, end))
    write_plan_blocks(book, sheet)
    _headings(book, sheet)
    _colour(sheet, layout)
    _guard_weights(sheet, layout)
    book.name(THRESHOLD, layout.headline("threshold"))
    _break_pages(sheet, layout)
    add_chart(book, sheet, f"{get_column_letter(widest + 2)}3")
    set_print(sheet, widest + 1 + _CHART_COLUMNS, header_row=0)


def _break_pages(sheet: Worksheet, layout: Layout) -> None:
    """Begin a page before each table that a page would cut."""
    begun = 1
    for block in _tables(layout):
        if _points(sheet, begun, block.last + 1) > _PAGE_POINTS:
            begun = block.top - 1
            sheet.row_breaks.append(Break(id=begun - 1))


def _tables(layout: Layout) -> list[Block]:
    """The tables that may begin a page, in order."""
    plan = layout.plan
    about = (plan.dates, plan.duties, plan.risks, plan.scenarios) if plan else ()
    tables = (layout.progress, layout.partners, layout.reached_low, layout.reached_high, *about)
    return [block for block in tables if block]


def _points(sheet: Worksheet, first: int, last: int) -> float:
    heights = (sheet.row_dimensions[row].height for row in range(first, last + 1))
    return sum(height or _ROW_POINTS for height in heights)


def _dates(facts: Facts) -> str:
    to, checklist = facts.report.answers_to, facts.assessment.checklist
    answers = f"Answers to {british_date(to)}." if to else "No answers yet."
    return (
        f"{answers} Checklist version {checklist.version}."
        " Shaded cells are yours to change; all other figures follow."
    )


def _heat_columns(facts: Facts) -> tuple[Column, ...]:
    checklist = facts.assessment.checklist
    domains = [checklist.domain(g.id) for g in facts.report.gaps.domains]
    return (
        Column("id", "Id", _ID),
        Column("partner", "Partner", _NAME),
        *(Column(domain_column(d.id), d.short_name, _SHARE) for d in domains if d),
    )


def _headings(book: Book, sheet: Worksheet) -> None:
    layout = book.layout
    for block, table, text in (
        (layout.domains, "tblDomains", "Domains"),
        (layout.partners, "tblPartners", "Partners"),
        (layout.reached_low, "tblReachedLow", "Share of target reached, unknown counted as 0"),
        (layout.reached_high, "tblReachedHigh", "Share of target reached, unknown counted as 5"),
    ):
        book.put(sheet, block.top - 1, 1, text, SECTION)
        name_table(sheet, block, table)


def _colour(sheet: Worksheet, layout: Layout) -> None:
    domains, partners = layout.domains, layout.partners
    for block in (domains, partners):
        area = f"{block.letter('low')}{block.first}:{block.letter('high')}{block.last}"
        add_rules(sheet, area, [bar_rule()])
    remark = f"{partners.letter('remark')}{partners.first}"
    area = f"{remark}:{partners.letter('remark')}{partners.last}"
    add_rules(sheet, area, [notice_rule(f"LEN({remark})>0")])
    for block in (layout.reached_low, layout.reached_high):
        if len(block.ids) > 2:
            first = f"{get_column_letter(block.left + 2)}{block.first}"
            last = get_column_letter(block.left + len(block.ids) - 1)
            add_rules(sheet, f"{first}:{last}{block.last}", share_rules(first))


def _size(sheet: Worksheet, last: int) -> None:
    for number in range(1, last + 1):
        sheet.column_dimensions[get_column_letter(number)].width = width_of(number)


def _guard_weights(sheet: Worksheet, layout: Layout) -> None:
    """Weights are above 0 and at most 1000, the threshold 50 to 100 % (design.md 4)."""
    partners = layout.partners
    letter = partners.letter("weight")
    weight = DataValidation("decimal", operator="between", formula1="0.001", formula2="1000")
    weight.error = "A weight is above 0 and at most 1000."
    weight.add(f"{letter}{partners.first}:{letter}{partners.last}")
    share = DataValidation("decimal", operator="between", formula1="0.5", formula2="1")
    share.error = "The threshold is between 50% and 100%."
    share.add(f"C{headline_row('threshold')}")
    for rule in (weight, share):
        sheet.add_data_validation(rule)
