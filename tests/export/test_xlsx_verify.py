"""A workbook that does not read back as it was meant is never called exported."""

import shutil
import zipfile

import pytest
from tests.core.builders import one
from tests.export.builders import random_report, report_of

from techmodel.core.errors import ExportFailed
from techmodel.export.xlsx import workbook as writer
from techmodel.export.xlsx.package import save
from techmodel.export.xlsx.workbook import build, verify_workbook, write_workbook


@pytest.fixture(scope="module")
def report():
    return random_report(14)


@pytest.fixture(scope="module")
def whole(report, tmp_path_factory):
    path = tmp_path_factory.mktemp("verify") / "Plan.xlsx"
    write_workbook(report, path)
    return path


@pytest.fixture
def path(whole, tmp_path):
    return shutil.copy(whole, tmp_path / "Plan.xlsx")


def rewrite(path, part, old, new):
    """Change a part of the package as a fault would."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def complaint(report, path):
    with pytest.raises(ExportFailed) as caught:
        verify_workbook(report, path)
    return str(caught.value)


def test_a_whole_workbook_passes(report, path):
    verify_workbook(report, path)


def test_a_changed_text_is_found_by_its_cell(report, path):
    rewrite(path, "xl/worksheets/sheet3.xml", b"Name of ", b"Nome of ")

    assert "'Plan.xlsx' did not read back as it was meant: Gaps C2 holds" in complaint(
        report, path
    )


def test_a_changed_formula_is_found(report, path):
    rewrite(path, "xl/worksheets/sheet3.xml", b"<f>IF(", b"<f>IF(0+")

    assert "Gaps" in complaint(report, path)


def test_a_changed_value_beside_a_formula_is_found(report, path):
    rewrite(path, "xl/worksheets/sheet2.xml", b"<v>", b"<v>9")

    assert "Summary C4 holds 9" in complaint(report, path)


def test_a_workbook_of_other_answers_is_found(report, path):
    assert "did not read back" in complaint(random_report(12), path)


def test_a_missing_sheet_is_found(report, path):
    rewrite(path, "xl/workbook.xml", b'name="Lists"', b'name="Lost"')

    assert "its sheets are not the ones" in complaint(report, path)


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_a_workbook_cut_short_does_not_open(report, path, size):
    path.write_bytes(path.read_bytes()[:size])

    assert "it cannot be opened" in complaint(report, path)


def test_a_workbook_that_is_gone_cannot_be_read(report, tmp_path):
    assert "it cannot be read (No such file" in complaint(report, tmp_path / "Plan.xlsx")


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("asked_for", "the attainment of all domains differs"),
        ("id", "Gaps holds 0 rows instead of"),
    ],
)
def test_totals_are_worked_out_anew_from_the_cells(report, tmp_path, column, said):
    book = build(report)
    block = book.layout.gaps
    for row in range(block.first, block.last + 1):
        cell = book.workbook["Gaps"].cell(row, block.number(column))
        if column == "id":
            cell.value = None
        else:
            book.stored["Gaps"][row, block.number(column)] *= 2
    save(book, tmp_path / "Plan.xlsx")

    with pytest.raises(ExportFailed, match=said):
        writer.verify(book, tmp_path / "Plan.xlsx", "Plan.xlsx")


def test_the_figures_of_each_partner_are_worked_out_anew(report, tmp_path):
    book = build(report)
    block = book.layout.answers
    book.stored["Answers"][block.first, block.number("reached_low")] += 1
    save(book, tmp_path / "Plan.xlsx")

    with pytest.raises(ExportFailed, match=r"the figures of .* differ"):
        writer.verify(book, tmp_path / "Plan.xlsx", "Plan.xlsx")


def test_a_workbook_that_fails_leaves_the_previous_one(report, path, monkeypatch):
    before = path.read_bytes()
    monkeypatch.setattr(writer, "save", lambda _, temporary: temporary.write_bytes(before[:900]))

    with pytest.raises(ExportFailed, match="cannot be opened"):
        write_workbook(report, path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_nothing_is_written_elsewhere(tmp_path, monkeypatch):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    write_workbook(report_of(one([3])), tmp_path / "Plan.xlsx")

    assert list(elsewhere.iterdir()) == []
