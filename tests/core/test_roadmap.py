"""The roadmap: every dated project once, in its domain, its quarters and its horizon."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.core.builders import assessment, question
from tests.core.plans import CHAIN, START, calendar, chain, situation, worked

from techmodel.core.checklist import Weeks
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import Project, ProjectKind, Status
from techmodel.core.roadmap import Horizon, domain_of, find_roadmap, pack, quarter_of


def own(weeks, id_="PX1"):
    return Project(id_, "Own", ProjectKind.OWN, weeks=Weeks(weeks, weeks, weeks))


def roadmap(*projects):
    return find_roadmap(assessment(CHAIN), worked(projects))


@given(st.integers(0, 300))
def test_every_project_is_on_it_once_or_undated(seed):
    found, gaps, book = situation(seed)
    plan = work_out(found, gaps, book, calendar())
    road = find_roadmap(found, plan)
    shown = [b.planned.project.id for lane in road.lanes for b in lane.bars]

    assert sorted([*shown, *(p.id for p in road.undated)]) == sorted(p.id for p in book.projects)
    staged = [b.planned.project.id for stage in road.stages for b in stage.bars]
    assert sorted(staged) == sorted(shown)
    for bar in (b for lane in road.lanes for b in lane.bars):
        first, last = road.quarters[bar.first], road.quarters[bar.last]
        assert first.first <= bar.planned.start <= first.last
        assert last.first <= bar.planned.end <= last.last


def test_only_duty_dates_within_the_quarters_are_marked():
    _, _, projects = chain()
    wide, narrow = roadmap(*projects, own(100)), roadmap(own(1))

    assert [d.wanted for d in wide.duties] == [date(2027, 3, 31)]
    assert narrow.duties == ()


def test_horizons_are_thirds_of_the_quarters():
    road = roadmap(own(100))

    assert len(road.quarters) == 9
    assert [s.horizon for s in road.stages] == [*Horizon]
    assert [s.last for s in road.stages][:2] == [date(2027, 6, 30), date(2028, 3, 31)]
    assert [len(s.bars) for s in road.stages] == [0, 0, 1]
    assert road.stages[-1].last == road.stages[-1].bars[0].planned.end


def test_a_short_plan_has_fewer_horizons():
    assert [s.horizon for s in roadmap(own(1)).stages] == [Horizon.NOW]
    assert [s.horizon for s in roadmap(own(9)).stages] == [Horizon.NOW, Horizon.NEXT]


def test_what_has_no_dates_is_told_apart():
    done = replace(own(1), status=Status.DONE)
    assert roadmap(done).undated == (done,)
    assert roadmap(done).quarters == roadmap(done).lanes == roadmap(done).stages == ()


def test_a_plan_of_centuries_has_no_dates_to_be_believed():
    assert roadmap(own(20_000)).quarters == ()


def test_a_project_stands_where_most_of_its_steps_are():
    found, _, projects = chain()
    both = replace(projects[0], steps=("B-1:3", "A-1:2", "A-1:3"))

    assert domain_of(found, both) == "A"
    assert domain_of(found, replace(both, steps=("B-1:3", "A-1:2"))) == "A"
    assert domain_of(found, own(1)) is None
    lanes = roadmap(both, own(1)).lanes
    assert [lane.domain for lane in lanes] == ["A", None]


def test_a_day_has_its_place_among_the_quarters():
    quarters = roadmap(own(20)).quarters

    assert [q.number for q in quarters] == [4, 1, 2]
    assert quarter_of(quarters, date(2027, 1, 1)) == 1
    assert 0 < quarter_of(quarters, START) < 1
    assert quarter_of(quarters, date(2030, 1, 1)) is None


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=20))
def test_nothing_in_a_row_touches(drawn):
    spans = [(begin, begin + length) for begin, length in drawn]
    rows = pack(spans)

    for n, (begin, end) in enumerate(spans):
        others = [s for m, s in enumerate(spans) if m != n and rows[m] == rows[n]]
        assert all(end <= b or e <= begin for b, e in others)
    assert set(rows) == set(range(max(rows, default=-1) + 1))


def test_a_checklist_without_questions_has_no_roadmap():
    empty = assessment(question())
    assert find_roadmap(empty, worked([])).quarters == ()
