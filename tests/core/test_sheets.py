"""The columns of the workbook's sheets."""

import pytest

from techmodel.core.sheets import ANSWERS, GAPS, LIST_SHEETS, ColumnKind, column, pair_id


@pytest.mark.parametrize("sheet", LIST_SHEETS, ids=lambda s: s.title)
def test_ids_and_headers_are_unique_within_a_sheet(sheet):
    assert len({c.id for c in sheet.columns}) == len(sheet.columns)
    assert len({c.header.casefold() for c in sheet.columns}) == len(sheet.columns)


@pytest.mark.parametrize("sheet", LIST_SHEETS, ids=lambda s: s.title)
def test_the_first_column_is_the_id(sheet):
    assert sheet.columns[0].header == "Id"
    assert sheet.columns[0].kind is ColumnKind.ID


def test_names_of_sheets_and_tables_are_unique_and_allowed():
    titles = [s.title for s in LIST_SHEETS]

    assert len(set(titles)) == len({s.table for s in LIST_SHEETS}) == len(LIST_SHEETS)
    assert all(len(t) <= 31 and not set(t) & set("[]:*?/\\'") for t in titles)


def test_answers_stages_and_flows_are_edited_and_printed_columns_come_first():
    assert {s.title: [c.id for c in s.columns if c.editable] for s in LIST_SHEETS} == {
        **{s.title: [] for s in LIST_SHEETS},
        "Answers": ["answer", "reason", "note"],
        "Onboarding": ["stage", "owner", "date", "note"],
        "Flows": [
            *("from", "to", "information", "capability", "level", "target", "note", "reason"),
        ],
    }
    assert all(
        [c.detail for c in s.columns] == sorted(c.detail for c in s.columns) for s in LIST_SHEETS
    )


def test_partners_stand_after_a_printed_column():
    assert not column(GAPS, GAPS.partners_after).detail


def test_an_unknown_column_is_refused():
    with pytest.raises(KeyError, match="colour"):
        column(ANSWERS, "colour")


def test_a_pair_id_names_capability_and_organisation():
    assert pair_id("REC-06", "org-1") == "REC-06|org-1"
