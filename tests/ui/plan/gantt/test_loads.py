"""The load: the most steps in work on a day of each month."""

from datetime import timedelta

from techmodel.core.checklist import Weeks
from techmodel.ui.plan.gantt.loads import find_load, peak


def by_days(plan):
    """The same, counted day by day."""
    runs = [(s.start, s.end) for p in plan.projects for s in p.steps if s.weeks.likely]
    runs += [(p.start, p.end) for p in plan.projects if p.start and not p.steps and p.weeks.likely]
    months = {}
    for first, last in runs:
        day = first
        while day <= last:
            count = sum(a <= day <= b for a, b in runs)
            month = day.replace(day=1)
            months[month] = max(months.get(month, 0), count)
            day += timedelta(days=1)
    return tuple(sorted(months.items()))


def test_the_load_is_that_of_counting_every_day(planned, sample_workspace):
    small = planned.session.plan.plan()
    assert find_load(small) == by_days(small)

    sample = sample_workspace.session.plan.plan()
    assert find_load(sample) == by_days(sample)


def test_a_limit_is_never_passed_by_what_has_not_begun(planned):
    from dataclasses import replace

    plan = planned.session.plan
    assert peak(find_load(plan.plan()))[0] == 3
    plan.set_terms(replace(plan.book().terms, capacity=2))

    assert peak(find_load(plan.plan()))[0] == 2


def test_nothing_planned_is_no_load(workspace):
    assert find_load(workspace.session.plan.plan()) == ()
    assert peak(()) == (0, None)


def test_a_milestone_takes_no_place(planned, by_name):
    from dataclasses import replace

    plan = planned.session.plan
    plan.set_terms(replace(plan.book().terms, capacity=3))
    before = {p.project.name: p.start for p in plan.plan().projects}
    plan.set_weeks(plan.add_own("Signed") and by_name("Signed").id, Weeks(0, 0, 0))
    now = {p.project.name: p.start for p in plan.plan().projects}

    assert now == {**before, "Signed": plan.plan().start}
    assert peak(find_load(plan.plan()))[0] == 3
