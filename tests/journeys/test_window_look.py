"""Looking at another time from history and rounds, by keyboard, and back to now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from tests.journeys.window_checks import Windows, faults

from techmodel.core.answers import State, Value
from techmodel.store.working_file import read_document
from techmodel.ui.look import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.window import Person

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)
PLACES = ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6", "Alt+7")


@pytest.fixture
def person_at_work(person: Person, tmp_path: Path, sample_bytes: bytes) -> Person:
    path = tmp_path / "place.techmodel"
    path.write_bytes(sample_bytes)
    person.start(path)
    gap = person.session.gaps().capabilities[0]
    person.session.answers.give(gap.id, next(iter(gap.pairs)), Value(State.LEVEL, 0))
    return person


def look_at_the_beginning(person: Person) -> None:
    history = person.program.window.actions_.history
    history.trigger()
    person.page.look_wanted.emit(1)  # type: ignore[attr-defined] # the history page
    QApplication.processEvents()


def test_every_place_shows_that_time_and_nothing_is_changed(person_at_work: Person) -> None:
    person = person_at_work
    held, revision = person.assessment, person.session.revision
    look_at_the_beginning(person)
    titles = []
    for place in PLACES:
        person.press(place, "3", "D")
        titles.append(person.title)

    assert all(", as it was on " in title for title in titles)
    assert (person.assessment, person.session.revision) == (held, revision)


def test_what_is_open_is_published_meanwhile(person_at_work: Person) -> None:
    person = person_at_work
    person.program.desk.workspace.publisher.note_change()
    look_at_the_beginning(person)
    path = person.program.desk.path
    person.wait(lambda: read_document(path).revision == person.session.revision)

    assert ", as it was on " in person.title


def test_esc_leads_back_to_where_one_was(person_at_work: Person) -> None:
    person = person_at_work
    look_at_the_beginning(person)
    said = person.texts
    person.press("Escape")
    back = person.title
    person.press("Escape")

    assert "As it was on " in said
    assert "Only to look at" in said
    assert back == "place.techmodel — History — techmodel"
    assert person.title == "place.techmodel — Checklist — techmodel"


def test_looking_opens_no_window_of_its_own(person_at_work: Person, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    look_at_the_beginning(person_at_work)
    for place in PLACES:
        person_at_work.press(place)
    qapp.removeEventFilter(windows)

    assert windows.names == []


@pytest.mark.parametrize(
    ("theme", "width", "text"),
    [
        (Theme.LIGHT, 1366, 100),
        (Theme.DARK, 1024, 100),
        (Theme.HIGH_CONTRAST, 1366, 200),
        (Theme.LIGHT, 1024, 150),
    ],
)
def test_everything_has_a_name_and_room(
    person_at_work: Person, theme: Theme, width: int, text: int
) -> None:
    person = person_at_work
    person.program.look.choose_theme(theme)
    person.program.look.choose_text(text)
    person.program.window.resize(width, 768)
    look_at_the_beginning(person)
    person.press("F6")
    found = faults(person.program.window)
    for action in ("names", "rounds"):
        person.program.desk.stage.look_no_more()
        getattr(person.program.window.actions_, action).trigger()
        person.press("F6")
        found += faults(person.program.window)

    assert found == []
