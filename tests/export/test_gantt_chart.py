"""The Gantt of the report: nothing leaves its frame, and its looks differ without colour."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.test_charts import corners

from techmodel.export.gantt_axis import Axis, quarter_end, quarter_start
from techmodel.export.gantt_chart import Calendar, GanttDrawing, Group
from techmodel.export.gantt_signs import Bar, Look
from techmodel.export.pdf.fonts import measure
from techmodel.export.shapes import Box, Label, Line

FIRST = date(2026, 10, 1)
DAYS = st.integers(0, 1200).map(lambda n: FIRST + timedelta(days=n))
BARS = st.builds(
    lambda n, name, ends, look, done, fixed, duty: Bar(
        f"P{n}",
        name,
        f"P{n} {name}: planned",
        "Mar 2028, late",
        *sorted(ends),
        look,
        done,
        fixed,
        duty,
    ),
    st.integers(1, 999),
    st.sampled_from(["Short", "A project whose name has forty letters!!", "word " * 60]),
    st.tuples(DAYS, DAYS),
    st.sampled_from(Look),
    st.sampled_from([0.0, 0.4, 1.0]),
    st.none() | DAYS,
    st.lists(DAYS, max_size=2).map(tuple),
)


def drawing(last=date(2030, 3, 31), first=FIRST):
    return GanttDrawing(Calendar(first, last, date(2027, 2, 1)), 511.0, measure)


def bars(count, **more):
    end = FIRST + timedelta(days=90)
    return tuple(
        Bar(f"P{n:02}", f"No {n}", f"P{n:02} words", "", FIRST, end, **more) for n in range(count)
    )


@settings(max_examples=40)
@given(st.lists(BARS, min_size=1, max_size=30))
def test_nothing_leaves_the_frame_and_no_part_is_too_high(some):
    for chart in drawing().charts([Group("A domain", tuple(some))], 640.0):
        assert chart.height <= 640
        for x, y in (corner for shape in chart.shapes for corner in corners(shape)):
            assert -1 <= x <= chart.width + 7
            assert -1 <= y <= chart.height + 1


@settings(max_examples=30)
@given(st.lists(BARS, min_size=1, max_size=40))
def test_every_bar_stands_in_one_part_and_is_told_in_words(some):
    charts = drawing().charts([Group("A domain", tuple(some))], 640.0)

    assert sum(chart.alt.count(": planned.") for chart in charts) == len(some)


def test_type_is_at_least_nine_points():
    (chart,) = drawing().charts([Group("A domain", bars(3, done=0.5))], 640.0)

    assert min(s.size for s in chart.shapes if isinstance(s, Label)) >= 9


def test_a_group_that_goes_on_says_so_and_no_head_stands_alone():
    groups = [Group("First", bars(30)), Group("Second", bars(30))]
    charts = drawing().charts(groups, 300.0)
    heads = [[s.text for s in c.shapes if isinstance(s, Label) and s.bold] for c in charts]

    assert any("First, continued" in head for head in heads)
    assert all(head[-1].startswith("P") for head in heads)


def test_looks_are_told_apart_without_colour():
    seen = set()
    for look in Look:
        (chart,) = drawing().charts([Group("", bars(1, look=look))], 640.0)
        stretch = [s for s in chart.shapes if isinstance(s, Box) and s.height == 8]
        hatched = sum(isinstance(s, Line) and s.line == 0.6 for s in chart.shapes) > 8
        seen.add((stretch[0].fill, stretch[0].stroke is None, hatched))
        assert look.value in {s.text for s in chart.shapes if isinstance(s, Label)}

    assert len(seen) == len(Look)


def test_what_has_no_dates_says_why_in_place_of_a_bar():
    (chart,) = drawing().charts([Group("", (Bar("P1", "Old", "P1 Old", "dropped"),))], 640.0)

    assert "dropped" in {s.text for s in chart.shapes if isinstance(s, Label)}
    assert not [s for s in chart.shapes if isinstance(s, Box) and s.height == 8]


@pytest.mark.parametrize(
    ("years", "unit"), [(1, 1), (3, 3), (8, 3), (20, 12), (60, 60), (250, 120)]
)
def test_lines_stand_as_close_as_there_is_room_for(years, unit):
    axis = Axis(FIRST, date(FIRST.year + years, 9, 30), 210.0, 510.0)
    lines = sorted({s.points[0][0] for s in axis.grid(100.0)})

    assert axis.unit == unit
    assert all(b - a > 4 for a, b in pairwise(lines))


@given(st.integers(1, 250))
def test_heads_of_the_axis_never_touch(years):
    axis = Axis(FIRST, date(FIRST.year + years, 9, 30), 210.0, 510.0)
    for row in (10, 22):
        spans = sorted(
            (s.x, s.x + measure(s.text, s.size, bold=s.bold)) for s in axis.heads() if s.y == row
        )
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.dates(date(2020, 1, 1), date(2299, 12, 31)))
def test_quarters_hold_their_days(day):
    first, last = quarter_start(day), quarter_end(day)

    assert first <= day <= last
    assert quarter_start(last + timedelta(days=1)) == last + timedelta(days=1)
    assert 90 <= (last - first).days + 1 <= 92
