"""Backups: listed by day, looked into, compared, merged, saved, gone back to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.ui.office import Office, answer, crash

from techmodel.session.backups import copies_of
from techmodel.session.session import Session
from techmodel.settings import work_folder
from techmodel.store.backups import Reason
from techmodel.store.working_file import read_document
from techmodel.ui import ask
from techmodel.ui.backups.model import ANSWERED, DAY, SINCE, TIME, WHY
from techmodel.ui.backups.opening import BACKUP
from techmodel.ui.backups.page import BackupsPage
from techmodel.ui.differences.page import DifferencesPage
from techmodel.ui.looking import LOOKING
from techmodel.ui.merge.page import MergePage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

DAYS = (0, 1, 2)


@pytest.fixture
def backups(office: Office, document: Path) -> BackupsPage:
    """The page of a document with three backups, of three days; a change after each."""
    office.desk.open(document)
    session, begun = office.workspace.session, datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    real = session.now
    for day in DAYS:
        session.now = lambda day=day: begun + timedelta(days=day)  # type: ignore[method-assign]
        session.backups.make(Reason.CLOSE)
        session.scope.entitle(f"Day {day}")
    session.now = real  # type: ignore[method-assign]
    office.window.actions_.backups.trigger()
    return page(office)


def page(office: Office) -> BackupsPage:
    shown = office.window.frame.page
    assert isinstance(shown, BackupsPage)
    return shown


def read_all(shown: BackupsPage, qtbot: QtBot) -> None:
    model = shown._model
    qtbot.waitUntil(lambda: all(model.inside(b) is not None for b in model.backups))


def cells(shown: BackupsPage, column: int) -> list[str]:
    model = shown.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def press(shown: BackupsPage, what: str) -> None:
    shown.foot.buttons[what].click()


def title(office: Office) -> str:
    return office.workspace.session.assessment().title


def test_they_are_listed_newest_first(backups: BackupsPage, qtbot: QtBot) -> None:
    read_all(backups, qtbot)

    assert cells(backups, DAY)[:3] == ["22 Nov 2026", "21 Nov 2026", "20 Nov 2026"]
    assert cells(backups, WHY)[0] == "On closing"
    assert cells(backups, SINCE)[:3] == ["1", "2", "3"]
    assert all(" of " in cell for cell in cells(backups, ANSWERED))
    assert len(cells(backups, TIME)[0]) == len("09:00")
    assert backups.headline().startswith("3 backups, the newest from ")


def test_two_of_one_minute_show_their_seconds(office: Office, document: Path) -> None:
    office.desk.open(document)
    session, begun = office.workspace.session, datetime(2026, 11, 20, 9, 0, 5, tzinfo=UTC)
    for seconds in (0, 20, 100):
        session.now = lambda n=seconds: begun + timedelta(seconds=n)  # type: ignore[method-assign]
        session.backups.make(Reason.REPLACED)
        session.scope.entitle(f"After {seconds}")
    office.window.actions_.backups.trigger()
    shown = page(office)

    assert [time.partition(":")[2] for time in cells(shown, TIME)] == ["01", "00:25", "00:05"]
    assert cells(shown, WHY)[0] == "The other version of the file, before yours took its place"


def test_one_can_be_looked_into(office: Office, backups: BackupsPage) -> None:
    backups.table.setFocus()
    QTest.keyClick(backups.table, Qt.Key.Key_Return)
    seen = office.desk.stage.seen
    assert seen is not None
    inside = seen.session.assessment().title
    said, window = office.text(LOOKING), office.title
    office.desk.stage.look_no_more()

    assert inside == "Day 1"
    assert said.startswith("This is the backup of 22 November 2026")
    assert window.startswith("one.techmodel, backup of 22 November 2026")
    assert office.window.frame.page is backups


def test_what_differs_is_listed(office: Office, backups: BackupsPage) -> None:
    press(backups, "differences")
    shown = office.window.frame.page

    assert isinstance(shown, DifferencesPage)
    assert shown.header.headline == "1 difference."


def test_what_differs_looks_again_and_leads_back_one_step(
    office: Office, backups: BackupsPage
) -> None:
    press(backups, "differences")
    shown = office.window.frame.page
    said = []
    for act in (office.window.actions_.undo, office.window.actions_.redo):
        act.trigger()
        said.append((shown.header.headline, shown._model.rowCount()))
    back = [b.text() for b in shown.parentWidget().findChildren(QPushButton)]
    QTest.keyClick(office.window, Qt.Key.Key_Escape)
    first = office.window.frame.page
    QTest.keyClick(office.window, Qt.Key.Key_Escape)

    assert said == [("They hold the same: nothing differs.", 0), ("1 difference.", 1)]
    assert "Back to Backups" in back
    assert first is backups
    assert office.title == "one.techmodel — Checklist — techmodel"


def test_going_back_is_one_change_and_says_so(office: Office, backups: BackupsPage) -> None:
    before = office.workspace.session.revision
    backups.table.selectRow(1)
    press(backups, "back")
    gone, said = title(office), office.text(BACKUP)
    copies = [copy.reason for copy in office.workspace.session.backups.all()]
    office.verbs["Undo"].click()

    assert gone == "Day 0"
    assert said.endswith("Undo takes that back.")
    assert copies[0] == Reason.TAKE_BACK
    assert (title(office), office.workspace.session.revision) == ("Day 2", before + 2)


def test_going_back_to_what_is_here_already_offers_no_undo(
    office: Office, backups: BackupsPage
) -> None:
    office.workspace.session.backups.make()
    backups.refresh()
    backups.table.selectRow(0)
    revision, copies = office.workspace.session.revision, len(backups._model.backups)
    press(backups, "back")

    assert office.text(BACKUP).startswith("It is like that already: nothing differs")
    assert "Undo" not in office.verbs
    assert office.workspace.session.revision == revision
    assert len(office.workspace.session.backups.all()) == copies


def test_its_undo_goes_when_it_was_taken_back_otherwise(
    office: Office, backups: BackupsPage
) -> None:
    backups.table.selectRow(1)
    press(backups, "back")
    stale = office.verbs["Undo"]
    office.window.actions_.undo.trigger()

    assert office.text(BACKUP) == ""
    assert "Undo" not in office.verbs
    stale.click()
    assert title(office) == "Day 2"


def test_its_undo_goes_with_the_next_change(office: Office, backups: BackupsPage) -> None:
    backups.table.selectRow(1)
    press(backups, "back")
    office.workspace.run(answer)

    assert office.text(BACKUP) == ""


def test_the_chosen_one_stays_chosen_when_something_changes(
    office: Office, backups: BackupsPage
) -> None:
    backups.table.selectRow(2)
    chosen = backups.chosen()
    office.workspace.run(answer)

    assert backups.chosen() == chosen
    assert cells(backups, SINCE)[0] == "2"


def test_one_can_be_saved_as_a_file(
    office: Office, backups: BackupsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "then.techmodel"
    monkeypatch.setattr(ask, "save_path", lambda *_: there)
    press(backups, "save")
    saved = office.text(BACKUP)
    press(backups, "save")
    again = office.text(BACKUP)
    monkeypatch.setattr(ask, "save_path", lambda *_: None)
    press(backups, "save")

    assert Session(read_document(there)).assessment().title == "Day 1"
    assert saved == "The backup was saved as then.techmodel."
    assert "There is already a file" in again


def test_one_can_be_made_now(office: Office, backups: BackupsPage) -> None:
    backups._make.click()

    assert cells(backups, SINCE)[0] == "none"
    assert len(office.workspace.session.backups.all()) == 4


def test_a_damaged_one_is_named_and_cannot_be_used(
    office: Office, backups: BackupsPage, qtbot: QtBot
) -> None:
    newest = backups._model.backups[0]
    newest.path.write_bytes(newest.path.read_bytes()[:-4000])
    office.window.frame.back()
    office.window.actions_.backups.trigger()
    shown = page(office)
    read_all(shown, qtbot)

    assert cells(shown, ANSWERED)[0] == "Damaged"
    assert "is damaged and cannot be used" in shown.foot._told.text()
    assert not any(button.isEnabled() for button in shown.foot.buttons.values())
    shown.look_wanted.emit(newest)
    assert "is damaged" in office.text(BACKUP)


def test_without_any_one_can_be_made(
    office: Office, document: Path, unnamed_focusables: object
) -> None:
    office.desk.open(document)
    office.window.actions_.backups.trigger()
    shown = page(office)
    headline = shown.headline()
    QApplication.processEvents()
    shown._empty.buttons[0].click()

    assert headline == "There are no backups of this assessment on this computer yet."
    assert shown.headline().startswith("One backup, from ")
    assert shown.panes() == (shown.table, shown.foot)


def test_work_that_was_not_taken_up_can_be_merged(office: Office, document: Path) -> None:
    crash(document, work_folder(), 2)
    office.desk.open(document)
    office.verbs["Open the saved file instead"].click()
    office.window.actions_.backups.trigger()
    shown = page(office)
    row = [c.reason for c in shown._model.backups].index(Reason.DISCARDED)
    shown.table.selectRow(row)
    press(shown, "merge")

    assert isinstance(office.window.frame.page, MergePage)


def test_they_are_looked_into_before_kept_work_is_chosen(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.workspace.session.backups.make()
    office.desk.close()
    crash(document, work_folder())
    office.desk.open(document)
    office.window.frame.page.backups_wanted.emit()
    shown = page(office)
    press(shown, "look")
    nested = list(office.verbs)
    office.desk.stage.look_no_more()

    assert len(copies_of(document)) == len(shown._model.backups) > 0
    assert not shown.foot.buttons["back"].isVisible()
    assert nested == ["Back"]
    assert office.window.frame.page is shown


def test_its_parts_have_names(office: Office, backups: BackupsPage, unnamed_focusables) -> None:
    assert unnamed_focusables(backups) == []


def test_they_sort_by_number_and_by_word(backups: BackupsPage, qtbot: QtBot) -> None:
    read_all(backups, qtbot)
    for column in (DAY, WHY, SINCE, ANSWERED):
        backups.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        assert len(cells(backups, column)) == 3
    backups.table.sortByColumn(SINCE, Qt.SortOrder.DescendingOrder)

    assert cells(backups, SINCE) == ["3", "2", "1"]
