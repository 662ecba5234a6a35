"""Which spare copies stay: laws of thinning, whatever the clock did."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from techmodel.store.thinning import APART, DAILY, DAYS, MONTHLY, WEEKLY, Made, over, superfluous

DAY = date(2026, 11, 24)
COPIES = st.lists(
    st.builds(
        Made,
        st.dates(date(2020, 1, 1), date(2040, 1, 1)),
        st.integers(1, 100),
        st.booleans(),
    ),
    max_size=60,
)


def line(*days_ago):
    """Copies made so many days ago, oldest first."""
    return [Made(DAY - timedelta(days=n)) for n in days_ago]


def kept(copies):
    gone = superfluous(copies)
    return [copy for place, copy in enumerate(copies) if place not in gone]


def test_all_of_two_days_stay():
    assert superfluous(line(1, 1, 1, 0, 0, 0, 0)) == ()


def test_of_an_older_day_the_last_stays():
    assert superfluous(line(3, 3, 3, 2, 2, 0)) == (0, 1, 3)


def test_daily_then_weekly_then_monthly_ones_stay_for_a_year_of_daily_work():
    copies = kept(line(*range(400, -1, -1)))
    ages = [(DAY - copy.day).days for copy in copies]

    assert len(copies) <= DAYS + DAILY + WEEKLY + MONTHLY
    assert ages[-14:] == list(range(13, -1, -1))
    assert 250 < max(ages) < 400


def test_a_day_a_week_and_a_month_are_the_last_of_theirs():
    copies = kept(line(*range(100, -1, -1)))
    weekly = copies[-24:-14]

    assert {copy.day.weekday() for copy in weekly[:-1]} == {6}


def test_a_clock_that_went_back_takes_nothing_away():
    wrong = [Made(date(2001, 1, 1 + n)) for n in range(20)]

    assert superfluous([*line(1, 0), *wrong]) == ()


def test_a_clock_that_went_ahead_does_not_make_the_work_after_it_old():
    ahead = [Made(date(2040, 1, 1))]

    assert superfluous([*ahead, *line(30, 20, 10, 0)]) == ()


def test_what_no_later_copy_continues_stays_longer():
    apart = [Made(DAY - timedelta(days=500 - n), apart=True) for n in range(APART + 2)]

    assert superfluous([*apart, *line(0)]) == (0, 1)


def test_of_nothing_nothing_goes():
    assert (superfluous([]), over([], 0, 3)) == ((), ())


@given(COPIES)
def test_the_newest_always_stays(copies):
    gone = superfluous(copies)

    assert not copies or len(copies) - 1 not in gone
    assert list(gone) == sorted(gone)


@given(COPIES)
def test_thinning_twice_is_thinning_once_unless_the_clock_went_back(copies):
    copies.sort(key=lambda copy: copy.day)

    assert superfluous(kept(copies)) == ()


@given(COPIES, st.integers(0, 3000))
def test_what_is_over_the_limit_goes_but_for_the_newest(copies, limit):
    gone = over(copies, limit, 3)
    rest = [copy for place, copy in enumerate(copies) if place not in gone]

    assert sum(copy.size for copy in rest) <= limit or len(rest) == min(3, len(copies))
    assert set(gone).isdisjoint(range(len(copies) - 3, len(copies)))


def test_over_the_limit_the_crowded_days_give_first():
    copies = [Made(copy.day, 10) for copy in line(9, 5, 5, 1, 1, 1, 0)]

    assert over(copies, 50, 3) == (1, 3)
    assert over(copies, 40, 3) == (1, 3, 0)
