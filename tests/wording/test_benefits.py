"""The logic model in words."""

from dataclasses import replace
from datetime import date

import pytest

from techmodel.core.benefits import Lack
from techmodel.core.plan_parts import Benefit, Stage
from techmodel.wording import benefits as words
from techmodel.wording.benefits import (
    benefit_change,
    benefits_headline,
    lacks_words,
    measure_words,
)

TODAY = date(2026, 11, 26)
WHOLE = Benefit(
    *("b1", "Time saved", Stage.IMPACT, (), ("P01",)),
    *("Hours a week", "0", "40", "Nursing lead", date(2027, 9, 30)),
)


def test_everything_has_words():
    assert set(words.STAGES) == set(words.ONE) == set(words.MEANINGS) == set(Stage)
    assert set(words.LACKS) == set(Lack)
    assert set(words.FIELDS) == set(Benefit.__slots__) - {"id"}


def test_lacks_make_a_sentence():
    assert lacks_words([Lack.NO_BASELINE, Lack.NO_OWNER]) == "No baseline and no owner"
    assert lacks_words([]) == ""


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Hours a week: 0 → 40"),
        ({"baseline": ""}, "Hours a week: 40"),
        ({"measure": ""}, "0 → 40"),
        ({"measure": "", "baseline": "", "target": ""}, ""),
    ],
)
def test_a_measure_says_what_is_known_of_it(changes, said):
    assert measure_words(replace(WHOLE, **changes)) == said


@pytest.mark.parametrize(
    ("benefits", "sentence"),
    [
        ((), "No benefits are written down yet."),
        (
            (Benefit("b", "Money", Stage.INPUT),),
            "No outcome or impact is written down yet, so nothing can be measured.",
        ),
        ((WHOLE,), "1 impact with a measure and an owner."),
        (
            (WHOLE, replace(WHOLE, id="b2")),
            "2 impacts, each with a measure and an owner.",
        ),
        (
            (
                WHOLE,
                replace(WHOLE, id="b2", stage=Stage.OUTCOME, leads_to=("b1",)),
                replace(WHOLE, id="b3", owner=""),
            ),
            "1 outcome and 2 impacts, 2 can be measured.",
        ),
        (
            (WHOLE, replace(WHOLE, id="b2", measure="", review=date(2026, 1, 1), projects=())),
            (
                "2 impacts, 1 can be measured. 1 review is overdue and 1 element is not joined "
                "to the rest."
            ),
        ),
    ],
)
def test_the_headline_counts_what_can_be_measured(benefits, sentence):
    assert benefits_headline(benefits, TODAY) == sentence


def test_links_given_and_taken_are_named():
    old = replace(WHOLE, leads_to=("x",))
    label = benefit_change(old, replace(old, leads_to=("y", "z")), {"x": "X", "y": "Y"})

    assert label == "Impact “Time saved”: leads to “Y” and “z”; no longer leads to “X”"
    swapped = benefit_change(
        replace(old, leads_to=("x", "y")), replace(old, leads_to=("y", "x")), {}
    )
    assert swapped == "Impact “Time saved”: links in another order"
