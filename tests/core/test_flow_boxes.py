"""Laws of the map's geometry: names and labels never lie over each other."""

from __future__ import annotations

from itertools import combinations

import pytest

from techmodel.core.flow_boxes import Area, Curve, least_size, place_boxes, place_labels, route

BOX, GAP, LABEL = (118.0, 40.0), (18.0, 16.0), (52.0, 24.0)


def boxes(count: int, width: float) -> tuple[Area, list[Area]]:
    least = least_size(count, BOX, GAP, width)
    size = max(least[0], width), max(least[1], 300.0)
    whole = Area((size[0] / 2, size[1] / 2), size)
    return whole, [Area(at, BOX) for at in place_boxes(count, size, BOX, GAP)]


@pytest.mark.parametrize("width", [100, 300, 620, 1200])
@pytest.mark.parametrize("count", range(1, 31))
def test_no_box_lies_over_another_or_outside(count: int, width: float) -> None:
    whole, found = boxes(count, width)

    assert len(found) == count
    assert not any(a.meets(b) for a, b in combinations(found, 2))
    assert all(whole.holds(box) for box in found)


@pytest.mark.parametrize("count", [2, 7, 20])
def test_no_label_lies_over_a_box_or_another_label(count: int) -> None:
    whole, found = boxes(count, 620)
    curves = [
        route(a, b, whole.at)
        for one, other in combinations(found, 2)
        for a, b in _both(one, other)
    ]
    places = place_labels(curves, found, whole, LABEL)
    labels = [Area(at, LABEL) for at in places if at]

    assert labels
    assert not any(a.meets(b) for a, b in combinations([*found, *labels], 2))
    assert all(whole.holds(label) for label in labels)


def _both(one: Area, other: Area) -> tuple[tuple[Area, Area], tuple[Area, Area]]:
    return (one, other), (other, one)


def test_the_way_there_and_the_way_back_are_two_lines() -> None:
    whole, found = boxes(7, 620)
    there, back = (route(a, b, whole.at) for a, b in _both(found[0], found[3]))

    assert abs(there.point(0.5)[0] - back.point(0.5)[0]) > 5


def test_a_curve_begins_and_ends_at_the_edges_of_its_boxes() -> None:
    one, other = Area((60, 20), BOX), Area((460, 20), BOX)
    curve = route(one, other, (260, 20))

    assert curve.start[0] == pytest.approx(119)
    assert curve.end[0] == pytest.approx(401)
    assert curve.point(0) == curve.start


def test_boxes_on_one_spot_have_a_curve_all_the_same() -> None:
    spot = Area((5, 5), BOX)

    assert route(spot, spot, (5, 5)) == Curve((5, 5), (5, 5), (5, 5))
