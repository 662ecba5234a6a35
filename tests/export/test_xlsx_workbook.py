"""The workbook has the sheets, tables, types and print set-up that its readers expect."""

import re
import zipfile
from datetime import datetime

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import rows_from_range
from tests.core.builders import assessment, one, question
from tests.export.builders import random_report, report_of

from techmodel.core.sheets import ANSWERS, LIST_SHEETS
from techmodel.export.xlsx.workbook import write_workbook

SHEETS = ["Read me", "Summary", "Gaps", "Answers", "Evidence", "Services", "Onboarding"]
SHEETS += ["Flows", "Decisions", "Lists", "Check"]


@pytest.fixture(scope="module")
def report():
    return random_report(14)


@pytest.fixture(scope="module")
def path(report, tmp_path_factory):
    path = tmp_path_factory.mktemp("workbook") / "Plan.xlsx"
    write_workbook(report, path)
    return path


@pytest.fixture(scope="module")
def workbook(path):
    return load_workbook(path)


@pytest.fixture(scope="module")
def values(path):
    return load_workbook(path, data_only=True)


def column(sheet, header):
    """The cells below a header in row 1."""
    number = [c.value for c in sheet[1]].index(header) + 1
    return [sheet.cell(row, number) for row in range(2, sheet.max_row + 1)]


def test_the_sheets_stand_in_reading_order(workbook):
    assert workbook.sheetnames == SHEETS
    assert workbook.active.title == "Summary"


@pytest.mark.parametrize("kind", LIST_SHEETS, ids=lambda s: s.title)
def test_a_list_has_headers_in_row_1_the_id_first_and_both_stay_in_sight(workbook, kind):
    sheet = workbook[kind.title]
    headers = [c.value for c in sheet[1]]

    assert headers[0] == "Id"
    assert [h for h in headers if h in {c.header for c in kind.columns}] == (
        [c.header for c in kind.columns]
    )
    assert sheet.freeze_panes in {"B2", "D2"}


@pytest.mark.parametrize("kind", LIST_SHEETS, ids=lambda s: s.title)
def test_a_list_is_one_real_table_without_merged_cells(workbook, kind):
    sheet = workbook[kind.title]
    table = sheet.tables[kind.table]

    assert table.ref == sheet.dimensions
    assert table.autoFilter.ref == table.ref
    assert [c.name for c in table.tableColumns] == [c.value for c in sheet[1]]
    assert not sheet.merged_cells.ranges


def test_tables_have_names_of_their_own(workbook):
    names = [name for sheet in workbook for name in sheet.tables]

    assert len(names) == len(set(names)) == len(LIST_SHEETS) + 4


@pytest.mark.parametrize("title", SHEETS)
def test_a_sheet_prints_landscape_a4_one_page_wide(workbook, title):
    sheet = workbook[title]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.left.text == "&F"
    assert sheet.oddFooter.right.text == "Page &P of &N"
    assert sheet.print_area


@pytest.mark.parametrize("kind", LIST_SHEETS, ids=lambda s: s.title)
def test_a_list_repeats_its_header_on_every_page(workbook, kind):
    assert workbook[kind.title].print_title_rows == "$1:$1"


@pytest.mark.parametrize("title", SHEETS)
def test_columns_are_8_to_60_wide_and_rows_high_enough(workbook, title):
    sheet = workbook[title]
    widths = [d.width for d in sheet.column_dimensions.values()]

    assert all(width == 3 or 8 <= width <= 60 for width in widths)
    assert all(d.height <= 409 for d in sheet.row_dimensions.values() if d.height)


def test_every_style_is_arial_and_all_but_headings_10(path):
    styles = zipfile.ZipFile(path).read("xl/styles.xml").decode()
    fonts = re.search("<fonts.*?</fonts>", styles).group()

    assert set(re.findall('<name val="(.*?)"', fonts)) == {"Arial"}
    assert set(re.findall('<sz val="(.*?)"', fonts)) == {"8", "10", "12", "16"}


def test_answers_are_chosen_from_the_list(workbook):
    sheet = workbook[ANSWERS.title]
    (rule,) = sheet.data_validations.dataValidation
    words = [row[0] for row in rows_from_range(workbook.defined_names["AnswerWords"].value[6:])]
    offered = [workbook["Lists"][cell.replace("$", "")].value for cell in words]

    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", "AnswerWords", "warning")
    assert offered[:2] == ["0 Absent", "1 Standalone"]
    assert offered[6:9] == ["Don’t know", "Not applicable", "Not answered"]
    assert all(word.startswith("Provided by ") for word in offered[9:])
    assert {c.value for c in column(sheet, "Answer")} <= {*offered, "Provided by gone"}


def test_what_may_be_changed_is_shaded(workbook):
    sheet = workbook[ANSWERS.title]
    shaded = {h.value for h, cell in zip(sheet[1], sheet[2], strict=True) if cell.fill.patternType}

    assert shaded == {"Answer", "Reason", "Note"}


def test_dates_are_real_dates(workbook):
    dates = [c for c in column(workbook["Answers"], "Changed on") if c.value]

    assert dates
    assert all(isinstance(c.value, datetime) for c in dates)
    assert {c.number_format for c in dates} == {"dd mmm yyyy"}


