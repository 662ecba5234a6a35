"""A checklist's workbook is looked at before it is used."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from techmodel.core.errors import BadInput, ExportFailed
from techmodel.session.checklist_books import Older, bring_up_to_date, read_book, save_book


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


def test_an_own_version_is_brought_up_to_date_and_what_both_changed_is_told(checklist, tmp_path):
    first, *rest = checklist.capabilities
    older = replace(checklist, capabilities=(replace(first, why="Once."), *rest), version="1")
    own = replace(
        older, capabilities=(replace(first, why="Ours.", name="Our name"), *rest), version="ours"
    )
    base = save_book((older, tmp_path / "base.xlsx"))
    found = bring_up_to_date(Older(own, base, tmp_path / "new.xlsx"))
    assert found.checklist.capabilities[0] == replace(first, why="Ours.", name="Our name")
    assert found.checklist.capabilities[1:] == tuple(rest)
    assert found.notes[0].startswith(
        f"Changed in both: Capabilities, {first.id}, Why: yours was kept (Ours.)"
    )
    assert read_book(tmp_path / "new.xlsx").checklist == found.checklist


def test_versions_that_do_not_fit_together_are_not_written(checklist, tmp_path):
    first, *rest = checklist.capabilities
    own = replace(checklist, capabilities=(replace(first, prerequisites=(first.id,)), *rest))
    base = save_book((checklist, tmp_path / "base.xlsx"))
    with pytest.raises(BadInput, match=r"do not fit together.*needs itself"):
        bring_up_to_date(Older(own, base, tmp_path / "new.xlsx"))
    assert not (tmp_path / "new.xlsx").exists()


def test_a_place_that_cannot_be_written_is_said(checklist, tmp_path):
    with pytest.raises(ExportFailed, match="There is no folder"):
        save_book((checklist, tmp_path / "no" / "own.xlsx"))
