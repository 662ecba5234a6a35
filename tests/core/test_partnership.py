"""The partnership level: design.md 4.2 with its worked examples."""

import pytest
from tests.core.builders import assessment, one, question

from techmodel.core.gaps import find_gaps


def level(said, **changes):
    return find_gaps(one(said, **changes)).of("A-1").partnership


def weighed(said, weights):
    organisations = [{"id": f"o{n}", "weight": w} for n, w in enumerate(weights, 1)]
    q = question([{"id": "A-1"}], organisations, {"A-1": said})
    return find_gaps(assessment(q)).of("A-1").partnership


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ((4, 2, 1), 1, 1),
        ((3, 3, 3, 3, 1), 3, 3),
        ((3, 3, 3, 3, "?"), 3, 3),
        ((3, 3, "?"), 0, 3),
        ((3, 3, "-"), 0, 3),
        ((3, 3, "n/a"), 3, 3),
        (("?", "-"), 0, 5),
        ((0,), 0, 0),
        ((5,), 5, 5),
    ],
)
def test_enough_partners_hold_the_level(said, low, high):
    found = level(said)

    assert (found.low, found.high) == (low, high)


def test_the_one_below_the_others_is_an_outlier():
    assert level((3, 3, 3, 3, 1)).outliers == ("o5",)


def test_two_below_the_median_is_an_outlier_though_not_below_the_partnership():
    assert level((3, 3, 1), threshold=0.5).outliers == ("o3",)
    assert level((4, 4, 4, 2, 2), threshold=1.0).outliers == ("o4", "o5")


def test_a_median_that_ends_in_a_half_counts_as_it_is():
    found = level((2, 3, 1, 5), threshold=1.0)

    assert (found.min, found.median, found.max) == (1, 2.5, 5)
    assert found.outliers == ()


def test_all_unknown_has_no_spread():
    found = level(("?", "-"))

    assert (found.min, found.median, found.max, found.outliers) == (None, None, None, ())


def test_nobody_to_whom_it_applies_means_no_level_and_no_gap():
    found = find_gaps(one(("n/a", "n/a"))).of("A-1")

    assert (found.partnership, found.gap, found.weeks.high, found.rank) == (None, None, 0, None)


def test_weight_decides_not_the_number_of_partners():
    assert weighed((3, 1), (4, 1)).low == 3
    assert weighed((3, 1), (3.9, 1)).low == 1


def test_a_share_that_is_the_threshold_but_for_rounding_is_enough():
    assert weighed((3, 3, 3, 1), (0.1, 0.2, 0.1, 0.1)).low == 3


def test_the_threshold_can_be_half_or_all():
    assert level((3, 1), threshold=0.5).low == 3
    assert level((3, 3, 3, 1), threshold=1.0).low == 1
