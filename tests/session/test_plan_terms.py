"""What the plan is worked out under."""

from datetime import date

import pytest
from tests.session.plans import last_label, project, undone

from techmodel.core.errors import WrongUse
from techmodel.core.plan_parts import Terms
from techmodel.session.touched import Touched

PLAN = Touched.PLAN | Touched.HISTORY
DAY = date(2027, 3, 1)


def test_terms_are_one_setting_of_the_plan(filled):
    off = project(filled).id
    before = filled.tables()
    terms = Terms(DAY, 5, {"IG": 1}, frozenset({off}))

    assert filled.plan.set_terms(terms) == PLAN
    assert filled.plan.book().terms == terms
    assert filled.plan.plan().start == DAY
    assert filled.plan.set_terms(terms) == Touched.NONE
    assert last_label(filled).startswith(
        "Plan: start 1 March 2027, 5 steps at a time, limits of roles"
    )
    assert undone(filled, before)
    filled.redo()
    filled.plan.set_terms(Terms())
    assert last_label(filled).startswith("Plan: start on the next working day, no limit,")


def test_projects_that_are_gone_are_left_out_of_terms(filled):
    filled.plan.set_terms(Terms(capacity=2, off=frozenset({"P999"})))

    assert filled.plan.book().terms.off == frozenset()


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (Terms(capacity=0), "whole number from 1 to 1,000, not 0"),
        (Terms(capacity=True + 0.5), "whole number from 1 to 1,000"),
        (Terms(roles={"IG": 0}), "whole number from 1 to 1,000, not 0"),
        (Terms(roles={"BOSS": 1}), "There is no role 'BOSS'"),
        (Terms(start=date(2300, 1, 1)), "a date lies from 2000 to 2199"),
    ],
)
def test_terms_that_make_no_sense_are_wrong_use(filled, terms, why):
    with pytest.raises(WrongUse, match=why):
        filled.plan.set_terms(terms)


def test_closed_days_are_not_worked(filled):
    monday = date(2026, 11, 30)
    start = Terms(start=monday)
    filled.plan.set_terms(start)

    assert filled.plan.close_days([monday]) == PLAN
    assert last_label(filled) == "Closed days: 30 Nov 2026 added"
    assert filled.plan.plan().start == date(2026, 12, 1)
    filled.plan.close_days([date(2026, 12, d) for d in (1, 2, 3)])
    assert last_label(filled) == "Closed days: 3 added and 30 Nov 2026 removed"
    with pytest.raises(WrongUse, match="A closed day: a date lies from"):
        filled.plan.close_days([date(1, 1, 1)])


def test_bank_holidays_of_england_are_not_worked(filled):
    plan = filled.plan.plan(Terms(start=date(2026, 12, 25)))

    assert plan.start == date(2026, 12, 29)
