"""A workbook whose plan does not read back as it was meant is never called exported."""

from datetime import date, timedelta

import pytest
from tests.export.plan_workbooks import planned_workbook

from techmodel.core.errors import ExportFailed
from techmodel.core.raid import score
from techmodel.export.xlsx import workbook as writer
from techmodel.export.xlsx.package import save
from techmodel.export.xlsx.workbook import build


@pytest.fixture(scope="module")
def report():
    made = (planned_workbook(seed) for seed in range(1, 60))
    return next(r for r in made if r.book.costs and any(score(i) for i in r.book.raid))


@pytest.fixture
def book(report):
    return build(report)


def complaint(book, tmp_path):
    """What is said of the workbook, whose cells were changed before it was written."""
    save(book, tmp_path / "Plan.xlsx")
    with pytest.raises(ExportFailed) as caught:
        writer.verify(book, tmp_path / "Plan.xlsx", "Plan.xlsx")
    return str(caught.value)


def blocks(book):
    return book.layout.plan


def drop_row(book, block):
    """Take the first row out of a list, as a fault would."""
    book.workbook[block.title].cell(block.first, block.number("id")).value = None


def test_a_whole_plan_passes(book, tmp_path):
    save(book, tmp_path / "Plan.xlsx")
    writer.verify(book, tmp_path / "Plan.xlsx", "Plan.xlsx")


def test_a_finish_that_the_engine_does_not_have_is_found(report, book, tmp_path):
    block = blocks(book).plan
    n, planned = next((n, p) for n, p in enumerate(report.plan.projects) if p.end)
    book.stored["Plan"][block.first + n, block.number("finish")] += timedelta(days=1)

    assert f"the finish of {planned.project.id} differs" in complaint(book, tmp_path)


def test_another_end_of_the_plan_is_found(book, tmp_path):
    block = blocks(book).plan
    for row in range(block.first, block.last + 1):
        book.stored["Plan"][row, block.number("ends")] = date(2031, 1, 1)

    assert "the end of the plan differs" in complaint(book, tmp_path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan", "Plan does not hold the projects in their order"),
        ("actions", "Actions holds"),
        ("raid", "the scores of RAID differ"),
        ("benefits", "Benefits holds"),
        ("costs", "Costs holds"),
    ],
)
def test_a_row_that_is_missing_is_found(book, tmp_path, name, said):
    drop_row(book, getattr(blocks(book), name))

    assert said in complaint(book, tmp_path)


def test_another_score_is_found(report, book, tmp_path):
    block = blocks(book).raid
    book.stored["RAID"][block.first, block.number("score")] = 99

    assert "the scores of RAID differ" in complaint(book, tmp_path)


@pytest.mark.parametrize("column", ["total_low", "total", "total_high", "year"])
def test_another_sum_of_costs_is_found(book, tmp_path, column):
    block = blocks(book).costs
    number = block.number(blocks(book).year_columns[0] if column == "year" else column)
    book.stored["Costs"][block.first, number] += 1

    assert "the sums of Costs differ" in complaint(book, tmp_path)
