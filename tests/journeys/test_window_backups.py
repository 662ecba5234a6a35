"""Backups by keyboard: looked into, compared, gone back to and that undone; a damaged document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.journeys.window_checks import faults, in_reading_order

from techmodel.core.answers import State, Value
from techmodel.store.working_file import read_document
from techmodel.ui.look import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.window import Person

pytestmark = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing", extend=True
)


@pytest.fixture
def place(person: Person, tmp_path: Path, sample_bytes: bytes) -> Path:
    path = tmp_path / "place.techmodel"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def backups(person: Person, place: Path) -> Person:
    """Somebody before the backups of a document, one of them from before an answer."""
    person.start(place)
    session = person.session
    session.backups.make()
    gap = session.gaps().capabilities[0]
    session.answers.give(gap.id, next(iter(gap.pairs)), Value(State.LEVEL, 0))
    person.press("Alt+F")
    person.choose("&Backups")
    return person


def test_one_is_gone_back_to_and_that_is_undone(backups: Person) -> None:
    now = backups.assessment
    backups.tab_to("Go back to this one")
    backups.press("Return")
    then, said = backups.assessment, backups.texts
    backups.press("Ctrl+Z")

    assert then != now == backups.assessment
    assert "Undo takes that back." in said


def test_looking_inside_changes_nothing_and_leads_back(backups: Person) -> None:
    now = backups.assessment
    backups.press("Return")
    said, title = backups.texts, backups.title
    backups.press("3", "D", "Escape", "Escape")  # the first puts the refusal away

    assert "This is the backup of" in said
    assert ", backup of " in title
    assert backups.assessment == now
    assert backups.title == "place.techmodel — Backups — techmodel"


def test_a_damaged_document_leads_to_its_newest_copy(backups: Person, place: Path) -> None:
    backups.press("Ctrl+W")
    damaged = place.read_bytes()[:-4000]
    place.write_bytes(damaged)
    backups.program.open(place)
    backups.press("F6")
    said = backups.texts
    backups.tab_to("Open the ")
    backups.press("Return")
    backups.wait(lambda: "Checklist" in backups.title)

    assert "is damaged and we have not changed it" in said
    assert backups.title.startswith("place, copy of ")
    assert place.read_bytes() == damaged
    assert read_document(backups.program.desk.path).revision == backups.session.revision


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
    backups: Person, theme: Theme, width: int, text: int
) -> None:
    backups.program.look.choose_theme(theme)
    backups.program.look.choose_text(text)
    backups.program.window.resize(width, 768)
    backups.press("F6")
    found = faults(backups.program.window)
    backups.tab_to("What differs from now")
    backups.press("Return")
    found += faults(backups.program.window)
    backups.press("Escape")

    assert found == []


def test_tab_goes_in_reading_order(backups: Person) -> None:
    order = in_reading_order(backups.page)
    backups.tab_to("Backups", "F6")
    stops = [backups.focus]
    for _ in order[order.index(backups.focus) + 1 :]:
        backups.press("Tab")
        stops.append(backups.focus)

    assert stops == order[order.index(stops[0]) :]
