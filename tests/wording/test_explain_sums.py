"""Attainment and completeness explain themselves line by line."""

import random

import pytest
from tests.core.builders import assessment, question
from tests.core.questions import random_question

from techmodel.core.gaps import find_gaps
from techmodel.wording.explain_sums import explain_attainment, explain_completeness
from techmodel.wording.numbers import percent, percent_range


@pytest.fixture
def answered():
    """Two capabilities in A and one in B, two partners."""
    a = assessment(
        question(
            [
                {"id": "A-1", "targets": {"M": 3}, "weight": 2.0},
                {"id": "A-2", "targets": {"M": 2}},
                {"id": "B-1", "targets": {"M": 4}},
            ],
            [{"id": "o1", "name": "Ash"}, {"id": "o2", "name": "Birch"}],
            {"A-1": [4, "n/a"], "A-2": [1, 1], "B-1": ["?", None]},
        )
    )
    return a, find_gaps(a)


def shown(found):
    return found.title, [(line.text, line.figure) for line in found.lines], found.note


def test_a_domain_lists_its_capabilities(answered):
    assert shown(explain_attainment(*answered, "A")) == (
        "Why 88%?",
        [
            ("A-1: weight 2 × 3 of 3", "6.0"),
            ("A-2: weight 1 × 1 of 2", "1.0"),
            ("Reached, each up to its target", "7.0"),
            ("Aimed for", "÷ 8"),
            ("Share of the target, Domain A", "88%"),
        ],
        "",
    )


def test_the_whole_lists_its_domains(answered):
    title, lines, note = shown(explain_attainment(*answered))

    assert title == "Why 58 to 92%?"
    assert lines[:2] == [("Domain A: of 8", "7.0"), ("Domain B: of 4", "0.0 to 4.0")]
    assert lines[-1] == ("Share of the target", "58 to 92%")
    assert note == "What is not known counts as 0 at the low end, 5 at the high end."


def test_one_partner_counts_its_own_levels(answered):
    _, lines, _ = shown(explain_attainment(*answered, "A", "o2"))

    assert lines[0] == ("A-2: weight 1 × 1 of 2", "1.0")
    assert lines[-1] == ("Share of the target, Domain A, Birch", "50%")


def test_nothing_that_counts_is_not_known(answered):
    a, gaps = answered

    assert explain_attainment(a, gaps, "Z").title == "Why not known?"


def test_completeness_counts_every_state(answered):
    assert shown(explain_completeness(*answered)) == (
        "Why 67% known?",
        [
            ("Answered with a level", "3"),
            ("Not applicable", "1"),
            ("Don’t know", "1"),
            ("Not answered", "1"),
            ("Asked", "÷ 6"),
            ("Known", "67%"),
        ],
        "Known are the first two: a level, and not applicable.",
    )


def test_completeness_of_one_partner_names_it(answered):
    assert explain_completeness(*answered, organisation="o2").lines[-1].text == "Known, Birch"


@pytest.mark.parametrize("seed", range(20))
def test_the_last_line_is_the_number_shown(seed):
    a = assessment(random_question(random.Random(seed)))
    gaps = find_gaps(a)

    whole = explain_attainment(a, gaps).lines[-1].figure
    assert whole == percent_range(gaps.overall.attainment)
    for d in gaps.domains:
        assert explain_attainment(a, gaps, d.id).lines[-1].figure == percent_range(d.attainment)
        assert explain_completeness(a, gaps, d.id).lines[-1].figure == percent(d.completeness)
        for o, reached in d.by_organisation.items():
            own = explain_attainment(a, gaps, d.id, o)
            assert own.lines[-1].figure == percent_range(reached)
