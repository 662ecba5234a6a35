"""One open assessment or none, and how one makes way for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from tests.faults.hostile.checklists import CHECKLISTS
from tests.ui.office import Office, answer, cannot_write

from techmodel.core.checklist import CareModelId, Checklist
from techmodel.core.errors import FileProblem, ReadOnlyPlace
from techmodel.session.create import Draft
from techmodel.session.session import Session
from techmodel.settings import sample_file
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.lock import lock_path
from techmodel.store.working_file import Document, read_document
from techmodel.ui import ask
from techmodel.ui.copies import COPY, READING
from techmodel.ui.desk import DONE, OPENING
from techmodel.ui.looking import LOOKING
from techmodel.ui.waiting import Unsaved

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_a_document_is_opened_at_the_checklist(office: Office, document: Path) -> None:
    assert office.desk.open(document)
    assert office.window.frame.place == "checklist"
    assert office.window.windowTitle() == "one.techmodel — Checklist — techmodel"
    assert office.window.actions_.save_copy.isEnabled()


def test_a_document_whose_checklist_makes_no_sense_is_not_opened(
    office: Office, document: Path, other: Path
) -> None:
    other.write_bytes(CHECKLISTS["another id"]())
    office.desk.open(document)

    assert not office.desk.open(other)
    assert office.text(OPENING).startswith("The checklist inside this assessment does not match")
    assert office.workspace.session.document.path == document
    assert not lock_path(other).exists()


def test_opening_is_remembered_with_its_numbers(office: Office, document: Path) -> None:
    office.desk.open(document)
    recent = office.settings.now.recent[0]

    assert recent.path == str(document)
    assert 0 < recent.answered <= recent.asked
    assert recent.organisations == len(office.workspace.session.assessment().scope)


def test_every_document_gets_new_objects(office: Office, document: Path, other: Path) -> None:
    office.desk.open(document)
    workspace, frame = office.workspace, office.window.frame
    office.desk.open(other)

    assert office.workspace is not workspace
    assert office.window.frame is not frame


def test_what_was_changed_is_in_the_document_when_another_is_opened(
    office: Office, document: Path, other: Path
) -> None:
    office.desk.open(document)
    office.workspace.run(answer)
    revision = office.workspace.session.revision
    office.desk.open(other)

    assert read_document(document).revision == revision


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_opening_the_same_again_changes_nothing(office: Office, document: Path) -> None:
    office.desk.open(document)
    frame = office.window.frame

    frame.go("start")

    assert office.desk.open(document)
    assert office.window.frame is frame
    assert frame.place == "checklist"


def test_what_cannot_be_opened_leaves_the_present_one(
    office: Office, document: Path, tmp_path: Path
) -> None:
    office.desk.open(document)
    wrong = tmp_path / "notes.txt"
    wrong.write_text("hello")

    assert not office.desk.open(wrong)
    assert "notes.txt" in office.text(OPENING)
    assert office.workspace.session.assessment().title


def test_choosing_not_to_open_leaves_everything(
    office: Office, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("techmodel.ui.desk.open_document", lambda *_: None)

    assert not office.desk.open(document)
    assert office.desk.workspace is None


def test_a_new_assessment_is_made_from_a_draft(
    office: Office, checklist: Checklist, tmp_path: Path
) -> None:
    from techmodel.core.checklist import KindId
    from techmodel.session.organisations import Newcomer

    newcomers = [Newcomer("One", KindId("gp"))]
    draft = Draft("New place", checklist, newcomers, [CareModelId("PLACE")])
    office.desk.start_new()
    office.the_wizard.made.emit(draft, str(tmp_path / "new.techmodel"))
    office.workspace.worker.finish()

    assert office.workspace.session.assessment().title == "New place"
    assert read_document(tmp_path / "new.techmodel").revision == 1


def test_a_draft_that_is_refused_is_said(
    office: Office, checklist: Checklist, tmp_path: Path
) -> None:
    draft = Draft("New place", checklist, [], [CareModelId("PLACE")])

    assert not office.desk.make(draft, str(tmp_path / "new.techmodel"))
    assert "at least one organisation" in office.text(OPENING)
    assert not (tmp_path / "new.techmodel").exists()


def test_the_wizard_can_be_cancelled(office: Office) -> None:
    office.desk.start_new()
    shown = office.window.frame.page
    office.the_wizard.cancelled.emit()

    assert shown is office.the_wizard
    assert office.window.frame.place == "start"


def test_the_sample_is_made_once_and_then_opened(office: Office) -> None:
    office.desk.try_sample()
    office.workspace.run(lambda s: s.scope.entitle("Played with"))
    office.desk.close()
    office.desk.try_sample()

    assert sample_file().is_file()
    assert office.workspace.session.assessment().title == "Played with"


def test_closing_shows_start(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.window.actions_.close.trigger()

    assert office.desk.workspace is None
    assert office.window.windowTitle() == "Start — techmodel"


def test_history_opens_from_the_menu(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.window.actions_.history.trigger()

    assert office.window.windowTitle() == "one.techmodel — History — techmodel"


def test_saving_now_publishes(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.workspace.run(answer)
    office.window.actions_.save.trigger()
    office.workspace.worker.finish()

    assert read_document(document).revision == office.workspace.session.revision


def test_a_copy_is_saved_and_one_goes_on_in_the_original(
    office: Office, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.techmodel"
    monkeypatch.setattr(ask, "save_path", lambda *_: copy)
    office.desk.open(document)

    assert office.desk.copies.save()
    assert read_document(copy).revision == office.workspace.session.revision
    assert office.text(COPY).endswith("You go on in the original.")


def test_a_copy_over_the_document_itself_is_refused(
    office: Office, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "save_path", lambda *_: document)
    office.desk.open(document)

    assert not office.desk.copies.save()
    assert "saved by itself" in office.text(COPY)


def test_not_saying_where_makes_no_copy(
    office: Office, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "save_path", lambda *_: None)
    without = office.desk.copies.save()
    office.desk.open(document)

    assert not without
    assert not office.desk.copies.save()


def test_a_read_only_document_goes_on_in_its_copy(
    office: Office, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Document:
        raise ReadOnlyPlace("no")

    with monkeypatch.context() as patch:
        patch.setattr(Document, "open", refuse)
        office.desk.open(document)
    banner = office.text(READING)
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "mine.techmodel")
    verbs = {b.text(): b for b in office.window.frame.notices.findChildren(QPushButton)}
    verbs["Save a copy to work on…"].click()

    assert banner == "Opened for reading. This folder does not allow changes."
    assert office.window.windowTitle().startswith("mine.techmodel")
    assert not office.workspace.session.read_only


def test_what_is_in_use_elsewhere_is_tried_again_from_its_banner(
    office: Office, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = Document.open(document, document.parent / "their work")
    monkeypatch.setattr(ask, "choose", lambda *_, **__: "read")
    office.desk.open(document)
    reading = office.workspace.session.read_only
    elsewhere.close()
    office.verbs["Try again"].click()

    assert reading
    assert not office.workspace.session.read_only
    assert office.text(READING) == ""


def test_what_cannot_be_opened_anew_shows_start(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.workspace.worker.finish()
    document.unlink()

    assert not office.desk.reopen(document)
    assert office.title == "Start — techmodel"
    assert office.text(OPENING)


def test_a_document_that_cannot_be_written_goes_on_in_a_copy(
    office: Office, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.desk.open(document)
    office.workspace.worker.finish()
    office.workspace.run(answer)
    office.workspace.publisher.problem = "The drive has gone."
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "mine.techmodel")
    revision = office.workspace.session.revision

    assert office.desk.copies.save()
    assert office.window.windowTitle().startswith("mine.techmodel")
    assert office.workspace.session.revision == revision


@pytest.mark.parametrize(("choice", "left"), [("keep", True), (None, False)])
def test_a_failure_at_the_end_is_asked_about(
    office: Office,
    document: Path,
    monkeypatch: pytest.MonkeyPatch,
    choice: str | None,
    left: bool,
) -> None:
    office.desk.open(document)
    office.workspace.worker.finish()
    office.workspace.run(answer)
    cannot_write(office, monkeypatch)
    monkeypatch.setattr(ask, "choose", lambda *_, **__: choice)

    assert office.desk.leave() is left
    assert (office.desk.workspace is None) is left


def test_work_kept_at_the_end_is_there_at_the_next_opening(
    office: Office, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.desk.open(document)
    office.workspace.worker.finish()
    office.workspace.run(answer)
    revision = office.workspace.session.revision
    cannot_write(office, monkeypatch)
    monkeypatch.setattr(ask, "choose", lambda *_, **__: "keep")
    office.desk.close()
    office.desk.open(document)
    asked = office.text(LOOKING)
    office.verbs["Continue with this work"].click()

    assert "was closed today" in asked
    assert office.workspace.session.revision == revision
    assert "kept your work" in office.text(DONE)


def test_a_failure_at_the_end_can_become_a_copy(
    office: Office, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.desk.open(document)
    office.workspace.worker.finish()
    office.workspace.run(answer)
    revision = office.workspace.session.revision
    cannot_write(office, monkeypatch)
    monkeypatch.setattr(ask, "choose", lambda *_, **__: "copy")
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "copy.techmodel")

    assert office.desk.leave()
    assert read_document(tmp_path / "copy.techmodel").revision == revision


def test_a_new_opening_waits_for_a_present_one_that_must_stay(
    office: Office, document: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.desk.open(document)
    office.workspace.worker.finish()
    office.workspace.run(answer)
    cannot_write(office, monkeypatch)
    monkeypatch.setattr(ask, "choose", lambda *_, **__: None)

    assert not office.desk.open(other)
    assert office.window.windowTitle().startswith("one.techmodel")


def test_the_end_of_the_systems_session_publishes(office: Office, document: Path) -> None:
    office.desk.publish_at_once()
    office.desk.open(document)
    office.workspace.run(answer)
    office.desk.publish_at_once()

    assert read_document(document).revision == office.workspace.session.revision


def test_a_document_is_asked_for_where_the_last_one_was(
    office: Office, document: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[object] = []

    def choose(_: QWidget, __: str, folder: Path) -> Path:
        folders.append(folder)
        return other

    monkeypatch.setattr(ask, "open_path", choose)
    office.desk.open(document)

    assert office.desk.ask_and_open()
    assert folders == [document.parent]
    assert office.window.windowTitle().startswith("two.techmodel")


def test_a_suggested_path_is_free_and_not_in_our_own_folder(
    office: Office, document: Path
) -> None:
    office.desk.try_sample()
    ours = office.desk.suggest_path("Place")
    office.desk.open(document)
    (document.parent / "Place.techmodel").touch()

    assert not ours.is_relative_to(sample_file().parent)
    assert office.desk.suggest_path("Place") == document.parent / "Place (2).techmodel"


def test_a_missing_document_can_be_found_again(
    office: Office, document: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.desk.open(document)
    office.desk.close()
    monkeypatch.setattr(ask, "open_path", lambda *_: other)
    office.desk.find_missing(str(document))

    assert [r.path for r in office.settings.now.recent] == [str(other)]


def test_a_recent_document_can_be_forgotten(office: Office, document: Path, other: Path) -> None:
    office.desk.open(document)
    office.desk.close()
    office.desk.forget(str(document))
    alone = office.settings.now.recent
    office.desk.open(other)
    office.desk.forget("elsewhere")

    assert alone == ()
    assert office.window.frame.place == "start"
    assert office.workspace.session.assessment().title


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_second_start_brings_the_window_forward(
    office: Office, document: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from techmodel.ui.come_forward import request_path

    office.desk.open(document)
    request_path(document).touch()
    qtbot.waitUntil(lambda: not request_path(document).exists())

    assert office.window.isVisible()


@pytest.fixture
def full(office: Office, document: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office on a full disk: an answer is given and cannot be saved."""
    office.desk.open(document)
    office.workspace.worker.finish()
    real = AssessmentFile.apply

    def apply(file: AssessmentFile, *arguments: object) -> object:
        if file is office.workspace.session._file:
            raise FileProblem("Your last change is not saved yet: the disk is full.")
        return real(file, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(AssessmentFile, "apply", apply)
    office.workspace.run(lambda s: s.scope.entitle("Given"), Unsaved("the title"))
    return office


def test_a_copy_holds_also_what_is_not_saved_yet(
    full: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "stick.techmodel")
    full.verbs["Save to another place…"].click()

    assert Session(read_document(tmp_path / "stick.techmodel")).assessment().title == "Given"
    assert "also what is not saved here yet" in full.text(COPY)
    assert full.workspace.waiting.things


@pytest.mark.parametrize(
    ("choice", "left"), [("leave", True), ("copy", True), (None, False), ("again", False)]
)
def test_leaving_what_is_not_saved_is_asked_about(
    full: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: str | None, left: bool
) -> None:
    answers = iter([choice, None])
    monkeypatch.setattr(ask, "choose", lambda *_, **__: next(answers))
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "stick.techmodel")

    assert full.desk.leave() is left
    assert (full.desk.workspace is None) is left
    assert (tmp_path / "stick.techmodel").exists() is (choice == "copy")
    if not left:
        full.workspace.waiting.give_up()
