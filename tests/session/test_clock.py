"""A clock that cannot be right is told; it never stands in the way."""

from datetime import UTC, datetime, timedelta

import pytest

from techmodel.session.clock import clock_problem


def newest(session):
    return datetime.fromisoformat(session.batches()[-1].at)


@pytest.mark.parametrize(
    ("back", "wrong"), [(timedelta(hours=23), False), (timedelta(hours=25), True)]
)
def test_a_clock_behind_the_newest_change_by_more_than_a_day_is_wrong(session, back, wrong):
    then = newest(session)
    session.now = lambda: then - back

    assert bool(clock_problem(session)) is wrong


def test_a_clock_from_before_this_program_is_wrong_and_says_its_date(session, monkeypatch):
    session.now = lambda: datetime(2001, 1, 1, 12, tzinfo=UTC)
    monkeypatch.setattr(session, "batches", lambda: ())

    assert clock_problem(session) == (
        "This computer’s clock looks wrong (1 January 2001). Dates in reports may be wrong."
    )


def test_a_clock_ahead_cannot_be_told_from_a_file_left_for_years(session):
    then = newest(session)
    session.now = lambda: then + timedelta(days=4000)

    assert clock_problem(session) == ""
