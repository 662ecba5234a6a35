"""Labels of statutory dates never collide, and none is lost."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmodel.ui.plan.gantt.labels import Wish, place_labels

WISHES = st.lists(
    st.tuples(st.floats(0, 600), st.text("abc", min_size=1, max_size=14)), max_size=12
)


def width_of(text):
    return 6.0 * len(text) + 12


def place(wishes):
    made = [Wish(x, (name, name[:3], name[0]), f"tip {n}") for n, (x, name) in enumerate(wishes)]
    return place_labels(made, (1.0, 599.0), width_of)


@given(wishes=WISHES)
def test_no_label_lies_over_another_or_beyond_the_edges(wishes):
    labels = place(wishes)

    assert all(a.right <= b.left for a, b in itertools.pairwise(labels))
    assert all(label.left >= 1.0 and label.right <= 599.001 for label in labels)


@given(wishes=st.lists(st.floats(150, 450), min_size=1, max_size=12))
def test_every_date_is_told_by_some_label(wishes):
    labels = place([(x, "name") for x in wishes])
    tips = [tip for label in labels for tip in label.tip.split("\n")]

    assert sorted(tips) == sorted(f"tip {n}" for n in range(len(wishes)))


@pytest.mark.parametrize(
    ("wishes", "texts"),
    [
        ([(100, "aaaaaaaaaa"), (300, "bbbbbbbbbb")], ["aaaaaaaaaa", "bbbbbbbbbb"]),
        ([(300, "aaaaaaaaaa"), (345, "bbbbbbbbbb")], ["aaaaaaaaaa", "bbbbbbbbbb"]),
        ([(300, "aaaaaaaaaa"), (330, "bbbbbbbbbb")], ["aaa", "bbb"]),
        ([(300, "aaaaaaaaaa"), (301, "bbbbbbbbbb")], ["2 duty dates"]),
        ([(100, "cccccccc"), (300, "aaaaaaaaaa"), (301, "b")], ["cccccccc", "2 duty dates"]),
        ([(100, "c"), (300, "aaaaaaaaaa"), (301, "bbbbbbbbbb")], ["c", "2 duty dates"]),
    ],
)
def test_dates_move_aside_then_grow_shorter_then_are_counted(wishes, texts):
    assert [label.text for label in place(wishes)] == texts
