"""Looking at another time or version: over what is open, which stays open beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.ui.office import Office, answer

from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui import ask
from techmodel.ui.frame.saving_notice import KEY
from techmodel.ui.looking import LOOKING

if TYPE_CHECKING:
    from pathlib import Path

BANNER = "As it was on 3 March 2026 14:03."


@pytest.fixture
def looking(office: Office, document: Path) -> Office:
    """An office that looks at an earlier time of a document in which one answer is newer."""
    office.desk.open(document)
    office.workspace.run(answer)
    office.desk.look(office.workspace.session.as_of(1), BANNER)
    return office


def verbs(office: Office) -> dict[str, QPushButton]:
    return {b.text(): b for b in office.window.frame.notices.findChildren(QPushButton)}


def test_the_title_and_a_banner_say_what_is_looked_at(looking: Office) -> None:
    title = "one.techmodel, as it was on 3 March 2026 14:03 — Checklist — techmodel"

    assert looking.window.windowTitle() == title
    assert looking.text(LOOKING) == BANNER
    assert list(verbs(looking)) == ["Back to now"]


def test_what_is_open_stays_open_beneath(looking: Office, document: Path) -> None:
    looking.workspace.publish_now()
    looking.workspace.worker.finish()

    assert looking.desk.workspace is not looking.desk.stage.seen
    assert read_document(document).revision == looking.workspace.session.revision


@pytest.mark.parametrize("way", ["button", "esc", "close"])
def test_there_are_ways_back(looking: Office, way: str) -> None:
    window = looking.window
    if way == "button":
        verbs(looking)["Back to now"].click()
    elif way == "esc":
        QTest.keyClick(window, Qt.Key.Key_Escape)
    else:
        window.actions_.close.trigger()

    assert window.windowTitle() == "one.techmodel — Checklist — techmodel"
    assert looking.desk.stage.seen is looking.desk.workspace
    assert looking.text(LOOKING) == ""


def test_nothing_can_be_changed_while_looking(looking: Office) -> None:
    actions = looking.window.actions_
    during = [a.isEnabled() for a in (actions.undo, actions.merge, actions.names, actions.backups)]
    looking.desk.stage.look_no_more()
    after = [a.isEnabled() for a in (actions.undo, actions.merge, actions.names, actions.backups)]

    assert during == [False] * 4
    assert after == [True] * 4


def test_undo_after_looking_is_of_what_is_open(looking: Office) -> None:
    revision = looking.workspace.session.revision
    looking.desk.stage.look_no_more()
    looking.window.actions_.undo.trigger()

    assert looking.workspace.session.revision == revision + 1


def test_places_work_while_looking(looking: Office) -> None:
    looking.window.frame.go("start")

    assert looking.window.frame.place == "start"
    assert looking.text(LOOKING) == BANNER


def test_looks_lie_over_each_other(looking: Office) -> None:
    looking.desk.look(looking.workspace.session.as_of(1), "As it was yesterday.")
    shown = (looking.text(LOOKING), list(verbs(looking)))
    looking.desk.stage.look_no_more()
    then = looking.text(LOOKING)
    looking.desk.stage.look_no_more()

    assert shown == ("As it was yesterday.", ["Back"])
    assert then == BANNER
    assert looking.window.windowTitle() == "one.techmodel — Checklist — techmodel"


def test_a_saving_problem_beneath_is_said_while_looking(looking: Office) -> None:
    looking.workspace.publisher.problem = "Your work is safe. The drive has gone."
    looking.workspace.saving_changed.emit()

    assert looking.text(KEY) == "Your work is safe. The drive has gone."


def test_opening_another_document_ends_looking(looking: Office, other: Path) -> None:
    assert looking.desk.open(other)
    assert looking.window.windowTitle() == "two.techmodel — Checklist — techmodel"
    assert looking.desk.stage.seen is looking.desk.workspace


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_opening_the_same_document_goes_back_to_it(looking: Office, document: Path) -> None:
    assert looking.desk.open(document)
    assert looking.desk.stage.seen is looking.desk.workspace


def test_what_is_looked_at_can_be_saved_as_a_copy(
    looking: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "save_path", lambda *_: tmp_path / "then.techmodel")
    looking.window.actions_.save_copy.trigger()

    assert read_document(tmp_path / "then.techmodel").revision == 1
    assert looking.text(LOOKING) == BANNER


def test_looking_without_an_assessment_goes_back_to_start(office: Office, document: Path) -> None:
    office.desk.look(Session(read_document(document)), "A backup from 14:20.")
    title = office.window.windowTitle()
    office.desk.stage.look_no_more()

    assert title == "a backup from 14:20 — Checklist — techmodel"
    assert office.window.windowTitle() == "Start — techmodel"
    assert not office.window.actions_.save_copy.isEnabled()
