"""Where everything on the sheet Gantt stands, and from which week to which it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from techmodel.core.plan_sheets import GANTT
from techmodel.core.sheets import Column, ColumnKind

if TYPE_CHECKING:
    from datetime import date

    from techmodel.export.xlsx.plan_facts import PlanFacts

COLUMNS = (
    Column("id", "Id", ColumnKind.ID),
    Column("project", "Project", ColumnKind.NAME),
    Column("owner", "Owner", ColumnKind.NAME),
    Column("start", "Start", ColumnKind.DATE),
    Column("finish", "Finish", ColumnKind.DATE),
    Column("weeks", "Weeks", ColumnKind.WHOLE),
    Column("done", "Done", ColumnKind.SHARE),
    Column("slack", "Slack", ColumnKind.WORD),
)
SETTINGS, MONTHS, HEAD, AT_ONCE, DUTIES, FIRST = 2, 3, 4, 5, 6, 7
"""The rows; projects stand from the last one on."""
SPARE_ROWS = 10
"""Rows for projects that people add to Plan."""
TODAY, BEGIN, STEP, LIMIT = "$C$2", "$E$2", "$H$2", "$H$5"
"""The cells with the day of today's line, the first week, weeks a column, and steps at once."""
MOST_COLUMNS, FEWEST_COLUMNS = 104, 26
LEFT = len(COLUMNS) + 1
"""The column of the first week."""
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Frame:
    """The weeks that are drawn: from the Monday `begin` on, `count` columns of `step` weeks."""

    begin: date
    count: int
    step: int
    rows: int

    @property
    def last_row(self) -> int:
        """The last row for a project."""
        return FIRST + self.rows - 1

    @property
    def last_column(self) -> int:
        """The column of the last weeks."""
        return LEFT + self.count - 1

    def day(self, number: int) -> date:
        """The Monday with which a column begins, from 0."""
        return self.begin + number * self.step * _WEEK

    def area(self, first: int, last: int) -> str:
        """The cells of all weeks from one row to another."""
        return f"{letter(LEFT)}{first}:{letter(self.last_column)}{last}"


def find_frame(facts: PlanFacts) -> Frame:
    """The weeks that hold every project with dates, today, and a little more."""
    starts = [p.start or p.project.pins.start for p in facts.projects]
    begin = min([facts.today, *(d for d in starts if d)])
    begin -= timedelta(days=begin.weekday())
    ends = [facts.today, *(p.end for p in facts.projects if p.end)]
    weeks = (max(ends) - begin).days // 7 + 3
    step = -(-weeks // MOST_COLUMNS)
    count = max(FEWEST_COLUMNS, -(-weeks // step))
    return Frame(begin, count, step, len(facts.projects) + SPARE_ROWS)


def letter(number: int) -> str:
    """A column's letter."""
    return get_column_letter(number)


def cell_of(address: str) -> tuple[int, int]:
    """Row and column of one of the cells above."""
    _, column, row = address.split("$")
    return int(row), ord(column) - ord("A") + 1


def on_gantt(address: str) -> str:
    """One of the cells above as other sheets name it."""
    return f"{GANTT}!{address}"
