"""The drawing of the logic model as plain shapes, the same for window, report and workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.logic_order import find_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.geometry import Point
    from techmodel.core.logic_order import Edge, Layer, Node
    from techmodel.core.plan_parts import Benefit, Stage

PASSES = 6
"""How often cards are moved towards what they are joined with, back and forth."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a drawer decides, in its own unit.

    Attributes:
        card: how wide a card is.
        gap: between two columns: room for the links.
        space: between two cards of a column, and beside a link that passes.
        head: how high the heads of the columns are.
    """

    card: float
    gap: float
    space: float
    head: float


@dataclass(frozen=True, slots=True)
class Card:
    """Where an element stands."""

    id: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Thread:
    """A link: points from the right edge of one card to the left edge of another.

    Between columns it runs from one point to the next; within a column it passes level.
    """

    source: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a stage, over all of its columns."""

    stage: Stage
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything of a logic model, x to the right, y downwards, from 0, 0."""

    width: float
    height: float
    heads: tuple[Head, ...]
    cards: tuple[Card, ...]
    threads: tuple[Thread, ...]


def lay_out(benefits: Sequence[Benefit], heights: Mapping[str, float], sizes: Sizes) -> Drawing:
    """Place every element of a logic model, and the links between them.

    No two cards overlap, no link runs through a card.

    Args:
        benefits: the elements, in any order.
        heights: how high the card of each must be for what is written on it, by id.
        sizes: the rest of the measures.
    """
    order = find_order(benefits)
    high = {
        node: 0.0 if node.way else heights[node.id] for layer in order.layers for node in layer
    }
    middles = _middles(order.layers, order.edges, high, sizes)
    left = {stage: order.stages.index(stage) for stage in order.stages}
    step = sizes.card + sizes.gap
    heads = tuple(
        Head(stage, n * step, order.stages.count(stage) * step - sizes.gap)
        for stage, n in left.items()
    )
    cards = tuple(
        Card(node.id, n * step, middles[node] - high[node] / 2, sizes.card, high[node])
        for n, layer in enumerate(order.layers)
        for node in layer
        if not node.way
    )
    bottom = max((card.y + card.height for card in cards), default=sizes.head)
    lowest = max((middles[node] for node in high if node.way), default=0.0)
    return Drawing(
        len(order.layers) * step - sizes.gap,
        max(bottom, lowest + sizes.space / 2),
        heads,
        cards,
        _threads(order.layers, order.edges, middles, sizes),
    )


def _threads(
    layers: Sequence[Layer],
    edges: Sequence[Edge],
    middles: Mapping[Node, float],
    sizes: Sizes,
) -> tuple[Thread, ...]:
    """The links as lines, pieced together from their edges."""
    column = {node: n for n, layer in enumerate(layers) for node in layer}
    threads: list[Thread] = []
    points: list[Point] = []
    for a, b in edges:  # those of one link follow each other
        x = column[a] * (sizes.card + sizes.gap) + sizes.card
        if not a.way:
            points = []
        points += [(x, middles[a]), (x + sizes.gap, middles[b])]
        if not b.way:
            threads.append(Thread(a.id, b.id, tuple(points)))
    return tuple(threads)


def _middles(
    layers: Sequence[Layer],
    edges: Sequence[Edge],
    high: Mapping[Node, float],
    sizes: Sizes,
) -> dict[Node, float]:
    """How far down the middle of each node is: near those it is joined with."""
    joined: dict[Node, list[Node]] = {}
    for a, b in edges:
        joined.setdefault(a, []).append(b)
        joined.setdefault(b, []).append(a)
    middles: dict[Node, float] = {}
    for layer in layers:
        middles |= _spaced(layer, [0.0] * len(layer), high, sizes.space)
    for turn in range(PASSES):
        for layer in layers if turn % 2 else layers[::-1]:
            wanted = [_mean([middles[o] for o in joined.get(n, [n])]) for n in layer]
            middles |= _spaced(layer, wanted, high, sizes.space)
    top = min((middles[n] - high[n] / 2 for n in middles), default=0.0)
    down = sizes.head + sizes.space - top
    return {node: middle + down for node, middle in middles.items()}


def _spaced(
    layer: Layer, wanted: Sequence[float], high: Mapping[Node, float], space: float
) -> dict[Node, float]:
    """The middles nearest to the wanted ones (least squares) at which nothing overlaps.

    Without the room that each must keep from the one above, the middles must only not decrease;
    pooling adjacent violators gives the nearest such row.
    """
    rooms, room = [], 0.0
    for n, node in enumerate(layer):
        if n:
            room += high[layer[n - 1]] / 2 + space + high[node] / 2
        rooms.append(room)
    pools: list[tuple[float, int]] = []
    for want, room in zip(wanted, rooms, strict=True):
        pools.append((want - room, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, m), (b, n) = pools[-2:]
            pools[-2:] = [((a * m + b * n) / (m + n), m + n)]
    flat = [value for value, count in pools for _ in range(count)]
    return {node: value + room for node, value, room in zip(layer, flat, rooms, strict=True)}


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)
