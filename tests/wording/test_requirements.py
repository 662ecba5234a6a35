"""Care models and their requirements in words."""

from __future__ import annotations

from dataclasses import replace

from tests.core.builders import assessment, question

from techmodel.core.requirements import find_requirements
from techmodel.wording.requirements import (
    levels_words,
    model_page,
    model_words,
    requirement_lines,
)

SMALL = assessment(
    question(
        [
            {"id": "A-1", "targets": {"M": 4}, "prerequisites": ["A-2"]},
            {"id": "A-2", "targets": {"M": 1}},
        ],
        [{"id": "o1"}],
        {},
    )
).checklist


def test_a_page_leaves_out_what_is_not_said():
    model = replace(SMALL.care_models[0], description="A model", population="All")

    assert model_page(model) == (("What it is", "A model"), ("For whom", "All"))


def test_a_tip_has_short_lines(checklist):
    for model in checklist.care_models:
        lines = model_words(model).splitlines()
        assert lines[0].startswith("For whom: ")
        assert max(map(len, lines)) <= 70


def test_a_list_says_what_is_asked_and_what_is_raised():
    lines = requirement_lines(SMALL, ["M"], find_requirements(SMALL, ["M"]))

    assert lines[0] == "Care model M asks for 2 capabilities, with what those need first."
    assert "  A-1  level 4  Name of A-1" in lines
    assert lines[-1] == "      Raised, because A-1 needs it."


def test_two_models_ask_and_give_their_reasons(checklist):
    models = ["NBH", "CARE"]
    lines = requirement_lines(checklist, models, find_requirements(checklist, models))

    assert lines[0].startswith("Integrated neighbourhood team and Care provider ask for ")


def test_levels_are_said_with_the_name():
    assert levels_words([(SMALL.capabilities[0], 3)]) == "Level 3: Name of A-1"
