"""Counting working days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.working_days import LAST_YEAR, WorkingDays

CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}


def days(first=date(2026, 12, 23)):
    return WorkingDays(first, lambda year: {d for d in CHRISTMAS if d.year == year})


def test_weekends_and_holidays_are_left_out():
    found = [days().day(n) for n in range(6)]

    assert [d.day for d in found] == [23, 24, 29, 30, 31, 4]


def test_a_day_off_counts_as_the_next_working_day():
    assert days().day(days().number(date(2026, 12, 25))) == date(2026, 12, 29)


def test_days_before_the_first_are_the_first():
    assert days().number(date(2020, 1, 1)) == 0
    assert days().last_by(date(2020, 1, 1)) == -1


def test_the_last_by_a_day_off_is_the_one_before():
    assert days().day(days().last_by(date(2026, 12, 27))) == date(2026, 12, 24)


@given(st.integers(0, 2000))
def test_numbers_and_days_are_each_others_inverse(number):
    calendar = days()
    day = calendar.day(number)

    assert calendar.number(day) == calendar.last_by(day) == number
    assert calendar.number(day + timedelta(days=1)) == number + 1


def test_days_are_numbered_to_the_end_of_the_last_year_and_no_further():
    calendar = days()

    assert not calendar.has(80_000)
    assert calendar.day(80_000) == date(LAST_YEAR, 12, 29)
    assert calendar.number(date(LAST_YEAR + 5, 1, 1)) == calendar.number(date(9000, 1, 1))


def test_the_next_working_day_is_found_also_before_the_first():
    assert days().on_or_after(date(2026, 11, 21)) == date(2026, 11, 23)
    assert days().on_or_after(date(2026, 12, 25)) == date(2026, 12, 29)


def test_the_same_calendar_can_be_numbered_from_another_day():
    other = days().beginning(date(2026, 12, 28))

    assert other.day(0) == date(2026, 12, 29)


def test_closed_days_are_those_from_monday_to_friday_both_ends_included():
    found = days().closed_between(date(2026, 12, 25), date(2027, 1, 1))

    assert set(found) == CHRISTMAS
