"""Two rooms work apart, and one person puts their files together by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.checklist import CapabilityId
from techmodel.session.session import Session
from techmodel.store.working_file import Document
from techmodel.ui import ask
from techmodel.ui.merge.page import MergePage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.window import Person

pytestmark = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing", extend=True
)
BOTH = (("REC-06", 2, 1), ("INF-01", 3, 4))
"""What both rooms answer for the first organisation: capability, here, there."""


def answer(session: Session, capability: str, level: int) -> None:
    """Answer for the first organisation."""
    first = session.assessment().organisations[0].id
    session.answers.give(CapabilityId(capability), first, Value(State.LEVEL, level))


@pytest.fixture
def room_b(tmp_path: Path, whole: bytes) -> Callable[[], Path]:
    """Work in the other room; its file."""

    def work() -> Path:
        path = tmp_path / "Room B.techmodel"
        path.write_bytes(whole)
        document = Document.open(path, tmp_path / "work of room B")
        session = Session(document.file, document)
        for capability, _, level in BOTH:
            answer(session, capability, level)
        answer(session, "INF-02", 4)
        document.publish()
        document.close()
        return path

    return work


@pytest.fixture
def merging(
    person: Person,
    tmp_path: Path,
    whole: bytes,
    room_b: Callable[[], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> Person:
    """Somebody whose room has worked too, and who has chosen the other file in the menu."""
    path, other = tmp_path / "Room A.techmodel", room_b()
    path.write_bytes(whole)
    person.start(path)
    for capability, level, _ in BOTH:
        answer(person.session, capability, level)
    monkeypatch.setattr(ask, "open_path", lambda *_: other)
    person.press("Alt+T")
    person.choose("&Merge another file")
    assert isinstance(person.page, MergePage)
    return person


def levels(person: Person) -> list[int | None]:
    """What the first organisation answers now."""
    first = person.assessment.organisations[0]
    return [person.value(c, first).level for c in ("REC-06", "INF-01", "INF-02")]


def test_two_rooms_are_put_together_and_taken_apart_again(merging: Person) -> None:
    before = merging.assessment
    said = merging.headline
    merging.press("Left", "Return", "Right", "Return")  # INF-01 stays 3, REC-06 becomes 1
    merging.press("Return")

    assert said == "2 things were changed in both files. The rest merge by themselves."
    assert levels(merging) == [1, 3, 4]
    assert not isinstance(merging.page, MergePage)
    assert "2 settled. The other file was not changed." in merging.texts
    merging.press("Ctrl+Z")
    assert merging.assessment == before


def test_leaving_asks_once_and_changes_nothing(
    merging: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, asked = merging.assessment, []
    monkeypatch.setattr(ask, "confirm", lambda *a, **_: bool(asked.append(a[1])) or True)
    merging.press("Right", "Escape")

    assert merging.assessment == before
    assert asked == ["Leave the merge? What you settled so far goes."]
    assert not isinstance(merging.page, MergePage)


def test_the_way_back_above_asks_once_too(
    merging: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(ask, "confirm", lambda *a, **_: bool(asked.append(a[1])) or True)
    merging.press("Right", "Alt+1")

    assert len(asked) == 1


def test_everything_is_reached_by_tab(merging: Person) -> None:
    for name in ("Changed only there", "Keep level", "Take level", "Park it", "Next to settle"):
        merging.tab_to(name)
    merging.press("Return")

    assert merging.page.parts.list.current == 1  # type: ignore[attr-defined] # the merge page


def test_a_level_of_neither_room_is_set_by_tab_and_digit(merging: Person) -> None:
    merging.tab_to("Set another level")
    merging.press("Return", "5")
    merging.tab_to("Next to settle")
    merging.press("Return")
    merging.tab_to("Keep level")
    merging.press("Return")
    merging.tab_to("Finish merge")
    merging.press("Return")

    assert levels(merging) == [2, 5, 4]


def test_an_organisation_of_another_assessment_comes_in_by_keyboard(
    person: Person,
    tmp_path: Path,
    sample_bytes: bytes,
    whole: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, other = tmp_path / "Ours.techmodel", tmp_path / "Other place.techmodel"
    path.write_bytes(whole)
    other.write_bytes(sample_bytes)
    person.start(path)
    before = person.assessment
    monkeypatch.setattr(ask, "open_path", lambda *_: other)
    person.press("Alt+T")
    person.choose("&Merge another file")
    person.tab_to("Bring", "Shift+Tab")
    person.press("Return", "Space")
    person.tab_to("Bring in 1 organisation")
    person.press("Return")

    assert len(person.assessment.organisations) == len(before.organisations) + 1
    assert len(person.assessment.answers) > len(before.answers)
    person.press("Ctrl+Z")
    assert person.assessment == before
