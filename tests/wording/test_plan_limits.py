"""What the limits of the plan are called."""

from dataclasses import replace

import pytest
from tests.core.builders import assessment
from tests.core.plans import CHAIN

from techmodel.core.causes import Cause
from techmodel.core.plan_parts import Terms
from techmodel.wording.plan_limits import cause_words, limit_sentence, role_limits

TERMS = Terms(capacity=14, roles={"INT": 4, "EA": 1, "CAL": 2, "o1": 3})


@pytest.fixture
def found():
    base = assessment(CHAIN)
    roles = {"INT": "Integration engineer", "EA": "Solution/data architect"}
    roles |= {"CAL": "Caldicott guardian"}
    return replace(base, checklist=replace(base.checklist, roles=roles))


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("", "14 at a time"),
        ("INT", "4 integration engineers"),
        ("CAL", "2 Caldicott guardians"),
        ("EA", "Solution/data architect, 1 at a time"),
    ],
)
def test_a_limit_is_named_in_a_sentence(found, limit, said):
    assert limit_sentence(limit, TERMS, found) == said


def test_the_limits_of_roles_stand_beside_the_load(found):
    assert role_limits(("", "INT"), TERMS, found) == "Integration engineers: 4 at a time"
    many = role_limits(("INT", "EA", "CAL"), TERMS, found)
    assert many.endswith("Solution/data architect: 1 at a time; 1 other limit")
    assert role_limits(("",), TERMS, found) == ""


def test_a_partner_is_called_by_its_name(found):
    name = found.organisations[0].name
    assert limit_sentence("o1", TERMS, found) == f"{name}, 3 at a time"


def test_a_cause_is_a_limit_a_project_or_the_plan(found):
    assert cause_words(Cause(limits=("", "INT")), TERMS, found).startswith("the limits are 14")
    assert cause_words(Cause(projects=("P09", "P16")), TERMS, found) == "it waits for P09 and P16"
    four = cause_words(Cause(projects=("P01", "P02", "P03", "P04")), TERMS, found)
    assert four == "it waits for P01, P02 and P03"
    assert cause_words(Cause(), TERMS, found) == "the plan begins then"
