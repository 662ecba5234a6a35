"""The totals below the list of costs: by source of money, by kind, and of all; by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import by_funding, by_year, counted, grid, total
from techmodel.core.plan_parts import NO_MONEY, CostKind
from techmodel.core.plan_sheets import TOTALS
from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.plan_layout import SUMS
from techmodel.export.xlsx.style import head_for, style_for
from techmodel.export.xlsx.table import height
from techmodel.wording.costs import KINDS, NO_FUNDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.core.plan_parts import Money
    from techmodel.core.sheets import Column
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.plan_layout import PlanLayout

_AMOUNTS = {"total_low": "low", "total": "likely", "total_high": "high"}


def write_totals(book: Book, sheet: Worksheet, columns: Sequence[Column]) -> None:
    """Write the rows, two below the list so that it can grow; the last one is that of all."""
    layout = book.layout.plan
    if layout is None:
        return
    block = layout.totals
    shown = {"id": TOTALS, "label": "Of what counts"}
    worked = {*_AMOUNTS, *layout.year_columns}
    for column in columns:
        number = block.number(column.id)
        text = column.header if column.id in worked else shown.get(column.id, "")
        book.put(sheet, block.top, number, text, head_for(column.kind))
    sheet.row_dimensions[block.top].height = 31
    for row, cells in enumerate(total_rows(book), block.first):
        for column in columns:
            if column.id in cells or row == block.last:
                style = style_for(column.kind, total=row == block.last)
                book.put(sheet, row, block.number(column.id), cells.get(column.id), style)
        width = sheet.column_dimensions[block.letter("label")].width
        sheet.row_dimensions[row].height = height([cells["label"]], [width])


def total_rows(book: Book) -> Iterator[Mapping[str, Content]]:
    """The cells of each row, in order."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None:
        return
    costs = counted(facts.book)
    sources, paid = by_funding(costs), grid(costs, lambda c: _folded(c.funding))
    row = layout.totals.first
    for source in facts.sources:
        named = f"TRIM({layout.costs.letter('label')}{row})"
        where = f"TRIM({_all(layout.costs, 'funding')})={named}"
        if not source:
            where = f'TRIM({_all(layout.costs, "funding")})=""'
        yield {
            "label": source or NO_FUNDING,
            **_sums(layout, where, sources[source].total, paid[_folded(source)]),
        }
        row += 1
    for label, kind in zip(SUMS, (*CostKind, None), strict=True):
        own = [c for c in costs if kind in {c.kind, None}]
        where = f'{_all(layout.costs, "kind")}="{KINDS[kind]}"' if kind else ""
        years = {year: sums.total for year, sums in by_year(own).items()}
        yield {"label": label, **_sums(layout, where, total(own).total, years)}


def _sums(
    layout: PlanLayout, where: str, whole: Money, years: Mapping[int, Money]
) -> dict[str, Content]:
    """The sums of a row: over the rows of the list of which `where` holds, all for ""."""
    found: dict[str, Content] = {}
    for column in (*_AMOUNTS, *layout.year_columns):
        if column in _AMOUNTS:
            value = getattr(whole, _AMOUNTS[column])
        else:
            value = years.get(int(column.removeprefix("fy")), NO_MONEY).likely
        cells = _all(layout.costs, column)
        text = f"=SUMPRODUCT(({where})*{cells})" if where else f"=SUM({cells})"
        found[column] = Formula(text, value)
    return found


def _all(costs: Block, column: str) -> str:
    """A column of the list with the empty row below it, so that rows can be inserted there."""
    letter = costs.letter(column)
    return f"${letter}${costs.first}:${letter}${costs.last + 1}"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
