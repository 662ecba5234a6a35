"""What elements of the logic model lack, and circles."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.logic_models import CHAIN, element, random_model

from techmodel.core.benefits import Lack, find_lacks, find_loop, in_order, may_lead
from techmodel.core.plan_parts import Stage

TODAY = date(2026, 11, 26)
MEASURED = {
    "measure": "Calls saved a week",
    "baseline": "12",
    "target": "40",
    "owner": "Nursing lead",
    "review": date(2027, 9, 30),
}
WHOLE = tuple(
    replace(b, **MEASURED) if b.stage in {Stage.OUTCOME, Stage.IMPACT} else b for b in CHAIN
)


def lacks_of(id_, *benefits):
    return find_lacks(benefits, TODAY).get(id_, ())


def test_a_whole_chain_lacks_nothing():
    assert find_lacks(WHOLE, TODAY) == {}


def test_outcomes_and_impacts_need_all_five():
    all_five = (Lack.NO_MEASURE, Lack.NO_BASELINE, Lack.NO_TARGET, Lack.NO_OWNER, Lack.NO_REVIEW)

    assert find_lacks(CHAIN, TODAY) == {"change": all_five, "lives": all_five}


@pytest.mark.parametrize(
    ("changes", "lack"),
    [
        ({"measure": " "}, Lack.NO_MEASURE),
        ({"baseline": ""}, Lack.NO_BASELINE),
        ({"target": ""}, Lack.NO_TARGET),
        ({"owner": ""}, Lack.NO_OWNER),
        ({"review": None}, Lack.NO_REVIEW),
        ({"review": date(2026, 11, 25)}, Lack.REVIEW_PASSED),
    ],
)
def test_what_an_outcome_lacks_is_named(changes, lack):
    outcome = replace(WHOLE[3], **changes)

    assert lacks_of("change", *WHOLE[:3], outcome, WHOLE[4]) == (lack,)


def test_a_review_today_has_not_passed():
    assert lacks_of("lives", *WHOLE[:4], replace(WHOLE[4], review=TODAY)) == ()


def test_only_an_impact_may_lead_nowhere():
    alone = [element(stage.value, stage) for stage in Stage]
    found = find_lacks(alone, TODAY)

    assert {i for i, lacks in found.items() if Lack.LEADS_NOWHERE in lacks} == {
        *("input", "activity", "output", "outcome")
    }


def test_leading_to_something_that_is_gone_is_leading_nowhere():
    assert lacks_of("a", element("a", "input", "gone")) == (Lack.LEADS_NOWHERE,)


def test_a_project_may_bring_about_what_nothing_leads_to():
    alone = element("a", "activity", "b")
    output = element("b", "output", "c")
    impact = replace(WHOLE[4], id="c")

    assert lacks_of("a", alone, output, impact) == (Lack.NOTHING_LEADS_HERE,)
    assert lacks_of("a", replace(alone, projects=("P01",)), output, impact) == ()


def test_elements_are_read_by_column_then_name():
    mixed = (element("z", "impact"), element("b", "input"), element("a", "input"))

    assert [b.id for b in in_order(mixed)] == ["a", "b", "z"]


@pytest.mark.parametrize(
    ("source", "target", "allowed"),
    [("input", "impact", True), ("outcome", "outcome", True), ("outcome", "output", False)],
)
def test_nothing_leads_back_to_the_left(source, target, allowed):
    assert may_lead(Stage(source), Stage(target)) is allowed


@pytest.mark.parametrize("seed", range(10))
def test_what_leads_on_has_no_circle(seed):
    model = random_model(seed)

    assert not any(find_loop(model, b.id) for b in model)


def test_a_circle_is_named_in_the_direction_of_its_links():
    circle = (
        element("a", "outcome", "d", "b"),
        element("b", "outcome", "d", "c", "gone"),
        element("c", "outcome", "a"),
        element("d", "outcome", "b"),
        element("e", "outcome", "a"),
    )

    assert find_loop(circle, "a") == ("a", "b", "c", "a")
    assert find_loop(circle, "d") == ("d", "b", "d")
    assert find_loop(circle, "e") == ()
    assert find_loop([element("x", "outcome", "x")], "x") == ("x", "x")
