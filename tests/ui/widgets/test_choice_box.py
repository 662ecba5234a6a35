"""A list to choose from ends long words with dots, and its tip says them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from techmodel.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look

LONG = "An organisation with a rather long name, such as some have"


@pytest.fixture
def show(look: Look, qtbot: QtBot) -> Callable[[str], ChoiceBox]:
    def made(text: str) -> ChoiceBox:
        box = ChoiceBox()
        qtbot.addWidget(box)
        box.addItem(text)
        box.resize(160, 32)
        return box

    return made


def test_the_tip_says_the_words_whole(show: Callable[[str], ChoiceBox]) -> None:
    assert show(LONG).toolTip() == LONG


def test_long_words_end_with_dots(show: Callable[[str], ChoiceBox]) -> None:
    whole = show(LONG).grab().toImage()
    dotted = [show(f"{LONG[:n].rstrip()}…").grab().toImage() for n in range(5, 20)]

    assert whole in dotted
    assert whole != dotted[0]
