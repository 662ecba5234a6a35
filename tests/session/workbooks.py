"""Workbooks that were exported, changed as planners do, and brought back, without a file."""

from openpyxl.utils import get_column_letter

from techmodel.core.returning_lists import LISTINGS
from techmodel.export.xlsx.workbook import build
from techmodel.importing.plan_workbook import returned
from techmodel.importing.workbook import Sheet, Workbook
from techmodel.session.returning import find_base, find_comeback

SHEETS = {listing.title: listing.sheet for listing in LISTINGS}


class Exported:
    """A workbook of a session as it is now, to be changed and brought back."""

    def __init__(self, session):
        self.book = build(session.report(version="0"))
        self.name = "plan.xlsx"

    def sheet(self, title):
        return self.book.workbook[title]

    def column(self, title, id_):
        header = next(c.header for c in SHEETS[title].columns if c.id == id_)
        return next(c.column for c in self.sheet(title)[1] if c.value == header)

    def row(self, title, id_):
        return next(r[0].row for r in self.sheet(title).iter_rows(2) if r[0].value == id_)

    def cell(self, title, id_, column):
        return self.sheet(title).cell(self.row(title, id_), self.column(title, column))

    def place(self, title, id_, column):
        return f"{get_column_letter(self.column(title, column))}{self.row(title, id_)}"

    def put(self, title, id_, **cells):
        """Type into cells of a row; a text stays a text."""
        for column, value in cells.items():
            self.type(self.cell(title, id_, column), value)

    def type(self, cell, value):
        self.book.stored[cell.parent.title].pop((cell.row, cell.column), None)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    def add(self, title, **cells):
        """Type a new row below the last one with an id."""
        rows = [r[0].row for r in self.sheet(title).iter_rows(2) if r[0].value in (None, "")]
        row = rows[0] if rows else self.sheet(title).max_row + 1
        for column, value in cells.items():
            self.type(self.sheet(title).cell(row, self.column(title, column)), value)
        return row

    def delete(self, title, id_):
        """Empty a row, as deleting it does for the reader."""
        for cell in self.sheet(title)[self.row(title, id_)]:
            self.type(cell, None)

    def back(self):
        """What comes back."""
        return returned(Workbook(self.name, tuple(map(self._sheet, self.book.workbook))))

    def _sheet(self, sheet):
        stored = self.book.stored[sheet.title]
        rows = tuple(
            tuple(stored.get((c.row, c.column), c.value) for c in row) for row in sheet.iter_rows()
        )
        return Sheet(sheet.title, rows, formulas=frozenset(stored))


def comeback(session, exported, **settled):
    """What a workbook comes to."""
    back = exported.back() if isinstance(exported, Exported) else exported
    return find_comeback(session, back, find_base(session, back), **settled)
