"""Chips, bars and pips say by shape what they say by colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from techmodel.core.ranges import Range
from techmodel.ui.look import Look, Theme
from techmodel.ui.widgets.mark import Kind, Mark, level_mark
from techmodel.ui.widgets.paint import (
    OUTLINE,
    paint_chip,
    paint_level_bar,
    paint_pips,
    paint_range_bar,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZE = 60
BOX = QRect(18, 18, 24, 24)
BAR = QRect(5, 20, 50, 12)


class Canvas:
    """A picture to paint on and look at."""

    def __init__(self) -> None:
        self.image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32)
        self.image.fill(QColor("#FF00FF"))

    def paint(self, paint: Callable[[QPainter], None]) -> None:
        painter = QPainter(self.image)
        paint(painter)
        painter.end()

    def at(self, x: int, y: int) -> str:
        return self.image.pixelColor(x, y).name().upper()

    def colours(self, area: QRect) -> set[str]:
        return {
            self.at(x, y)
            for x in range(area.left(), area.right() + 1)
            for y in range(area.top(), area.bottom() + 1)
        }


@pytest.fixture
def canvas(look: Look) -> Iterator[Canvas]:
    return Canvas()


@pytest.mark.parametrize("level", range(6))
def test_a_level_has_its_fill(canvas: Canvas, look: Look, level: int) -> None:
    canvas.paint(lambda p: paint_chip(p, BOX, look, level_mark(level)))

    assert canvas.at(22, 22) == look.palette.levels[level].fill


def test_high_contrast_tells_levels_without_fills(canvas: Canvas, look: Look) -> None:
    look.choose_theme(Theme.HIGH_CONTRAST)
    canvas.paint(lambda p: paint_chip(p, BOX, look, level_mark(3)))

    assert canvas.at(22, 22) == "#000000"
    assert canvas.at(18, 30) == "#FFFFFF"


def test_a_target_is_outlined_around_the_chip(canvas: Canvas, look: Look) -> None:
    canvas.paint(lambda p: paint_chip(p, BOX, look, level_mark(3, target=True)))

    assert canvas.at(30, BOX.top() - OUTLINE + 1) == look.palette.ink
    assert canvas.at(22, 22) == look.palette.levels[3].fill


def test_what_is_not_known_is_hatched_or_dashed(canvas: Canvas, look: Look) -> None:
    canvas.paint(lambda p: paint_chip(p, BOX, look, Mark(Kind.DONT_KNOW)))
    hatched = canvas.colours(QRect(19, 19, 6, 6))
    other = Canvas()
    other.paint(lambda p: paint_chip(p, BOX, look, Mark(Kind.NOT_ANSWERED)))
    edge = other.colours(QRect(20, 18, 20, 1))

    assert len(hatched) > 2
    assert {"#FF00FF"} < edge


@pytest.mark.parametrize("kind", [Kind.DONT_KNOW, Kind.RANGE])
def test_words_stay_clear_of_the_hatch_in_high_contrast(
    canvas: Canvas, look: Look, kind: Kind
) -> None:
    look.choose_theme(Theme.HIGH_CONTRAST)
    canvas.paint(lambda p: paint_chip(p, BOX, look, Mark(kind, 0, 1)))

    assert "#000000" in canvas.colours(QRect(26, 24, 8, 4))


def test_provided_by_another_has_a_corner(canvas: Canvas, look: Look) -> None:
    canvas.paint(lambda p: paint_chip(p, BOX, look, Mark(Kind.LEVEL, 2, provided=True)))

    assert canvas.at(19, 19) == look.palette.levels[2].text


@pytest.mark.parametrize("kind", [Kind.NOT_APPLICABLE, Kind.NOT_ASKED])
def test_what_does_not_apply_has_no_box(canvas: Canvas, look: Look, kind: Kind) -> None:
    canvas.paint(lambda p: paint_chip(p, BOX, look, Mark(kind)))

    assert canvas.colours(QRect(18, 18, 24, 1)) == {"#FF00FF"}


def test_a_level_bar_shows_reached_maybe_and_target(canvas: Canvas, look: Look) -> None:
    canvas.paint(lambda p: paint_level_bar(p, BAR, look, (1, 2), 3))
    reached, maybe, missing = (canvas.at(x, 26) for x in (10, 20, 30))

    assert reached == look.palette.levels[1].fill
    assert len(canvas.colours(QRect(18, 24, 4, 4))) > 1
    assert missing == "#FF00FF"
    assert maybe is not None
    assert canvas.at(20, 20) == look.palette.ink


def test_a_level_bar_without_target_has_no_outline(canvas: Canvas, look: Look) -> None:
    look.choose_theme(Theme.HIGH_CONTRAST)
    canvas.paint(lambda p: paint_level_bar(p, BAR, look, (2, 2), 0))

    assert canvas.at(20, 20) == "#FF00FF"
    assert canvas.at(10, 26) == "#FFFFFF"


@pytest.mark.parametrize(
    ("share", "solid", "hatched"),
    [
        (Range(0.5, 0.5), (8, 28), ()),
        (Range(0.2, 0.8), (8,), (30,)),
        (None, (), (10, 40)),
        (Range(0.0, 0.0), (), ()),
    ],
)
def test_a_range_bar_is_solid_to_low_and_hatched_to_high(
    canvas: Canvas,
    look: Look,
    share: Range | None,
    solid: tuple[int, ...],
    hatched: tuple[int, ...],
) -> None:
    canvas.paint(lambda p: paint_range_bar(p, BAR, look, share))
    accent, surface = look.palette.accent, look.palette.surface

    assert all(canvas.at(x, 26) == accent for x in solid)
    assert all(len(canvas.colours(QRect(x, 23, 6, 6))) > 1 for x in hatched)
    assert share is None or canvas.at(52, 26) == surface


def test_pips_are_filled_when_certain_and_hollow_when_not(canvas: Canvas, look: Look) -> None:
    canvas.paint(lambda p: paint_pips(p, BAR, look, Range(1, 2)))

    assert canvas.at(8, 26) == look.palette.ink
    assert canvas.at(17, 26) == "#FF00FF"
    assert canvas.at(14, 26) == look.palette.ink


def test_pips_take_another_colour_and_none_for_no_gap(canvas: Canvas, look: Look) -> None:
    canvas.paint(lambda p: paint_pips(p, BAR, look, None))
    before = canvas.colours(BAR)
    canvas.paint(lambda p: paint_pips(p, BAR, look, Range(1, 1), "#123456"))

    assert before == {"#FF00FF"}
    assert canvas.at(8, 26) == "#123456"


def test_painting_leaves_the_painter_as_it_was(canvas: Canvas, look: Look) -> None:
    def paint(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.DotLine)
        paint_chip(painter, BOX, look, level_mark(2, target=True))
        paint_level_bar(painter, BAR, look, (1, 2), 3)
        paint_range_bar(painter, BAR, look, Range(0.1, 0.2))
        paint_pips(painter, BAR, look, Range(1, 2))
        kept.append((painter.pen().style(), painter.hasClipping()))

    kept: list[tuple[Qt.PenStyle, bool]] = []
    canvas.paint(paint)

    assert kept == [(Qt.PenStyle.DotLine, False)]
