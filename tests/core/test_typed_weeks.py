"""A typed likely duration takes the best and the worst along in proportion."""

import pytest

from techmodel.core.checklist import Weeks
from techmodel.core.typed_weeks import scaled


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
