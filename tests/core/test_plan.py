"""Laws of proposing, planning and predicting on random assessments."""

import random
from dataclasses import replace
from datetime import date

import pytest
from tests.core.builders import assessment, question
from tests.core.questions import random_question

from techmodel.core.checklist import Weeks
from techmodel.core.forecast import forecast, moment, quarter_ends
from techmodel.core.gaps import find_gaps
from techmodel.core.plan import Missed, MissedKind, capacity_of, work_out
from techmodel.core.plan_parts import (
    Link,
    Pins,
    PlanBook,
    Project,
    ProjectId,
    ProjectKind,
    Status,
    Terms,
)
from techmodel.core.plan_steps import StepOf, level_now, parse_step
from techmodel.core.proposal import Bundle, needed_steps, offers, propose
from techmodel.core.simulation import percentile, simulate
from techmodel.core.steps import step_needs
from techmodel.core.working_days import WorkingDays

START = date(2026, 11, 25)
SEEDS = range(60)


def calendar():
    return WorkingDays(START, lambda _: ())


def situation(seed):
    """A random assessment with its gaps and a book of what is proposed for it."""
    draw = random.Random(seed)
    found = assessment(random_question(draw))
    gaps = find_gaps(found)
    bundle = draw.choice([*Bundle])
    projects = propose(found, gaps, (), bundle=bundle).added
    terms = Terms(capacity=draw.choice([None, 1, 2, 5]), roles=draw.choice([{}, {"SRO": 1}]))
    return found, gaps, PlanBook(projects, terms=terms)


@pytest.fixture(params=SEEDS)
def planned(request):
    found, gaps, book = situation(request.param)
    return found, gaps, book, work_out(found, gaps, book, calendar())


def test_every_needed_step_is_in_one_project(planned):
    _, gaps, book, _ = planned

    assert sorted(s for p in book.projects for s in p.steps) == sorted(needed_steps(gaps))


def test_no_step_begins_before_what_it_waits_for(planned):
    *_, plan = planned
    ends = {s.id: s.end for p in plan.projects for s in p.steps}
    for step in (s for p in plan.projects for s in p.steps):
        assert all(ends[other] < step.start for other in step.waits_for)


def test_what_a_step_waits_for_is_the_step_below_and_prerequisites_not_yet_there(planned):
    found, gaps, _, plan = planned
    ids = {s.id for p in plan.projects for s in p.steps}
    for step in (parse_step(i) for i in ids):
        expected = {step.below.id} & ids
        for p in found.checklist.capability(step.capability).prerequisites:
            need = StepOf(p, step_needs(step.level))
            if (level_now(gaps, need) or 0) < need.level and need.id in ids:
                expected.add(need.id)
        waits = next(s.waits_for for p in plan.projects for s in p.steps if s.id == step.id)
        assert set(waits) == expected


def test_after_all_projects_every_planned_gap_is_closed(planned):
    _, gaps, _, plan = planned
    last = forecast(gaps, plan)[-1].levels
    for gap in gaps.ranked:
        assert last[gap.id].low == max(gap.target.level, gap.partnership.low)


def test_what_is_predicted_for_now_is_what_is_there(planned):
    _, gaps, _, plan = planned
    now = forecast(gaps, plan)[0]

    assert now.overall == gaps.overall.attainment
    assert now.domains == {d.id: d.attainment for d in gaps.domains}


def test_attainment_never_falls(planned):
    _, gaps, _, plan = planned
    lows = [m.overall.low for m in forecast(gaps, plan) if m.overall]

    assert lows == sorted(lows)


def test_proposing_again_changes_nothing(planned):
    found, gaps, book, _ = planned

    assert propose(found, gaps, book.projects).is_empty


def test_the_same_book_gives_the_same_plan(planned):
    found, gaps, book, plan = planned
    again = work_out(found, gaps, book, calendar())

    assert again.projects == plan.projects
    assert again.missed == plan.missed


