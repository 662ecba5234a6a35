"""Painted values as widgets have a size that follows the text, and a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt

from techmodel.core.ranges import Range
from techmodel.ui.widgets.chip import LevelBar, LevelChip, Painted, Pips, RangeBar
from techmodel.ui.widgets.mark import Kind, Mark, level_mark
from techmodel.ui.widgets.paint import OUTLINE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look


def test_a_chip_has_room_for_a_target(look: Look, qtbot: QtBot) -> None:
    chip, bare = LevelChip(look, level_mark(1), 20), LevelChip(look, level_mark(1), room=False)
    for widget in (chip, bare):
        qtbot.addWidget(widget)

    assert chip.sizeHint() == QSize(20 + 2 * OUTLINE, 20 + 2 * OUTLINE)
    assert bare.sizeHint() == QSize(24, 24)


def test_a_chip_grows_with_the_text(look: Look, qtbot: QtBot) -> None:
    chip = LevelChip(look, level_mark(1), 20)
    qtbot.addWidget(chip)
    look.choose_text(200)

    assert chip.minimumSizeHint() == QSize(40 + 2 * OUTLINE, 40 + 2 * OUTLINE)


def test_every_painted_value_says_what_it_shows(look: Look, qtbot: QtBot) -> None:
    chip, bar, share, pips = (
        LevelChip(look, Mark(Kind.DONT_KNOW)),
        LevelBar(look),
        RangeBar(look),
        Pips(look),
    )
    for widget in (chip, bar, share, pips):
        qtbot.addWidget(widget)
    chip.show_mark(level_mark(2, target=True))
    bar.show_levels(0, 1, 3)
    share.show_range(Range(0.4, 0.6), "40 to 60% of the target")
    pips.show_gap(Range(1, 2), "gap 1 to 2")
    names = [w.accessibleName() for w in (chip, bar, share, pips)]

    assert names == [
        "level 2, target",
        "level 0 to 1 of 3",
        "40 to 60% of the target",
        "gap 1 to 2",
    ]


def test_a_bar_without_target_says_so(look: Look, qtbot: QtBot) -> None:
    bar = LevelBar(look)
    qtbot.addWidget(bar)
    bar.show_levels(2, 2, 0)

    assert bar.accessibleName() == "level 2, no target"


def test_painted_values_take_no_focus_and_paint(look: Look, qtbot: QtBot) -> None:
    bar, share, pips = LevelBar(look), RangeBar(look), Pips(look)
    for widget in (bar, share, pips, LevelChip(look, level_mark(4))):
        qtbot.addWidget(widget)
        image = widget.grab().toImage()

        assert widget.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert not image.isNull()


def test_what_is_painted_must_be_said(look: Look, qtbot: QtBot) -> None:
    bare = Painted(look, (10, 10))
    qtbot.addWidget(bare)

    with pytest.raises(NotImplementedError):
        bare._paint(None, None)  # type: ignore[arg-type]
