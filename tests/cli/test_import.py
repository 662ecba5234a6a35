"""The command that brings an edited workbook back."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.journeys.commands import done, run

from techmodel.core.checklist import Weeks
from techmodel.session.session import Session
from techmodel.store.working_file import Document, read_document
from techmodel.wording.numbers import short_date


@pytest.fixture
def book(session, tmp_path, monkeypatch):
    """A file with two projects and a risk, and its workbook, to be typed into."""
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    domains = [d.id for d in session.assessment().checklist.domains]
    session.scope.leave_out([d for d in domains if d != "GOV"])
    for name in ("Record", "Viewer"):
        session.plan.add_own(name, Weeks(2, 4, 6))
    session.raid.add(text="A supplier is late")
    session.document.publish()
    session.document.close()
    done("export", "a.techmodel", "plan.xlsx")
    return Typing()


class Typing:
    def __init__(self):
        self.book = load_workbook("plan.xlsx")

    def type(self, sheet, row, header, value):
        page = self.book[sheet]
        column = next(c.column for c in page[1] if c.value == header)
        page.cell(row, column).value = value
        return self

    def clear(self, sheet, row):
        for cell in self.book[sheet][row]:
            cell.value = None
        return self

    def save(self):
        self.book.save("plan.xlsx")


FILES = ("a.techmodel", "plan.xlsx")


def owners():
    session = Session(read_document(Path("a.techmodel")))
    return [p.owner for p in session.plan.book().projects]


def test_what_was_changed_comes_back_and_undo_takes_it_away(book):
    book.type("Plan", 2, "Owner", "Nurse").type("Plan", 3, "Start", "4 January 2027").save()
    said = done("import", *FILES)
    came = owners()
    done("undo", "a.techmodel")

    assert said == "Saved. Workbook 'plan.xlsx': 2 cells changed\n"
    assert (came, owners()) == (["Nurse", ""], ["", ""])


def test_a_workbook_without_changes_changes_nothing(book):
    book.save()

    assert done("import", *FILES) == "Nothing to change: it is like that already.\n"
    assert done("import", *FILES, "--dry-run").startswith("Nothing was changed in this workbook.")


def test_a_dry_run_lists_and_writes_nothing(book):
    book.type("Plan", 2, "Owner", "Nurse").type("Costs", 2, "What is paid for", "Laptops")
    book.type("Costs", 2, "Likely", 4000).clear("RAID", 2).save()
    told = done("import", *FILES, "--dry-run")

    assert told.startswith("1 cell changed and 1 row added.")
    assert "Changed in the workbook, taken: 1" in told
    assert "Laptops; £4,000" in told
    assert "Not in the workbook any more: 1" in told
    assert "1 row is not in the workbook any more and stays here; --delete" in told
    assert told.endswith("Nothing was written: this was a dry run.\n")
    assert owners() == ["", ""]


def test_what_both_changed_needs_a_rule(book):
    book.type("Plan", 2, "Owner", "Nurse").save()
    with_clerk()
    code, told, err = run("import", *FILES)
    again = done("import", *FILES, "--prefer", "ours", "--dry-run")
    done("import", *FILES, "--prefer", "theirs")

    assert (code, owners()) == (1, ["Nurse", ""])
    assert "Changed here and in the workbook: 1" in told
    assert "Clerk" in told
    assert "settle this first" in err
    assert "--prefer ours or --prefer theirs" in err
    assert "stays as it is here" in again


def with_clerk():
    document = Document.open(Path("a.techmodel"), Path("work"))
    session = Session(document.file, document)
    session.plan.own(session.plan.book().projects[0].id, "Clerk")
    document.close()


def test_here_now_is_the_day_that_the_program_shows_also_where_none_is_fixed(book):
    shown = book.book["Plan"].cell(2, 6).value
    book.type("Plan", 2, "Start", "4 January 2028").save()
    told = done("import", *FILES, "--dry-run")

    (line,) = [line for line in told.splitlines() if "Plan, F2" in line]
    assert f"{short_date(shown.date())} " in line
    assert "4 Jan 2028" in line


def test_missing_rows_go_only_when_that_is_asked_for(book):
    book.clear("RAID", 2).save()
    kept = done("import", *FILES)
    gone = done("import", *FILES, "--delete")

    assert kept.endswith("Nothing to change: it is like that already.\n")
    assert gone == "Saved. Workbook 'plan.xlsx': 1 row removed\n"


def test_what_cannot_be_taken_is_listed_and_its_rows_can_be_left_out(book):
    book.type("Plan", 2, "Weeks", -1).type("Plan", 3, "Owner", "Nurse").save()
    assert "Changed in the workbook, not taken yet: 1" in run("import", *FILES)[1]
    code, told, err = run("import", *FILES)
    left = done("import", *FILES, "--leave-out")

    assert code == 1
    assert "  Plan, G2: ‘-1’ is out of range. Weeks: 0 to 520." in told.splitlines()
    assert err == "1 cell of 'plan.xlsx' cannot be taken. Nothing was changed.\n"
    assert left.startswith("Left out, because a cell of theirs cannot be taken: Plan P")
    assert owners() == ["", "Nurse"]


def test_a_workbook_made_by_hand_is_compared_with_now_and_that_is_said(book):
    del book.book["Lists"]
    book.type("Plan", 2, "Owner", "Nurse").save()
    said = done("import", *FILES)

    assert said.startswith("This workbook does not say what it was made from")
    assert owners() == ["Nurse", ""]
