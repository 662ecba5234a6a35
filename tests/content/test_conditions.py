"""The conditions for change that we ship: ten, plain, nameless, and told apart by one fact."""

from __future__ import annotations

from statistics import mean

import pytest
from tests.content.reading_age import grade
from tests.content.style import BANNED, MAX_GRADE, MAX_MEAN_GRADE, MIN_WORDS, shipped, unknown
from tests.content.test_learning import KNOWN_RUNS, RUN

from techmodel.core.checklist import LEVELS
from techmodel.core.checklist_texts import find_texts
from techmodel.session.content import built_in_checklist

CONTENT = shipped()
CHECKLIST = built_in_checklist()
CONDITIONS = CHECKLIST.conditions
FACTORS = pytest.mark.parametrize("factor", CONDITIONS.factors, ids=lambda factor: factor.id)
TEXTS = [
    text
    for text in find_texts(CHECKLIST)
    if text.table == "conditions" and text.key not in {"source", "url"}
]


def test_the_conditions_are_the_ten_factors_of_the_programme():
    assert len(CONDITIONS.factors) == 10


@FACTORS
def test_levels_of_a_condition_can_be_told_apart(factor):
    starts = {" ".join(words.lower().split()[:3]) for words in factor.levels}

    assert len(starts) == len(LEVELS)
    assert all(25 <= len(words) <= 160 for words in factor.levels)


@FACTORS
def test_a_condition_asks_one_question(factor):
    assert factor.question.endswith("?")
    assert factor.question.count("?") == 1


def test_no_text_sells_names_a_person_or_uses_an_abbreviation_nobody_explains():
    odd = [
        (text.id, text.key)
        for text in TEXTS
        if BANNED.findall(text.text)
        or unknown(text.text, CONTENT.known)
        or set(RUN.findall(text.text)) - KNOWN_RUNS
    ]

    assert odd == []


def test_no_text_is_hard_to_read():
    grades = [grade(t.text, CONTENT.terms) for t in TEXTS if len(t.text.split()) >= MIN_WORDS]

    assert max(grades) <= MAX_GRADE
    assert mean(grades) <= MAX_MEAN_GRADE
