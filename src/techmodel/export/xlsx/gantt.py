"""The sheet Gantt: drawn from the dates on Plan by rules, a column a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_sheets import GANTT
from techmodel.core.sheets import ColumnKind
from techmodel.export.xlsx import gantt_frame as at
from techmodel.export.xlsx.gantt_rows import at_once, axis, duties, project_rows
from techmodel.export.xlsx.gantt_rules import draw, explain
from techmodel.export.xlsx.plan_formulas import AS_OF
from techmodel.export.xlsx.plan_lists import limit
from techmodel.export.xlsx.style import (
    BODY,
    LABEL,
    REMARK,
    TITLE,
    WEEK_COUNT,
    WEEK_DAY,
    WEEK_DUTY,
    WEEK_MONTH,
    head_for,
    style_for,
)
from techmodel.export.xlsx.table import freeze, height, set_print

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.gantt_frame import Frame

_WIDTHS = (8, 46, 33, 12.5, 12.5, 8, 8, 13)
_A3 = 8
_NARROW, _WIDE = 2.0, 2.7
_FEW = 60
"""So many columns of weeks may be wider."""
_MOST_WEEKS = "26"


def write_gantt(book: Book) -> None:
    """Write the sheet, where there are projects."""
    facts, layout = book.facts.plan, book.layout.plan
    if facts is None or layout is None or layout.plan is None:
        return
    sheet, frame = book.sheet(GANTT), at.find_frame(facts)
    _size(sheet, frame)
    book.put(sheet, 1, 1, "Gantt, drawn from the dates on the sheet Plan", TITLE)
    _settings(book, sheet, frame)
    _weeks(book, sheet, frame)
    for row, cells in enumerate(project_rows(book, frame), at.FIRST):
        _project(book, sheet, row, cells)
    draw(sheet, frame)
    _legend(book, sheet, frame)
    freeze(sheet, f"{at.letter(at.LEFT)}{at.FIRST}")
    set_print(sheet, frame.last_column)
    sheet.print_title_rows = f"{at.MONTHS}:{at.DUTIES}"
    sheet.page_setup.paperSize = _A3
    book.name(AS_OF, at.on_gantt(at.TODAY))


def _size(sheet: Worksheet, frame: Frame) -> None:
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[at.letter(number)].width = width
    width = _WIDE if frame.count <= _FEW else _NARROW
    for number in range(at.LEFT, frame.last_column + 1):
        sheet.column_dimensions[at.letter(number)].width = width
    for row, points in ((1, 24), (at.SETTINGS, 18), (at.MONTHS, 40)):
        sheet.row_dimensions[row].height = points
    for row in (at.HEAD, at.AT_ONCE, at.DUTIES):
        sheet.row_dimensions[row].height = 16


def _settings(book: Book, sheet: Worksheet, frame: Frame) -> None:
    """What a person may change about the drawing: today's line, the first week, the scale."""
    today = book.facts.report.today
    entries: tuple[tuple[str, int, str, Content, ColumnKind], ...] = (
        (at.TODAY, 2, "Today’s line, and late as of", today, ColumnKind.DATE),
        (at.BEGIN, 4, "First week", frame.begin, ColumnKind.DATE),
        (at.STEP, 6, "Weeks a column", frame.step, ColumnKind.WHOLE),
    )
    for address, beside, label, content, kind in entries:
        row, column = at.cell_of(address)
        book.put(sheet, row, column, content, style_for(kind, editable=True))
        book.put(sheet, row, beside, label, REMARK)
    error = f"Whole weeks, from 1 to {_MOST_WEEKS}."
    limit(sheet, at.STEP.replace("$", ""), "whole", ("1", _MOST_WEEKS), error)


def _weeks(book: Book, sheet: Worksheet, frame: Frame) -> None:
    """The head: months, Mondays, steps at work on each of them, and statutory dates."""
    for number, column in enumerate(at.COLUMNS, 1):
        book.put(sheet, at.HEAD, number, column.header, head_for(column.kind))
    facts = book.facts.plan
    capacity = facts.book.terms.capacity if facts else None
    book.put(sheet, at.AT_ONCE, 2, "Steps at work on the first day", LABEL)
    book.put(sheet, at.AT_ONCE, 7, "Limit", LABEL)
    book.put(sheet, *at.cell_of(at.LIMIT), capacity or "None", BODY)
    book.put(sheet, at.DUTIES, 2, "Statutory dates still to be met", LABEL)
    lines = (
        (at.MONTHS, axis(frame)[0], WEEK_MONTH),
        (at.HEAD, axis(frame)[1], WEEK_DAY),
        (at.AT_ONCE, at_once(book, frame), WEEK_COUNT),
        (at.DUTIES, duties(book, frame), WEEK_DUTY),
    )
    for line, cells, style in lines:
        for n, content in enumerate(cells, at.LEFT):
            book.put(sheet, line, n, content, style)


def _project(book: Book, sheet: Worksheet, row: int, cells: list[Content]) -> None:
    for number, (column, content) in enumerate(zip(at.COLUMNS, cells, strict=True), 1):
        book.put(sheet, row, number, content, style_for(column.kind))
    sheet.row_dimensions[row].height = height(cells, _WIDTHS)


def _legend(book: Book, sheet: Worksheet, frame: Frame) -> None:
    """What the colours mean, below the projects."""
    row = frame.last_row + 2
    for words in explain(sheet, row):
        book.put(sheet, row, 2, words, REMARK)
        row += 1
