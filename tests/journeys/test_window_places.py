"""Drives that go and come back, disks that are full, files in use: sentences, and nothing lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton
from tests.journeys.window_checks import faults

from techmodel.core.errors import FileProblem
from techmodel.session.session import Session
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.lock import lock_path
from techmodel.store.working_file import Document, read_document
from techmodel.ui import ask
from techmodel.ui.look import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.window import Person

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)
SAFE = "Your work is safe on this computer."
LOOKS = pytest.mark.parametrize(
    ("theme", "width", "text"),
    [
        (Theme.LIGHT, 1366, 100),
        (Theme.DARK, 1024, 100),
        (Theme.HIGH_CONTRAST, 1366, 200),
        (Theme.LIGHT, 1024, 150),
    ],
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that stands for a drive."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def place(person: Person, stick: Path, sample_bytes: bytes) -> Path:
    path = stick / "place.techmodel"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("techmodel.ui.publishing.AGAIN_MS", (50,))
    monkeypatch.setattr("techmodel.ui.waiting.AGAIN_MS", (50,))
    monkeypatch.setattr(ask, "choose", lambda *_, **__: None)  # a failing test asks at its end


def saving(person: Person) -> str:
    workspace = person.program.desk.workspace
    assert workspace is not None
    return workspace.saving_text


def saved_by_somebody_else(path: Path) -> None:
    lock = lock_path(path)
    held = lock.read_bytes()
    lock.unlink()
    other = Document.open(path, path.parent / "their work")
    Session(other.file, other).scope.entitle("Theirs")
    other.close()
    lock.write_bytes(held)


def test_a_stick_that_is_put_back_is_written_by_itself(
    person: Person, place: Path, stick: Path
) -> None:
    person.start(place)
    gone = stick.with_name("in a pocket")
    stick.rename(gone)
    person.press("0", "Ctrl+S")
    person.wait(lambda: SAFE in person.texts)
    away, text = person.texts, saving(person)
    person.press("1")
    gone.rename(stick)
    person.wait(lambda: SAFE not in person.texts)

    assert "is not there" in away
    assert text.endswith("not yet in the file")
    assert read_document(place).revision == person.session.revision
    assert saving(person).startswith("Saved ")


def test_a_full_disk_keeps_the_answers_on_the_screen(
    person: Person, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.start(place)
    held = person.session.revision

    def full(*_: object) -> None:
        raise FileProblem("Your last change is not saved yet: this computer's disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(AssessmentFile, "apply", full)
        person.press("0", "Right", "1")
        person.wait(lambda: "not saved yet" in person.texts)
        said, text, during = person.texts, saving(person), person.session.revision
    person.wait(lambda: not person.program.desk.workspace.waiting.things)

    assert "and 1 more." in said
    assert (text, during) == ("Not saved yet, trying again", held)
    assert person.session.revision == held + 2
    assert "not saved yet" not in person.texts


def test_what_somebody_else_saved_is_merged_and_saving_goes_on(
    person: Person, place: Path
) -> None:
    person.start(place)
    person.program.desk.workspace.worker.finish()
    saved_by_somebody_else(place)
    person.press("0", "Ctrl+S")
    person.wait(lambda: "Merge both…" in buttons(person))
    person.tab_to("Merge both", "F6")
    person.press("Return")
    person.tab_to("Merge")  # there is nothing to settle
    person.press("Return", "Ctrl+S")
    person.wait(lambda: read_document(place).revision == person.session.revision)

    assert person.assessment.title == "Theirs"
    assert SAFE not in person.texts


def test_a_file_in_use_elsewhere_says_who_has_it(
    person: Person, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"machine": "LT-0423", "pid": 1, "role": "IM&T lead", "time": "2026-11-24T10:05:00Z"}
    lock_path(place).write_text(json.dumps(told))
    asked: list[str] = []

    def choose(_: object, sentence: str, *__: object, **___: object) -> str:
        asked.append(sentence)
        return "read"

    monkeypatch.setattr(ask, "choose", choose)
    before = place.read_bytes()
    person.start(place)
    person.press("3", "D")

    assert asked[0].startswith("Nothing was changed. ‘place.techmodel’ is open on LT-0423 since ")
    assert "(IM&T lead)" in asked[0]
    assert "Opened for reading, as it was last saved." in person.texts
    assert place.read_bytes() == before


@LOOKS
def test_banners_have_room(
    person: Person, place: Path, theme: Theme, width: int, text: int
) -> None:
    person.start(place)
    person.program.look.choose_theme(theme)
    person.program.look.choose_text(text)
    person.program.window.resize(width, 768)
    workspace = person.program.desk.workspace
    assert workspace is not None
    workspace.publisher.problem = f"{SAFE} Somebody else has saved ‘place.techmodel’."
    workspace.publisher.changed_underneath = True
    workspace.saving_changed.emit()
    workspace.spare.problem = "Saved. We could not make a spare copy (the disk is full)."
    workspace.spare.changed.emit()
    person.press("F6", "F6", "F6")
    found = faults(person.program.window)
    workspace.publisher.problem = ""

    assert found == []


def buttons(person: Person) -> list[str]:
    """The words on the buttons of the notices."""
    return [b.text() for b in person.program.window.frame.notices.findChildren(QPushButton)]
