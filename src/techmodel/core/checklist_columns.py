"""The columns of the checklist's workbook: what each holds, for its writer and its reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from techmodel.core.sheets import ColumnKind


class Holds(StrEnum):
    """What the cells of a column hold, and so how they are written and read."""

    TEXT = "text"
    ID = "id"
    """The id of one row of a sheet, or nothing."""
    CHOICE = "choice"
    """One word of a closed list."""
    WHOLE = "whole"
    NUMBER = "number"
    DATE = "date"
    IDS = "ids"
    """Ids with commas between them."""
    LINES = "lines"
    """Sentences, one on each line of the cell."""
    FLAG = "flag"
    """"yes", or nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the workbook.

    Attributes:
        key: the key in a row of the JSON form; a dot leads into a table ("duty.date").
        header: what stands over it.
        holds: what its cells hold.
        kind: how it looks.
        note: one sentence for who fills it in.
        offers: the list that its drop-down offers, "" for none.
        needed: whether a sheet without this column is refused.
        may_be_empty: whether an empty cell is no mistake, of what is not plain text.
    """

    key: str
    header: str
    holds: Holds = Holds.TEXT
    kind: ColumnKind = ColumnKind.TEXT
    note: str = ""
    offers: str = ""
    needed: bool = True
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class SheetOf:
    """A sheet of the workbook: one row for each row of a table of the checklist.

    `of` is the sheet whose rows the first column names, "" where it is an id of its own. `keys`
    are the columns that tell its rows apart.
    """

    table: str
    title: str
    purpose: str
    fields: tuple[Field, ...]
    of: str = ""
    keys: tuple[str, ...] = ("id",)

    def field(self, key: str) -> Field:
        """The column of this key. Raises KeyError for an unknown one."""
        for found in self.fields:
            if found.key == key:
                return found
        raise KeyError(key)


_ID, _NAME, _LONG, _WORD = ColumnKind.ID, ColumnKind.NAME, ColumnKind.LONG, ColumnKind.WORD


def own_id(note: str) -> Field:
    """The first column of a sheet whose rows have ids of their own."""
    return Field("id", "Id", kind=_ID, note=note)


def name(key: str, header: str, note: str = "") -> Field:
    """A column of short names."""
    return Field(key, header, kind=_NAME, note=note)


def long(key: str, header: str, note: str = "", *, needed: bool = True) -> Field:
    """A column of whole sentences."""
    return Field(key, header, kind=_LONG, note=note, needed=needed)


def lines(key: str, header: str, note: str) -> Field:
    """A column of sentences, several in a cell; a sheet may do without it."""
    return Field(key, header, Holds.LINES, _LONG, note, needed=False)


def ids(key: str, header: str, offers: str, note: str, *, needed: bool = True) -> Field:
    """A column of ids of another sheet, several in a cell."""
    return Field(key, header, Holds.IDS, ColumnKind.TEXT, note, offers, needed)


def one_of(key: str, header: str, offers: str, note: str, *, may_be_empty: bool = False) -> Field:
    """A column with one id of another sheet."""
    return Field(key, header, Holds.ID, _ID, note, offers, may_be_empty=may_be_empty)


def word(key: str, header: str, offers: str, note: str = "") -> Field:
    """A column with one word of a closed list."""
    return Field(key, header, Holds.CHOICE, _WORD, note, offers)


def whole(key: str, header: str, note: str, offers: str) -> Field:
    """A column of whole numbers from a closed list."""
    return Field(key, header, Holds.WHOLE, ColumnKind.WHOLE, note, offers)


def weeks(key: str, header: str) -> Field:
    """A column of weeks, which not every row has."""
    return Field(key, header, Holds.WHOLE, ColumnKind.WHOLE, may_be_empty=True)


def day(key: str, header: str, note: str, *, needed: bool = True) -> Field:
    """A column of days, where not every row has one."""
    return Field(key, header, Holds.DATE, ColumnKind.DATE, note, needed=needed, may_be_empty=True)
