"""What people change about one project: each verb is one batch."""

from dataclasses import replace
from datetime import date

import pytest
from tests.session.plans import last_label, project, undone

from techmodel.core.checklist import Weeks
from techmodel.core.errors import WrongUse
from techmodel.core.plan_parts import Pins, Status, Terms
from techmodel.session.touched import Touched

PLAN = Touched.PLAN | Touched.HISTORY
DAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("change", "field", "value", "said"),
    [
        (lambda p, i: p.rename(i, " New  name "), "name", "New name", "name New name"),
        (lambda p, i: p.own(i, "PMO"), "owner", "PMO", "owner PMO"),
        (lambda p, i: p.own(i, ""), "owner", "", "owner removed"),
        (lambda p, i: p.note(i, "Ask the\nboard"), "note", "Ask the\nboard", "note"),
        (lambda p, i: p.pin(i, DAY), "pins", Pins(DAY), "start 1 March 2027"),
        (lambda p, i: p.finish_by(i, DAY), "pins", Pins(None, DAY), "finish by 1 March 2027"),
        (lambda p, i: p.set_weeks(i, Weeks(4, 6, 9)), "weeks", Weeks(4, 6, 9), "6 (4 to 9) weeks"),
        (lambda p, i: p.set_weeks(i, Weeks(6, 6, 6)), "weeks", Weeks(6, 6, 6), "6 weeks"),
    ],
)
def test_a_field_of_a_project_is_changed_by_one_batch(filled, change, field, value, said):
    old, before = project(filled), filled.tables()

    assert change(filled.plan, old.id) == PLAN
    assert project(filled) == replace(old, **{field: value})
    assert last_label(filled) == f"{old.id} {old.name}: {said}"
    assert change(filled.plan, old.id) == Touched.NONE
    assert undone(filled, before)


def test_what_was_fixed_by_hand_can_be_let_go(filled):
    id_ = project(filled).id
    filled.plan.pin(id_, DAY)
    filled.plan.set_weeks(id_, Weeks(1, 1, 1))
    filled.plan.pin(id_, None)
    assert last_label(filled).endswith(": start not fixed any more")
    filled.plan.set_weeks(id_, None)

    assert last_label(filled).endswith(": weeks as its steps take")
    assert (project(filled).pins, project(filled).weeks) == (Pins(), None)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda p, i: p.rename("P999", "x"), "There is no project 'P999' in this plan."),
        (lambda p, i: p.rename(i, ""), "The name of the project is missing."),
        (lambda p, i: p.own(i, "x" * 201), "The owner is 1 character over the limit of 200."),
        (lambda p, i: p.pin(i, date(1999, 1, 1)), "a date lies from 2000 to 2199, not in 1999."),
        (lambda p, i: p.set_weeks(i, Weeks(3, 2, 4)), "weeks are whole numbers from 0 to 520"),
        (lambda p, i: p.set_weeks(i, Weeks(1, 2, 521)), "weeks are whole numbers from 0 to 520"),
        (lambda p, i: p.set_weeks(i, Weeks(0.5, 1, 2)), "weeks are whole numbers from 0 to 520"),
        (lambda p, i: p.progress(i, Status.UNDER_WAY, 101), "is a whole number from 0 to 100."),
        (lambda p, i: p.drop(i, " "), "say why it is dropped; a reason is required."),
    ],
)
def test_what_makes_no_sense_is_wrong_use_and_changes_nothing(filled, change, why):
    before = filled.revision

    with pytest.raises(WrongUse) as caught:
        change(filled.plan, project(filled).id)
    assert why in str(caught.value)
    assert filled.revision == before


def test_getting_under_way_fixes_the_day(filled):
    id_ = project(filled).id
    filled.plan.progress(id_, Status.UNDER_WAY, 40)

    assert last_label(filled).endswith(": under way, 40%")
    assert project(filled).pins.start == date(2026, 11, 24)
    filled.plan.pin(id_, date(2026, 9, 1))
    filled.plan.progress(id_, Status.UNDER_WAY, 60)
    assert project(filled).pins.start == date(2026, 9, 1)
    assert filled.plan.plan().of(id_).start == date(2026, 9, 1)


def test_what_is_under_way_before_the_plan_begins_is_not_shown_before_its_work(filled):
    id_ = project(filled).id
    filled.plan.set_terms(Terms(date(2027, 1, 4)))
    filled.plan.progress(id_, Status.UNDER_WAY, 10)
    planned = filled.plan.plan().of(id_)

    assert project(filled).pins.start == planned.start == date(2027, 1, 4)
    assert planned.start == min(s.start for s in planned.steps)


def test_a_start_fixed_earlier_stays_when_the_work_begins(filled):
    id_ = project(filled).id
    filled.plan.pin(id_, date(2026, 11, 2))
    filled.plan.progress(id_, Status.UNDER_WAY)

    assert project(filled).pins.start == date(2026, 11, 2)


def test_a_dropped_project_stays_in_the_list_with_its_reason(filled):
    id_ = project(filled).id
    filled.plan.drop(id_, "No money")

    assert (project(filled).status, project(filled).reason) == (Status.DROPPED, "No money")
    assert filled.plan.plan().of(id_).start is None
    assert filled.plan.proposal().is_empty
    filled.plan.progress(id_, Status.NOT_STARTED, 50)
    assert (project(filled).percent, project(filled).reason) == (0, "")
