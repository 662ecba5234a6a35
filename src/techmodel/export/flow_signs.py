"""The signs of the map and the matrix of flows, and the legend that says what they mean."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from techmodel.core.palette import LIGHT
from techmodel.export.shapes import Box, Label, Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.flows import FlowCell
    from techmodel.core.geometry import Point
    from techmodel.export.logic_chart import Measure
    from techmodel.export.shapes import Shape

SIZE = 9.0
"""Points of the type of names, digits and legend."""
CHIP = 15.0
"""The side of the chip that holds a level."""
LEGEND = 24.0
"""The height of the legend."""
DIGITS = "Digit: the lowest level known that way"
_SAMPLE, _SPACE = 28.0, 18.0


class Reach(Enum):
    """How what goes one way stands against its targets; the words of the legend."""

    MET = "at target"
    BELOW = "below target"
    UNKNOWN = "not known"


STROKES: dict[Reach, tuple[str, float, tuple[float, ...]]] = {
    Reach.MET: (LIGHT.ink2, 0.9, ()),
    Reach.BELOW: (LIGHT.ink, 1.4, (5.0, 2.6)),
    Reach.UNKNOWN: (LIGHT.ink3, 1.2, (1.2, 2.4)),
}
"""Colour, width and dashes of a line or edge; each is told from the others without colour."""


def reach(cell: FlowCell) -> Reach:
    """How the flows of one way stand: one below for certain, one perhaps, or all at target."""
    if cell.gap is None or cell.gap.high == 0:
        return Reach.MET
    return Reach.BELOW if cell.gap.low else Reach.UNKNOWN


def chip(cell: FlowCell, middle: Point) -> Iterator[Shape]:
    """The lowest known level of a way, "?" where none is known, in an edge like its line."""
    (x, y), half = middle, CHIP / 2
    stroke, wide, dash = STROKES[reach(cell)]
    corners = ((x - half, y - half), (x + half, y - half), (x + half, y + half))
    square = (*corners, (x - half, y + half))
    yield Box(x - half - 1.5, y - half - 1.5, CHIP + 3, CHIP + 3, LIGHT.surface)
    if cell.level is None:
        yield Line(square, stroke, wide, dash, LIGHT.surface, closed=True)
        yield Label(x, y + 3.2, "?", SIZE, LIGHT.ink, anchor="middle")
        return
    swatch = LIGHT.levels[cell.level]
    yield Line(square, stroke, wide, dash, swatch.fill, closed=True)
    yield Label(x, y + 3.2, f"{cell.level}", SIZE, swatch.text, bold=True, anchor="middle")


def legend(width: float, top: float, measure: Measure) -> Iterator[Shape]:
    """What lines and digits mean, in a row in the middle of the width."""
    words = [*(look.value for look in STROKES), DIGITS]
    wides = [measure(word, SIZE, bold=False) for word in words]
    x = (width - sum(wides) - len(STROKES) * (_SAMPLE + 5 + _SPACE)) / 2
    base = top + LEGEND - 6
    for (stroke, wide, dash), word, long in zip(STROKES.values(), words, wides, strict=False):
        yield Line(((x, base - 3), (x + _SAMPLE, base - 3)), stroke, wide, dash)
        yield Label(x + _SAMPLE + 5, base, word, SIZE, LIGHT.ink2)
        x += _SAMPLE + 5 + long + _SPACE
    yield Label(x, base, DIGITS, SIZE, LIGHT.ink2)
