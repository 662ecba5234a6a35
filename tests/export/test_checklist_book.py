"""The checklist's workbook is one an analyst can work in, and holds text as text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from techmodel.core.checklist_sheets import SHEETS
from techmodel.core.checklist_their_scale import THEIR_SCALE
from techmodel.core.errors import ExportFailed
from techmodel.export import checklist_book
from techmodel.export.checklist_book import write_checklist_workbook
from techmodel.importing.checklist_workbook import read_checklist_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from techmodel.core.checklist import Checklist

LIVE = ("=1+1", "+44 20", "-3 levels", "@home", "_x0041_ is no letter")


@pytest.fixture(scope="module")
def live(checklist: Checklist) -> Checklist:
    """A checklist with texts that a spreadsheet might take for formulas, and one step hidden."""
    rows = [
        replace(row, question=text, weight=0.1, hidden=text == LIVE[0])
        for row, text in zip(checklist.capabilities, LIVE, strict=False)
    ]
    return replace(checklist, capabilities=(*rows, *checklist.capabilities[len(LIVE) :]))


@pytest.fixture(scope="module")
def path(live: Checklist, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("book") / "own.xlsx"
    write_checklist_workbook(live, made)
    return made


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return load_workbook(path)


def test_text_that_looks_like_a_formula_is_text_and_comes_back(
    live: Checklist, path: Path, book: Workbook
) -> None:
    cells = [book["Capabilities"].cell(row, 4) for row in range(2, 6)]
    assert [cell.value for cell in cells] == list(LIVE[:4])
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)
    assert read_checklist_workbook(path).checklist == live


def test_every_sheet_is_a_table_with_a_frozen_head_and_its_id_first(book: Workbook) -> None:
    assert book.sheetnames == ["Read me", *(sheet.title for sheet in (*SHEETS, THEIR_SCALE))]
    for kind in (*SHEETS, THEIR_SCALE):
        page = book[kind.title]
        (table,) = page.tables.values()
        assert page.freeze_panes == "B2"
        assert [c.name for c in table.tableColumns] == [f.header for f in kind.fields]
        assert table.ref.endswith(str(page.max_row))
        assert all(8 <= d.width <= 60 for d in page.column_dimensions.values() if d.width != 13)


def test_columns_offer_what_may_stand_in_them_and_say_what_they_hold(book: Workbook) -> None:
    rules = {str(r.sqref): r for r in book["Actions"].data_validations.dataValidation}
    assert rules["A2:A2000"].formula1 == "Capabilities!$A$2:$A$2000"
    assert rules["B2:B2000"].formula1 == '"1,2,3,4,5"'
    assert rules["D2:D2000"].formula1 == '"S,M,L"'
    assert rules["F2:F2000"].prompt == "The first things to do, one on each line."
    assert all(len(r.prompt or "") <= 255 for r in rules.values())


def test_nobody_is_named_and_nothing_links_out(book: Workbook) -> None:
    assert (book.properties.creator, book.properties.lastModifiedBy) == ("techmodel", "techmodel")
    assert not book._external_links


def test_a_workbook_that_does_not_read_back_is_not_kept(
    checklist: Checklist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checklist_book, "safe", lambda text: text[:5])
    with pytest.raises(ExportFailed, match="sheet Checklist, row 2"):
        write_checklist_workbook(checklist, tmp_path / "own.xlsx")
    assert not list(tmp_path.iterdir())
