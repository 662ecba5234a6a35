"""Scenarios: terms kept under a name."""

import pytest
from tests.session.plans import ids_of, last_label, undone

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.plan_parts import Terms
from techmodel.session.touched import Touched

PLAN = Touched.PLAN | Touched.HISTORY
FAST = Terms(capacity=8)


def only(session):
    (found,) = session.scenarios.all()
    return found


def test_keeping_terms_leaves_the_plan_as_it_is(filled):
    plan, before = filled.plan.plan(), filled.tables()

    assert filled.scenarios.keep(" Eight  at once ", FAST) == PLAN
    assert (only(filled).name, only(filled).terms) == ("Eight at once", FAST)
    assert last_label(filled) == "Scenario “Eight at once” kept"
    assert not filled.scenarios.is_plan(only(filled))
    assert filled.plan.plan().end == plan.end
    assert undone(filled, before)


def test_a_scenario_becomes_the_plan(filled):
    filled.scenarios.keep("Fast", FAST)
    before = filled.tables()

    assert filled.scenarios.adopt(only(filled).id) == PLAN
    assert filled.plan.book().terms == FAST
    assert filled.scenarios.is_plan(only(filled))
    assert last_label(filled) == "Scenario “Fast” is the plan"
    assert undone(filled, before)


def test_a_scenario_is_changed_renamed_and_forgotten(filled):
    filled.scenarios.keep("Fast", FAST)
    id_ = only(filled).id
    filled.scenarios.change(id_, Terms(capacity=9))
    filled.scenarios.rename(id_, "FAST")

    assert (only(filled).name, only(filled).terms.capacity) == ("FAST", 9)
    assert last_label(filled) == "Scenario “Fast” is now “FAST”"
    filled.scenarios.forget(id_)
    assert filled.scenarios.all() == ()
    assert last_label(filled) == "Scenario “FAST” forgotten"


def test_scenarios_are_listed_by_name(filled):
    for name in ("two", "One", "three"):
        filled.scenarios.keep(name, FAST)

    assert [s.name for s in filled.scenarios.all()] == ["One", "three", "two"]


def test_a_name_is_needed_and_is_the_only_one_of_its_kind(filled):
    filled.scenarios.keep("Fast", FAST)

    with pytest.raises(WrongUse, match="The name of the scenario is missing"):
        filled.scenarios.keep(" ", FAST)
    with pytest.raises(Refused, match="There is a scenario “Fast” already"):
        filled.scenarios.keep("fast", FAST)
    with pytest.raises(WrongUse, match="There is no scenario 'x' in this plan"):
        filled.scenarios.adopt("x")


def test_only_terms_that_make_sense_are_kept_and_projects_that_are_there(filled):
    with pytest.raises(WrongUse, match="whole number from 1 to 1,000"):
        filled.scenarios.keep("None", Terms(capacity=0))

    off = ids_of(filled, 0)
    filled.scenarios.keep("Less", Terms(off=frozenset({*off, "P999"})))
    assert only(filled).terms.off == {*off}


def test_a_project_that_has_gone_since_is_no_longer_left_out(filled):
    first, second = ids_of(filled, 0, 1)
    filled.scenarios.keep("Without", Terms(off=frozenset({first, second})))
    filled.plan.bundle([first, second], "Both")
    filled.scenarios.adopt(only(filled).id)

    assert filled.plan.book().terms.off == {first}
