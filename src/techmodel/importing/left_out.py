"""Sentences on what was not taken from a workbook as it is: nothing is left out in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.importing.cell_values import Trouble
from techmodel.importing.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT
from techmodel.importing.workbook import address, column_letters
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.importing.sheet_parser import Findings

NAMED = 10
"""Cells that are named; the others are counted."""

EMPTIED = "left empty because"
"""What every sentence says that is about cells which are not empty in the workbook itself."""
_TROUBLES = {
    Trouble.ERROR: f"{EMPTIED} Excel shows an error there",
    Trouble.DATE: f"{EMPTIED} it is no date of the years 1900 to 9999",
    Trouble.UNREADABLE: f"{EMPTIED} it is neither number nor text",
    Trouble.CUT: f"cut after {MAX_TEXT:,} characters",
    Trouble.CLEANED: "kept without characters that cannot be stored",
}
_VALUELESS = (
    f"{EMPTIED} a formula there has no stored value (open the workbook in Excel, save it "
    "and import it again)"
)


def sheet_sentences(sheet: str, found: Findings) -> Iterator[str]:
    """What a sheet held that was not taken as it is, a sentence for each kind."""
    if found.formulas:
        cells = plural(len(found.formulas), "cell")
        named = _places(found.formulas)
        yield f"We imported values only; {cells} on '{sheet}' held formulas: {named}."
    if found.valueless:
        yield _cells_were(sheet, found.valueless, _VALUELESS)
    for trouble, places in found.troubles.items():
        yield _cells_were(sheet, places, _TROUBLES[trouble])
    yield from _limit_sentences(sheet, found)


def sheets_sentence(names: Sequence[str], limit: int) -> str:
    """That sheets beyond the limit were not read."""
    quoted = ", ".join(f"'{name}'" for name in names[:NAMED])
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    sheets = plural(len(names), "sheet was", "sheets were")
    return f"{sheets} not read (limit {limit}): {quoted}{more}."


def _cells_were(sheet: str, places: Sequence[tuple[int, int]], what: str) -> str:
    cells = plural(len(places), f"cell of '{sheet}' was", f"cells of '{sheet}' were")
    return f"{cells} {what}: {_places(places)}."


def _limit_sentences(sheet: str, found: Findings) -> Iterator[str]:
    if found.more_rows:
        yield (
            f"Row {MAX_ROWS + 1:,} onwards of '{sheet}' was not read (limit {MAX_ROWS:,} rows)."
        )
    if found.more_columns:
        first = column_letters(MAX_COLUMNS + 1)
        yield (f"Column {first} onwards of '{sheet}' was not read (limit {MAX_COLUMNS} columns).")
    if found.more_cells:
        yield (
            f"Row {found.more_cells:,} onwards of '{sheet}' was not read (limit {MAX_CELLS:,} "
            "cells in a workbook)."
        )


def _places(cells: Sequence[tuple[int, int]]) -> str:
    named = ", ".join(address(row, column) for row, column in cells[:NAMED])
    return named if len(cells) <= NAMED else f"{named} and {len(cells) - NAMED:,} more"
