"""The sheet Lists: what drop-downs offer, and workings that other sheets look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from techmodel.core.onboarding import Stage
from techmodel.core.ranges import UNKNOWN
from techmodel.core.sheets import Column, ColumnKind
from techmodel.export.xlsx.block import LISTS
from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.facts import NOT_APPLICABLE
from techmodel.export.xlsx.layout import (
    CAPABILITIES,
    FLOW_LEVELS,
    GRADES,
    LEVEL_NAMES,
    NOBODY,
    PARTNERS,
    PROVIDER_NAMES,
    PROVIDERS,
    SERVICE_STAGES,
    WEIGHTS,
    WORD_NUMBERS,
    WORDS,
    domain_column,
)
from techmodel.export.xlsx.plan_lists import choices, kept_choice
from techmodel.export.xlsx.table import (
    fit,
    freeze,
    head_height,
    height,
    raise_row,
    set_print,
    write_rows,
)
from techmodel.wording.service_edits import stage_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.gaps import Range
    from techmodel.core.organisations import Organisation
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content

Rows = list[list["Content"]]
_ID, _NAME, _WORD = ColumnKind.ID, ColumnKind.NAME, ColumnKind.WORD
_WHOLE, _NUMBER, _SHARE = ColumnKind.WHOLE, ColumnKind.NUMBER, ColumnKind.SHARE


def write_lists(book: Book) -> None:
    """Write the sheet and name the ranges that formulas and drop-downs use."""
    sheet = book.sheet(LISTS)
    layout = book.layout
    _write_words(book, sheet)
    _write_content(book, sheet)
    _write_partners(book, sheet)
    _write_chart(book, sheet)
    _write_lowest(book, sheet)
    _write_plan(book, sheet)
    freeze(sheet, "A2")
    set_print(sheet, layout.columns.number("kind"))
    words = layout.words
    book.name(WORDS, words.all("word"))
    book.name(WORD_NUMBERS, words.all("number"))
    book.name(PROVIDERS, words.all("provider"))
    book.name(PROVIDER_NAMES, words.all("provider_name"))
    book.name(GRADES, layout.grades.all("grade"))
    _name_more(book)
    weights = layout.weights
    across = weights.across(weights.ids[0], weights.ids[-1]).replace("#", f"${weights.first}")
    book.name(WEIGHTS, f"{LISTS}!{across}")


def _name_more(book: Book) -> None:
    """What the drop-downs of Onboarding and Flows offer."""
    layout, words = book.layout, book.layout.words
    levels = words.cell("word", words.first + NOT_APPLICABLE - 1).rpartition("!")[2]
    book.name(FLOW_LEVELS, f"{words.cell('word', words.first)}:{levels}")
    book.name(LEVEL_NAMES, layout.levels.all("level"))
    book.name(PARTNERS, layout.columns.all("name"))
    book.name(SERVICE_STAGES, layout.stages.all("stage"))
    book.name(CAPABILITIES, layout.gaps.all("capability"))


def _write(
    book: Book, sheet: Worksheet, block: Block, columns: Sequence[Column], rows: Rows
) -> None:
    write_rows(book, sheet, block, columns, rows)
    widths = [fit(column, (row[n] for row in rows)) for n, column in enumerate(columns)]
    for number, width in enumerate(widths, block.left):
        sheet.column_dimensions[get_column_letter(number)].width = width
    raise_row(sheet, block.top, head_height(columns, widths))
    for at, cells in enumerate(rows, block.first):
        raise_row(sheet, at, height(cells, widths))
    free = get_column_letter(block.left + len(columns))
    sheet.column_dimensions[free].width = 3


def _write_words(book: Book, sheet: Worksheet) -> None:
    columns = (
        Column("number", "No.", _WHOLE),
        Column("word", "Answer", _NAME),
        Column("provider", "Provider id", _ID),
        Column("provider_name", "Provider", _NAME),
    )
    short = book.facts.short_names
    rows: Rows = [
        [number, word, provider, short[provider] if provider else None]
        for number, (word, provider) in enumerate(book.facts.words, 1)
    ]
    _write(book, sheet, book.layout.words, columns, rows)


def _write_content(book: Book, sheet: Worksheet) -> None:
    checklist, layout = book.facts.assessment.checklist, book.layout
    levels = (
        Column("level", "Level", _WORD),
        Column("meaning", "What the level means", ColumnKind.TEXT),
    )
    grades = (
        Column("grade", "Grade", _WORD),
        Column("name", "Evidence", _NAME),
        Column("meaning", "What earns the grade", ColumnKind.TEXT),
    )
    kinds = (Column("id", "Kind id", _ID), Column("name", "Kind of organisation", _NAME))
    level_rows: Rows = [[f"{v.level} {v.name}", v.summary] for v in checklist.levels]
    grade_rows: Rows = [[g.grade, g.name, g.meaning] for g in checklist.scoring.evidence_grades]
    kind_rows: Rows = [[k.id, k.name] for k in checklist.kinds]
    _write(book, sheet, layout.levels, levels, level_rows)
    _write(book, sheet, layout.grades, grades, grade_rows)
    _write(book, sheet, layout.kinds, kinds, kind_rows)
    stages = (Column("stage", "Stage with a service", _NAME),)
    _write(book, sheet, layout.stages, stages, [[stage_name(stage)] for stage in Stage])


def _write_partners(book: Book, sheet: Worksheet) -> None:
    """The partners in the order of the columns of Gaps, and their weights side by side."""
    facts, layout = book.facts, book.layout
    columns = (
        Column("id", "Organisation id", _ID),
        Column("short_name", "Short name", _NAME),
        Column("name", "Organisation", _NAME),
        Column("kind", "Kind", _WORD),
    )
    rows: Rows = [
        [o.id, facts.short_names[o.id], facts.names[o.id], o.kind] for o in facts.partners
    ]
    _write(book, sheet, layout.columns, columns, rows)
    weights = layout.weights
    if facts.partners:
        heads = [Column(o.id, f"Weight {n}", _NUMBER) for n, o in enumerate(facts.partners, 1)]
        cells: list[Content] = [
            Formula(f"={layout.partners.cell('weight', row)}", o.weight)
            for row, o in enumerate(facts.partners, layout.partners.first)
        ]
    else:
        heads, cells = [Column(NOBODY, "Weight", _NUMBER)], [0]
    _write(book, sheet, weights, heads, [cells])


def _write_chart(book: Book, sheet: Worksheet) -> None:
    """What the chart on Summary draws."""
    layout, checklist = book.layout, book.facts.assessment.checklist
    columns = (
        Column("id", "Domain id", _ID),
        Column("domain", "In the chart", _NAME),
        Column("low", "Reached, at least", _SHARE),
        Column("may_be", "May be reached", _SHARE),
    )
    rows: Rows = []
    for row, gap in enumerate(book.facts.report.gaps.domains, layout.domains.first):
        low, high = (layout.domains.cell(c, row) for c in ("low", "high"))
        domain = checklist.domain(gap.id)
        found = gap.attainment
        rows.append(
            [
                gap.id,
                domain.short_name if domain else gap.id,
                Formula(f"=IF(ISNUMBER({low}),{low},0)", found.low if found else 0),
                Formula(
                    f"=IF(ISNUMBER({high}),{high}-{low},0)",
                    found.high - found.low if found else 0,
                ),
            ]
        )
    _write(book, sheet, layout.chart, columns, rows)


def _write_lowest(book: Book, sheet: Worksheet) -> None:
    """What each partner has reached, without those of whom less than half is known; by name."""
    facts, layout = book.facts, book.layout
    gaps = facts.report.gaps
    columns = [
        Column("id", "Partner id", _ID),
        Column("partner", "Partner, at least half known", _NAME),
        Column("short_name", "Its short name", _NAME),
        Column("low", "All domains", _SHARE),
        *(Column(domain_column(d.id), d.id, _SHARE) for d in gaps.domains),
    ]
    own = {g.id: g.attainment for g in gaps.organisations}
    rows: Rows = []
    for partner in sorted(facts.partners, key=lambda o: (o.name, o.id)):
        at = facts.partners.index(partner)
        cells = [
            _known(
                book,
                partner,
                own[partner.id],
                layout.partners.cell("low", layout.partners.first + at),
            )
        ]
        for domain in gaps.domains:
            low, high = (
                block.cell(domain_column(domain.id), block.first + at)
                for block in (layout.reached_low, layout.reached_high)
            )
            share = domain.by_organisation[partner.id]
            cells.append(_known(book, partner, share, low, f",SUM({high})-SUM({low})<1"))
        rows.append([partner.id, facts.names[partner.id], facts.short_names[partner.id], *cells])
    _write(book, sheet, layout.lowest, columns, rows)


def _write_plan(book: Book, sheet: Worksheet) -> None:
    """What a workbook that comes back needs, and the lists of the plan with their names."""
    kept = kept_choice(book.facts.report)
    _write(book, sheet, book.layout.kept, kept.columns, [[*row] for row in kept.rows])
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None:
        return
    for choice in choices(facts):
        block = layout.lists[choice.name]
        _write(book, sheet, block, choice.columns, [[*row] for row in choice.rows])
        book.name(choice.name, block.all(choice.ids[0]))


def _known(
    book: Book, partner: Organisation, found: Range | None, cell: str, also: str = ""
) -> Formula:
    """The cell's share to nine digits, so that equals are equal; nothing if hardly known.

    `also` is one more condition, for what is true of one domain only.
    """
    layout = book.layout
    at = layout.partners.first + book.facts.partners.index(partner)
    known = layout.partners.cell("known", at)
    hardly = partner.id in book.facts.report.gaps.overall.below_half
    return Formula(
        f'=IF(AND(ISNUMBER({cell}),{known}>=1/2{also}),ROUND({cell},9),"")',
        round(found.low, 9) if found and not hardly and not (also and found == UNKNOWN) else "",
    )
