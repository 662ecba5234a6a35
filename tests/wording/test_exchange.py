"""What the files for other tools say."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from tests.export.plan_builders import TWO

from techmodel.core.checklist import Weeks
from techmodel.core.plan_steps import StepOf
from techmodel.wording.exchange import left_out_words, step_name, step_notes


def step(capability="A-1", organisation=None):
    id_ = StepOf(capability, 3, organisation).id
    return SimpleNamespace(
        id=id_,
        capability=capability,
        level=3,
        organisation=organisation,
        weeks=Weeks(1, 2, 3),
    )


def test_a_step_of_one_organisation_names_it():
    assert step_name(TWO, step(organisation="o1")) == "A-1 Name of A-1: to 3 Structured, o1"


def test_a_step_that_the_checklist_does_not_know_is_named_by_its_id():
    assert step_name(TWO, step("Z-9")) == "Z-9: to 3 Structured"
    assert step_notes(TWO, step("Z-9")) == "Effort: 1–3 weeks, likely 2"


def test_a_step_without_an_action_says_when_it_is_done():
    assert step_notes(TWO, step("A-2")).startswith("Done when: three\n")


def test_roles_are_named_where_there_are_any():
    first, *others = TWO.checklist.capabilities
    actions = tuple(replace(a, roles=("SRO",)) for a in first.actions)
    named = (replace(first, actions=actions), *others)
    found = replace(TWO, checklist=replace(TWO.checklist, capabilities=named))

    assert "\nRoles: Senior responsible owner\n" in step_notes(found, step())


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], ""),
        (["A"], "1 project without dates left out: A."),
        (["A", "B", "C"], "3 projects without dates left out: A, B and C."),
        (["A", "B", "C", "D"], "4 projects without dates left out: A, B, C and others."),
    ],
)
def test_what_is_left_out_is_named(names, sentence):
    assert left_out_words(names) == sentence
