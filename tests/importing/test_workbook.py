"""A workbook's values are easy to find and to name."""

from __future__ import annotations

import pytest

from techmodel.importing.workbook import Sheet, Workbook, address, column_letters

SHEET = Sheet("Answers", (("Id", "Answer"), (), ("REC-06", None, 3)))


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (1, 1, "Id"),
        (3, 3, 3),
        (3, 2, None),
        (2, 1, None),
        (9, 1, None),
        (0, 1, None),
        (1, 0, None),
    ],
)
def test_a_cell_is_found_by_row_and_column(row, column, value):
    assert SHEET.at(row, column) == value


@pytest.mark.parametrize(
    ("column", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")],
)
def test_columns_have_letters(column, letters):
    assert column_letters(column) == letters


def test_places_are_named_as_people_name_them():
    assert address(7, 3) == "C7"
    assert SHEET.where(7) == "Answers, row 7"
    assert SHEET.where(7, 3) == "Answers, C7"


def test_a_sheet_is_found_by_its_name_in_any_case():
    found = Workbook("a.xlsx", (SHEET,))

    assert found.sheet("ANSWERS") is SHEET
    assert found.sheet("Plan") is None
