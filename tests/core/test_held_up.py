"""Why projects begin later than asked."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.plans import START, situation, worked

from techmodel.core.checklist import Weeks
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import Link, Pins, PlanBook, Project, ProjectKind, Terms
from techmodel.core.working_days import WorkingDays

ASKED = date(2026, 11, 30)


def own(number, weeks, **fields):
    return Project(f"P{number}", "x", ProjectKind.OWN, weeks=Weeks(weeks, weeks, weeks), **fields)


def held(projects, **book):
    (found,) = worked(projects, **book).held_up
    return found.after, found.capacity, found.roles


def test_what_it_waits_for_is_named_also_over_several_days_between():
    one, other = own(1, 4), own(2, 1, pins=Pins(ASKED))

    assert held([one, other], links=(Link("P2", "P1"),)) == (("P1",), None, ())
    assert held([one, other], links=(Link("P2", "P1", 3),)) == (("P1",), None, ())


def test_a_limit_is_named_where_it_holds_up_alone_or_longer_than_what_is_waited_for():
    one, other = own(1, 4), own(2, 1, pins=Pins(ASKED))

    assert held([one, other], terms=Terms(capacity=1)) == ((), 1, ())
    rest = [own(1, 4), own(3, 8), own(2, 1, pins=Pins(ASKED))]
    link = (Link("P2", "P1"),)
    assert held([*rest, own(4, 8)], links=link, terms=Terms(capacity=2))[0] == ("P1",)


def test_a_busy_partner_is_named_and_not_the_limit_over_all():
    first, second = (
        Project(f"P{n}", "x", ProjectKind.ORGANISATION, (f"A-{n}:2@o1",), "o1", pins=Pins(START))
        for n in (1, 2)
    )

    assert held([first, second], terms=Terms(capacity=9, roles={"o1": 1})) == (
        (),
        None,
        (("o1", 1),),
    )
    assert held([first, second], terms=Terms(capacity=1, roles={"o1": 5})) == ((), 1, ())


@pytest.mark.parametrize("seed", range(40))
def test_a_delay_always_has_a_reason_and_no_other_project_is_named(seed):
    found, gaps, book = situation(seed)
    days = WorkingDays(START, lambda _: ())
    asked = PlanBook(tuple(replace(p, pins=Pins(START)) for p in book.projects), terms=book.terms)
    plan = work_out(found, gaps, asked, days)

    late = {p.project.id for p in plan.projects if p.start and p.start > START}
    assert {h.project for h in plan.held_up} == late
    assert all(h.after or h.capacity or h.roles for h in plan.held_up)
