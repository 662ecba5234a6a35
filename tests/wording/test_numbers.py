"""Numbers as people read them, rounded once, half up."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.checklist import Weeks
from techmodel.core.gaps import Range
from techmodel.wording.numbers import (
    british_date,
    gap_range,
    half_up,
    join_words,
    level_range,
    percent,
    percent_beside,
    percent_range,
    plural,
    priority,
    short_date,
    short_number,
    sum_number,
    sum_range,
    weeks_range,
)

NUMBERS = st.floats(-1e6, 1e6)


@given(NUMBERS, st.integers(0, 4))
def test_a_number_is_rounded_half_up_as_it_is_written(number, digits):
    expected = Decimal(repr(round(number, 12))).quantize(Decimal(10) ** -digits, ROUND_HALF_UP)

    assert Decimal(half_up(number, digits)) == expected
    assert not (half_up(number, digits).startswith("-") and expected == 0)


@given(st.integers(0, 10_000).map(lambda n: n / 10_000))
def test_a_percentage_is_rounded_once(share):
    expected = (Decimal(repr(share)) * 100).quantize(Decimal(1), ROUND_HALF_UP)
    expected = expected if share in {0, 1} else min(max(expected, Decimal(1)), Decimal(99))

    assert percent(share) == f"{expected}%"


def test_the_order_of_adding_does_not_show():
    assert 0.1 + 0.2 - 0.175 != 0.125
    assert percent(0.1 + 0.2 - 0.175) == percent(0.125) == "13%"
    assert percent(0.225 - 0.1) == "13%"


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.145, "15%"), (0.005, "1%"), (0.004, "1%"), (1.0, "100%"), (-0.02, "-2%")],
)
def test_a_half_goes_up(share, text):
    assert percent(share) == text


def test_only_all_is_a_hundred_per_cent_and_only_nothing_is_none():
    assert percent(0.997) == percent_range(Range(0.995, 0.999)) == "99%"
    assert percent(0.0001) == "1%"
    assert percent_range(Range(0.0, 1.0)) == "0 to 100%"
    assert percent(1 - 1e-12) == "100%"
    assert percent_beside(0.997, 0.5) == "99%"


@pytest.mark.parametrize(
    ("shares", "text"),
    [
        (Range(0.66, 0.73), "66 to 73%"),
        (Range(0.66, 0.66), "66%"),
        (Range(0.661, 0.664), "66%"),
        (None, "not known"),
    ],
)
def test_a_range_of_shares(shares, text):
    assert percent_range(shares) == text


def test_narrow_places_have_a_dash():
    assert percent_range(Range(0.46, 0.54), "–") == "46–54%"
    assert percent(None) == "not known"


def test_levels_gaps_and_weeks():
    assert (level_range(Range(1, 2)), level_range(Range(2, 2))) == ("1–2", "2")
    assert (level_range(None), gap_range(Range(0, 3))) == ("no level", "0–3")
    assert weeks_range(Weeks(8, 15, 22)) == "8–22 weeks"
    assert [weeks_range(Weeks(n, n, n)) for n in (0, 1, 2)] == ["0 weeks", "1 week", "2 weeks"]


def test_priorities_have_two_digits():
    assert [priority(n) for n in (1.0, 0.045, 13 / 8, None)] == ["1.00", "0.05", "1.63", ""]


def test_sums_show_the_digits_they_have():
    assert [short_number(n) for n in (1.0, 0.5, 7 / 3, 1000, 0)] == [
        "1",
        "0.5",
        "2.333",
        "1000",
        "0",
    ]
    assert [sum_number(n) for n in (2, 13.0, 0.125)] == ["2.0", "13.0", "0.125"]
    assert sum_range(Range(23, 27)) == "23.0 to 27.0"


def test_a_share_just_short_of_the_limit_does_not_look_like_it():
    assert percent_beside(0.796, 0.8) == "79.6%"
    assert percent_beside(0.79996, 0.8) == "79.996%"
    assert percent_beside(0.67, 0.8) == "67%"
    assert percent_beside(0.8, 0.8) == "80%"
    assert percent_beside(0.8 - 1e-10, 0.8) == "80%"


def test_dates_are_british():
    assert british_date(date(2027, 6, 30)) == "30 June 2027"
    assert short_date(date(2025, 10, 1)) == "1 Oct 2025"


def test_counts_agree_with_their_nouns():
    assert plural(1, "capability", "capabilities") == "1 capability"
    assert plural(1200, "capability", "capabilities") == "1,200 capabilities"
    assert plural(0, "answer") == "0 answers"


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_lists_end_with_and(words, text):
    assert join_words(words) == text


def test_lists_can_end_with_or():
    assert join_words(["A", "B"], "or") == "A or B"
