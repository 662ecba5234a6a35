"""The geometry of the map of flows in a window: named boxes around the edge, curves between."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from techmodel.core.geometry import Point

_BEND, _PULL = 0.11, 0.3
"""How far a curve swings to its own right, as a share of its length, so that there and back do
not lie on each other, and how far it leans towards the middle of the map, clear of the boxes."""
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8, 0.14, 0.86)
"""Where a label may stand along its curve, the best first."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle by its middle and its size."""

    at: Point
    size: Point

    def meets(self, other: Area, clear: float = 0.0) -> bool:
        """Whether two lie over each other, or are closer than `clear`."""
        return all(
            abs(self.at[n] - other.at[n]) < (self.size[n] + other.size[n]) / 2 + clear
            for n in (0, 1)
        )

    def holds(self, other: Area) -> bool:
        """Whether another lies inside."""
        return all(
            abs(self.at[n] - other.at[n]) <= (self.size[n] - other.size[n]) / 2 for n in (0, 1)
        )


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve."""

    start: Point
    control: Point
    end: Point

    def point(self, share: float) -> Point:
        """The point at a share (0..1) of the way."""
        rest = 1 - share
        weights = rest * rest, 2 * rest * share, share * share
        ends = self.start, self.control, self.end
        x, y = (sum(w * p[n] for w, p in zip(weights, ends, strict=True)) for n in (0, 1))
        return x, y


def least_size(count: int, box: Point, gap: Point, width: float) -> Point:
    """The size that so many boxes need with `gap` between them; no wider than `width` if it can.

    Two boxes side by side are the narrowest map.
    """
    across = max(_columns(box, gap, width), 1)
    top, middle, bottom = _rows(count, across)
    wide = max(top, bottom, 2 if middle else 1)
    high = bool(top) + bool(bottom) + ceil(middle / 2)
    return wide * (box[0] + gap[0]), max(high, 1) * (box[1] + gap[1])


def place_boxes(count: int, size: Point, box: Point, gap: Point) -> tuple[Point, ...]:
    """The middles of so many boxes in an area, clockwise from its top left.

    In an area of `least_size` or more none comes closer to another than half the gap.
    """
    top, middle, bottom = _rows(count, max(_columns(box, gap, size[0]), 1))
    right, left = ceil(middle / 2), middle // 2
    rows = bool(top) + bool(bottom) + right
    heights = [(n + 0.5) / max(rows, 1) * size[1] for n in range(rows)]
    sides = heights[bool(top) : bool(top) + right]
    edge = (box[0] + gap[0]) / 2
    return (
        *((x, heights[0]) for x in _spread(top, size[0])),
        *((size[0] - edge, y) for y in sides),
        *((x, heights[-1]) for x in reversed(_spread(bottom, size[0]))),
        *((edge, y) for y in reversed(sides[:left])),
    )


def route(one: Area, other: Area, middle: Point) -> Curve:
    """The curve from the edge of one box to the edge of another; `middle` is that of the map."""
    across = other.at[0] - one.at[0], other.at[1] - one.at[1]
    half = (one.at[0] + other.at[0]) / 2, (one.at[1] + other.at[1]) / 2
    lean = (middle[0] - half[0]) * _PULL, (middle[1] - half[1]) * _PULL
    control = half[0] - _BEND * across[1] + lean[0], half[1] + _BEND * across[0] + lean[1]
    return Curve(_edge(one, control), control, _edge(other, control))


def place_labels(
    curves: Sequence[Curve], boxes: Iterable[Area], whole: Area, label: Point
) -> tuple[Point | None, ...]:
    """Where the label of each curve stands: never over a box or over another label.

    Curves in front come first and get the best places; None where there is no room left.
    """
    taken, found = list(boxes), []
    for curve in curves:
        place = next(_free(curve, taken, whole, label), None)
        found.append(place.at if place else None)
        if place:
            taken.append(place)
    return tuple(found)


def _free(curve: Curve, taken: list[Area], whole: Area, label: Point) -> Iterator[Area]:
    for share in _ALONG:
        place = Area(curve.point(share), label)
        if whole.holds(place) and not any(place.meets(other, 1.0) for other in taken):
            yield place


def _columns(box: Point, gap: Point, width: float) -> int:
    return int(width // (box[0] + gap[0]))


def _rows(count: int, across: int) -> tuple[int, int, int]:
    """How many stand in the top row, at the sides together, and in the bottom row."""
    quarter, rest = divmod(count, 4)
    top = min(quarter, across)
    bottom = min(quarter + rest % 2, across)
    return top, count - top - bottom, bottom


def _spread(count: int, width: float) -> list[float]:
    return [(n + 0.5) / count * width for n in range(count)]


def _edge(box: Area, aim: Point) -> Point:
    """The point of the box's edge on the way to another point."""
    x, y = aim[0] - box.at[0], aim[1] - box.at[1]
    if not hypot(x, y):
        return box.at
    reach = min(box.size[n] / 2 / abs(way) for n, way in ((0, x), (1, y)) if way)
    return box.at[0] + x * min(reach, 1.0), box.at[1] + y * min(reach, 1.0)
