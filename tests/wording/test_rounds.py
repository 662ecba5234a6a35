"""Rounds in words."""

from datetime import date, datetime

import pytest

from techmodel.core.rounds import Round
from techmodel.wording.rounds import round_when, suggested_name


def test_when_a_round_was_marked_is_told_in_local_time():
    at = "2026-03-03T14:03:00Z"
    hour = datetime.fromisoformat(at).astimezone()

    assert round_when(Round("r", "Spring", at, 1)) == f"3 Mar 2026 {hour:%H:%M}"


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        (set(), "November 2026"),
        ({"november 2026"}, "24 November 2026"),
        ({"november 2026", "24 november 2026"}, "24 November 2026 (2)"),
        (
            {"november 2026", "24 november 2026", "24 november 2026 (2)"},
            "24 November 2026 (3)",
        ),
    ],
)
def test_a_name_is_suggested_that_is_free(taken, name):
    assert suggested_name(date(2026, 11, 24), taken) == name
