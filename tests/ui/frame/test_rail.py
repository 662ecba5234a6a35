"""The rail says where we are and how far we are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from techmodel.ui.frame.rail import PlaceName, Rail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look


@pytest.fixture
def rail(look: Look, qtbot: QtBot) -> Iterator[Rail]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(300, 500)
    places = [PlaceName("start", "Start", "start"), PlaceName("gaps", "Gaps", "gaps")]
    made = Rail(look, places, parent)
    parent.show()
    yield made
    parent.hide()


def words(rail: Rail) -> list[str]:
    return [label.text() for label in rail.findChildren(QLabel) if label.isVisible()]


def test_title_and_progress_are_shown(rail: Rail) -> None:
    rail.show_title("Wendlemere place")
    rail.show_progress(424, 449)

    assert words(rail) == [
        "Assessment",
        "Wendlemere place",
        "424 of 449 answers",
        "Press ? for all keys",
    ]
    assert rail.findChildren(QProgressBar)[0].value() == 424


def test_without_an_assessment_it_says_that_it_works_offline(rail: Rail) -> None:
    assert words(rail)[1:] == ["None open", "Works offline. Nothing leaves this computer."]
    assert not rail.findChildren(QProgressBar)[0].isVisible()


def test_a_place_is_chosen_by_mouse_or_key(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.chosen) as heard:
        rail.item("gaps").click()

    assert heard.args == ["gaps"]


def test_places_can_be_off(rail: Rail) -> None:
    rail.allow(["start"])

    assert (rail.item("start").isEnabled(), rail.item("gaps").isEnabled()) == (True, False)


def test_words_go_under_the_icons_when_narrow(rail: Rail) -> None:
    wide = (rail.width(), rail.item("start").sizeHint().height())
    rail.show_progress(1, 2)
    rail.show_narrow(narrow=True)

    assert wide == (168, 40)
    assert (rail.width(), rail.item("start").sizeHint().height()) == (84, 56)
    assert words(rail) == []


@pytest.mark.parametrize("narrow", [True, False])
def test_the_place_shown_is_painted_apart(rail: Rail, look: Look, narrow: bool) -> None:
    rail.show_narrow(narrow=narrow)
    rail.mark("gaps")
    item = rail.item("gaps")
    item.setFocus()
    image = item.grab().toImage()

    assert image.pixelColor(1, item.height() // 2) == look.colour("rail.mark")
    assert image.pixelColor(item.width() - 12, 6) == look.colour("rail.selected")
    assert rail.current() is item


def test_the_first_place_is_current_when_none_is_marked(rail: Rail) -> None:
    rail.mark("")

    assert rail.current() is rail.item("start")
