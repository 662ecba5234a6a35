"""A damaged document stays as it is; a complete copy is offered with its time."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from tests.ui.office import Office, answer

from techmodel.session.backups import copies_of
from techmodel.store.working_file import read_document
from techmodel.ui import ask, damaged
from techmodel.ui.damaged import DAMAGED
from techmodel.ui.differences.page import DifferencesPage
from techmodel.ui.looking import LOOKING
from techmodel.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def backed_up(office: Office, document: Path) -> Path:
    """A document with a backup, closed again."""
    office.desk.open(document)
    office.workspace.run(answer)
    office.workspace.session.backups.make()
    office.desk.close()
    return document


def damage(path: Path) -> bytes:
    path.write_bytes(path.read_bytes()[:-5000])
    return path.read_bytes()


def break_seal(path: Path) -> bytes:
    """Change the title behind the program's back."""
    connection = sqlite3.connect(path)
    connection.execute("UPDATE setting SET value = '\"Edited\"' WHERE name = 'title'")
    connection.commit()
    connection.close()
    return path.read_bytes()


def copy_verb(office: Office) -> str:
    return next(verb for verb in office.verbs if verb.startswith("Open the "))


def test_the_newest_problem_of_opening_replaces_the_one_before(
    office: Office, backed_up: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("hello")
    damage(backed_up)
    said = []
    for path in (wrong, backed_up, wrong):
        office.desk.open(path)
        said.append([banner.text for banner in office.window.frame.notices.findChildren(Banner)])

    assert [len(texts) for texts in said] == [1, 1, 1]
    assert "is damaged" in said[1][0]
    assert "notes.txt" in said[2][0]


def test_a_complete_copy_is_offered_and_opened_beside(office: Office, backed_up: Path) -> None:
    before = damage(backed_up)
    opened = office.desk.open(backed_up)
    said, verb = office.text(DAMAGED), copy_verb(office)
    office.verbs[verb].click()
    office.workspace.worker.finish()

    assert not opened
    assert said.startswith("'one.techmodel' is damaged and we have not changed it")
    assert said.endswith(" is complete.")
    assert office.desk.path.parent == backed_up.parent
    assert office.desk.path.name.startswith("one, copy of ")
    assert office.workspace.session.revision == read_document(office.desk.path).revision
    assert backed_up.read_bytes() == before


def test_without_a_copy_that_is_said(office: Office, document: Path) -> None:
    damage(document)
    office.desk.open(document)

    assert "There is no complete copy of it on this computer." in office.text(DAMAGED)
    assert list(office.verbs) == ["Close"]


def test_the_copy_goes_where_one_may_write(
    office: Office, backed_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = damaged.save_copy

    def only_here(backup: object, path: Path) -> None:
        if path.parent == backed_up.parent and path.name.startswith("one, copy"):
            raise PermissionError("read only")
        real(backup, path)

    damage(backed_up)
    office.desk.open(backed_up)
    verb = copy_verb(office)
    monkeypatch.setattr(damaged, "save_copy", only_here)
    monkeypatch.setattr(ask, "save_path", lambda *_: None)
    office.verbs[verb].click()
    without = office.desk.workspace
    monkeypatch.setattr(ask, "save_path", lambda *_: backed_up)
    office.verbs[verb].click()
    refused = office.text(DAMAGED)
    office.desk.open(backed_up)
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "whole.techmodel")
    office.verbs[verb].click()

    assert without is None
    assert "There is already a file" in refused
    assert office.title == "whole.techmodel — Checklist — techmodel"


def test_a_broken_seal_may_be_looked_at_after_a_copy_was_offered(
    office: Office, backed_up: Path
) -> None:
    edited = break_seal(backed_up)
    office.desk.open(backed_up)
    offered = list(office.verbs)
    office.verbs["Look at it anyway"].click()
    seen = office.desk.stage.seen
    assert seen is not None

    assert offered[0].startswith("Open the ")
    assert offered[1:] == ["Look at it anyway", "Close"]
    assert seen.session.read_only
    assert seen.session.assessment().title == "Edited"
    assert "does not match its seal" in office.text(LOOKING)
    assert office.title.startswith("one.techmodel, does not match its seal")
    assert backed_up.read_bytes() == edited


def test_what_differs_from_the_copy_is_shown(office: Office, backed_up: Path) -> None:
    break_seal(backed_up)
    office.desk.open(backed_up)
    office.verbs["Look at it anyway"].click()
    office.verbs["What differs from the copy"].click()
    shown = office.window.frame.page

    assert isinstance(shown, DifferencesPage)
    assert shown.header.headline == "1 difference."


def test_a_broken_seal_without_a_copy_may_be_looked_at(office: Office, document: Path) -> None:
    break_seal(document)
    office.desk.open(document)
    office.verbs["Look at it anyway"].click()

    assert list(office.verbs) == ["Back to now"]


def test_what_is_damaged_by_the_time_one_looks_is_said(office: Office, document: Path) -> None:
    break_seal(document)
    office.desk.open(document)
    damage(document)
    office.verbs["Look at it anyway"].click()

    assert "is damaged" in office.text(DAMAGED)
    assert office.desk.stage.seen is None


def test_a_copy_that_goes_while_one_looks_is_said(office: Office, backed_up: Path) -> None:
    break_seal(backed_up)
    office.desk.open(backed_up)
    office.verbs["Look at it anyway"].click()
    for copy in copies_of(backed_up):
        copy.path.unlink()
    office.verbs["What differs from the copy"].click()

    assert office.text(DAMAGED)
