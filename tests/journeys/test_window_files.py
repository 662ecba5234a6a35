"""What happens to files: nothing typed is lost, and what cannot be opened is a sentence."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui import ask

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.window import Person

NOTE = "They said so in the meeting"


@pytest.fixture
def sample(tmp_path: Path, sample_bytes: bytes) -> Path:
    """The sample as a document of one's own."""
    path = tmp_path / "mine.techmodel"
    path.write_bytes(sample_bytes)
    return path


def notes_in(path: Path) -> set[str]:
    """Every note of a published document."""
    return {a.note for a in Session(read_document(path)).assessment().answers.values()}


def leave_by_key(person: Person) -> None:
    person.press("Ctrl+W")


def leave_by_closing(person: Person) -> None:
    person.close()


def leave_by_quitting(person: Person) -> None:
    person.press("Ctrl+Q")


def leave_by_end_of_the_systems_session(person: Person) -> None:
    person.program.publish_at_once()


@pytest.mark.parametrize(
    "leave",
    [leave_by_key, leave_by_closing, leave_by_quitting, leave_by_end_of_the_systems_session],
)
def test_a_note_just_typed_is_in_the_file(
    person: Person, sample: Path, leave: Callable[[Person], None]
) -> None:
    person.start(sample)
    person.press("T")
    person.type(NOTE)
    leave(person)

    assert NOTE in notes_in(sample)


def test_a_note_just_typed_stays_with_its_file_when_another_is_opened(
    person: Person, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = shutil.copyfile(sample, sample.with_name("other.techmodel"))
    monkeypatch.setattr(ask, "open_path", lambda *_: other)
    person.start(sample)
    person.press("T")
    person.type(NOTE)
    person.press("Ctrl+O")

    assert person.title == "other.techmodel — Checklist — techmodel"
    assert NOTE in notes_in(sample)
    assert NOTE not in {a.note for a in person.assessment.answers.values()}


def test_a_file_that_only_allows_reading_opens_for_reading(
    person: Person, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("techmodel.store.working_file.os.access", lambda *_: False)
    before = sample.read_bytes()
    person.start(sample)
    shown = person.texts
    held = person.assessment
    person.press("3", "E", "N", "T")
    person.type("3 edpnx")

    assert "Opened for reading. This file does not allow changes." in shown
    assert "Opened for reading" in person.texts
    assert person.assessment == held
    assert sample.read_bytes() == before
    person.tab_to("Save a copy to work on…", "F6")


def test_a_wrong_file_is_a_sentence_and_the_window_goes_on(
    person: Person, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "minutes.docx"
    wrong.write_bytes(b"PK\x03\x04 not an assessment")
    monkeypatch.setattr(ask, "open_path", lambda *_: wrong)
    person.start(sample)
    before = person.session.revision
    person.press("Ctrl+O")

    assert "minutes.docx" in person.texts
    person.press("F6", "F6", "F6", "F6", "F6", "5")
    assert person.title == "mine.techmodel — Checklist — techmodel"
    assert person.session.revision == before + 1


def test_a_file_changed_underneath_is_not_overwritten(
    person: Person, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = sample.with_name("copy.techmodel")
    monkeypatch.setattr(ask, "save_path", lambda *_: copy)
    person.start(sample)
    changed = sample.read_bytes()[:-1] + b"\x01"
    sample.write_bytes(changed)
    person.press("0", "Ctrl+S")
    person.wait(lambda: "Somebody else has saved" in person.texts)
    held = person.assessment
    person.press("Ctrl+Shift+S")

    assert sample.read_bytes() == changed
    assert person.title == "copy.techmodel — Checklist — techmodel"
    assert person.assessment == held


def test_enter_at_start_does_what_has_the_focus(
    person: Person, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(ask, "open_path", lambda *_: asked.append(True))
    person.start(sample)
    person.press("Ctrl+W")
    person.tab_to("Open…")
    person.press("Return")
    still = person.title
    person.tab_to("Continue with")
    person.press("Return")

    assert (asked, still) == ([True], "Start — techmodel")
    assert person.title == "mine.techmodel — Checklist — techmodel"
