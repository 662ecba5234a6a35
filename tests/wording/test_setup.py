"""What Set-up says."""

from dataclasses import replace

import pytest
from tests.core.builders import assessment, question

from techmodel.core.asks import Asks, DomainAsks
from techmodel.core.effects import Effect, TargetChange
from techmodel.wording.setup import (
    NO_EFFECT,
    asks_words,
    checklist_facts,
    counted,
    domain_asks_words,
    domain_words,
    effect_words,
    headline,
    left_words,
    section_words,
    threshold_example,
)

NONE = Effect({}, {}, {}, {}, (), 0, (5, 5))
NAMES = {"a": "Hillside Care", "b": "Town Council", "c": "Hill Practice", "d": "Acute Trust"}


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no partners"), (1, "one partner"), (12, "twelve partners"), (13, "13 partners")],
)
def test_small_counts_are_words(number, words):
    assert counted(number, "partner") == words


def test_the_headline_says_what_the_assessment_is_about():
    asked = assessment(question([{"id": "A-1"}], [{"id": "o1"}, {"id": "o2"}]))

    assert headline(asked, 407) == "Two partners, 407 questions, one care model."


def test_a_care_model_says_what_it_asks_for():
    assert asks_words(Asks(68, 41)) == "asks for 68 capabilities, 41 at level 3 or more"
    assert asks_words(Asks(1, 0)) == "asks for 1 capability, 0 at level 3 or more"
    assert domain_asks_words(DomainAsks("A", 2.75, 4)) == "2.8 on average, at most 4"
    assert domain_asks_words(DomainAsks("A", 0.0, 0)) == "nothing"


def test_a_domain_says_what_it_holds():
    assert domain_words(9, 1) == "9 capabilities, 1 question"


@pytest.mark.parametrize(
    ("threshold", "weights", "words"),
    [
        (0.8, [], ""),
        (0.8, [1], "With one organisation, the level of O0 is the level that counts."),
        (
            0.8,
            [1] * 7,
            (
                "With 80%, partners holding 5.6 of 7 weight must have reached a level: "
                "6 of your 7 organisations."
            ),
        ),
        (
            1.0,
            [2] * 3,
            (
                "With 100%, partners holding 6 of 6 weight must have reached a level: "
                "all 3 organisations."
            ),
        ),
        (
            0.8,
            [1, 1, 8],
            (
                "With 80%, partners holding 8 of 10 weight must have reached a level. "
                "No level counts without O2."
            ),
        ),
        (
            0.5,
            [1, 1, 1, 1.5],
            (
                "With 50%, partners holding 2.25 of 4.5 weight must have reached a level. "
                "No single organisation can hold a level back."
            ),
        ),
        (
            1.0,
            [1, 1, 1, 2],
            (
                "With 100%, partners holding 5 of 5 weight must have reached a level. "
                "No level counts without 4 organisations."
            ),
        ),
    ],
)
def test_the_threshold_is_worked_through(threshold, weights, words):
    assert threshold_example(threshold, [(f"O{n}", w) for n, w in enumerate(weights)]) == words


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, NO_EFFECT),
        ({"added": {"a": 68}}, "Adds 68 questions for Hillside Care."),
        (
            {"added": {"a": 68}, "targets": tuple(TargetChange(f"A-{n}", 1, 2) for n in range(4))},
            "Adds 68 questions for Hillside Care; 4 targets change.",
        ),
        (
            {"set_aside": {"b": 12}},
            "Sets aside 12 answers of Town Council; they are kept.",
        ),
        ({"set_aside": {"b": 1}}, "Sets aside 1 answer of Town Council; it is kept."),
        (
            {"taken_up": {"a": 1, "b": 2}},
            "Counts 3 kept answers of Hillside Care and Town Council again.",
        ),
        ({"removed": dict.fromkeys("abcd", 2)}, "Takes 8 questions away from 4 organisations."),
        (
            {"targets": (TargetChange("A-1", None, 2), TargetChange("A-2", 3, None))},
            "2 targets change (A-1 none → 2, A-2 3 → none).",
        ),
        ({"targets": (TargetChange("A-1", 1, 2),)}, "1 target changes (A-1 1 → 2)."),
        (
            {"levels": 1, "below": (5, 1)},
            "1 partnership level changes; 1 capability is below target instead of 5.",
        ),
        ({"below": (0, 2)}, "2 capabilities are below target instead of none."),
        ({"below": (2, 0)}, "No capabilities are below target instead of 2."),
        ({"levels": 3}, "3 partnership levels change."),
    ],
)
def test_an_effect_is_one_sentence(changed, words):
    assert effect_words(replace(NONE, **changed), NAMES) == words


def test_the_sections_say_what_holds():
    asked = assessment(question([{"id": "A-1"}, {"id": "B-1"}], [{"id": "o1"}]))

    said = section_words(replace(asked, domains_out=frozenset({"B"})), left=2)

    assert said[1:5] == ("1 takes part, 2 left", "Care model M", "1 of 2 domains, 80%", "None")


def test_several_are_counted():
    asked = assessment(
        question(
            [{"id": "A-1"}],
            [{"id": "o1"}, {"id": "o2"}],
            care_models=["M", "N"],
            overrides={"A-1": 2},
        )
    )

    said = section_words(asked, left=0)

    assert said[1:5] == ("2 take part", "2 chosen", "1 of 1 domains, 80%", "1 decision")


def test_what_is_kept_of_those_who_left_is_counted():
    assert left_words(0) == "no answers"
    assert left_words(1) == "1 answer kept"


def test_the_checklist_is_described(checklist):
    facts = dict(checklist_facts(checklist))

    assert facts["Version"] == checklist.version
    assert facts["Asks about"] == "74 capabilities in 10 domains"
