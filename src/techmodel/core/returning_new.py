"""New rows of a workbook that came back: what they hold, and the ids they get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.plan_ids import code_id
from techmodel.core.returning_cells import read_line
from techmodel.core.returning_checks import check_cell, check_group
from techmodel.core.returning_lists import read_cell
from techmodel.core.returning_parts import Fault, Unreadable, trouble
from techmodel.core.returning_records import NO_WEEKS
from techmodel.core.returning_settle import settled_values

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from techmodel.core.returning_lists import Listing, Words
    from techmodel.core.returning_parts import Entry, ListBack, RowId, Trouble, Values


@dataclass(frozen=True, slots=True)
class Added:
    """A new row.

    Attributes:
        row: its sheet and the id it gets.
        name: what it is about.
        entry: the row of the workbook.
        cells: where each column that says something stands, by column.
        values: what it holds, by column.
    """

    row: RowId
    name: str
    entry: RowId
    cells: Mapping[str, str]
    values: Values


def new_ids(
    listing: Listing, back: ListBack, exported: Collection[str], words: Words
) -> dict[RowId, str]:
    """The ids of new rows: the same for the same name, so that importing twice adds nothing.

    Args:
        listing: how the sheet comes back.
        back: the sheet that came back.
        exported: the ids that were exported, which stand for something else.
        words: what texts of cells stand for, of organisations.
    """
    found: dict[RowId, str] = {}
    used = {f"P{id_.rpartition('|')[2][1:]}" for id_ in exported}
    for entry in back.entries:
        if not entry.id:
            ends = [_end(entry, column, words) for column in listing.ends]
            about = " ".join([listing.title, _name(listing, entry).casefold(), *ends])
            code = code_id(about, used)
            used.add(code)
            found[entry.key] = "|".join([*ends, f"{listing.initial}{code[1:]}"])
    return found


def read_new(
    listing: Listing, entry: Entry, words: Words, ids: Mapping[RowId, str]
) -> tuple[Added | None, list[Trouble]]:
    """A row without an id; None where it says nothing, or cannot be taken as it is.

    Args:
        listing: how its sheet comes back.
        entry: the row.
        words: what texts of cells stand for, and what empty ones come to.
        ids: the ids that new rows get.
    """
    said = [c for c in listing.fields if entry.says(c)]
    if not said:
        return None, []
    if not listing.initial:
        return None, [trouble(entry, "id", Fault.NO_ID)]
    typed, troubles = _typed(listing, entry, said, words)
    if not troubles:
        troubles = _missing(listing, entry, typed)
    values = {**words.blank.get(listing.title, {}), **typed}
    if "likely" in typed:
        values |= {c: typed.get(c, typed["likely"]) for c in ("low", "high")}
    for group in listing.groups if not troubles else ():
        edited = {c: typed[c] for c in group if c in typed}
        new = settled_values({c: values[c] for c in group}, edited, NO_WEEKS)
        wrong = check_group(new, edited)
        troubles += [trouble(entry, *wrong)] if wrong else []
        values |= new
    if troubles:
        return None, troubles
    row = (listing.title, ids[entry.key])
    cells = {c: entry.place(c) for c in said}
    return Added(row, _name(listing, entry), entry.key, cells, values), []


def _typed(
    listing: Listing, entry: Entry, columns: Collection[str], words: Words
) -> tuple[Values, list[Trouble]]:
    """The values of some columns, and what is wrong with the others."""
    typed: Values = {}
    troubles = []
    for column in columns:
        try:
            value = read_cell(listing, column, entry.cells[column], words)
            check_cell(listing, column, value, None, words)
            typed[column] = value
        except Unreadable as error:
            troubles.append(trouble(entry, column, error.fault, *error.about))
    return typed, troubles


def _missing(listing: Listing, entry: Entry, typed: Values) -> list[Trouble]:
    """What a new row has to say: its name, of a cost what it comes to, of a flow its ends."""
    needed = (listing.name, *listing.needed)
    return [trouble(entry, c, Fault.MISSING) for c in needed if c not in typed]


def _end(entry: Entry, column: str, words: Words) -> str:
    """The id of an organisation that a row names, or what it is called there."""
    name = read_line(entry.said(column))
    return words.organisations.get(name.casefold(), name)


def _name(listing: Listing, entry: Entry) -> str:
    cell = entry.cells.get(listing.name)
    return read_line(cell.value) if cell else ""
