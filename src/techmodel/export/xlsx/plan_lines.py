"""The headlines of Summary about the plan: its end, what is late, its cost and its risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import counted, total
from techmodel.core.plan_parts import RaidKind
from techmodel.core.plan_sheets import NO
from techmodel.core.plan_tasks import is_counted
from techmodel.core.raid import Band, band, score
from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.layout import headline_row
from techmodel.export.xlsx.plan_formulas import finish_of, late_words
from techmodel.export.xlsx.raid import RISK
from techmodel.export.xlsx.style import FIGURE, FIGURE_DATE, FIGURE_MONEY, LABEL, REMARK
from techmodel.wording.costs import pounds
from techmodel.wording.raid import BANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.plan_facts import PlanFacts

    Line = tuple[str, str, Content, str, Content]
    """Which line, its label, the figure and its style, and the remark."""

TOP_BANDS = (Band.HIGH, Band.VERY_HIGH)


def write_plan_lines(book: Book, sheet: Worksheet) -> None:
    """Write the headlines of the plan, where anything is planned."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None:
        return
    lines = [_costs(facts, layout.totals), _risks(facts, layout.raid)]
    if layout.plan:
        lines += _dates(facts, layout.plan)
    for line, label, figure, style, remark in lines:
        row = headline_row(line)
        book.put(sheet, row, 2, label, LABEL)
        book.put(sheet, row, 3, figure, style)
        book.put(sheet, row, 4, remark, REMARK)


def _dates(facts: PlanFacts, plan: Block) -> Iterator[Line]:
    ends, late = plan.wide("ends"), plan.wide("late")
    count = f"COUNTIF({plan.wide('in_plan')},1)"
    to_do = [p for p in facts.projects if is_counted(p.project, facts.book)]
    days = [day for p in to_do if (day := finish_of(facts, p))]
    bare = len(to_do) - len(days)
    yield (
        "plan_end",
        "Plan ends",
        Formula(f'=IF(COUNT({ends})=0,"",MAX({ends}))', max(days, default="")),
        FIGURE_DATE,
        Formula(
            f'={count}&" projects to do"'
            f'&IF({count}>COUNT({ends}),", "&({count}-COUNT({ends}))&" without dates","")',
            f"{len(to_do)} projects to do" + (f", {bare} without dates" if bare else ""),
        ),
    )
    words = [late_words(p, finish_of(facts, p), facts) for p in to_do]
    yield (
        "late",
        "Projects that are late",
        Formula(f'=COUNTIF({late},"?*")', sum(map(bool, words))),
        FIGURE,
        "past a date, or planned to end after the day they have to be done by",
    )


def _costs(facts: PlanFacts, totals: Block) -> Line:
    columns = ("total_low", "total", "total_high")
    low, likely, high = (totals.cell(c, totals.last) for c in columns)
    whole = total(counted(facts.book)).total
    return (
        "costs",
        "Cost, likely",
        Formula(f"={likely}", whole.likely),
        FIGURE_MONEY,
        Formula(
            f'="£"&FIXED({low},0)&" to £"&FIXED({high},0)&" over all years"',
            f"{pounds(whole.low)} to {pounds(whole.high)} over all years",
        ),
    )


def _risks(facts: PlanFacts, raid: Block) -> Line:
    are_open = f'{raid.wide("kind")},"{RISK}",{raid.wide("open")},"<>{NO}"'
    top = "+".join(f'COUNTIFS({are_open},{raid.wide("band")},"{BANDS[b]}")' for b in TOP_BANDS)
    risks = [i for i in facts.raid if i.is_open and i.kind is RaidKind.RISK]
    scores = [number for i in risks if (number := score(i)) is not None]
    return (
        "risks",
        "High risks open",
        Formula(f"={top}", sum(band(n) in TOP_BANDS for n in scores)),
        FIGURE,
        Formula(f'="of "&COUNTIFS({are_open})&" open risks"', f"of {len(risks)} open risks"),
    )
