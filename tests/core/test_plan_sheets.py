"""The columns of the plan's sheets are a contract between their writer and their reader."""

import pytest

from techmodel.core.plan_sheets import KEPT, PLAN_SHEETS, year_column
from techmodel.core.sheets import LIST_SHEETS, ColumnKind


@pytest.mark.parametrize("sheet", PLAN_SHEETS, ids=lambda s: s.title)
def test_ids_and_headers_are_unique_and_the_id_comes_first(sheet):
    headers = [c.header.casefold() for c in sheet.columns]

    assert len({c.id for c in sheet.columns}) == len(set(headers)) == len(sheet.columns)
    assert sheet.columns[0].id == "id"
    assert not sheet.columns[0].editable


def test_sheets_and_tables_have_names_of_their_own():
    sheets = (*PLAN_SHEETS, *LIST_SHEETS, KEPT)

    assert len({s.table for s in sheets}) == len(sheets)
    assert len({s.title for s in sheets[:-1]}) == len(sheets) - 1


def test_a_financial_year_is_headed_as_people_write_it():
    column = year_column(2099)

    assert (column.id, column.header, column.kind) == ("fy2099", "2099/00", ColumnKind.MONEY)
    assert not column.editable
