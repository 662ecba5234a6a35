"""Laws of the radar's geometry."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.geometry import radar_points, radar_sides

SHARES = st.lists(st.floats(0, 1), min_size=3, max_size=30)


def test_first_axis_points_up_and_the_next_goes_right():
    points = radar_points([1, 1, 1, 1], (10, 10), 5)

    assert [(round(x), round(y)) for x, y in points] == [(10, 5), (15, 10), (10, 15), (5, 10)]


@given(SHARES)
def test_every_corner_stands_at_its_share_of_the_radius(shares):
    points = radar_points(shares, (3, 4), 100)

    assert [dist((3, 4), p) for p in points] == pytest.approx([100 * s for s in shares])


@given(st.integers(3, 30))
def test_labels_stand_on_the_outer_side_of_their_corner(axes):
    corners = radar_points([1] * axes, (0, 0), 1)

    assert all(side * x >= 0 for side, (x, _) in zip(radar_sides(axes), corners, strict=True))


def test_labels_above_and_below_are_centred():
    assert radar_sides(4) == (0, 1, 0, -1)


def test_no_axes_have_no_points():
    assert radar_points([], (0, 0), 1) == ()
