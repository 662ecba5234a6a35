"""Laws of planning and predicting on random assessments."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.core.builders import assessment
from tests.core.plans import CHAIN, START, answered, calendar, chain, situation, worked

from techmodel.core.checklist import Weeks
from techmodel.core.forecast import forecast, moment, quarter_ends
from techmodel.core.gaps import find_gaps
from techmodel.core.held_up import HeldUp
from techmodel.core.plan import Missed, MissedKind, capacity_of, work_out
from techmodel.core.plan_parts import (
    Link,
    Money,
    Pins,
    PlanBook,
    Project,
    ProjectId,
    ProjectKind,
    Status,
    Terms,
)
from techmodel.core.plan_steps import StepOf, level_now, parse_step
from techmodel.core.proposal import needed_steps
from techmodel.core.schedule import Loop
from techmodel.core.simulation import percentile, simulate
from techmodel.core.steps import step_needs

SEEDS = range(60)


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
    assert plan.held_up == ()


def test_a_start_that_links_push_is_named():
    _, _, (first, second) = chain()
    pinned = replace(second, pins=Pins(start=START))
    link = Link(ProjectId("P02"), ProjectId("P01"), lag=5)
    plan = worked([first, pinned], links=(link,))

    assert plan.missed == ()
    assert [(h.project, h.after, h.capacity) for h in plan.held_up] == [("P02", ("P01",), None)]
    days = plan.days
    assert days.number(plan.of("P02").start) == days.number(plan.of("P01").end) + 1 + 5


def test_links_in_a_circle_are_not_kept_and_named():
    _, _, projects = chain()
    links = (Link(ProjectId("P01"), ProjectId("P02")), Link(ProjectId("P02"), ProjectId("P01")))
    plan = worked(projects, links=links)

    assert [(k.link, k.projects[0] == k.projects[-1]) for k in plan.looped] == [(links[1], True)]
    assert [k.by_hand for k in plan.looped] == [links[:1]]
    assert plan.of("P02").end < plan.of("P01").start


def test_what_is_under_way_goes_on_before_what_has_not_begun():
    _, _, (first, second) = chain()
    alone = [
        replace(p, steps=(), kind=ProjectKind.OWN, weeks=Weeks(2, 3, 4)) for p in (first, second)
    ]
    plan = worked([alone[0], replace(alone[1], status=Status.UNDER_WAY)], terms=Terms(capacity=1))

    assert plan.of("P02").end < plan.of("P01").start


def test_a_link_of_a_project_to_itself_is_not_kept():
    _, _, projects = chain()
    own = Link(ProjectId("P01"), ProjectId("P01"))
    plan = worked(projects, links=(own,))

    assert [(k.link, k.projects) for k in plan.looped] == [(own, ("P01", "P01"))]
    assert plan.of("P01").end


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


def test_a_finished_project_holds_nothing_up_but_only_answers_say_what_is_reached():
    wants = CHAIN["capabilities"][1] | {"targets": {"M": 4}}
    found, gaps, (first, second) = chain(capabilities=[CHAIN["capabilities"][0], wants])
    book = PlanBook((replace(first, status=Status.DONE), second))
    plan = work_out(found, gaps, book, calendar())

    assert plan.of("P02").start == START
    assert plan.unplanned == ()
    assert moment(gaps, plan, plan.end).levels["A-1"].low == 1


def test_a_dropped_project_is_named_where_others_would_wait():
    _found, _gaps, (first, second) = chain(capabilities=CHAIN["capabilities"][:2])
    high = replace(second, steps=("A-2:2",))
    hard = assessment(CHAIN | {"answers": CHAIN["answers"] | {("A-1", "o1"): 0, ("A-1", "o2"): 0}})
    hard_gaps = find_gaps(hard)
    book = PlanBook((replace(first, status=Status.DROPPED), high))

    plan = work_out(hard, hard_gaps, book, calendar())
    assert plan.unplanned == (("A-2:2", "A-1:1"),)


def test_quarters_end_with_the_one_that_holds_the_last_day():
    ends = [*quarter_ends(date(2026, 11, 25), date(2027, 4, 1))]

    assert ends == [date(2026, 12, 31), date(2027, 3, 31), date(2027, 6, 30)]


@pytest.mark.parametrize("text", ["REC-06", "REC-06:0", "REC-06:6", ":3", "REC-06:3x"])
def test_what_is_not_written_like_a_step_is_refused(text):
    with pytest.raises(ValueError, match="not a step"):
        parse_step(text)


def test_links_close_a_circle_also_through_steps_and_waiting_times():
    found, gaps, projects = chain(
        capabilities=[CHAIN["capabilities"][0], CHAIN["capabilities"][1] | {"targets": {"M": 4}}]
    )
    own = Project(ProjectId("P09"), "Train", ProjectKind.OWN, weeks=Weeks(1, 1, 1))
    other = replace(own, id=ProjectId("P10"))
    links = (
        Link(own.id, ProjectId("P02")),
        Link(ProjectId("P01"), own.id, 3),
        Link(other.id, own.id),
    )
    plan = work_out(found, gaps, PlanBook((*projects, own, other), links), calendar())

    (looped,) = plan.looped
    assert looped.link == links[1]
    assert {*looped.projects} == {"P01", "P02", "P09"}
    assert plan.of("P09").start > plan.of("P02").end


def test_steps_that_wait_in_a_circle_by_themselves_are_no_link_s_fault():
    found, gaps, _ = chain(answers=answered(A_1=0, A_2=0))
    one, other, third = found.checklist.capabilities
    ring = (replace(one, prerequisites=("A-2",)), replace(other, prerequisites=("A-1",)), third)
    strange = replace(found, checklist=replace(found.checklist, capabilities=ring))
    book = PlanBook(tuple(Project(ProjectId(s), "x", steps=(s,)) for s in ("A-1:1", "A-2:1")))

    with pytest.raises(Loop):
        work_out(strange, gaps, book, calendar())


def test_work_under_way_goes_on_after_today_and_not_in_the_past():
    _, _, (first, second) = chain()
    begun = replace(first, status=Status.UNDER_WAY, percent=90)
    today = START + timedelta(days=21)

    assert worked([begun, second], today).of("P01").start == today + timedelta(days=1)
    assert worked([begun, second], today).of("P02").start == START
    assert worked([begun, second], date(2020, 1, 1)).of("P01").start == START


def test_a_start_that_has_passed_is_named_unless_the_work_has_begun():
    _, _, (first, second) = chain()
    passed = replace(first, pins=Pins(start=date(2026, 11, 20)))

    assert worked([passed, second]).held_up == (HeldUp("P01", date(2026, 11, 20), START),)
    begun = replace(passed, status=Status.UNDER_WAY)
    assert worked([begun, second]).held_up == ()
    weekend = replace(first, pins=Pins(start=date(2026, 11, 22)))
    monday = work_out(*chain()[:2], PlanBook((weekend,)), calendar(date(2026, 11, 23)))
    assert monday.held_up == ()


def test_a_duty_is_kept_when_its_work_is_planned_in_time():
    _, _, (first, second) = chain()

    (duty,) = worked([first, second]).duties
    assert (duty.capability, duty.project, duty.kept) == ("A-1", "P01", True)


@pytest.mark.parametrize("status", [Status.DONE, Status.DROPPED])
def test_a_duty_whose_project_is_over_while_its_gap_is_open_is_not_planned(status):
    _, _, (first, second) = chain()
    low = replace(first, steps=first.steps[:1], status=status)
    high = replace(first, id=ProjectId("P09"), steps=first.steps[1:])

    for projects in ([replace(first, status=status), second], [low, high]):
        (duty,) = worked(projects).duties
        assert (duty.got, duty.project, duty.kept) == (None, None, False)


def test_the_steps_of_one_partner_do_not_fulfil_a_duty_of_all():
    found, gaps, _ = chain()
    own = Project(ProjectId("PX"), "x", ProjectKind.ORGANISATION, ("A-1:2@o1", "A-1:3@o1"), "o1")
    plan = work_out(found, gaps, PlanBook((own,)), calendar())

    assert [d.got for d in plan.duties] == [None]
    assert moment(gaps, plan, plan.end).levels["A-1"].low == 1


def test_a_finished_project_of_one_partner_raises_nothing_of_all():
    found, gaps, _ = chain()
    own = Project(
        ProjectId("PX"), "x", ProjectKind.ORGANISATION, ("A-1:2@o1",), "o1", status=Status.DONE
    )
    plan = work_out(found, gaps, PlanBook((own,)), calendar())

    assert moment(gaps, plan, START).levels["A-1"].low == 1


def test_a_partner_is_kept_busy_by_its_own_projects():
    found, gaps, _ = chain()
    owns = tuple(
        Project(ProjectId(f"P{n}"), "x", ProjectKind.ORGANISATION, (f"{c}:2@o1",), "o1")
        for n, c in enumerate(["A-1", "A-2"])
    )
    terms = Terms(roles={"o1": 1})
    plan = work_out(found, gaps, PlanBook(owns, terms=terms), calendar())

    assert plan.of("P0").end < plan.of("P1").start


def test_who_says_not_applicable_has_no_steps_and_a_capability_without_a_level_has_none():
    found, gaps, _ = chain(answers=answered(A_1="n/a"))
    steps = {"P1": "A-1:2@o1", "P2": "A-1:2", "P3": "A-1:2@gone", "P4": "NO-1:2"}
    assert level_now(gaps, parse_step("NO-1:2")) is None
    projects = tuple(Project(ProjectId(i), "x", steps=(s,)) for i, s in steps.items())
    plan = work_out(found, gaps, PlanBook(projects), calendar())

    assert plan.end is None
    assert plan.of("P1").steps == ()
    assert plan.of("gone") is None


def test_a_step_in_two_projects_is_done_in_the_first():
    _, _, (first, second) = chain()
    again = replace(first, id=ProjectId("P08"))
    plan = worked([first, second, again])

    assert plan.of("P08").steps == ()
    assert plan.of("P01").critical or plan.of("P02").critical


def test_a_plan_that_runs_for_centuries_says_so():
    own = Project(ProjectId("P09"), "x", ProjectKind.OWN, weeks=Weeks(1, 90_000, 90_000))

    assert worked([own]).endless
    assert not worked(chain()[2]).endless


def test_links_to_what_has_no_work_hold_nothing_up():
    _, _, (first, second) = chain()
    empty = Project(ProjectId("P09"), "x", ProjectKind.OWN)
    links = (Link(second.id, empty.id), Link(empty.id, first.id), Link(first.id, ProjectId("P99")))
    plan = worked([first, second, empty], links=links)

    assert (plan.of("P01").start, plan.of("P02").start) == (START, START)
    assert plan.of("P02").predecessors == ()


def test_predecessors_come_from_steps_and_links():
    found, gaps, projects = chain(
        capabilities=[CHAIN["capabilities"][0], CHAIN["capabilities"][1] | {"targets": {"M": 4}}]
    )
    own = Project(ProjectId("P09"), "x", ProjectKind.OWN, weeks=Weeks(1, 1, 1))
    book = PlanBook((*projects, own), (Link(ProjectId("P02"), own.id),))
    plan = work_out(found, gaps, book, calendar())

    assert plan.of("P02").predecessors == ("P01", "P09")


def test_milestones_have_no_length_and_fall_on_a_day():
    own = Project(ProjectId("P09"), "Board meets", ProjectKind.OWN, weeks=Weeks())
    plan = worked([own])

    assert (plan.of("P09").start, plan.of("P09").end) == (START, START)
    assert next(simulate(plan.work, capacity_of(PlanBook()), 1)) == 0


def test_money_adds_up_as_ranges():
    assert sum([Money(1, 2, 3), Money(10, 20, 30)]) == Money(11, 22, 33)
