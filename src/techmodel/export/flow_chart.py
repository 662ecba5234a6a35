"""The map of flows: organisations on a ring, and a curve for each way between two of them."""

from __future__ import annotations

from functools import partial
from math import hypot
from typing import TYPE_CHECKING

from techmodel.core.palette import LIGHT
from techmodel.export.flow_signs import CHIP, LEGEND, SIZE, STROKES, Reach, chip, legend, reach
from techmodel.export.logic_chart import wrapped
from techmodel.export.shapes import Box, Chart, Label, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.flow_map import Edge, FlowMap, Node
    from techmodel.core.geometry import Point
    from techmodel.export.logic_chart import Measure
    from techmodel.export.shapes import Anchor, Shape

_SIDE = 420.0
"""Points of the side of the unit square; names stand left and right of the nodes."""
_SPARE = 8.0
"""Points above the highest node and below the lowest one, for curves that swing out."""
_STEPS = 16
_DOT = 0.5
"""Curves end at the radius of a node; what is painted of it is so much of that."""
_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""Where along its curve a chip may stand, the best first."""
_LEADING, _MOST_LINES = 11.0, 3
_ANCHORS: dict[int, Anchor] = {-1: "end", 0: "middle", 1: "start"}


class MapDrawing:
    """Draws a map of flows as wide as a page."""

    def __init__(
        self, found: FlowMap, names: Mapping[str, str], width: float, measure: Measure
    ) -> None:
        """What to draw, and how.

        Args:
            found: the geometry, in the unit square.
            names: what each organisation is called here.
            width: points.
            measure: how wide a text is in a size of points.
        """
        self._found, self._names = found, names
        self._width, self._measure = width, measure
        self._left = (width - _SIDE) / 2
        self._away = found.radius * _SIDE * _DOT + 4
        heights = [node.at[1] * _SIDE for node in found.nodes]
        rim = found.radius * _SIDE + _SPARE
        self._top = min(heights, default=0.0) - rim
        self._foot = max(heights, default=0.0) + rim - self._top

    def chart(self, alt: str) -> Chart:
        """The map; what is below target lies on top. `alt` says the same in words."""
        edges = sorted(self._found.edges, key=lambda e: reach(e.cell) is Reach.BELOW)
        shapes = [shape for edge in edges for shape in self._curve(edge)]
        for node in self._found.nodes:
            shapes += [*self._dot(node), *self._name(node)]
        shapes += [*self._chips(edges), *legend(self._width, self._foot, self._measure)]
        return Chart(self._width, self._foot + LEGEND, tuple(shapes), alt)

    def _at(self, point: Point) -> Point:
        return self._left + point[0] * _SIDE, point[1] * _SIDE - self._top

    def _on(self, edge: Edge, share: float) -> Point:
        """The point so far along the curve."""
        parts = (1 - share) ** 2, 2 * share * (1 - share), share**2
        points = edge.start, edge.control, edge.end
        x, y = (sum(p * point[n] for p, point in zip(parts, points, strict=True)) for n in (0, 1))
        return self._at((x, y))

    def _curve(self, edge: Edge) -> Iterator[Shape]:
        """The line of a way, with its tip."""
        points = [self._on(edge, n / _STEPS) for n in range(_STEPS + 1)]
        stroke, wide, dash = STROKES[reach(edge.cell)]
        (x, y), back = points[-1], self._on(edge, 1 - 0.5 / _STEPS)
        long = hypot(x - back[0], y - back[1]) or 1.0
        dx, dy = (x - back[0]) / long, (y - back[1]) / long
        foot = x - 7 * dx, y - 7 * dy
        sides = (foot[0] - 2.8 * dy, foot[1] + 2.8 * dx), (foot[0] + 2.8 * dy, foot[1] - 2.8 * dx)
        yield Line((*points[:-1], foot), stroke, wide, dash)
        yield Line(((x, y), *sides), fill=stroke, closed=True)

    def _chips(self, edges: list[Edge]) -> Iterator[Shape]:
        """The chip of every way, where it is clear of nodes and of the chips before it."""
        taken = [self._at(node.at) for node in self._found.nodes]
        for edge in edges:
            places = [self._on(edge, share) for share in _PLACES]
            rooms = [min(_apart(place, other) for other in taken) for place in places]
            first = next((n for n, room in enumerate(rooms) if room > CHIP + 4), None)
            best = places[rooms.index(max(rooms)) if first is None else first]
            taken.append(best)
            yield from chip(edge.cell, best)

    def _dot(self, node: Node) -> Iterator[Shape]:
        (x, y), radius = self._at(node.at), self._found.radius * _SIDE * _DOT
        yield Box(x - radius, y - radius, 2 * radius, 2 * radius, LIGHT.accent, radius=radius)

    def _name(self, node: Node) -> Iterator[Shape]:
        """The name beside its node on a white ground, on at most three lines."""
        (x, y), side = self._at(node.at), node.side
        if side:
            x += side * self._away
            room = self._width - x if side > 0 else x
            lines = self._lines(self._names[node.organisation], room, _MOST_LINES)
            base = y + 3.2 - (len(lines) - 1) * _LEADING / 2
        else:
            lines = self._lines(self._names[node.organisation], self._width / 2, 1)
            base = y - self._away if y < self._foot / 2 else y + self._away + 7
        for n, line in enumerate(lines):
            low = base + n * _LEADING
            wide = self._measure(line, SIZE, bold=True) + 3
            start = x - 1.5 - (wide - 3) * (1 - side) / 2
            yield Box(start, low - 8.5, wide, _LEADING, LIGHT.surface)
            yield Label(x, low, line, SIZE, LIGHT.ink, bold=True, anchor=_ANCHORS[side])

    def _lines(self, name: str, room: float, most: int) -> list[str]:
        """The name in lines; what does not fit is shown to be missing."""
        lines = wrapped(name, room, partial(self._measure, size=SIZE, bold=True))
        if len(lines) <= most:
            return lines
        return [*lines[: most - 1], f"{lines[most - 1].rstrip()[:-1]}…"]


def _apart(one: Point, other: Point) -> float:
    """How far two points are from each other, across or down, whichever is more."""
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))
