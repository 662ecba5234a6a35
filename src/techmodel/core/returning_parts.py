"""What a workbook that comes back is made of: cells, rows, what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Raw = str | int | float | bool | date | datetime | None
"""What a cell holds; None for an empty one."""
Content = Any
"""What a cell means: as many types as there are columns."""
Values = dict[str, Content]
"""Values by the id of their column, as `returning_cells` reads them."""
RowId = tuple[str, str]
"""A row: the title of its sheet and its id; a new row has the number of its line as its id."""


class Fault(StrEnum):
    """What is wrong with a cell."""

    NOT_A_DATE = "not a date"
    NOT_WHOLE = "not a whole number"
    OUT_OF_RANGE = "out of range"
    NOT_A_WORD = "not one of the words"
    NOT_A_SHARE = "not a percentage"
    NOT_AN_ANSWER = "not an answer"
    NOT_A_LEVEL = "not a level"
    NOT_A_YEAR = "not a financial year"
    NOT_A_WAIT = "not a project to wait for"
    TOO_LONG = "too long"
    MISSING = "missing"
    REASON_MISSING = "no reason"
    REASON_UNUSED = "a reason nobody asks for"
    UNKNOWN_PROJECT = "unknown project"
    UNKNOWN_BENEFIT = "unknown benefit"
    UNKNOWN_ORGANISATION = "unknown organisation"
    UNKNOWN_CAPABILITY = "unknown capability"
    UNKNOWN_ID = "unknown id"
    NO_ID = "no id"
    NO_VALUE = "a formula without a value"
    TWICE = "there twice"
    NOT_BEGUN = "not begun"
    ALL_DONE = "all done"
    ORDER = "not rising"
    ONCE = "paid once"
    ITSELF = "itself"
    SAME_ENDS = "from one to itself"
    DOUBLE = "already there"
    BACK = "leads back"
    LOOP = "a circle"
    REFUSED = "refused"


class Unreadable(ValueError):
    """A cell does not hold what its column may hold; `about` names what is allowed, or whom."""

    def __init__(self, fault: Fault, *about: str) -> None:
        super().__init__(fault)
        self.fault, self.about = fault, about


@dataclass(frozen=True, slots=True)
class Typed:
    """A cell: its value, where it is, "C7", and whether a formula stands in it."""

    value: Raw
    cell: str
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list.

    Attributes:
        sheet: the title of its sheet.
        row: its line.
        id: what stands in its column Id, "" for a new one.
        cells: by the id of their column; those of columns that are not there are absent.
    """

    sheet: str
    row: int
    id: str
    cells: Mapping[str, Typed]

    @property
    def key(self) -> RowId:
        """Which row it is."""
        return self.sheet, self.id or f"{self.row}"

    def place(self, column: str) -> str:
        """Where a column stands in this row: "C7"; the id's cell where there is no such column."""
        found = self.cells.get(column) or self.cells.get("id")
        return found.cell if found else f"A{self.row}"

    def said(self, column: str) -> str:
        """What stands in a column, as text."""
        found = self.cells.get(column)
        return "" if found is None or found.value is None else str(found.value)

    def says(self, column: str) -> bool:
        """Whether something stands in a column, be it a formula without a value."""
        found = self.cells.get(column)
        return found is not None and (found.formula or self.said(column).strip() != "")


@dataclass(frozen=True, slots=True)
class ListBack:
    """A sheet that came back.

    Attributes:
        title: its title.
        entries: its rows with something in them.
        missing: headers of columns a person may change that are not there.
        unknown: headers that are none of ours, which are not read.
        overwritten: cells of a column of formulas in which no formula stands any more.
        passed: the ids of rows that a person has left out; they are neither changed nor gone.
    """

    title: str
    entries: tuple[Entry, ...]
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    passed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Returned:
    """A workbook that came back.

    Attributes:
        file: its name.
        lists: the sheets that are read, by title.
        absent: the titles of those that are not there.
        headless: the titles of those that have no header with an Id.
        kept: what the workbook remembers of where it comes from, by name.
        left_out: a sentence for everything that was not read as it is.
    """

    file: str
    lists: Mapping[str, ListBack]
    absent: tuple[str, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    headless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """A cell that cannot be taken as it is.

    Attributes:
        row: the row it is in.
        cell: where, "C7".
        column: the id of its column.
        fault: what is wrong.
        said: what stands there.
        about: what is allowed, or who is concerned; of `REFUSED` the sentence.
    """

    row: RowId
    cell: str
    column: str
    fault: Fault
    said: str = ""
    about: tuple[str, ...] = ()


def trouble(entry: Entry, column: str, fault: Fault, *about: str) -> Trouble:
    """That a cell of a row cannot be taken."""
    return Trouble(entry.key, entry.place(column), column, fault, entry.said(column), about)
