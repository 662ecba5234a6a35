"""A typed likely duration takes the best and the worst along in proportion."""

import pytest

from techmodel.core.checklist import Weeks
from techmodel.core.typed_weeks import HIGH, LIKELY, LOW, scaled, typed_weeks


@pytest.mark.parametrize(
    ("span", "likely", "weeks"),
    [
        (Weeks(6, 11, 16), 14, Weeks(8, 14, 20)),
        (Weeks(3, 4, 5), 0, Weeks(0, 0, 0)),
        (Weeks(), 5, Weeks(5, 5, 5)),
        (Weeks(3, 3, 3), 6, Weeks(6, 6, 6)),
    ],
)
def test_low_and_high_keep_their_share(span, likely, weeks):
    assert scaled(span, likely) == weeks


def test_nothing_typed_is_what_the_steps_take():
    assert scaled(Weeks(6, 11, 16), None) is None


@pytest.mark.parametrize(
    ("typed", "place", "weeks"),
    [
        (("6", "14", "16"), LIKELY, Weeks(8, 14, 20)),
        (("40", "11", "16"), LOW, Weeks(40, 40, 40)),
        (("6", "11", "5"), HIGH, Weeks(5, 5, 5)),
        (("6", "", "16"), LIKELY, Weeks(6, 6, 16)),
    ],
)
def test_what_is_beyond_the_typed_number_follows_it(typed, place, weeks):
    assert typed_weeks(Weeks(6, 11, 16), typed, place) == weeks
