"""A checklist's workbook is looked at before it is used."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from techmodel.core.errors import ExportFailed
from techmodel.session.checklist_books import read_book, save_book


def test_what_was_saved_is_read_whole_with_its_guides(checklist, tmp_path):
    first, *rest = checklist.capabilities
    own = replace(checklist, capabilities=(replace(first, hidden=True), *rest))
    found = read_book(save_book((own, tmp_path / "own.xlsx")))
    assert (found.checklist, found.problems, found.notes) == (own, (), ())
    assert first.domain in found.guided


def test_the_programs_own_is_saved_where_no_other_is_given(checklist, tmp_path):
    assert read_book(save_book((None, tmp_path / "own.xlsx"))).checklist == checklist


def test_what_is_wrong_is_held_with_its_places_and_gives_no_checklist(checklist, tmp_path):
    path = save_book((checklist, tmp_path / "own.xlsx"))
    book = load_workbook(path)
    book["Domains"]["B2"].value = None
    book.save(path)
    found = read_book(path)
    assert found.checklist is None
    assert found.problems == ("Domains, row 2, column Name (B2): It must not be empty.",)


def test_a_place_that_cannot_be_written_is_said(checklist, tmp_path):
    with pytest.raises(ExportFailed, match="There is no folder"):
        save_book((checklist, tmp_path / "no" / "own.xlsx"))
