"""Other versions beside a document, a clock that is wrong, a profile that cannot be written."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.ui.office import Office, answer

from techmodel.session.session import Session
from techmodel.store.working_file import Document
from techmodel.ui.differences.page import DifferencesPage
from techmodel.ui.frame.saving_notice import KEY
from techmodel.ui.merge.page import MergePage
from techmodel.ui.surroundings import BESIDE, CHANGED, CLOCK, SETTINGS, Surroundings, clock_words

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def look_around(office: Office) -> Surroundings:
    made = Surroundings(office.desk, office.workspace)
    office.workspace.worker.finish()
    return made


def conflict_copy(document: Path) -> Path:
    """What a synced folder makes when two computers saved at the same time."""
    path = shutil.copyfile(document, document.with_name("one-LT0423.techmodel"))
    other = Document.open(path, document.parent / "their work")
    Session(other.file, other).scope.entitle("Theirs")
    other.close()
    return path


def saved_elsewhere(document: Path) -> None:
    document.write_bytes(conflict_copy(document).read_bytes())


def test_another_version_beside_the_document_is_told(office: Office, document: Path) -> None:
    conflict_copy(document)
    office.desk.open(document)
    look_around(office)

    assert office.text(BESIDE) == (
        "There are two versions of this assessment. Both are kept. The other is "
        "‘one-LT0423.techmodel’ beside it."
    )


@pytest.mark.parametrize(("verb", "page"), [("Compare", DifferencesPage), ("Merge…", MergePage)])
def test_it_can_be_compared_and_merged(
    office: Office, document: Path, verb: str, page: type
) -> None:
    conflict_copy(document)
    office.desk.open(document)
    look_around(office)
    office.verbs[verb].click()

    assert isinstance(office.window.frame.page, page)


def test_a_copy_that_knows_nothing_more_is_not_told(
    office: Office, document: Path, other: Path
) -> None:
    shutil.copyfile(document, document.with_name("one-old.techmodel"))
    (document.parent / "one-broken.techmodel").write_bytes(document.read_bytes()[:-3000])
    office.desk.open(document)
    look_around(office)

    assert office.text(BESIDE) == ""


@pytest.mark.parametrize(
    ("now", "newest", "wrong"),
    [
        (NOW, NOW - timedelta(days=1), False),
        (NOW, None, False),
        (NOW, NOW + timedelta(hours=12), False),
        (NOW, NOW + timedelta(days=2), True),
        (NOW.replace(year=2001), None, True),
    ],
)
def test_a_clock_that_cannot_be_right_is_told(
    now: datetime, newest: datetime | None, wrong: bool
) -> None:
    assert bool(clock_words(now, newest)) is wrong


def test_the_clock_and_the_profile_are_told_in_banners(
    office: Office, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.desk.open(document)
    session = office.workspace.session
    monkeypatch.setattr(session, "now", lambda: datetime(2001, 1, 1, tzinfo=UTC))
    office.settings.problem = "Settings cannot be saved on this computer."
    look_around(office)

    assert "clock looks wrong" in office.text(CLOCK)
    assert office.text(CLOCK).startswith("Your work is safe.")
    assert office.text(SETTINGS) == "Settings cannot be saved on this computer."


def test_what_somebody_else_saved_is_told_on_coming_back(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.workspace.worker.finish()
    around = look_around(office)
    around._on_state_changed(Qt.ApplicationState.ApplicationActive)
    office.workspace.worker.finish()
    before = office.text(CHANGED)
    saved_elsewhere(document)
    around._on_state_changed(Qt.ApplicationState.ApplicationInactive)
    around._on_state_changed(Qt.ApplicationState.ApplicationActive)
    office.workspace.worker.finish()
    said = office.text(CHANGED)
    office.verbs["Open it as it is now"].click()

    assert before == ""
    assert said.startswith("Nothing is lost. Somebody else has saved ‘one.techmodel’")
    assert office.workspace.session.assessment().title == "Theirs"


def test_work_of_our_own_is_told_by_the_banner_about_saving(
    office: Office, document: Path
) -> None:
    office.desk.open(document)
    office.workspace.worker.finish()
    around = look_around(office)
    saved_elsewhere(document)
    around.look_at_document()
    office.workspace.worker.finish()
    office.workspace.run(answer)
    around.look_at_document()
    office.workspace.publish_now()
    office.workspace.worker.finish()

    assert office.text(CHANGED) == ""
    assert office.text(KEY)


def test_a_document_opened_for_reading_has_none_of_this(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.workspace.session.document = None
    around = look_around(office)
    around.look_at_document()

    assert office.text(BESIDE) == office.text(CHANGED) == ""
