"""The small drawings that stand in cells: chips, level bars, shares of target, boxes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.palette import LIGHT, SHARES, share_swatch
from techmodel.core.ranges import UNKNOWN
from techmodel.export.content.blocks import Mark
from techmodel.export.pdf.fonts import REGULAR, SEMIBOLD, width
from techmodel.export.shapes import Box, Chart, Label, Line, hatch
from techmodel.wording.numbers import level_range, percent_range

if TYPE_CHECKING:
    from techmodel.export.content.blocks import Chip, LevelBar, Share, ShareBar, Ticks
    from techmodel.export.shapes import Shape
    from techmodel.wording.numbers import Ends

_ROW = 15.0
"""The height of a drawing in a row of text."""

_BOX, _STEP = 9.0, 11.0
"""A box of a level bar, and the distance to the next."""


def level_bar(bar: LevelBar, size: float) -> Chart:
    """Digits, then five boxes: filled reached, hatched may be, outlined the target."""
    if bar.level is None:
        text = f"No level, target {bar.target}" if bar.target else "No level"
        return _text(text, size)
    digits = level_range(bar.level)
    shapes: list[Shape] = [Label(0, 11, digits, size, LIGHT.ink, bold=True)]
    x = width(digits, SEMIBOLD, size)
    if bar.target:
        of = " of "
        shapes.append(Label(x, 11, of, size, LIGHT.ink2))
        x += width(of, REGULAR, size)
        shapes.append(Label(x, 11, str(bar.target), size, LIGHT.ink, bold=True))
    start = width("0\N{EN DASH}5 of 5", SEMIBOLD, size) + 8
    for n in range(5):
        shapes += _level_box(start + 2 + n * _STEP, n + 1, bar.level, bar.target)
    if bar.target:
        outline = Box(start, 1, bar.target * _STEP + 2, 13, None, LIGHT.ink, 1.3, 2.5)
        shapes.append(outline)
    return Chart(start + 5 * _STEP + 4, _ROW, tuple(shapes))


def _level_box(x: float, step: int, reached: Ends, target: int) -> list[Shape]:
    low = int(reached.low)
    if step <= low:
        return [Box(x, 3, _BOX, _BOX, LIGHT.levels[low].fill, LIGHT.line, 0.5, 1)]
    if step <= reached.high:
        frame = Box(x, 3, _BOX, _BOX, None, LIGHT.line, 0.5, 1)
        return [*hatch(x, 3, _BOX, _BOX, LIGHT.ink3), frame]
    inside = step <= target
    fill = LIGHT.surface if inside else LIGHT.sunken
    return [Box(x, 3, _BOX, _BOX, fill, LIGHT.rule if inside else None, 0.5, 1)]


def chip(chip: Chip, size: float) -> Chart:
    """A filled chip with its digit; what is not a level has a dashed edge and its sign."""
    wide = max(20.0, width(chip.text, SEMIBOLD, size) + 8)
    label = Label(wide / 2, 12, chip.text, size, LIGHT.ink2, anchor="middle")
    if chip.level is None:
        corners = ((0.5, 1), (wide - 0.5, 1), (wide - 0.5, 16), (0.5, 16))
        edge = Line(corners, LIGHT.line, 0.6, (2, 2), closed=True)
        return Chart(wide, 17, (edge, label))
    swatch = LIGHT.levels[chip.level]
    edge_colour = LIGHT.ink if chip.provided else LIGHT.line
    box = Box(0.5, 1, wide - 1, 15, swatch.fill, edge_colour, 1.2 if chip.provided else 0.4, 2.5)
    digit = Label(wide / 2, 12, chip.text, size, swatch.text, bold=True, anchor="middle")
    return Chart(wide, 17, (box, digit))


def share(cell: Share, room: float, size: float) -> Chart:
    """A cell of the heat map, as wide as its column; the lowest of a row is underlined in ink."""
    high = 19.0
    if cell.share is None or cell.share == UNKNOWN:
        sign = "·" if cell.share is None else "\N{EN DASH}"
        return Chart(room, high, (Label(room / 2, 13, sign, size, LIGHT.ink2, anchor="middle"),))
    swatch = share_swatch(cell.share.low)
    text = percent_range(cell.share, "\N{EN DASH}").rstrip("%")
    box = Box(1, 0.5, room - 2, high - 1, swatch.fill, LIGHT.rule, 0.5, 2)
    digits = Label(room / 2, 13, text, size, swatch.text, bold=True, anchor="middle")
    shapes: list[Shape] = [box, digits]
    if cell.lowest:
        shapes.append(Box(1, high - 2.2, room - 2, 2.2, LIGHT.ink))
    return Chart(room, high, tuple(shapes))


def share_bar(bar: ShareBar, room: float) -> Chart:
    """Solid to the low end, hatched to the high end, the edge is the whole target."""
    wide, high = room - 6, 8.0
    shapes: list[Shape] = []
    if bar.share is not None:
        low, top = bar.share.low * wide, bar.share.high * wide
        shapes.append(Box(3, 3.5, low, high, LIGHT.accent))
        shapes += hatch(3 + low, 3.5, top - low, high, LIGHT.ink2)
    shapes.append(Box(3, 3.5, wide, high, None, LIGHT.line, 0.6, 1.5))
    return Chart(room, _ROW, tuple(shapes))


def ticks(cell: Ticks, size: float) -> Chart:
    """Empty boxes, each before its word."""
    shapes: list[Shape] = []
    x = 0.0
    for label in cell.labels:
        shapes.append(Box(x + 0.5, 3, 9, 9, None, LIGHT.ink, 0.9))
        shapes.append(Label(x + 14, 11.5, label, size, LIGHT.ink))
        x += 14 + width(label, REGULAR, size) + 12
    return Chart(x - 12, _ROW, tuple(shapes))


_SIGNS = {
    Mark.DONE: ((3.2, 6.2), (5.2, 8.2), (8.8, 4)),
    Mark.OPEN: ((6, 3), (6, 6.2), (8.2, 7.6)),
    Mark.LATE: ((6, 3), (6, 6.6)),
}


def sign(mark: Mark) -> Chart:
    """A ring with a tick, a clock's hands, or an exclamation mark."""
    ring = Box(0.6, 0.6, 10.8, 10.8, None, LIGHT.ink, 0.9, 5.4)
    shapes: list[Shape] = [ring, Line(_SIGNS[mark], LIGHT.ink, 1.1)]
    if mark is Mark.LATE:
        shapes.append(Box(5.4, 7.8, 1.2, 1.3, LIGHT.ink))
    return Chart(12, 12, tuple(shapes))


def legend(size: float) -> Chart:
    """What the colours of the heat map mean."""
    names = ("under 25", "25 to 49", "50 to 69", "70 to 89", "90 and over")
    shapes: list[Shape] = []
    x = 0.0
    for swatch, name in zip(SHARES, names, strict=True):
        shapes.append(Box(x, 3, 15, 10, swatch.fill, LIGHT.line, 0.4, 1.5))
        shapes.append(Label(x + 19, 11, name, size, LIGHT.ink2))
        x += 19 + width(name, REGULAR, size) + 13
    shapes += [Box(x, 10.8, 15, 2.2, LIGHT.ink)]
    lowest = "lowest"
    shapes.append(Label(x + 19, 11, lowest, size, LIGHT.ink2))
    x += 19 + width(lowest, REGULAR, size) + 13
    unasked = "\N{EN DASH}  not known  ·  not asked"
    shapes.append(Label(x, 11, unasked, size, LIGHT.ink2))
    return Chart(x + width(unasked, REGULAR, size), _ROW, tuple(shapes))


def _text(text: str, size: float) -> Chart:
    label = Label(0, 11, text, size, LIGHT.ink2)
    return Chart(width(text, REGULAR, size), _ROW, (label,))
