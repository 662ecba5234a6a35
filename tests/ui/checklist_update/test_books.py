"""Checklists go out as workbooks and come in again without a command line."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.window_checks import faults

from techmodel.export.checklist_book import write_checklist_workbook
from techmodel.ui import ask
from techmodel.ui.checklist_update.book_page import ChecklistBookPage
from techmodel.ui.checklist_update.books import BOOK
from techmodel.ui.checklist_update.page import ChecklistUpdatePage
from techmodel.wording import checklist_books as wording


@pytest.fixture(scope="module")
def made(tmp_path_factory, checklist):
    path = tmp_path_factory.mktemp("made") / "own.xlsx"
    write_checklist_workbook(checklist, path)
    return path


@pytest.fixture
def bring(office, monkeypatch):
    def bring(path):
        monkeypatch.setattr(ask, "open_path", lambda *_: path)
        office.desk.extras.books.ask_and_bring()
        office.desk.extras.books.worker.finish()
        return office.window.frame.page

    return bring


def rows(page):
    return [row.texts for row in page.model.rows]


def test_what_is_wrong_is_a_list_with_places_until_it_is_mended(office, bring, made, tmp_path):
    office.desk.show_start()
    path = tmp_path / "own.xlsx"
    book = load_workbook(made)
    for row in range(2, 7):
        book["Capabilities"][f"G{row}"].value = "heavy"
    book["Scale"]["E3"].value = None
    book.save(path)
    page = bring(path)
    assert isinstance(page, ChecklistBookPage)
    assert page.header.headline == "6 problems need mending before it can be used."
    assert rows(page)[0] == (
        "Capabilities, row 2, column Weight (G2)",
        "It must be a number such as 1 or 0.5; it is “heavy”.",
    )
    assert rows(page)[5][0] == "Scale, row 3, column Wording: exchange (E3)"
    assert page.panes() == (page.table, page.again)
    path.write_bytes(made.read_bytes())
    page.again.click()
    office.desk.extras.books.worker.finish()
    assert office.window.frame.page is page
    assert page.header.headline.endswith("10 domains, 74 capabilities.")
    assert not page.update_.isVisibleTo(page)


def test_what_it_holds_leads_to_the_preview_or_to_a_new_assessment(
    office, bring, made, document, qapp
):
    office.desk.open(document)
    page = bring(made)
    qapp.processEvents()
    assert not faults(page)
    assert ("Guides", rows(page)[-1][1]) == rows(page)[-1]
    page.update_.click()
    assert isinstance(office.window.frame.page, ChecklistUpdatePage)
    page = bring(made)
    page.new.click()
    assert office.window.frame.page is office.the_wizard
    assert office.the_wizard.checklist.title == page.book.checklist.title


def test_the_update_page_lists_what_is_wrong_with_a_workbook(
    office, document, tmp_path, monkeypatch
):
    office.desk.open(document)
    office.window.actions_.update_checklist.trigger()
    office.workspace.worker.finish()
    path = tmp_path / "own.xlsx"
    path.write_text("nothing", "utf-8")
    monkeypatch.setattr(ask, "open_path", lambda *_: path)
    office.window.frame.page.other.click()
    office.desk.extras.books.worker.finish()
    page = office.window.frame.page
    assert page.header.question == "What is wrong with own.xlsx?"
    assert rows(page)[0][1].startswith("'own.xlsx' is a text file")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert office.window.frame.page is not page


def test_the_checklist_of_what_is_open_is_saved_as_a_workbook(
    office, document, bring, tmp_path, monkeypatch
):
    office.desk.open(document)
    books = office.desk.extras.books
    for name, said in (("no/such.xlsx", "There is no folder"), ("own.xlsx", "Saved as own.xlsx")):
        monkeypatch.setattr(ask, "save_path", lambda *_, name=name: tmp_path / name)
        books.ask_and_save()
        books.worker.finish()
        assert said in office.text(BOOK)
    page = bring(tmp_path / "own.xlsx")
    assert page.book.checklist == office.workspace.session.assessment().checklist


def test_an_own_version_is_brought_up_to_date_in_a_workbook_of_its_own(
    office, bring, made, tmp_path, monkeypatch
):
    office.desk.show_start()
    page = bring(made)
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "new.xlsx")
    page.renew.click()
    office.desk.extras.books.worker.finish()
    assert office.window.frame.page is page
    assert page.book.path == tmp_path / "new.xlsx"
    assert page.header.question == "What does new.xlsx hold?"


def test_nothing_happens_when_no_file_is_chosen(office, monkeypatch):
    office.desk.show_start()
    for ways in ("open_path", "save_path"):
        monkeypatch.setattr(ask, ways, lambda *_: None)
    office.desk.extras.books.ask_and_bring()
    office.desk.extras.books.ask_and_save()
    assert not office.desk.extras.books.worker.busy
    assert not office.text(BOOK)


@pytest.mark.parametrize(
    ("problem", "where"),
    [
        ("Scoring: there is no row “S”.", "Scoring"),
        ("Levels, row 1: the column “Wording” is missing.", "Levels, row 1"),
        ("'a.xlsx' is a folder. Nothing was changed.", ""),
    ],
)
def test_a_sentence_is_parted_from_its_place(problem, where):
    ((place, sentence),) = wording.wrong_rows([problem])
    assert place == where
    assert problem.endswith(sentence)
