"""The sheet Gantt draws what the engine planned, for any number of projects."""

from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl.utils import get_column_letter
from tests.export.plan_builders import TODAY, planned
from tests.export.plan_workbooks import full_planned

from techmodel.core.plan_parts import PlanBook, Terms
from techmodel.export.xlsx import gantt_frame as at
from techmodel.export.xlsx.book import Book
from techmodel.export.xlsx.facts import find_facts
from techmodel.export.xlsx.gantt import write_gantt
from techmodel.export.xlsx.layout import find_layout


def made(report):
    """A workbook that holds the sheet alone."""
    facts = find_facts(report)
    book = Book(facts, find_layout(facts))
    write_gantt(book)
    return book


def drawn(report):
    """The values of the sheet by (row, column), and where everything on it stands."""
    book = made(report)
    cells = {(c.row, c.column): c.value for row in book.workbook["Gantt"].iter_rows() for c in row}
    return cells | book.stored["Gantt"], at.find_frame(book.facts.plan)


def line(cells, row, frame):
    """The cells of a row from the first week on."""
    return [cells[row, n] for n in range(at.LEFT, frame.last_column + 1)]


@pytest.mark.parametrize("projects", [0, 1, 58, 200])
@pytest.mark.parametrize("capacity", [None, 5])
def test_any_number_of_projects_fits_on_one_width(projects, capacity):
    report = full_planned(projects, capacity)
    sheet, frame = drawn(report)
    mondays = line(sheet, at.HEAD, frame)
    ends = [p.end for p in report.plan.projects if p.end]

    assert at.FEWEST_COLUMNS <= frame.count <= at.MOST_COLUMNS
    assert (at.FIRST + projects, 2) in sheet
    assert all(m.weekday() == 0 for m in mondays)
    assert mondays[0] <= min([TODAY, *(p.start for p in report.plan.projects if p.start)])
    assert mondays[-1] + timedelta(weeks=frame.step) > max([TODAY, *ends])


def test_every_row_says_what_plan_says():
    report = full_planned()
    sheet, _ = drawn(report)

    for row, planned_ in enumerate(report.plan.projects, at.FIRST):
        cells = [sheet[row, n] for n in range(1, at.LEFT)]
        assert cells[:2] == [planned_.project.id, planned_.project.name]
        assert cells[4] == (planned_.end or "")
        assert (cells[7] == "Critical") == planned_.critical


@pytest.mark.parametrize("capacity", [1, 3, 5])
def test_no_more_steps_are_at_work_at_once_than_the_limit(capacity):
    whole = full_planned(20, capacity)
    projects = tuple(replace(p, percent=0) for p in whole.book.projects)
    terms = Terms(capacity=capacity)
    report = planned(whole.assessment, PlanBook(projects, terms=terms))
    sheet, frame = drawn(report)
    counts = line(sheet, at.AT_ONCE, frame)

    assert sheet[at.cell_of(at.LIMIT)] == capacity
    assert max(counts) == capacity
    assert sum(counts) > 0


def test_months_are_named_once_where_they_begin():
    sheet, frame = drawn(full_planned(1))
    months = [m for m in line(sheet, at.MONTHS, frame) if m]

    assert len({(m.year, m.month) for m in months}) == len(months) > 3


def test_statutory_dates_stand_in_their_weeks():
    report = full_planned()
    cells, frame = drawn(report)
    days = [d.wanted for d in report.plan.duties]
    first, last = frame.day(0), frame.day(frame.count)
    counts = {n: count for n, count in enumerate(line(cells, at.DUTIES, frame)) if count}

    assert sum(counts.values()) >= sum(first <= day < last for day in days) > 0
    assert all(any(frame.day(n) <= d < frame.day(n + 1) for d in days) for n in counts)


def test_bars_are_rules_on_dates_not_paint():
    sheet = made(full_planned(3)).workbook["Gantt"]
    first = f"{get_column_letter(at.LEFT)}{at.FIRST}"
    area = next(a for a in sheet.conditional_formatting if str(a.sqref).startswith(first + ":"))

    assert sum("$D7<" in rule.formula[0] for rule in area.rules) == 4
    assert max(c.column for c in sheet[at.FIRST] if c.value) < at.LEFT


def test_today_the_first_week_and_the_scale_can_be_changed():
    workbook = made(full_planned(3)).workbook
    cells = [workbook["Gantt"][c.replace("$", "")] for c in (at.TODAY, at.BEGIN, at.STEP)]

    assert {c.fill.patternType for c in cells} == {"solid"}
    assert workbook.defined_names["AsOf"].attr_text == "Gantt!$C$2"
