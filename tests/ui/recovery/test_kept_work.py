"""Kept work is shown before anything is opened or published, and no choice loses anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.office import Office, crash

from techmodel.core.errors import FileProblem
from techmodel.core.merge_parts import Choice
from techmodel.session.backups import copies_of
from techmodel.session.kept import find_kept
from techmodel.session.session import Session
from techmodel.settings import work_folder
from techmodel.store.backups import Reason
from techmodel.store.working_file import Document, read_document
from techmodel.ui import ask
from techmodel.ui.differences.page import DifferencesPage
from techmodel.ui.looking import LOOKING
from techmodel.ui.merge.page import MergePage
from techmodel.ui.recovery.kept_work import TROUBLE
from techmodel.ui.recovery.page import RecoveryPage

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def crashed(office: Office, document: Path) -> Session:
    """Work on the document that was not published; what it held."""
    return crash(document, work_folder(), 2)


def page(office: Office) -> RecoveryPage:
    shown = office.window.frame.page
    assert isinstance(shown, RecoveryPage)
    return shown


def saved_by_somebody_else(document: Path) -> None:
    other = Document.open(document, document.parent / "their work")
    Session(other.file, other).scope.entitle("Theirs")
    other.close()


def test_it_is_shown_before_anything_is_published(
    office: Office, document: Path, crashed: Session
) -> None:
    before = document.read_bytes()

    assert not office.desk.open(document)
    assert page(office).headline() == (
        "Nothing is lost: 1 answer and 1 other change are newer than the file."
    )
    assert office.title == "one.techmodel — Kept work — techmodel"
    assert document.read_bytes() == before
    assert office.desk.workspace is None


def test_its_banner_says_first_that_the_work_is_kept(
    office: Office, document: Path, crashed: Session
) -> None:
    office.desk.open(document)

    assert office.text(LOOKING).startswith("We kept your work. The tool closed unexpectedly.")
    assert list(office.verbs) == [
        "Not now",
        "Open the saved file instead",
        "Compare with the saved file",
        "Continue with this work",
    ]
    assert QApplication.focusWidget() is office.verbs["Continue with this work"]


def test_going_on_with_it_publishes_it(office: Office, document: Path, crashed: Session) -> None:
    office.desk.open(document)
    office.verbs["Continue with this work"].click()
    office.workspace.worker.finish()

    assert office.workspace.session.assessment() == crashed.assessment()
    assert read_document(document).revision == crashed.revision
    assert office.text(LOOKING) == ""


def test_the_file_instead_keeps_the_work_among_the_backups(
    office: Office, document: Path, crashed: Session
) -> None:
    saved = read_document(document).revision
    office.desk.open(document)
    office.verbs["Open the saved file instead"].click()
    copies = [c for c in copies_of(document) if c.reason == Reason.DISCARDED]

    assert office.workspace.session.revision == saved
    assert [c.revision for c in copies] == [crashed.revision]
    assert office.title.startswith("one.techmodel — Checklist")


def test_esc_chooses_nothing(office: Office, document: Path, crashed: Session) -> None:
    before = document.read_bytes()
    office.desk.open(document)
    QTest.keyClick(office.window, Qt.Key.Key_Escape)
    title = office.title
    office.desk.open(document)

    assert title == "Start — techmodel"
    assert page(office)
    assert document.read_bytes() == before


def test_what_is_open_stays_open_while_one_chooses(
    office: Office, document: Path, other: Path, crashed: Session
) -> None:
    office.desk.open(other)
    office.desk.open(document)
    during = office.title
    office.verbs["Not now"].click()

    assert during == "one.techmodel — Kept work — techmodel"
    assert office.title == "two.techmodel — Checklist — techmodel"


def test_both_can_be_compared(office: Office, document: Path, crashed: Session) -> None:
    office.desk.open(document)
    office.verbs["Compare with the saved file"].click()
    shown = office.window.frame.page
    QTest.keyClick(office.window, Qt.Key.Key_Escape)

    assert isinstance(shown, DifferencesPage)
    assert shown.header.headline == "2 differences."
    assert page(office)


def test_a_document_changed_since_has_two_versions(
    office: Office, document: Path, crashed: Session
) -> None:
    saved_by_somebody_else(document)
    office.desk.open(document)

    assert "there are two versions; nothing was overwritten" in office.text(LOOKING)
    assert "the two versions differ in" in page(office).headline()
    assert "Merge both…" in office.verbs


def test_going_on_over_a_changed_document_keeps_it_among_the_backups(
    office: Office, document: Path, crashed: Session
) -> None:
    saved_by_somebody_else(document)
    theirs = document.read_bytes()
    office.desk.open(document)
    office.verbs["Continue with this work"].click()
    office.workspace.worker.finish()
    replaced = [c for c in copies_of(document) if c.reason == Reason.REPLACED]

    assert read_document(document).revision == crashed.revision
    assert [c.path.read_bytes() for c in replaced] == [theirs]


def test_work_on_a_file_that_can_only_be_read_now_waits_and_can_be_saved(
    office: Office, document: Path, crashed: Session, tmp_path: Path, monkeypatch
) -> None:
    office.desk.open(document)
    with monkeypatch.context() as patch:
        patch.setattr("techmodel.store.working_file.os.access", lambda *_: False)
        office.verbs["Continue with this work"].click()
    reading, said = office.workspace.session.read_only, office.text(TROUBLE)
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "mine.techmodel")
    office.verbs["Save it as…"].click()

    assert reading
    assert said.startswith("We kept your work on this file")
    assert office.workspace.session.assessment() == crashed.assessment()


def test_what_changes_while_one_chooses_is_asked_about_anew(
    office: Office, document: Path, crashed: Session
) -> None:
    office.desk.open(document)
    saved_by_somebody_else(document)
    office.verbs["Continue with this work"].click()

    assert "there are two versions" in office.text(LOOKING)
    assert office.desk.workspace is None


def test_both_versions_can_be_merged(office: Office, document: Path, crashed: Session) -> None:
    saved_by_somebody_else(document)
    office.desk.open(document)
    office.verbs["Merge both…"].click()
    merge = office.window.frame.page
    assert isinstance(merge, MergePage)
    merge.parts.right.rule_chosen.emit(Choice.THEIRS)  # the title, which both changed
    merge.parts.foot.finish.click()
    office.workspace.publish_now()
    office.workspace.worker.finish()
    merged = Session(read_document(document)).assessment()

    assert merged.title == crashed.assessment().title
    assert merged.answers == crashed.assessment().answers


def test_leaving_the_merge_keeps_the_work_among_the_backups(
    office: Office, document: Path, crashed: Session
) -> None:
    saved_by_somebody_else(document)
    office.desk.open(document)
    office.verbs["Merge both…"].click()
    office.window.frame.page.cancelled.emit()
    kept = [c.revision for c in copies_of(document) if c.reason == Reason.DISCARDED]

    assert office.workspace.session.assessment().title == "Theirs"
    assert kept == [crashed.revision]


def test_work_whose_document_is_gone_is_saved_as_a_new_one(
    office: Office, document: Path, crashed: Session, tmp_path: Path, monkeypatch
) -> None:
    document.unlink()
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "again.techmodel")
    office.desk.open(document)
    said, headline = office.text(LOOKING), page(office).headline()
    office.verbs["Save it as…"].click()

    assert "is no longer in" in said
    assert headline.startswith("Nothing is lost, but the file is gone")
    assert office.title == "again.techmodel — Checklist — techmodel"
    assert office.workspace.session.assessment() == crashed.assessment()
    assert find_kept(work_folder()) == ()


def test_not_saying_where_leaves_it_kept(
    office: Office, document: Path, crashed: Session, monkeypatch
) -> None:
    document.unlink()
    monkeypatch.setattr(ask, "save_path", lambda *_: None)
    office.desk.open(document)
    office.verbs["Save it as…"].click()

    assert page(office)
    assert len(find_kept(work_folder())) == 1


def test_work_whose_document_is_damaged_is_saved_as_a_new_one(
    office: Office, document: Path, crashed: Session, tmp_path: Path, monkeypatch
) -> None:
    damaged = document.read_bytes()[:-5000]
    document.write_bytes(damaged)
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "again.techmodel")
    office.desk.open(document)
    headline = page(office).headline()
    office.verbs["Save it as…"].click()

    assert headline.startswith("Nothing is lost, but the file cannot be read")
    assert office.workspace.session.assessment() == crashed.assessment()
    assert document.read_bytes() == damaged


def test_damaged_work_is_said_and_the_file_can_be_opened(
    office: Office, document: Path, crashed: Session
) -> None:
    (kept,) = find_kept(work_folder(), document)
    kept.place.write_bytes(b"\0" * 4096)
    office.desk.open(document)
    said, verbs = office.text(LOOKING), list(office.verbs)
    office.verbs["Open the saved file"].click()

    assert said.startswith("‘one.techmodel’ is complete as it was last saved.")
    assert verbs == ["Not now", "Open the saved file"]
    assert office.title == "one.techmodel — Checklist — techmodel"


def test_work_that_cannot_be_put_aside_is_not_left(
    office: Office, document: Path, crashed: Session, monkeypatch
) -> None:
    def full(_: object) -> None:
        raise FileProblem("We could not make a spare copy (the disk is full).")

    office.desk.open(document)
    monkeypatch.setattr("techmodel.ui.recovery.kept_work.discard", full)
    office.verbs["Open the saved file instead"].click()

    assert office.text(TROUBLE).startswith("We could not make a spare copy")
    assert page(office)


def test_the_page_shows_what_is_newer(office: Office, document: Path, crashed: Session) -> None:
    office.desk.open(document)
    model = page(office).table.model()
    first = [model.index(0, c).data() for c in range(model.columnCount())]
    second = model.index(1, 1).data()

    assert first[0] == crashed.gaps().capabilities[0].id
    assert model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole) == "level 1"
    assert second == "Title: Wendlemere place partnership → Change 1"


def test_its_parts_have_names(
    office: Office, document: Path, crashed: Session, unnamed_focusables
) -> None:
    office.desk.open(document)

    assert unnamed_focusables(office.window) == []