def test_the_end_is_that_of_the_last_project(planned):
    *_, plan = planned

    assert plan.end == max((p.end for p in plan.projects if p.end), default=None)


def test_simulated_ends_spread_around_the_likely_one_and_repeat(planned):
    _, _, book, plan = planned
    if not plan.end:
        return
    runs, again = (simulate(plan.work, capacity_of(book), 7) for _ in range(2))
    ends = [next(runs) for _ in range(40)]

    assert [next(again) for _ in range(40)] == ends
    assert min(ends) <= percentile(ends, 0.5) <= percentile(ends, 0.8) <= max(ends)


CHAIN = question(
    [
        {"id": "A-1", "targets": {"M": 3}, "actions": {2: "S", 3: "M"}, "duty": "2027-03-31"},
        {"id": "A-2", "targets": {"M": 2}, "prerequisites": ["A-1"], "actions": {2: "L"}},
        {"id": "B-1", "targets": {"M": 2}},
    ],
    [{"id": "o1"}, {"id": "o2"}],
    {"A-1": [1, 1], "A-2": [1, 1], "B-1": [2, 2]},
)


def chain(**changes):
    found = assessment(CHAIN | changes)
    gaps = find_gaps(found)
    return found, gaps, propose(found, gaps, ()).added


def worked(projects, **book):
    found, gaps, _ = chain()
    return work_out(found, gaps, PlanBook(tuple(projects), **book), calendar())


def test_a_project_is_called_after_its_capability_and_comes_in_the_order_of_ranks():
    _, _, projects = chain()

    assert [(p.id, p.steps, p.position) for p in projects] == [
        ("P01", ("A-1:2", "A-1:3"), 1),
        ("P02", ("A-2:2",), 2),
    ]


def test_a_duty_whose_target_comes_too_late_is_named():
    found, gaps, projects = chain()
    book = PlanBook(projects, terms=Terms(off=frozenset({ProjectId("P01")})))
    off = work_out(found, gaps, book, calendar())
    duty = date(2027, 3, 31)

    assert worked(projects).missed == ()
    assert off.missed == (Missed(MissedKind.DUTY, None, "A-1", duty, None),)


def test_pins_are_kept_or_named():
    _, _, (first, second) = chain()
    late = replace(second, pins=Pins(START, date(2027, 1, 29)))
    early = replace(first, pins=Pins(start=date(2027, 2, 1)))
    plan = worked([early, late])

    assert plan.of("P01").start == date(2027, 2, 1)
    assert (MissedKind.FINISH_BY, "P02") in {(m.kind, m.project) for m in plan.missed}
    assert MissedKind.START not in {m.kind for m in plan.missed}


def test_a_start_that_links_push_is_named():
    _, _, (first, second) = chain()
    pinned = replace(second, pins=Pins(start=START))
    link = Link(ProjectId("P02"), ProjectId("P01"), lag=5)
    plan = worked([first, pinned], links=(link,))

    assert [m.kind for m in plan.missed] == [MissedKind.START]
    days = plan.days
    assert days.number(plan.of("P02").start) == days.number(plan.of("P01").end) + 1 + 5


def test_links_in_a_circle_are_not_kept_and_named():
    _, _, projects = chain()
    links = (Link(ProjectId("P01"), ProjectId("P02")), Link(ProjectId("P02"), ProjectId("P01")))
    plan = worked(projects, links=links)

    assert [(k.link, k.projects[0] == k.projects[-1]) for k in plan.looped] == [(links[1], True)]
    assert plan.of("P02").end < plan.of("P01").start


def test_a_duration_set_by_hand_is_shared_out_over_the_steps():
    _, _, (first, second) = chain()
    plan = worked([replace(first, weeks=Weeks(3, 5, 9)), second])
    steps = plan.of("P01").steps

    assert plan.of("P01").weeks == Weeks(3, 5, 9)
    assert sum(s.weeks.likely for s in steps) == 5


