"""Reading a workbook that was exported and edited: its lists by name, columns by header, rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from techmodel.core.plan_sheets import KEPT, TOTALS
from techmodel.core.returning_lists import LISTINGS
from techmodel.core.returning_parts import Entry, ListBack, Returned, Typed
from techmodel.importing.workbook import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from techmodel.core.sheets import Column
    from techmodel.core.sheets import Sheet as ListSheet
    from techmodel.importing.workbook import Sheet, Workbook

_HEADER_WITHIN = 10
"""Rows from the top in which the header is looked for."""
_EXPECTED = re.compile(
    "^We imported values only;|a formula there has no stored value|^Pictures"
    "|^Comments on cells( and pictures and charts)? were"
)
"""Sentences about what every workbook of ours holds: formulas, the chart and notes on heads.

A formula without a value in a column that comes back is said for its cell.
"""
_OURS = re.compile(r"\d{4}/\d{2}|finish, .*")
"""Headers of columns for a financial year on Costs, and for a scenario on Plan."""


def read_returned(path: Path) -> Returned:
    """What an edited workbook says, in the cells of the sheets that may come back.

    It takes a third of a second and more, so it belongs into the background.

    Raises:
        BadInput: it is not a workbook we read; nothing was changed.
    """
    from techmodel.importing.sandbox import read_workbook  # noqa: PLC0415 - starts a process

    return returned(read_workbook(path))


def returned(workbook: Workbook) -> Returned:
    """What the sheets of a workbook say; those that are not ours are not looked at."""
    lists: dict[str, ListBack] = {}
    absent: list[str] = []
    headless: list[str] = []
    for listing in LISTINGS:
        sheet = workbook.sheet(listing.title)
        found = None if sheet is None else _list(listing.sheet, sheet)
        if found is None:
            (headless if sheet else absent).append(listing.title)
        else:
            lists[listing.title] = found
    kept = workbook.sheet(KEPT.title)
    return Returned(
        workbook.file,
        lists,
        tuple(absent),
        _kept(kept) if kept else {},
        tuple(s for s in workbook.left_out if not _EXPECTED.search(s)),
        tuple(headless),
    )


def _list(kind: ListSheet, sheet: Sheet) -> ListBack | None:
    """The rows of a list; None where the sheet has no header with an Id."""
    columns = {folded(c.header): c for c in kind.columns}
    head = _header(sheet, columns)
    if head is None:
        return None
    places, unknown = _places(sheet.rows[head - 1], columns)
    entries = tuple(_entries(kind, sheet, head, places))
    missing = [c.header for c in kind.columns if c.editable and c.id not in places]
    return ListBack(
        kind.title,
        entries,
        tuple(missing),
        unknown,
        tuple(_overwritten(kind, sheet, entries, places)),
    )


def _header(sheet: Sheet, columns: Mapping[str, Column]) -> int | None:
    """The row of the header: the first with an Id and another of the columns."""
    for row in range(1, min(_HEADER_WITHIN, len(sheet.rows)) + 1):
        known = {folded(c) for c in sheet.rows[row - 1]} & columns.keys()
        if len(known) > 1 and any(columns[text].id == "id" for text in known):
            return row
    return None


def _places(
    cells: Sequence[object], columns: Mapping[str, Column]
) -> tuple[dict[str, int], tuple[str, ...]]:
    """The number of each column by its id, the first where it is there twice; other headers."""
    places: dict[str, int] = {}
    unknown = []
    for number, cell in enumerate(cells, 1):
        text = folded(cell)
        if text in columns and columns[text].id not in places:
            places[columns[text].id] = number
        elif text and not _OURS.fullmatch(text):
            unknown.append(" ".join(str(cell).split()))
    return places, tuple(unknown)


def _entries(
    kind: ListSheet, sheet: Sheet, head: int, places: Mapping[str, int]
) -> Iterator[Entry]:
    """The rows below the header with something in our columns, up to the totals."""
    wanted = {c.id: places[c.id] for c in kind.columns if c.id in places}
    for row in range(head + 1, len(sheet.rows) + 1):
        cells = {
            c: Typed(sheet.at(row, n), address(row, n), (row, n) in sheet.formulas)
            for c, n in wanted.items()
        }
        id_ = " ".join(str(cells["id"].value or "").split())
        if id_ == TOTALS:
            return
        if any(cell.value is not None for cell in cells.values()):
            yield Entry(kind.title, row, id_, cells)


def _overwritten(
    kind: ListSheet, sheet: Sheet, entries: Sequence[Entry], places: Mapping[str, int]
) -> Iterator[str]:
    """Cells that hold a value where most of their column holds formulas; not of new rows."""
    rows = [entry.row for entry in entries if entry.id]
    for column in kind.columns:
        number = places.get(column.id)
        if number is None or column.editable:
            continue
        bare = [row for row in rows if (row, number) not in sheet.formulas]
        if 2 * len(bare) < len(rows):
            yield from (address(r, number) for r in bare if sheet.at(r, number) is not None)


def _kept(sheet: Sheet) -> dict[str, str]:
    """What stands below the two headers of what is kept, by name."""
    name, value = (folded(c.header) for c in KEPT.columns)
    for row, cells in enumerate(sheet.rows, 1):
        for column in range(1, len(cells)):
            if (folded(cells[column - 1]), folded(cells[column])) == (name, value):
                return dict(_pairs(sheet, row + 1, column))
    return {}


def _pairs(sheet: Sheet, row: int, column: int) -> Iterator[tuple[str, str]]:
    while sheet.at(row, column) is not None:
        yield f"{sheet.at(row, column)}", f"{sheet.at(row, column + 1) or ''}"
        row += 1


def folded(cell: object) -> str:
    """A header without regard to case and space; "" for none."""
    return "" if cell is None else " ".join(str(cell).split()).casefold()
