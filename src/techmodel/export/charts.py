"""The charts of the report, drawn once for paper, page and window (architecture.md 11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.geometry import radar_points, radar_sides
from techmodel.core.palette import LIGHT, SHARES
from techmodel.export.shapes import Box, Chart, Label, Line, hatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.geometry import Point
    from techmodel.export.shapes import Anchor, Shape

_ANCHORS: dict[int, Anchor] = {-1: "end", 0: "middle", 1: "start"}


@dataclass(frozen=True, slots=True)
class Spoke:
    """One axis of a radar: its label (one or two lines), and shares 0..1 of its length.

    `target` is None where the rim itself is the target.
    """

    label: tuple[str, ...]
    low: float
    high: float
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Rings:
    """The rings of a radar: the words at each, from the innermost to the rim; "" for none."""

    words: tuple[str, ...]


PERCENT_RINGS = Rings(("25", "50", "75", "100%"))
LEVEL_RINGS = Rings(("1", "", "3", "", "5"))


def radar(spokes: Sequence[Spoke], rings: Rings, size: tuple[float, float], alt: str) -> Chart:
    """A radar of at least three spokes: solid to the low end, light to the high end.

    Args:
        spokes: the axes, the first straight up, then clockwise.
        rings: what the rings say.
        size: width and height in points; the labels stand inside it.
        alt: the same in words.
    """
    centre = (size[0] / 2, (size[1] - 20) / 2)
    longest = max(len(line) for s in spokes for line in s.label)
    radius = min(centre[1] - 26, centre[0] - 12 - 4.7 * longest)
    count = len(spokes)
    low = radar_points([s.low for s in spokes], centre, radius)
    high = radar_points([s.high for s in spokes], centre, radius)
    rim = radar_points([1.0] * count, centre, radius)
    shapes: list[Shape] = [
        Line(high, LIGHT.accent, 0.9, (3, 2), SHARES[1].fill, closed=True),
        Line(low, LIGHT.accent, 1.6, (), SHARES[2].fill, closed=True),
    ]
    shapes += [Line((centre, corner), LIGHT.rule, 0.5) for corner in rim]
    steps = len(rings.words)
    for n in range(1, steps + 1):
        ring = radar_points([n / steps] * count, centre, radius)
        shapes.append(Line(ring, LIGHT.line if n == steps else LIGHT.rule, 0.6, closed=True))
    targets = [1.0 if s.target is None else s.target for s in spokes]
    shapes.append(Line(radar_points(targets, centre, radius), LIGHT.ink, 1.5, closed=True))
    for n, word in enumerate(rings.words, 1):
        y = centre[1] - radius * n / steps
        halo = Box(
            centre[0] + 2, y + 1, 5 * len(word), 9.5 if word else 0, LIGHT.surface, radius=2
        )
        shapes += [halo, Label(centre[0] + 2.5, y + 9, word, 9, LIGHT.ink2)]
    shapes += [Box(x - 2, y - 2, 4, 4, LIGHT.accent, LIGHT.surface, 0.6, 2) for x, y in low]
    shapes += _names(spokes, radar_points([1.0] * count, centre, radius + 9), centre)
    shapes += _key(size[0], size[1] - 15)
    return Chart(size[0], size[1], tuple(shapes), alt)


def _names(spokes: Sequence[Spoke], places: Sequence[Point], centre: Point) -> list[Shape]:
    """The label of each spoke, outside its corner: above the centre it grows upwards."""
    names: list[Shape] = []
    for spoke, (x, y), side in zip(spokes, places, radar_sides(len(spokes)), strict=True):
        lines = len(spoke.label)
        lift = (lines - 1) * 11 if y < centre[1] - 1 and side == 0 else (lines - 1) * 5.5
        drop = 4 if side else 0 if y < centre[1] else 8
        names += [
            Label(x, y + drop - lift + 11 * n, text, 9, LIGHT.ink, n > 0, _ANCHORS[side])
            for n, text in enumerate(spoke.label)
        ]
    return names


def _key(width: float, top: float) -> list[Shape]:
    """What the lines of a radar mean, in a row at its foot."""
    looks = (
        ("reached", LIGHT.accent, 1.6, (), SHARES[2].fill),
        ("may be reached", LIGHT.accent, 0.9, (3.0, 2.0), SHARES[1].fill),
        ("target", LIGHT.ink, 1.5, (), None),
    )
    shapes: list[Shape] = []
    x = width / 2 - 108
    for word, stroke, line, dash, fill in looks:
        corners = ((x, top + 3), (x + 14, top + 3), (x + 14, top + 12), (x, top + 12))
        shapes.append(Line(corners, stroke, line, dash, fill, closed=True))
        shapes.append(Label(x + 19, top + 11, word, 9, LIGHT.ink2))
        x += 38 + 4.3 * len(word)
    return shapes


def mix_bar(parts: Sequence[tuple[str, float]], width: float, alt: str) -> Chart:
    """A bar of shares that add up to 1, the strongest evidence darkest, the last one hatched.

    A part too narrow for its words has only the first, or none; the words beside the chart name
    every part.
    """
    shapes: list[Shape] = []
    x = 0.0
    for n, (words, share) in enumerate(parts):
        wide = share * width
        last = n == len(parts) - 1
        swatch = SHARES[0] if last else SHARES[max(len(SHARES) - 1 - n, 0)]
        shapes.append(Box(x, 0.5, wide, 19, LIGHT.surface if last else swatch.fill))
        shapes += hatch(x, 0.5, wide, 19, LIGHT.rule) if last else ()
        shapes.append(Box(x, 0.5, wide, 19, None, LIGHT.line, 0.6))
        for fitting in (words, words.split()[0]):
            if wide >= 4.6 * len(fitting) + 7:
                shapes.append(Label(x + 4, 13.5, fitting, 9, swatch.text, bold=True))
                break
        x += wide
    return Chart(width, 20, tuple(shapes), alt)
