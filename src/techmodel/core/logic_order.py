"""The logic model in columns: which elements stand where, so that few links cross.

Layered drawing (Sugiyama, Tagawa, Toda 1981): links over several columns get a place in each
column between; then columns are sorted by where their neighbours stand, back and forth, and what
crosses least is kept. The same elements give the same order.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from techmodel.core.benefits import STAGES, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.plan_parts import Benefit, Stage

SWEEPS = 12
"""How often the columns are sorted back and forth."""


@dataclass(frozen=True, slots=True)
class Node:
    """A place in a column: an element; or, with `way` and `column`, where a link passes through.

    Of a link, `id` is where it begins and `way` where it ends.
    """

    id: str
    way: str = ""
    column: int = 0


Layer = tuple[Node, ...]
"""A column, top to bottom."""
Edge = tuple[Node, Node]
"""Joins nodes of neighbouring columns, left to right."""


@dataclass(frozen=True, slots=True)
class Order:
    """The columns, left to right, each with its stage; and what joins them.

    A stage has as many columns as the longest chain within it has elements, at least one.
    """

    stages: tuple[Stage, ...]
    layers: tuple[Layer, ...]
    edges: tuple[Edge, ...]


def find_order(benefits: Sequence[Benefit]) -> Order:
    """The columns of a logic model.

    Links that would lead to the left, to nothing or in a circle are left out.
    """
    benefits = in_order(benefits)
    depth = _depths(benefits)
    stages = tuple(
        stage
        for stage in STAGES
        for _ in range(1 + max((depth[b.id] for b in benefits if b.stage is stage), default=0))
    )
    column = {b.id: stages.index(b.stage) + depth[b.id] for b in benefits}
    layers: list[list[Node]] = [[] for _ in stages]
    for benefit in benefits:
        layers[column[benefit.id]].append(Node(benefit.id))
    edges: list[Edge] = []
    for benefit in benefits:
        for target in benefit.leads_to:
            if target in column and column[benefit.id] < column[target]:
                edges += _way(
                    benefit.id, target, range(column[benefit.id], column[target]), layers
                )
    best = _untangled([tuple(layer) for layer in layers], edges)
    return Order(stages, tuple(best), tuple(edges))


def crossings(layers: Sequence[Layer], edges: Sequence[Edge]) -> int:
    """How many pairs of links cross."""
    place = _places(layers)
    column = {node: n for n, layer in enumerate(layers) for node in layer}
    between: dict[int, list[tuple[int, int]]] = {}
    for a, b in edges:
        between.setdefault(column[a], []).append((place[a], place[b]))
    count = 0
    for pairs in between.values():
        seen: list[int] = []
        for _, right in sorted(pairs):
            count += len(seen) - bisect_right(seen, right)
            insort(seen, right)
    return count


def _depths(benefits: Sequence[Benefit]) -> dict[str, int]:
    """How many elements of its own stage lead to each, one after the other; 0 in a circle."""
    stage = {b.id: b.stage for b in benefits}
    depth = dict.fromkeys(stage, 0)
    for _ in benefits:
        moved = False
        for benefit in benefits:
            for target in benefit.leads_to:
                if stage.get(target) is benefit.stage and depth[target] <= depth[benefit.id]:
                    depth[target], moved = depth[benefit.id] + 1, True
        if not moved:
            return depth
    return dict.fromkeys(stage, 0)


def _way(source: str, target: str, columns: range, layers: list[list[Node]]) -> list[Edge]:
    """The edges of a link, with a node in each column it passes."""
    through = [Node(source, target, column) for column in columns[1:]]
    for node in through:
        layers[node.column].append(node)
    return [*pairwise((Node(source), *through, Node(target)))]


def _untangled(layers: list[Layer], edges: Sequence[Edge]) -> list[Layer]:
    """The layers in the order in which the fewest links cross."""
    before: dict[Node, list[Node]] = {}
    after: dict[Node, list[Node]] = {}
    for a, b in edges:
        after.setdefault(a, []).append(b)
        before.setdefault(b, []).append(a)
    best, least = layers, crossings(layers, edges)
    for sweep in range(SWEEPS):
        if not least:
            break
        forth = sweep % 2 == 0
        layers = _sorted_by(layers, before if forth else after, forth=forth)
        found = crossings(layers, edges)
        if found < least:
            best, least = layers, found
    return best


def _sorted_by(
    layers: Sequence[Layer], others: Mapping[Node, Sequence[Node]], *, forth: bool
) -> list[Layer]:
    """Every layer, one after the other, sorted by the middle of its neighbours on one side."""
    result = list(layers)
    columns = range(len(layers)) if forth else reversed(range(len(layers)))
    for column in columns:
        place = _places(result)

        def middle(node: Node, place: Mapping[Node, int] = place) -> float:
            found = [place[o] for o in others.get(node, ())]
            return sum(found) / len(found) if found else place[node]

        result[column] = tuple(sorted(result[column], key=middle))
    return result


def _places(layers: Sequence[Layer]) -> dict[Node, int]:
    return {node: n for layer in layers for n, node in enumerate(layer)}
