"""Where the cards and links of the logic model are drawn."""

import random
from itertools import pairwise

import pytest
from tests.core.logic_models import CHAIN, element, random_model

from techmodel.core.benefits import STAGES
from techmodel.core.logic_layout import Sizes, lay_out

SIZES = Sizes(card=100, gap=40, space=10, head=30)


def drawn(model, seed=0):
    draw = random.Random(seed)
    return lay_out(model, {b.id: draw.uniform(20, 80) for b in model}, SIZES)


@pytest.fixture(params=range(40))
def case(request):
    model = random_model(request.param)
    return model, drawn(model, request.param)


def test_cards_keep_their_distance_and_stay_below_the_heads(case):
    _, drawing = case
    columns = {}
    for card in sorted(drawing.cards, key=lambda c: c.y):
        columns.setdefault(card.x, []).append(card)
        assert card.y >= SIZES.head + SIZES.space - 1e-9
        assert card.y + card.height <= drawing.height + 1e-9
        assert card.x + card.width <= drawing.width + 1e-9
    for column in columns.values():
        for upper, lower in pairwise(column):
            assert lower.y - upper.y - upper.height >= SIZES.space - 1e-9


def test_every_link_runs_from_the_edge_of_its_source_to_that_of_its_target(case):
    model, drawing = case
    cards = {c.id: c for c in drawing.cards}

    links = {(b.id, t) for b in model for t in b.leads_to}
    assert {(t.source, t.target) for t in drawing.threads} == links
    for thread in drawing.threads:
        source, target = cards[thread.source], cards[thread.target]
        first = (source.x + source.width, source.y + source.height / 2)
        assert thread.points[0] == pytest.approx(first)
        assert thread.points[-1] == pytest.approx((target.x, target.y + target.height / 2))


def test_no_link_runs_through_a_card(case):
    _, drawing = case
    for thread in drawing.threads:
        for x, y in thread.points[1:-1]:
            near = [c for c in drawing.cards if c.x <= x <= c.x + c.width]
            assert all(not c.y < y < c.y + c.height for c in near)
            assert y <= drawing.height


def test_heads_stand_over_their_columns():
    drawing = drawn([element("a", "outcome", "b"), element("b", "outcome")])

    assert [h.stage for h in drawing.heads] == [*STAGES]
    assert [h.width for h in drawing.heads] == [100, 100, 100, 240, 100]
    assert [h.x for h in drawing.heads] == [0, 140, 280, 420, 700]


def test_a_chain_runs_straight():
    drawing = drawn(CHAIN)

    assert len({round(y, 6) for t in drawing.threads for _, y in t.points}) == 1


def test_nothing_is_only_heads():
    drawing = drawn([])

    assert (drawing.cards, drawing.threads, drawing.height) == ((), (), SIZES.head)
