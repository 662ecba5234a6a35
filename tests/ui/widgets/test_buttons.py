"""Buttons with keys, links, filters and segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from techmodel.ui.look import Look, Size, Weight
from techmodel.ui.widgets.buttons import FilterToggle, KeyButton, LinkButton, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture
def segments(qtbot: QtBot) -> Segmented:
    made = Segmented([("map", "Heat map"), ("bars", "Bars"), ("radar", "Radar")], "View")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_button_has_room_for_its_key_and_picture(look: Look, qtbot: QtBot) -> None:
    buttons = [
        KeyButton(look, "Park"),
        KeyButton(look, "Park", "P"),
        KeyButton(look, "Park", "P", picture="bookmark"),
        KeyButton(look, "Park", "P", picture="bookmark", filled=True),
    ]
    for button in buttons:
        qtbot.addWidget(button)
    widths = [b.sizeHint().width() for b in buttons]

    assert widths == sorted(set(widths))
    assert buttons[1].minimumSizeHint() == buttons[1].sizeHint()


def test_a_button_says_its_key(look: Look, qtbot: QtBot) -> None:
    button = KeyButton(look, "Don’t know", "D")
    qtbot.addWidget(button)

    assert (button.accessibleName(), button.accessibleDescription()) == ("Don’t know", "Key: D")
    assert KeyButton(look, "Open").accessibleDescription() == ""


@pytest.mark.parametrize("filled", [True, False])
@pytest.mark.parametrize("enabled", [True, False])
def test_a_button_paints_its_words(look: Look, qtbot: QtBot, filled: bool, enabled: bool) -> None:
    button = KeyButton(look, "Next", "Ctrl+Enter", filled=filled, picture="tick")
    qtbot.addWidget(button)
    button.setEnabled(enabled)
    button.setProperty("align", "left" if filled else "")
    button.resize(300, 32)
    image = button.grab().toImage()
    ink = "ink3" if not enabled else "on_accent" if filled else "ink"
    seen = {image.pixelColor(x, y).name() for x in range(300) for y in range(32)}

    assert look.colour(ink).name() in seen
    assert button.filled is filled


def test_a_link_is_large_enough_to_hit(look: Look, qtbot: QtBot) -> None:
    link, small = LinkButton("Add evidence"), LinkButton("3 changes", small=True)
    for button in (link, small):
        qtbot.addWidget(button)
        button.ensurePolished()

        assert button.sizeHint().height() >= 24
    assert small.sizeHint().width() < link.sizeHint().width()


def test_a_filter_shows_its_count(qtbot: QtBot) -> None:
    toggle = FilterToggle("Not answered")
    qtbot.addWidget(toggle)
    toggle.show_count(44)
    toggle.show_count(43)

    assert toggle.text() == "Not answered 43"
    assert toggle.isCheckable()


def test_a_filter_keeps_its_width_when_it_turns_bold(look: Look, qtbot: QtBot) -> None:
    toggle = FilterToggle("Not answered")
    qtbot.addWidget(toggle)
    toggle.ensurePolished()
    off = toggle.sizeHint()
    toggle.setChecked(True)
    metrics = QFontMetrics(look.font(Size.SMALL, Weight.SEMIBOLD))

    assert toggle.sizeHint() == off == toggle.minimumSizeHint()
    assert off.width() >= metrics.horizontalAdvance("Not answered") + 14


def test_a_filter_is_large_enough_to_hit(look: Look, qtbot: QtBot) -> None:
    toggle = FilterToggle("Parked")
    qtbot.addWidget(toggle)
    toggle.ensurePolished()

    assert toggle.sizeHint().height() >= 24


def test_one_segment_holds(segments: Segmented, qtbot: QtBot) -> None:
    first = segments.key
    with qtbot.waitSignal(segments.chosen) as heard:
        segments.button("radar").click()

    assert first == "map"
    assert heard.args == ["radar"]
    assert segments.key == "radar"


def test_choosing_a_segment_for_a_person_says_nothing(segments: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("bars")

    assert segments.key == "bars"


def test_arrows_move_between_segments(segments: Segmented) -> None:
    segments.button("map").setFocus()
    QTest.keyClick(segments.button("map"), Qt.Key.Key_Right)

    assert segments.key == "bars"


def test_segments_have_names(
    segments: Segmented, unnamed_focusables: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed_focusables(segments) == []
    assert segments.button("bars").accessibleName() == "View: Bars"
