"""Edited workbooks are read by the names of sheets and headers, wherever these stand."""

from __future__ import annotations

import pytest

from techmodel.core.plan_sheets import COSTS, PLAN
from techmodel.core.sheets import ANSWERS
from techmodel.importing.plan_workbook import returned
from techmodel.importing.workbook import Sheet, Workbook

HEADS = ("Note", "Id", " owner", "My own", "PROJECT", "Finish")


def book(*sheets, left_out=()):
    return returned(Workbook("plan.xlsx", sheets, left_out))


def plan(*rows, heads=HEADS, formulas=(), before=()):
    return book(Sheet("plan", (*before, heads, *rows), formulas=frozenset(formulas))).lists["Plan"]


def values(back):
    return [{c: t.value for c, t in e.cells.items()} for e in back.entries]


def test_columns_stand_in_any_order_under_headers_in_any_case():
    back = plan(("Steady", "P01", "Nurse", 7, "Record", None))

    assert values(back) == [
        {"note": "Steady", "id": "P01", "owner": "Nurse", "project": "Record", "finish": None}
    ]
    assert back.entries[0].place("owner") == "C2"
    assert back.entries[0].id == "P01"


def test_other_columns_are_said_and_missing_ones_too():
    back = plan(("Steady", "P01"))

    assert back.unknown == ("My own",)
    assert "Weeks" in back.missing
    assert "Slack days" not in back.missing


def test_a_header_that_is_there_twice_counts_once():
    back = plan(("P01", "Nurse", "Architect"), heads=("Id", "Owner", "Owner"))

    assert back.entries[0].said("owner") == "Nurse"
    assert back.unknown == ("Owner",)


def test_the_header_may_stand_below_a_title():
    back = plan(("x", "P01"), before=(("Our plan",), (), ("Id",)))

    assert [e.row for e in back.entries] == [5]


@pytest.mark.parametrize("rows", [(), (("Plan", "Owner"),), (("Id", "Something"),)])
def test_a_sheet_without_our_header_is_as_good_as_absent(rows):
    found = book(Sheet("Plan", rows))

    assert found.lists == {}
    assert found.headless == ("Plan",)
    assert found.absent == ("RAID", "Benefits", "Costs", "Answers", "Onboarding", "Flows")


def test_empty_rows_are_no_rows_and_rows_without_an_id_are_new():
    back = plan((), (None, "  P01 "), ("New",), (None, None, None, "mine"))

    assert [(e.row, e.id) for e in back.entries] == [(3, "P01"), (4, "")]


def test_totals_end_the_list():
    heads = tuple(c.header for c in COSTS.columns[:3])
    sheet = Sheet("Costs", (heads, ("C1",), (), ("Totals",), ("By year", 2027)))

    assert [e.id for e in book(sheet).lists["Costs"].entries] == ["C1"]


def test_columns_of_years_and_of_scenarios_are_ours():
    heads = ("Id", "Owner", "2027/28", "Finish, ten at once")

    assert plan(("P01",), heads=heads).unknown == ()


def test_a_formula_that_was_cleared_holds_nothing_that_could_be_taken():
    rows = [(None, f"P0{n}", None, None, "A", 7) for n in range(1, 4)]
    back = plan(*rows, (None, "P04", None, None, "A", None), formulas=[(2, 6), (3, 6), (4, 6)])

    assert back.overwritten == ()


def test_a_value_in_a_column_of_formulas_was_overwritten():
    rows = [(None, f"P0{n}", None, None, "A", 7) for n in range(1, 4)]
    most = plan(*rows, formulas=[(2, 6), (4, 6)])
    none = plan(*rows)

    assert most.overwritten == ("F3",)
    assert none.overwritten == ()


def test_a_new_row_has_no_formulas_to_overwrite():
    back = plan((None, "P01", None, None, "A", 7), ("New",), formulas=[(2, 6)])

    assert back.overwritten == ()


def test_formulas_are_marked():
    cell = plan((None, "P01", "Nurse"), formulas=[(2, 3)]).entries[0].cells["owner"]

    assert (cell.value, cell.formula) == ("Nurse", True)


def test_what_is_kept_is_found_by_its_two_headers_anywhere():
    lists = Sheet(
        "Lists",
        (
            ("a", None, "Kept for coming back", "Kept value"),
            (1, None, "Revision", 12),
            (2, None, "Made on", "2026-11-24"),
            (3, None, "Change id", None),
            (4,),
            (5, None, "something", "else"),
        ),
    )
    none = Sheet("Lists", (("a", "b"),))

    assert book(lists).kept == {"Revision": "12", "Made on": "2026-11-24", "Change id": ""}
    assert book(none).kept == {}


def test_what_was_not_read_is_said_but_not_what_every_workbook_holds():
    said = ("We imported values only; 3 cells", "Pictures and charts were left out.", "Row 9 on")

    assert book(left_out=said).left_out == ("Row 9 on",)


def test_every_list_has_an_id_first_and_headers_that_differ():
    for sheet in (PLAN, ANSWERS, COSTS):
        heads = [c.header.casefold() for c in sheet.columns]

        assert sheet.columns[0].header == "Id"
        assert len(set(heads)) == len(heads)
