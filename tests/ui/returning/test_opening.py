"""File, Bring back an edited workbook: it is read in the background and shown as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from techmodel.export.xlsx.workbook import write_workbook
from techmodel.ui import ask
from techmodel.ui.returning.opening import BRINGING_BACK, BROUGHT_BACK
from techmodel.ui.returning.page import ReturningPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.office import Office


@pytest.fixture
def choose(office: Office, monkeypatch: pytest.MonkeyPatch):
    """Choose a file from the menu and wait until it has been read."""

    def bring(path: Path | None) -> object:
        monkeypatch.setattr(ask, "open_path", lambda *_: path)
        office.window.actions_.bring_back.trigger()
        office.workspace.worker.finish()
        return office.window.frame.page

    return bring


def edited(office: Office, path: Path) -> Path:
    """The workbook of what is open, with another owner for the first project."""
    write_workbook(office.workspace.session.report(version="0"), path)
    book = load_workbook(path)
    sheet = book["Plan"]
    column = next(c.column for c in sheet[1] if c.value == "Owner")
    sheet.cell(2, column).value = "Chief nurse"
    book.save(path)
    return path


def test_a_workbook_is_shown_brought_back_and_taken_back(
    office: Office, document: Path, tmp_path: Path, choose
) -> None:
    office.desk.open(document)
    page = choose(edited(office, tmp_path / "plan.xlsx"))
    assert isinstance(page, ReturningPage)
    page.foot.go.click()
    told = office.text(BROUGHT_BACK)
    before = office.workspace.session.plan.book().projects[0].owner
    office.verbs["Undo"].click()

    assert office.window.frame.page is not page
    assert told.startswith("Workbook 'plan.xlsx': 1 cell changed.")
    assert "Chief nurse" == before != office.workspace.session.plan.book().projects[0].owner


def test_leaving_leads_back(office: Office, document: Path, tmp_path: Path, choose) -> None:
    office.desk.open(document)
    by_hand = Book()
    by_hand.active.title = "Plan"
    by_hand.active.append(["Id", "Owner"])
    by_hand.save(tmp_path / "plan.xlsx")
    page = choose(tmp_path / "plan.xlsx")
    page.foot.cancel.click()

    assert office.window.frame.page is not page
    assert office.text(BRINGING_BACK) == ""


def test_what_is_no_workbook_is_said(office: Office, document: Path, choose) -> None:
    office.desk.open(document)
    choose(document)

    assert "not an Excel workbook" in office.text(BRINGING_BACK)


def test_a_workbook_without_our_sheets_is_refused(
    office: Office, document: Path, tmp_path: Path, choose
) -> None:
    office.desk.open(document)
    Book().save(tmp_path / "other.xlsx")
    choose(tmp_path / "other.xlsx")

    assert "none of the sheets that can come back" in office.text(BRINGING_BACK)


def test_a_workbook_of_another_assessment_is_refused(
    office: Office, document: Path, tmp_path: Path, choose
) -> None:
    office.desk.open(document)
    book = Book()
    book.active.title = "Lists"
    book.active.append(["Kept for coming back", "Kept value"])
    book.active.append(["Assessment id", "another"])
    book.create_sheet("Plan").append(["Id", "Owner"])
    book.save(tmp_path / "other.xlsx")
    choose(tmp_path / "other.xlsx")

    assert "made from another assessment" in office.text(BRINGING_BACK)


def test_without_an_assessment_nothing_is_read(office: Office, tmp_path: Path) -> None:
    office.desk.extras.coming_back.bring(tmp_path / "none.xlsx")

    assert office.text(BRINGING_BACK) == ""


def test_nothing_chosen_changes_nothing(office: Office, document: Path, choose) -> None:
    office.desk.open(document)
    before = office.window.frame.page

    assert choose(None) is before
