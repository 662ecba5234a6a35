"""What workbook and report say of services: duty, steps, and how far the partners are."""

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from tests.export import report_builders as build

from techmodel.core.onboarding import Onboarding, Stage
from techmodel.export.content.blocks import Table
from techmodel.export.content.services import service_blocks
from techmodel.export.content.view import View
from techmodel.export.xlsx.workbook import write_workbook

REPORT = build.report(build.assessment())
PARTNER = REPORT.assessment.organisations[0]
HELD = Onboarding("RADF", PARTNER.id, Stage.LIVE, "Digital lead", date(2026, 3, 1))
RECORDED = replace(REPORT, onboarding={("RADF", PARTNER.id): HELD})


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("services") / "a.xlsx"
    write_workbook(RECORDED, path)
    return path


@pytest.fixture(scope="module")
def rows(path):
    heads, *rows = load_workbook(path)["Services"].iter_rows(values_only=True)
    return {row[0]: dict(zip(heads, row, strict=True)) for row in rows}


def said(report, name):
    """What the report's chapter says of a service."""
    table = next(b for b in service_blocks(View(report)) if isinstance(b, Table))
    return next(" ".join(row[2].parts) for row in table.rows if name in str(row[0]))


def test_the_sheet_holds_every_service_with_how_to_connect(rows):
    assert len(rows) == 72
    assert rows["PDS"]["How to connect"].startswith("1. Ask each supplier")
    assert all(row["Needed first"] and row["Whom to ask"] for row in rows.values())


def test_the_sheet_says_what_was_recorded_and_nothing_else(rows):
    told = {id_: row["How far we are"] for id_, row in rows.items() if row["How far we are"]}

    assert told == {"RADF": f"{PARTNER.short_name}: Live since 1 March 2026, Digital lead"}


def test_onboarding_has_a_row_for_each_service_and_partner_it_is_for(path):
    book = load_workbook(path)
    heads, *rows = book["Onboarding"].iter_rows(values_only=True)
    held = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}
    (choice,) = book["Onboarding"].data_validations.dataValidation
    found = held[f"RADF|{PARTNER.id}"]

    assert (found["Stage"], found["Owner"], found["Date"].date()) == (
        *("Live", "Digital lead"),
        date(2026, 3, 1),
    )
    assert found["Organisation"] == PARTNER.name
    assert {row["Stage"] for row in held.values()} == {"Live", "Not started"}
    assert (choice.formula1, choice.showErrorMessage) == ("ServiceStages", True)


def test_check_counts_where_partners_are_live(path):
    rows = load_workbook(path, data_only=True)["Check"].iter_rows(min_row=2, values_only=True)

    assert {row[0]: row[2:] for row in rows}["services-live"] == (1, 1, "Agrees")


def test_the_sheet_has_duties_with_real_dates(rows):
    duty = rows["RADF"]["Duty"], rows["RADF"]["Duty date"].date()

    assert duty == ("Reasonable Adjustment Digital Flag: read, write and share", date(2026, 9, 30))
    assert rows["SCRA"]["Replaced by"] == "National Care Records Service (NCRS)"


def test_the_report_says_that_a_duty_date_has_passed_and_how_far_we_are():
    before, after = (said(r, "Reasonable Adjustment") for r in (REPORT, RECORDED))

    assert "Its date, 30 September 2026, has passed" in before
    assert "So far" not in before
    assert "So far: 1 live" in after


def test_the_report_says_where_each_partner_is_with_what_is_recorded():
    *_, table = (b for b in service_blocks(View(RECORDED)) if isinstance(b, Table))
    first, rest = table.rows

    assert first[1:] == (PARTNER.short_name, "Live", "since 1 Mar 2026", "Digital lead")
    assert rest[2:] == ("Not started", "", "")
    assert PARTNER.short_name not in rest[1]
