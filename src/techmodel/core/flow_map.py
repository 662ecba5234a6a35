"""The geometry of the map of flows: organisations on a ring, one curve for each way."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, pi
from typing import TYPE_CHECKING

from techmodel.core.flows import find_matrix
from techmodel.core.geometry import radar_points, radar_sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.core.assessment import Assessment
    from techmodel.core.flows import Flow, FlowCell
    from techmodel.core.geometry import Point
    from techmodel.core.organisations import Organisation, OrganisationId

_CENTRE, _RING, _LARGEST = (0.5, 0.5), 0.4, 0.05
_BEND = 0.14
"""How far a curve swings out, as a share of its length: to its own right, so that there and back
do not lie on each other."""


@dataclass(frozen=True, slots=True)
class Node:
    """An organisation: its middle in the unit square, y downwards.

    `side` says where its label goes: -1 to the left, 0 centred, 1 to the right.
    """

    organisation: OrganisationId
    at: Point
    side: int


@dataclass(frozen=True, slots=True)
class Edge:
    """All flows from one organisation to another: a quadratic curve between rims of nodes."""

    sender: OrganisationId
    receiver: OrganisationId
    cell: FlowCell
    start: Point
    control: Point
    end: Point

    @property
    def middle(self) -> Point:
        """The point half-way along the curve, where its level stands."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.control, self.end
        return (ax + 2 * bx + cx) / 4, (ay + 2 * by + cy) / 4


@dataclass(frozen=True, slots=True)
class FlowMap:
    """The map in the unit square. `radius` is that of every node."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    radius: float


def find_map(assessment: Assessment, flows: Iterable[Flow]) -> FlowMap:
    """Organisations in scope around a ring, those of one kind side by side, and their flows.

    The first stands at the top, the others follow clockwise, in the order of kinds in the
    checklist, then as listed: the same assessment always gives the same map.
    """
    order = _by_kind(assessment)
    count = len(order)
    points = radar_points([1.0] * count, _CENTRE, _RING)
    places = dict(zip([o.id for o in order], points, strict=True))
    radius = min(_LARGEST, 0.8 * _RING * pi / max(count, 1))
    nodes = [
        Node(o.id, at, side) for o, at, side in zip(order, points, radar_sides(count), strict=True)
    ]
    edges = [
        Edge(sender, receiver, cell, *_curve(places[sender], places[receiver], radius))
        for (sender, receiver), cell in find_matrix(flows).items()
    ]
    return FlowMap(tuple(nodes), tuple(edges), radius)


def _by_kind(assessment: Assessment) -> list[Organisation]:
    kinds = {k.id: n for n, k in enumerate(assessment.checklist.kinds)}
    return sorted(assessment.scope, key=lambda o: kinds.get(o.kind, len(kinds)))


def _curve(one: Point, other: Point, radius: float) -> tuple[Point, Point, Point]:
    """Start on the rim of one, control point, end on the rim of the other."""
    across = other[0] - one[0], other[1] - one[1]
    control = (
        (one[0] + other[0]) / 2 - _BEND * across[1],
        (one[1] + other[1]) / 2 + _BEND * across[0],
    )
    return _towards(one, control, radius), control, _towards(other, control, radius)


def _towards(point: Point, aim: Point, distance: float) -> Point:
    """The point so far from another, on the way to a third."""
    x, y = aim[0] - point[0], aim[1] - point[1]
    share = distance / hypot(x, y)
    return point[0] + share * x, point[1] + share * y
