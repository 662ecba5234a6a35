"""A plan that is worked out away from the file is kept as if it had been worked out here."""

from techmodel.core.checklist import Weeks
from techmodel.core.plan import work_out


def done(task):
    return work_out(task.assessment, task.gaps, task.book, task.days(), task.today)


def test_a_plan_worked_out_elsewhere_is_the_same_and_kept(session):
    session.plan.add_own("Alpha", Weeks(2, 3, 4))
    task = session.plan.task()
    plan = done(task)
    assert plan.end == session.plan.plan().end
    session.plan.add_own("Beta", Weeks(1, 1, 1))
    later = session.plan.task()
    found = done(later)
    session.plan.remember(later, found)

    assert session.plan.plan() is found


def test_a_plan_of_before_is_not_taken_for_that_of_now(session):
    task = session.plan.task()
    session.plan.add_own("Alpha", Weeks(2, 3, 4))
    session.plan.remember(task, done(task))

    assert [p.project.name for p in session.plan.plan().projects] == ["Alpha"]
