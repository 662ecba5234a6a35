"""What the reports place says about its exports."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.export import plan_reports

from techmodel.session.exports import ExportJob, ExportKind, export_report
from techmodel.ui.reports import texts


@pytest.mark.parametrize("kind", ExportKind)
def test_every_export_has_a_name_and_a_line(report, kind):
    assert texts.EXPORT_NAMES[kind]
    assert texts.export_line(kind, report)


def test_the_answers_are_counted(report):
    asked = sum(len(c.pairs) for c in report.gaps.capabilities)

    assert texts.export_line(ExportKind.CSV, report) == f"{asked} rows, one for each answer asked"


def test_the_sheets_named_are_the_sheets_written(report, tmp_path):
    path = tmp_path / "a.xlsx"
    export_report(ExportJob(report, path, ExportKind.XLSX))
    book = load_workbook(path, read_only=True)
    names = book.sheetnames
    counts = {name: filled(book[name]) for name in names}
    book.close()

    assert [name for name, _, _ in texts.workbook_sheets(report)] == names
    for name, rows, purpose in texts.workbook_sheets(report):
        assert purpose
        assert not rows or int(rows.replace(",", "")) == counts[name], name


def test_sheets_of_the_plan_are_named_where_there_is_one():
    report = plan_reports.small(4)
    names = [name for name, _, _ in texts.workbook_sheets(report)]
    alone = [name for name, _, _ in texts.workbook_sheets(plan_reports.logs_alone())]

    assert names[3:8] == ["Plan", "Gantt", "RAID", "Benefits", "Costs"]
    assert "Actions" in names
    assert {"Plan", "Gantt", "Actions"}.isdisjoint(alone)
    assert "RAID" in alone


def filled(sheet):
    """The rows under the heads, up to the first without an id."""
    ids = [row[0] for row in sheet.iter_rows(min_row=2, max_col=1, values_only=True)]
    return (*ids, None).index(None)


@pytest.mark.parametrize(
    ("folder", "where"),
    [("/home/me/Documents", "Documents"), ("/media/stick/Board", "/media/stick/Board")],
)
def test_the_place_is_said_as_short_as_it_can_be(folder, where):
    said = texts.destination(Path(folder), Path("/home/me"), "Plan")

    assert said == f"Into {where}, named “Plan”"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "Export"), (1, "Export 1 file"), (3, "Export 3 files")]
)
def test_the_button_counts(count, words):
    assert texts.button_words(count) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [(10, "1 KB"), (421_888, "412 KB"), (1_363_148, "1.3 MB"), (1_048_575, "1,024 KB")],
)
def test_sizes_are_for_people(size, words):
    assert texts.size_words(size) == words


@pytest.mark.parametrize(
    ("done", "failed", "words"),
    [
        (2, 0, "2 files exported and read back."),
        (1, 1, "1 file exported and read back. 1 was not written."),
        (0, 2, "2 were not written."),
    ],
)
def test_the_end_is_told(done, failed, words):
    assert texts.done_words(done, failed) == words


def test_what_is_there_already_is_named_or_counted():
    assert texts.exists_words(["a.pdf"], Path("/x/Board")) == "“a.pdf” exists already in Board."
    both = texts.exists_words(["a.pdf", "a.csv"], Path("/"))
    assert both == "2 of these files exist already in /."


def test_progress_says_which_of_how_many():
    said = texts.progress_words(ExportKind.PDF, 1, 2)

    assert said == "Writing and checking the PDF report, 1 of 2 …"
