"""After a crash, by keyboard: the work is seen, compared, taken up or left; nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.journeys.window_checks import faults
from tests.ui.office import crash

from techmodel.session.backups import copies_of
from techmodel.session.session import Session
from techmodel.settings import work_folder
from techmodel.store.backups import Reason
from techmodel.store.working_file import read_document
from techmodel.ui import ask
from techmodel.ui.look import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.window import Person

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.fixture
def place(person: Person, tmp_path: Path, sample_bytes: bytes) -> Path:
    """A document of one's own; at home already, because of `person`."""
    path = tmp_path / "place.techmodel"
    path.write_bytes(sample_bytes)
    return path


def test_work_is_taken_up_where_it_ended(person: Person, place: Path) -> None:
    held = crash(place, work_folder(), 2)
    before = place.read_bytes()
    person.start(place)
    said, title = person.texts, person.title
    untouched = place.read_bytes() == before
    person.press("Space")
    person.wait(lambda: read_document(place).revision == held.revision)

    assert "We kept your work. The tool closed unexpectedly." in said
    assert "Nothing is lost: 1 answer and 1 other change are newer than the file." in said
    assert title == "place.techmodel — Kept work — techmodel"
    assert untouched
    assert person.title == "place.techmodel — Checklist — techmodel"
    assert person.assessment == held.assessment()


def test_places_show_the_kept_work_before_one_chooses(person: Person, place: Path) -> None:
    held = crash(place, work_folder(), 2)
    person.start(place)
    person.press("Alt+4")
    shown = person.title
    person.press("Alt+1", "Alt+3", "4")
    person.press("Alt+1")

    assert shown == "place.techmodel — Gaps — techmodel"
    assert person.title == "place.techmodel — Kept work — techmodel"
    assert person.program.desk.workspace is None
    assert person.program.desk.stage.seen.session.revision == held.revision


def test_it_is_compared_and_the_file_opened_instead(person: Person, place: Path) -> None:
    held = crash(place, work_folder(), 2)
    revision = read_document(place).revision
    person.start(place)
    person.tab_to("Compare with", "Shift+Tab")
    person.press("Return")
    compared = person.headline
    person.press("Escape")
    back = person.title
    person.tab_to("Open the saved file instead", "Shift+Tab")
    person.press("Return")
    kept = [c.revision for c in copies_of(place) if c.reason == Reason.DISCARDED]

    assert compared == "2 differences."
    assert back == "place.techmodel — Kept work — techmodel"
    assert person.session.revision == revision
    assert kept == [held.revision]


def test_esc_leaves_everything_as_it_is(person: Person, place: Path) -> None:
    crash(place, work_folder(), 2)
    before = place.read_bytes()
    person.start(place)
    person.press("Escape")
    left = person.title
    person.wait(lambda: "We kept your work." in person.texts)

    assert left == "Start — techmodel"
    assert place.read_bytes() == before


def test_start_leads_to_the_work_of_every_document(
    person: Person, place: Path, tmp_path: Path, sample_bytes: bytes
) -> None:
    other = tmp_path / "other.techmodel"
    other.write_bytes(sample_bytes)
    for path in (place, other):
        crash(path, work_folder())
    person.start()
    person.wait(lambda: "We kept your work on 2 assessments." in person.texts)
    person.tab_to("Look at it")
    person.press("Return")
    first = person.title
    person.press("Escape")

    assert first.split(" — ")[1:] == ["Kept work", "techmodel"]
    assert person.title == "Start — techmodel"


def test_work_whose_file_is_gone_is_saved_as_a_new_one(
    person: Person, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = crash(place, work_folder())
    place.unlink()
    there = place.with_name("again.techmodel")
    monkeypatch.setattr(ask, "save_path", lambda *_: there)
    person.start()
    person.wait(lambda: "‘place.techmodel’ is gone" in person.texts)
    person.tab_to("Look at it")
    person.press("Return")
    said = person.texts
    person.tab_to("Save it as")
    person.press("Return")

    assert "is no longer in" in said
    assert person.title == "again.techmodel — Checklist — techmodel"
    assert Session(read_document(there)).assessment() == held.assessment()


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
    person: Person, place: Path, theme: Theme, width: int, text: int
) -> None:
    crash(place, work_folder(), 3)
    person.start()
    person.program.look.choose_theme(theme)
    person.program.look.choose_text(text)
    person.program.window.resize(width, 768)
    person.wait(lambda: "We kept your work" in person.texts)
    found = faults(person.program.window)
    person.program.open(place)
    for _ in range(3):
        person.press("F6")
    found += faults(person.program.window)

    assert found == []
