"""Why work does not begin earlier: what it waits for, a limit, or the plan itself."""

from dataclasses import replace

import pytest
from tests.core.plans import calendar, situation

from techmodel.core.causes import Cause, Held, find_cause, find_held, limits_that_bite
from techmodel.core.checklist import Weeks
from techmodel.core.limits import OVERALL
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import Link, PlanBook, Project, ProjectId, Terms


@pytest.mark.parametrize("seed", range(12))
def test_without_limits_nothing_is_held_up_and_with_one_that_limit_is_named(seed):
    found, gaps, book = situation(seed)
    free = replace(book, terms=Terms())
    one = replace(book, terms=Terms(capacity=1))
    plan = work_out(found, gaps, one, calendar())

    assert not find_held(work_out(found, gaps, free, calendar()), free)
    assert {held.limits for held in find_held(plan, one).values()} <= {(OVERALL,)}


def own(*names):
    return tuple(
        Project(ProjectId(n), n, position=i, weeks=Weeks(1, 1, 1)) for i, n in enumerate(names)
    )


def causes(capacity, links=(), names=("A", "B")):
    found, gaps, _ = situation(0)
    book = PlanBook(own(*names), links, terms=Terms(capacity=capacity))
    plan = work_out(found, gaps, book, calendar())
    return [find_cause(plan, book, ProjectId(n)) for n in names]


def test_a_project_waits_for_room_for_another_or_for_the_plan():
    first, second = causes(1)
    assert (first.limits, first.projects, second.limits) == ((), (), (OVERALL,))
    link = Link(ProjectId("B"), ProjectId("A"), 5)
    assert causes(None, (link,))[1].projects == ("A",)
    assert causes(None, (replace(link, lag=0),))[1].projects == ("A",)


def test_what_has_no_dates_has_no_cause():
    found, gaps, _ = situation(0)
    book = PlanBook(own("A"), terms=Terms(off=frozenset({ProjectId("A")})))

    assert find_cause(work_out(found, gaps, book, calendar()), book, ProjectId("A")) == Cause()


def test_the_limit_that_holds_up_longest_comes_first():
    held = [Held("a", 0, 2, ("INT",)), Held("b", 0, 9, (OVERALL,)), Held("c", 0, 1, ("INT",))]

    assert limits_that_bite(held) == (OVERALL, "INT")
