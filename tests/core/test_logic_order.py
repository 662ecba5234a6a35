"""The columns of the logic model, and how few of its links cross."""

from itertools import permutations, product

import pytest
from tests.core.logic_models import CHAIN, element, random_model

from techmodel.core.logic_order import Node, crossings, find_order
from techmodel.core.plan_parts import Stage

SEEDS = range(60)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_link_joins_neighbouring_columns_and_every_element_stands_once(seed):
    model = random_model(seed)
    order = find_order(model)
    column = {node: n for n, layer in enumerate(order.layers) for node in layer}

    assert sorted(n.id for n in column if not n.way) == [b.id for b in model]
    assert all(column[b] == column[a] + 1 for a, b in order.edges)
    assert {order.stages[column[Node(b.id)]] is b.stage for b in model} <= {True}


@pytest.mark.parametrize("seed", SEEDS)
def test_sorting_never_makes_more_links_cross(seed):
    order = find_order(random_model(seed))
    unsorted = [
        tuple(sorted(layer, key=lambda n: (bool(n.way), n.id, n.way))) for layer in order.layers
    ]

    assert crossings(order.layers, order.edges) <= crossings(unsorted, order.edges)


@pytest.mark.parametrize("seed", range(40))
def test_small_models_cross_hardly_more_than_they_must(seed):
    order = find_order(random_model(seed, most=6))
    ways = product(*(permutations(layer) for layer in order.layers))
    least = min(crossings(layers, order.edges) for layers in ways)

    assert crossings(order.layers, order.edges) <= least + 1


def test_crossings_are_counted_pair_by_pair():
    a, b, c, d = (Node(i) for i in "abcd")

    assert crossings([(a, b), (c, d)], [(a, d), (b, c)]) == 1
    assert crossings([(a, b), (c, d)], [(a, c), (b, d)]) == 0
    assert crossings([(a, b), (c, d)], [(a, c), (a, d), (b, c)]) == 1


def test_two_links_that_cross_are_untangled():
    order = find_order(
        [
            element("a", "input", "z"),
            element("b", "input", "y"),
            element("y", "activity"),
            element("z", "activity"),
        ]
    )

    assert crossings(order.layers, order.edges) == 0


def test_a_chain_within_a_stage_takes_as_many_columns():
    order = find_order([element("a", "outcome", "b"), element("b", "outcome", "c", "d"), *CHAIN])

    assert order.stages.count(Stage.OUTCOME) == 2
    assert len(find_order([]).layers) == len(Stage)


def test_a_link_over_several_columns_has_a_place_in_each():
    order = find_order([element("a", "input", "z"), element("z", "impact")])

    assert [len(layer) for layer in order.layers] == [1, 1, 1, 1, 1]
    assert [n.way for layer in order.layers for n in layer] == ["", "z", "z", "z", ""]


def test_links_back_to_nothing_and_in_a_circle_are_left_out():
    circle = [element("a", "outcome", "b"), element("b", "outcome", "a")]
    back = element("x", "impact", "a", "gone")

    assert find_order([*circle, back]).edges == ()


def test_the_order_of_what_is_given_does_not_matter():
    model = random_model(7)

    assert find_order(model) == find_order(model[::-1])
