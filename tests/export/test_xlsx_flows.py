"""The sheet Flows: one row a flow, its gap a formula, its level from a list."""

import pytest
from openpyxl import load_workbook
from tests.core.flow_rooms import NOT_APPLICABLE, held, level, own, room
from tests.export.builders import report_of, with_content
from tests.export.libreoffice import SOFFICE, differences, recalculated

from techmodel.core.flows import find_flows, find_sums
from techmodel.export.xlsx.workbook import write_workbook

ROWS = [
    held("o1", "o2", "F-01", level(1), None, "=A note that is no formula"),
    held("o1", "o3", "F-01", NOT_APPLICABLE),
    held("o1", "o4", "F-01", level(5)),
    held("o2", "o1", "FK7D2", level(2), own()),
    held("o3", "o1", "FK7D3", None, own(4, "Forms")),
]
MADE = with_content(room(("acute", "gp", "gp", "council", "acute"), models=("N",), held=ROWS))


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    found = tmp_path_factory.mktemp("flows") / "a.xlsx"
    write_workbook(report_of(MADE), found)
    return found


@pytest.fixture(scope="module")
def rows(path):
    sheet = load_workbook(path, data_only=True)["Flows"]
    heads, *rows = sheet.iter_rows(values_only=True)
    return {row[0]: dict(zip(heads, row, strict=True)) for row in rows}


def test_it_holds_every_flow_once_in_order(rows):
    assert [*rows] == ["|".join(flow.key) for flow in find_flows(MADE)]


def test_a_row_says_what_goes_from_whom_to_whom_and_what_is_missing(rows):
    row = rows["o1|o2|F-01"]

    assert (row["From"], row["To"], row["Information"]) == ("o1", "o2", "Letter")
    assert (row["Level"], row["Target"]) == ("1 Standalone", "4 Shared")
    assert (row["Gap low"], row["Gap high"]) == (3, 3)
    assert (row["Why this target"], row["Capability id"]) == ("N needs it", "A-02")
    assert row["Note"] == "=A note that is no formula"


def test_what_is_not_known_has_a_range_and_what_does_not_apply_no_gap(rows):
    unknown, none = rows["o3|o1|FK7D3"], rows["o1|o3|F-01"]

    assert (unknown["Level"], unknown["Gap low"], unknown["Gap high"]) == ("Don’t know", 0, 4)
    assert (none["Level"], none["Reason"]) == ("Not applicable", "No patients")
    assert not none["Gap low"]
    assert not none["Gap high"]


def test_a_level_is_chosen_from_levels_and_two_words(path):
    book = load_workbook(path)
    choice, *_ = book["Flows"].data_validations.dataValidation
    cells = book["Lists"][book.defined_names[choice.formula1].value.split("!")[1]]
    words = [cell.value for (cell,) in cells]

    assert words == [
        *("0 Absent", "1 Standalone", "2 Viewable", "3 Structured", "4 Shared"),
        *("5 Orchestrated", "Don’t know", "Not applicable"),
    ]


def test_check_counts_flows_below_target_and_not_known(path):
    rows = load_workbook(path, data_only=True)["Check"].iter_rows(min_row=2, values_only=True)
    found = {row[0]: row[2:] for row in rows}
    sums = find_sums(find_flows(MADE))

    assert found["flows"] == (sums.asked, sums.asked, "Agrees")
    assert found["flows-below"] == (sums.below, sums.below, "Agrees")
    assert found["flows-unknown"] == (sums.unknown, sums.unknown, "Agrees")


def test_what_may_be_changed_is_shaded_and_offered_also_below_for_new_flows(path):
    sheet = load_workbook(path)["Flows"]
    heads = [c.value for c in sheet[1]]
    shaded = {
        row[0].value: [h for h, c in zip(heads, row, strict=True) if c.fill.patternType]
        for row in sheet.iter_rows(2)
    }
    offered = [str(v.sqref) for v in sheet.data_validations.dataValidation]

    assert shaded["o1|o2|F-01"] == ["Level", "Note", "Reason"]
    assert shaded["o2|o1|FK7D2"] == [
        *("Information", "Capability", "Level", "Target", "Note", "Reason"),
    ]
    last = sheet.max_row
    assert offered[1] == f"B{last + 1}:B{last + 200}"
    assert all(f"{last + 200}" in area for area in offered)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_finds_the_same_gaps(path, tmp_path):
    found, _ = differences(path, recalculated([path], tmp_path)[path.name])

    assert found == []


def test_without_flows_the_sheet_is_there_and_empty(tmp_path):
    write_workbook(report_of(with_content(room(models=()))), tmp_path / "a.xlsx")
    rows = [*load_workbook(tmp_path / "a.xlsx")["Flows"].iter_rows(values_only=True)]

    assert len(rows) == 2
    assert not any(rows[1])