def test_counts_are_those_of_the_report(workbook, report):
    gaps = report.gaps.capabilities

    assert workbook["Gaps"].max_row == 1 + len(gaps)
    assert workbook["Answers"].max_row == 1 + sum(len(c.pairs) for c in gaps)
    assert workbook["Services"].max_row == 3
    assert workbook["Decisions"].max_row == 1 + len(report.decisions)


def test_every_formula_carries_its_value(workbook, values):
    empty = [
        cell.coordinate
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
        and values[sheet.title][cell.coordinate].value is None
        and '""' not in cell.value
        and sheet.title != "Check"
    ]

    assert empty == []
    assert {c.value for c in column(values["Check"], "Result")} == {"Agrees"}


def test_formulas_use_functions_of_2016_only(workbook):
    allowed = "ABS AND COUNT COUNTA COUNTIF COUNTIFS EXACT FIND IF IFERROR INDEX INT ISNUMBER"
    allowed += " LEFT LEN MATCH MAX MIN OR ROUND SUM SUMIF SUMIFS SUMPRODUCT TEXT VALUE"
    used = set()
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    used |= set(re.findall(r"([A-Z]+)\(", cell.value))

    assert used <= set(allowed.split())


def test_the_program_recalculates_on_opening(workbook):
    assert workbook.calculation.fullCalcOnLoad


def test_there_are_no_links_macros_or_login_names(path):
    package = zipfile.ZipFile(path)
    names = package.namelist()
    everything = "".join(package.read(n).decode() for n in names)

    assert not [n for n in names if re.search("external|vba|embed|connection|comment", n)]
    assert "<hyperlink" not in everything
    assert 'TargetMode="External"' not in everything


def test_the_properties_say_what_it_is_and_no_more(workbook, report):
    properties = workbook.properties

    assert properties.title == f"{report.assessment.title}: technology model"
    assert {properties.creator, properties.lastModifiedBy} == {"techmodel"}
    assert properties.language == "en-GB"
    assert properties.created == datetime(2026, 11, 26, 14, 3)  # noqa: DTZ001 - as the file has it


def test_the_chart_has_axes_and_words_for_those_who_cannot_see_it(path):
    package = zipfile.ZipFile(path)
    chart = package.read("xl/charts/chart1.xml").decode()
    drawing = package.read("xl/drawings/drawing1.xml").decode()

    assert chart.count('<delete val="0"') == 2
    assert 'descr="Bars of the share of target' in drawing


def test_read_me_says_which_checklist_and_which_revision(values, report):
    said = {a.value: b.value for a, b in values["Read me"].iter_rows(max_col=2)}

    assert said["Assessment id"] == "an-assessment"
    assert said["Checklist"] == "A small checklist, version 1"
    assert said["Revision"] == str(report.revision)
    assert said["Made on"] == datetime(2026, 11, 26)  # noqa: DTZ001 - as the file has it


def test_ranges_of_blocks_do_not_overlap(workbook):
    for sheet in workbook:
        boxes = [range_boundaries(t.ref) for t in sheet.tables.values()]
        for n, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[n + 1 :]:
                assert other[0] > right or other[2] < left or other[1] > bottom or other[3] < top


@pytest.mark.parametrize(
    "found",
    [
        one([]),
        one([3], domains_out=["A"]),
        assessment(question([{"id": "A-1", "applies_to": ["acute"]}], [{"id": "o1"}])),
        one([("by", "gone"), ("by", "o1"), "n/a"]),
    ],
    ids=["nobody", "nothing in scope", "nobody asked", "broken"],
)
def test_the_barest_assessment_has_a_whole_workbook(tmp_path, found):
    write_workbook(report_of(found), tmp_path / "bare.xlsx")

    assert load_workbook(tmp_path / "bare.xlsx").sheetnames == SHEETS


def test_headers_of_partners_are_unique_whatever_they_are_called(tmp_path):
    names = ["Rank", "rank", "Ash", "ash", "Ash (2)"]
    q = question(
        [{"id": "A-1", "targets": {"M": 3}}],
        [{"id": f"o{n}", "name": name} for n, name in enumerate(names)],
        {"A-1": [1, 2, 3, 4, ("by", "o3")]},
    )
    write_workbook(report_of(assessment(q)), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx", data_only=True)["Gaps"]
    headers = [str(c.value) for c in sheet[1]]

    assert len({h.casefold() for h in headers}) == len(headers)
    assert [c.value for c in sheet[2]][11:16] == (
        ["1 Standalone", "2 Viewable", "3 Structured", "4 Shared", "4 Shared, by ash (2)"]
    )


def test_twenty_partners_with_long_names_fit(tmp_path):
    long = "The Foundation Trust of the Upper and Lower Valleys and the Coast {}"
    q = question(
        [{"id": "A-1", "targets": {"M": 3}}],
        [{"id": f"o{n}", "name": long.format(n)} for n in range(20)],
        {"A-1": [n % 6 for n in range(20)]},
    )
    write_workbook(report_of(assessment(q)), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Gaps"]

    assert sheet.row_dimensions[1].height > 60
    assert all(8 <= d.width <= 60 for d in sheet.column_dimensions.values())
