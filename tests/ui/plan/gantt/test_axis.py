"""The time axis: days in order, columns without holes, zooming about a point."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from techmodel.ui.plan.gantt.axis import Axis, Scale, next_quarter, quarter_start, ticks

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.fixture
def axis():
    parent = QObject()
    made = Axis(parent)
    made.cover(date(2026, 11, 24), date(2029, 12, 4))
    made.fit(600, 1.0)
    yield made
    parent.deleteLater()


@given(day=DAYS)
def test_a_quarter_holds_its_days_and_the_next_follows_at_once(day):
    begin = quarter_start(day)
    after = next_quarter(begin)

    assert begin <= day < after
    assert quarter_start(after - timedelta(days=1)) == begin
    assert begin.month in {1, 4, 7, 10}


@given(unit=st.sampled_from(Scale), first=DAYS, length=st.integers(0, 900))
def test_columns_follow_each_other_and_hold_every_day(unit, first, length):
    last = first + timedelta(days=length)
    found = list(ticks(unit, first, last))

    assert found[0].first <= first
    assert found[-1].first <= last < found[-1].after
    assert all(a.after == b.first for a, b in itertools.pairwise(found))


def test_all_of_the_plan_fits_at_first(axis):
    assert (axis.first, axis.last) == (date(2026, 10, 1), date(2029, 12, 31))
    assert axis.x(axis.first) == 0
    assert axis.x(axis.last + timedelta(days=1)) == pytest.approx(600)


@pytest.mark.parametrize("scale", [Scale.WEEKS, Scale.MONTHS, Scale.QUARTERS])
def test_a_scale_gives_columns_of_its_name(axis, scale):
    axis.choose(scale)
    assert axis.unit is scale

    axis.choose(Scale.FIT)
    assert axis.offset == 0


def test_zooming_keeps_the_day_under_the_pointer(axis):
    axis.choose(Scale.MONTHS)
    axis.scroll(400)
    before = axis.days(200)
    axis.zoom(2, 200)
    assert axis.days(200) == pytest.approx(before, abs=1)
    axis.zoom(-100)

    assert axis.per_day == pytest.approx(600 / ((axis.last - axis.first).days + 1))


def test_scrolling_ends_at_both_ends(axis):
    axis.choose(Scale.WEEKS)
    axis.scroll(-5)
    assert axis.offset == 0
    axis.scroll(10**6)

    assert axis.x(axis.last + timedelta(days=1)) == pytest.approx(600, abs=1)


def test_a_bar_out_of_view_is_brought_in(axis):
    axis.choose(Scale.WEEKS)
    day = date(2029, 3, 1)
    axis.show(day, day)
    assert 0 <= axis.x(day) <= 600
    held = axis.offset
    axis.show(day, day)

    assert axis.offset == held


def test_more_before_the_first_day_leaves_what_is_seen(axis):
    axis.choose(Scale.MONTHS)
    axis.scroll(300)
    day = axis.day(10)
    axis.cover(date(2026, 5, 1), date(2029, 12, 4))

    assert abs((axis.day(10) - day).days) <= 1