def test_an_own_project_takes_its_weeks_and_none_without():
    own = Project(ProjectId("P09"), "Train the trainers", ProjectKind.OWN, weeks=Weeks(1, 2, 3))
    plan = worked([own, replace(own, id=ProjectId("P10"), weeks=None)])

    assert plan.days.number(plan.of("P09").end) == 9
    assert plan.of("P10").start is None


def test_what_is_under_way_takes_what_is_left_of_it():
    _, _, (first, second) = chain()
    begun = replace(first, status=Status.UNDER_WAY, percent=50, pins=Pins(date(2026, 9, 1)))
    plan = worked([begun, second])
    whole = worked([first, second])

    assert plan.of("P01").start == date(2026, 9, 1)
    left = plan.days.number(plan.of("P01").end) + 1
    assert left == -(-(whole.days.number(whole.of("P01").end) + 1) // 2)


def test_a_finished_project_counts_as_reached_and_holds_nothing_up():
    found, gaps, (first, second) = chain()
    book = PlanBook((replace(first, status=Status.DONE), second))
    plan = work_out(found, gaps, book, calendar())

    assert plan.of("P02").start == START
    assert plan.unplanned == ()
    assert moment(gaps, plan, START).levels["A-1"].low == 3


def test_a_dropped_project_is_named_where_others_would_wait():
    _found, _gaps, (first, second) = chain(capabilities=CHAIN["capabilities"][:2])
    high = replace(second, steps=("A-2:2",))
    hard = assessment(CHAIN | {"answers": CHAIN["answers"] | {("A-1", "o1"): 0, ("A-1", "o2"): 0}})
    hard_gaps = find_gaps(hard)
    book = PlanBook((replace(first, status=Status.DROPPED), high))

    plan = work_out(hard, hard_gaps, book, calendar())
    assert plan.unplanned == (("A-2:2", "A-1:1"),)


def test_new_answers_change_only_what_nobody_touched():
    _found, _gaps, (first, second) = chain()
    better = assessment(
        CHAIN | {"answers": {p: (3 if p[0] == "A-1" else v) for p, v in CHAIN["answers"].items()}}
    )
    after = find_gaps(better)

    assert propose(better, after, (first, second)).removed == (first,)
    kept = propose(better, after, (first, second), touched={(first.id, "owner")})
    assert kept.removed == ()


def test_a_target_raised_later_makes_the_project_grow():
    _found, _gaps, (first, second) = chain()
    raised = assessment(CHAIN | {"overrides": {"A-1": 4}})
    after = find_gaps(raised)
    changed = {old.id: new for old, new in propose(raised, after, (first, second)).changed}

    assert changed["P01"].steps == ("A-1:2", "A-1:3", "A-1:4")
    touched = propose(raised, after, (first, second), touched={(first.id, "steps")})
    assert [p.steps for p in touched.added] == [("A-1:4",)]


def test_partners_below_a_met_target_are_offered():
    found = assessment(
        question(
            [{"id": "A-1", "targets": {"M": 3}}],
            [{"id": f"o{n}", "name": f"Trust {n}"} for n in range(1, 6)],
            {"A-1": [3, 3, 3, 3, 1]},
        )
    )
    (offer,) = offers(found, find_gaps(found), ())

    assert offer.kind is ProjectKind.ORGANISATION
    assert offer.steps == ("A-1:2@o5", "A-1:3@o5")
    assert offer.name.endswith("Trust 5")
    plan = work_out(found, find_gaps(found), PlanBook((offer,)), calendar())
    assert len(plan.of(offer.id).steps) == 2


def test_quarters_end_with_the_one_that_holds_the_last_day():
    ends = [*quarter_ends(date(2026, 11, 25), date(2027, 4, 1))]

    assert ends == [date(2026, 12, 31), date(2027, 3, 31), date(2027, 6, 30)]


@pytest.mark.parametrize("text", ["REC-06", "REC-06:0", "REC-06:6", ":3", "REC-06:3x"])
def test_what_is_not_written_like_a_step_is_refused(text):
    with pytest.raises(ValueError, match="not a step"):
        parse_step(text)
