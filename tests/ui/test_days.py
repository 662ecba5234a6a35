"""Days as people say them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from techmodel.ui.days import day_words, parse_moment, when_words

NOW = datetime(2026, 11, 24, 14, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "day", "when"),
    [
        (0, "today", "today 14:03"),
        (1, "yesterday", "yesterday 14:03"),
        (2, "on 22 November 2026", "22 Nov 2026"),
    ],
)
def test_days_are_said_from_today(ago: int, day: str, when: str) -> None:
    moment = NOW - timedelta(days=ago)

    assert (day_words(moment, NOW), when_words(moment, NOW)) == (day, when)


def test_a_clock_that_went_back_gives_a_date() -> None:
    assert when_words(NOW + timedelta(days=400), NOW) == "29 Dec 2027"


def test_what_is_no_moment_is_none() -> None:
    assert parse_moment("") is None
    assert parse_moment("2026-11-24T14:03:00Z") == NOW
