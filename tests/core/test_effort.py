"""What projects bring for how much work, and labels that never touch."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.builders import assessment
from tests.core.plans import CHAIN, answered, calendar, chain, situation

from techmodel.core.checklist import Weeks
from techmodel.core.effort import Efforts, Quadrant, find_efforts, place_labels
from techmodel.core.gaps import find_gaps
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import PlanBook, Project, ProjectKind
from techmodel.core.proposal import offers, propose


def efforts(found, projects):
    gaps = find_gaps(found)
    return find_efforts(found, gaps, work_out(found, gaps, PlanBook(projects), calendar()))


@given(st.integers(0, 300))
def test_all_projects_together_bring_every_planned_level(seed):
    found, gaps, book = situation(seed)
    got = find_efforts(found, gaps, work_out(found, gaps, book, calendar())).all
    wanted = sum(g.weight * g.gap.high for g in gaps.ranked if g.partnership)

    assert sum(e.levels for e in got) == pytest.approx(wanted)
    assert all(e.unblocked >= 0 for e in got)


def test_a_project_counts_half_of_what_waits_for_it():
    found = assessment(CHAIN | {"answers": answered(A_1=0, A_2=0)})
    projects = propose(found, find_gaps(found), ()).added
    first = next(e for e in efforts(found, projects).all if e.planned.steps[0].capability == "A-1")

    assert (first.levels, first.unblocked, first.impact) == (3, 0.5 * 2, 4)


def test_the_step_of_one_partner_counts_by_its_share():
    found = assessment(
        CHAIN | {"threshold": 0.5, "answers": {**CHAIN["answers"], ("B-1", "o1"): 1}}
    )
    offered = offers(found, find_gaps(found), ())
    (only,) = [o for o in offered if o.steps[0].startswith("B-1")]
    (got,) = efforts(found, (only,)).all

    assert (got.levels, got.unblocked, got.impact) == (0.5, 0, 0.5)


def test_own_projects_are_told_apart():
    own = Project("PX1", "Own", ProjectKind.OWN, weeks=Weeks(1, 2, 3))
    got = efforts(assessment(CHAIN), (own,))

    assert got == Efforts((), 0, 0, (own,))


def test_quadrants_meet_in_the_middle():
    one = efforts(assessment(CHAIN), chain()[2]).all[0]
    every = Efforts((one,), 10, 2.0, ())
    made = [replace(one, weeks=w, levels=n, unblocked=0) for n in (2, 1) for w in (10, 11)]

    assert [every.quadrant(e) for e in made] == [*Quadrant]


AREA = (400, 300)
SPOTS = st.tuples(st.integers(0, 400), st.integers(0, 300))


@given(st.lists(SPOTS, max_size=60))
def test_labels_never_touch_nor_leave_the_area(points):
    boxes = [b for b in place_labels(points, [(40, 16)] * len(points), AREA, 4) if b]

    for n, (x, y, w, h) in enumerate(boxes):
        assert 0 <= x <= 400 - w
        assert 0 <= y <= 300 - h
        for ox, oy, ow, oh in boxes[:n]:
            assert x >= ox + ow or ox >= x + w or y >= oy + oh or oy >= y + h


def test_sixty_labels_of_one_point_all_find_room():
    assert None not in place_labels([(200, 150)] * 60, [(40, 16)] * 60, (800, 500), 4)


def test_a_label_without_room_is_left_out():
    assert place_labels([(5, 5)], [(40, 16)], (20, 10), 4) == (None,)
