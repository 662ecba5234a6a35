"""The commands for an organisation's own version of the checklist."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.export.libreoffice import SOFFICE, recalculated
from tests.journeys.commands import done, run

from techmodel.importing.checklist_files import read_checklist_folder, write_checklist_files
from techmodel.importing.checklist_folder import read_folder
from techmodel.resources import resource
from techmodel.session.checklist_folder import write_checklist_folder


@pytest.fixture(autouse=True)
def _place(tmp_path, monkeypatch):
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory, checklist):
    """The workbook of the built-in checklist."""
    from techmodel.export.checklist_book import write_checklist_workbook

    path = tmp_path_factory.mktemp("made") / "checklist.xlsx"
    write_checklist_workbook(checklist, path)
    return path


@pytest.fixture
def book(made):
    """A copy of it to type into."""
    shutil.copy(made, "own.xlsx")
    return load_workbook("own.xlsx")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_gives_the_same_files_byte_for_byte(made, tmp_path):
    saved = recalculated([made], tmp_path)[made.name]
    done("checklist", "import", str(saved), "--to", "own")
    assert read_folder(Path("own")) == read_folder(resource("checklist"))


def test_export_and_import_give_the_same_folder(checklist):
    said = done("checklist", "export", "own.xlsx")
    assert said.startswith("Exported 'own.xlsx': 10 domains, 74 capabilities")
    said = done("checklist", "import", "own.xlsx", "--to", "own")
    assert said.startswith("Written to 'own': 10 domains")
    assert read_folder(Path("own")) == write_checklist_files(checklist)
    assert sorted(p.name for p in Path().iterdir() if "~" in p.name) == []


def test_a_dry_run_lists_the_changes_and_writes_nothing(book):
    book["Capabilities"]["D2"].value = "Is it so?"
    book.save("own.xlsx")
    said = done("checklist", "import", "own.xlsx", "--to", "own", "--dry-run")
    assert "73 kept, 1 reworded, 0 new, 0 gone, 0 renamed." in said
    assert "the question" in said
    assert said.endswith("Nothing was written: this was a dry run.\n")
    assert not Path("own").exists()


def test_a_folder_with_something_hidden_can_be_used(book):
    book["Capabilities"]["P3"].value = "yes"
    book.save("own.xlsx")
    said = done("checklist", "import", "own.xlsx", "--to", "own")
    assert said.splitlines()[-1].startswith("Guides stay with the program")
    new = (
        "new",
        "a.techmodel",
        "--title",
        "A",
        "--organisation",
        "T:acute",
        "--care-model",
        "PLACE",
    )
    done(*new, "--checklist", "own")
    assert "GOV-02" not in done("gaps", "a.techmodel", "--csv")
    said = done("checklist", "export", "again.xlsx", "--checklist", "a.techmodel")
    assert (
        said == "Exported 'again.xlsx': 10 domains, 73 capabilities, 72 services, 9 care models.\n"
    )
    assert "74 kept, 0 reworded" in done(
        "checklist", "import", "own.xlsx", "--to", "own", "--dry-run"
    )


def test_all_problems_are_listed_and_nothing_is_written(book):
    for row in range(2, 32):
        book["Capabilities"][f"G{row}"].value = "heavy"
    book.save("own.xlsx")
    code, out, error = run("checklist", "import", "own.xlsx", "--to", "own")
    lines = out.splitlines()
    assert code == 1
    assert len(lines) == 30
    assert lines[0].startswith("Capabilities, row 2, column Weight (G2): It must be a number")
    assert error == "'own.xlsx' has 30 problems; nothing was written.\n"
    assert not Path("own").exists()


def test_a_checklist_is_replaced_only_on_purpose_and_other_folders_never(book, checklist):
    book["Checklist"]["B2"].value = "9"
    book.save("own.xlsx")
    write_checklist_folder(checklist, Path("own"))
    Path("other").mkdir()
    Path("other", "letter.txt").write_text("Dear", "utf-8")
    assert "Give --force" in run("checklist", "import", "own.xlsx", "--to", "own")[2]
    assert "other files" in run("checklist", "import", "own.xlsx", "--to", "other")[2]
    assert "is a file" in run("checklist", "import", "own.xlsx", "--to", "own.xlsx")[2]
    assert read_checklist_folder(Path("own")) == checklist
    done("checklist", "import", "own.xlsx", "--to", "own", "--force")
    assert read_checklist_folder(Path("own")).version == "9"


def test_what_is_no_workbook_is_said_once():
    Path("own.xlsx").write_text("no workbook", "utf-8")
    code, out, error = run("checklist", "import", "own.xlsx", "--to", "own")
    assert (code, out) == (1, "")
    assert error.startswith("'own.xlsx' is a text file")


def test_a_file_that_is_there_is_not_replaced_by_an_export(book):
    assert "exists already" in run("checklist", "export", "own.xlsx")[2]
    assert run("checklist", "export", "own.csv")[0] == 2


def test_an_own_version_is_asked_and_taken_into_a_file(book):
    page = book["Capabilities"]
    header = {cell.value: cell.column for cell in page[1]}
    page.cell(2, header["Hidden"]).value = "yes"
    page.cell(3, header["Name"]).value = "Our own name"
    book["Checklist"]["B2"].value = "9 local"
    book.save("own.xlsx")
    done(
        "new",
        "a.techmodel",
        "--title",
        "A",
        "--organisation",
        "Trust:acute",
        "--care-model",
        "PLACE",
    )
    done("answer", "a.techmodel", "GOV-01", "3")
    said = done("update-checklist", "a.techmodel", "--from", "own.xlsx", "--dry-run")
    assert "72 kept, 1 reworded, 0 new, 1 gone, 0 renamed." in said
    assert "1 answer is kept, not counted" in said
    said = done("update-checklist", "a.techmodel", "--checklist", "own.xlsx")
    assert "Saved. Checklist updated to version 9 local" in said
    assert "Nothing to change" in done("update-checklist", "a.techmodel", "--from", "own.xlsx")
    assert "GOV-01" not in done("gaps", "a.techmodel", "--csv")
    done("undo", "a.techmodel")
    assert "GOV-01" in done("gaps", "a.techmodel", "--csv")
    done(
        "new",
        "b.techmodel",
        "--title",
        "B",
        "--organisation",
        "Trust:acute",
        "--care-model",
        "PLACE",
        "--checklist",
        "own.xlsx",
    )
    assert "GOV-01" not in done("gaps", "b.techmodel", "--csv")


def test_an_own_version_catches_up_with_a_newer_one(checklist):
    first, *rest = checklist.capabilities
    own = replace(checklist, capabilities=(replace(first, name="Ours", why="Ours."), *rest))
    newer = replace(checklist, capabilities=(replace(first, why="Theirs."), *rest), version="9")
    for name, made in (("old", checklist), ("own", own), ("new", newer)):
        write_checklist_folder(made, Path(name))
    verb = ("checklist", "catch-up", "own", "--since", "old", "--with", "new", "--to", "next")
    said = done(*verb, "--dry-run")
    assert "both      Capabilities, GOV-01, Why: yours was kept (Ours.)" in said
    assert not Path("next").exists()
    assert "Written to 'next'" in done(*verb)
    found = read_checklist_folder(Path("next"))
    assert (found.capabilities[0].name, found.version) == ("Ours", "9")


def test_versions_that_do_not_fit_together_are_refused(checklist):
    first, second, *rest = checklist.capabilities
    own = replace(second, prerequisites=(*second.prerequisites, rest[0].id))
    newer = replace(rest[0], prerequisites=(second.id,))
    write_checklist_folder(checklist, Path("old"))
    write_checklist_folder(
        replace(checklist, capabilities=(first, replace(own, why="Ours."), *rest)), Path("own")
    )
    write_checklist_folder(
        replace(checklist, capabilities=(first, second, newer, *rest[1:])), Path("new")
    )
    code, _, error = run(
        "checklist", "catch-up", "own", "--since", "old", "--with", "new", "--to", "next"
    )
    assert code == 1
    assert "do not fit together" in error
    assert "This is a loop" in error
