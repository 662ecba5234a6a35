"""Every condition for change of two versions is in one group."""

from dataclasses import replace

from tests.core.conditions import CONDITIONS, FACTOR, TIME, TWO, with_factor

from techmodel.core.checklist_update import answers_of
from techmodel.core.condition_update import FactorsUpdate, RewordedFactor, compare_factors


def compared(checklist, old, new):
    return compare_factors(replace(checklist, conditions=old), replace(checklist, conditions=new))


def test_factors_are_kept_reworded_new_or_gone(checklist):
    newer = replace(CONDITIONS, factors=(replace(FACTOR, why="So."), replace(TIME, id="aim")))

    assert compared(checklist, TWO, newer) == FactorsUpdate(
        reworded=(RewordedFactor("hope", ("why",)),), added=("aim",), gone=("time",)
    )
    assert compared(checklist, CONDITIONS, TWO) == FactorsUpdate(kept=("hope",), added=("time",))


def test_all_are_new_or_gone_where_a_version_has_none(checklist):
    assert compared(checklist, None, TWO).added == ("hope", "time")
    assert compared(checklist, TWO, None).gone == ("hope", "time")
    assert compared(checklist, None, None) == FactorsUpdate()


def test_another_wording_of_a_level_is_a_change(checklist):
    newer = with_factor(levels=("Nil.", *FACTOR.levels[1:]))

    assert compared(checklist, CONDITIONS, newer).reworded == (
        RewordedFactor("hope", ("levels",)),
    )


def test_answers_of_factors_are_counted_beside_those_of_capabilities():
    tables = {"answer": {("GOV-01", "a"): {}, ("GOV-01", "b"): {}}, "condition": {("hope",): {}}}

    assert answers_of(tables) == {"GOV-01": 2, "hope": 1}
