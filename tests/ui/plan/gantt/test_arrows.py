"""Dependencies as arrows: one for each pair, never back in time."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from techmodel.ui.plan.gantt.arrows import find_arrows, route

PIXELS = st.integers(-500, 1500)


def test_there_is_an_arrow_for_every_pair_and_none_goes_back(sample_workspace):
    plan = sample_workspace.session.plan
    worked = plan.plan()
    arrows = find_arrows(worked, plan.book().links)
    dated = {p.project.id for p in worked.projects if p.start}
    pairs = {(b, p.project.id) for p in worked.projects for b in p.predecessors if b in dated}

    assert {(a.before, a.project) for a in arrows} >= pairs
    assert all(a.ends <= a.begins for a in arrows)


def test_a_link_by_hand_goes_from_end_to_start(worked):
    (arrow,) = find_arrows(worked.plan, worked.book.links)
    first, second = worked.plan.projects[:2]

    assert (arrow.before, arrow.project) == (first.project.id, second.project.id)
    assert arrow.begins == second.start
    assert arrow.critical


@given(
    x1=PIXELS,
    more=st.integers(0, 800),
    y1=PIXELS,
    rows=st.integers(-20, 20).filter(bool),
    inside=st.tuples(st.booleans(), st.booleans()),
)
def test_a_line_goes_across_and_down_and_ends_in_its_head(x1, more, y1, rows, inside):
    line, head = route((x1, y1), (x1 + more, y1 + 28 * rows), 7, inside)
    points = list(line)

    for a, b in pairwise(points):
        assert a.x() == b.x() or a.y() == b.y()
        assert a.x() <= b.x()
    assert points[-1] == next(iter(head))
    assert abs(points[0].y() - y1) == (7 if inside[0] else 0)
