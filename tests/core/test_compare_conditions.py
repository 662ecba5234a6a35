"""Conditions for change that are answered otherwise than at an earlier moment."""

from dataclasses import replace

from tests.core.conditions import TWO

from techmodel.core.compare_conditions import ConditionChange, find_condition_changes
from techmodel.core.conditions import Condition


def tables(**levels):
    return {"condition": {(id_,): {"level": n, "note": ""} for id_, n in levels.items()}}


def changed(checklist, then, now):
    return find_condition_changes(then, now, replace(checklist, conditions=TWO))


def test_what_differs_stands_in_the_order_of_the_checklist_then_what_it_has_not(checklist):
    found = changed(checklist, tables(gone=1, time=2), tables(time=3, hope=4))

    assert found == (
        ConditionChange("hope", None, Condition("hope", 4)),
        ConditionChange("time", Condition("time", 2), Condition("time", 3)),
        ConditionChange("gone", Condition("gone", 1), None),
    )


def test_what_is_the_same_is_not_listed(checklist):
    assert changed(checklist, tables(hope=1), tables(hope=1)) == ()
    assert find_condition_changes({}, {}, replace(checklist, conditions=None)) == ()
