"""Start shows the last assessment, recent ones, and ways to begin."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from tests.journeys.window_checks import faults

from techmodel.settings import Recent
from techmodel.ui.start.levels import LEVELS
from techmodel.ui.start.page import StartPage, headline
from techmodel.ui.start.rest import PathButton, Rest
from techmodel.ui.widgets.chip import RangeBar
from techmodel.ui.widgets.notices import Note
from techmodel.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from techmodel.core.checklist import Checklist
    from techmodel.ui.look import Look

Start = tuple[StartPage, list[Rest]]


@pytest.fixture
def show(look: Look, qtbot: QtBot) -> Iterator[Callable[..., Start]]:
    """Show a Start page and wait until everything is there."""
    pages: list[StartPage] = []

    def make(*recents: Recent) -> Start:
        rests: list[Rest] = []
        page = StartPage(look, recents, lambda p: rests.append(Rest(p, look, recents)))
        pages.append(page)
        page.resize(1200, 800)
        page.show()
        qtbot.waitUntil(lambda: bool(rests))
        rests[0].worker.finish()
        return page, rests

    yield make
    for page in pages:
        page.close()
        page.deleteLater()


@pytest.fixture
def document(sample_file: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(sample_file, tmp_path / "sample.techmodel")


def recent(path: Path | str, title: str = "A place", answered: int = 3, asked: int = 10) -> Recent:
    return Recent(str(path), title, 3, answered, asked, "2026-05-14T09:00:00Z")


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def button(page: QWidget, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


@pytest.mark.parametrize(
    ("answered", "asked", "said"),
    [
        (424, 449, "Your last assessment is nearly complete: 25 answers to go."),
        (449, 449, "Your last assessment is complete: all 449 answers are there."),
        (0, 449, "Your last assessment is ready: 449 answers to go."),
        (200, 449, "Your last assessment has 200 of 449 answers."),
        (0, 0, "Go on with A place."),
    ],
)
def test_the_headline_says_how_the_last_one_stands(answered: int, asked: int, said: str) -> None:
    assert headline([recent("a", answered=answered, asked=asked)]) == said


def test_a_first_run_offers_three_ways(show: Callable[..., Start], qtbot: QtBot) -> None:
    page, _ = show()
    verbs = ("New assessment", "Open…", "Try the sample")
    signals = (page.new_wanted, page.open_wanted, page.sample_wanted)
    for verb, signal in zip(verbs, signals, strict=True):
        with qtbot.waitSignal(signal):
            button(page, verb).click()

    assert headline([]) in words(page)
    assert page.card is None


def test_the_levels_are_those_of_the_checklist(checklist: Checklist) -> None:
    assert [name for name, _ in LEVELS] == [level.name for level in checklist.levels]


def test_the_six_levels_stand_at_the_right(show: Callable[..., Start]) -> None:
    page, _ = show()

    assert [w for w in words(page) if w in dict(LEVELS)] == [name for name, _ in LEVELS]


def test_the_last_assessment_is_read_after_the_first_paint(
    show: Callable[..., Start], document: Path
) -> None:
    page, _ = show(recent(document))
    said = words(page)

    assert {"Answered", "Below target", "Duties open", "Weakest partner"} <= set(said)
    assert len(page.findChildren(RangeBar)) >= 5
    assert headline([recent(document)]) not in said


def test_continue_opens_the_last_assessment(
    show: Callable[..., Start], document: Path, qtbot: QtBot
) -> None:
    page, _ = show(recent(document))
    page.focus_first()
    with qtbot.waitSignal(page.document_wanted) as heard:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert heard.args == [document]


def test_enter_continues_from_anywhere(
    show: Callable[..., Start], document: Path, qtbot: QtBot
) -> None:
    page, _ = show(recent(document))
    with qtbot.waitSignal(page.document_wanted):
        QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_X)


def test_what_cannot_be_read_is_said_on_the_card(
    show: Callable[..., Start], tmp_path: Path
) -> None:
    gone = tmp_path / "gone.techmodel"
    page, _ = show(recent(gone))

    assert any("gone.techmodel" in text for text in words(page))


def test_ways_to_begin_stand_at_the_right(
    show: Callable[..., Start], document: Path, qtbot: QtBot
) -> None:
    page, _ = show(recent(document))
    verbs = ("New assessment", "Open…", "Try the sample")
    signals = (page.new_wanted, page.open_wanted, page.sample_wanted)
    for verb, signal in zip(verbs, signals, strict=True):
        with qtbot.waitSignal(signal):
            button(page, verb).click()


def test_others_are_listed_and_opened(
    show: Callable[..., Start], document: Path, qtbot: QtBot
) -> None:
    page, _ = show(recent(document), recent(document, "Spring"))
    table = page.findChildren(Table)[0]
    with qtbot.waitSignal(page.document_wanted) as heard:
        table.activated.emit(table.model().index(0, 0))

    assert table.model().index(0, 0).data() == "Spring"
    assert heard.args == [document]


def test_a_missing_one_can_be_found_or_removed(
    show: Callable[..., Start], document: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = str(tmp_path / "gone.techmodel")
    page, _ = show(recent(document), recent(gone, "Gone"), recent(document, "There"))
    find, remove = page.findChildren(PathButton)
    with qtbot.waitSignal(page.find_wanted) as found:
        find.click()
    with qtbot.waitSignal(page.forget_wanted) as forgotten:
        remove.click()

    assert (find.accessibleName(), remove.accessibleName()) == ("Find… Gone", "Remove Gone")
    assert (found.args, forgotten.args) == ([gone], [gone])


def test_the_right_pane_goes_below_when_narrow(
    show: Callable[..., Start], document: Path, look: Look
) -> None:
    page, _ = show(recent(document), recent(document, "Spring"))
    beside = page._side.x() > 0
    look.choose_text(200)
    QApplication.processEvents()

    assert beside
    assert page._side.x() == 0
    assert page._side.y() > 0


def test_everything_has_a_name(
    show: Callable[..., Start],
    document: Path,
    unnamed_focusables: Callable[[QWidget], list[str]],
) -> None:
    page, _ = show(recent(document), recent("/gone", "Gone"))

    assert unnamed_focusables(page) == []
    assert len(page.panes()) == 2


def test_what_is_added_above_squeezes_nothing_even_for_a_moment(
    show: Callable[..., Start], look: Look, qtbot: QtBot
) -> None:
    look.choose_text(200)
    page, _ = show()
    page.resize(1366, 640)
    qtbot.waitUntil(lambda: not faults(page))
    page.put_first(Note("We kept your work on one assessment. " * 6))
    seen = faults(page)
    for _ in range(6):
        QApplication.sendPostedEvents()
        seen += faults(page)

    assert seen == []
    look.choose_text(100)
