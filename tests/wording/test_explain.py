"""Every number can be explained in short lines that lead to it."""

import random
import re

import pytest
from tests.core.builders import assessment, one, question
from tests.core.questions import random_question

from techmodel.core.gaps import find_gaps
from techmodel.wording.explain import (
    explain_gap,
    explain_level,
    explain_rank,
    explain_target,
    explain_waiting,
)
from techmodel.wording.numbers import gap_range, level_range, priority

FRAMEWORK = {"id": "GOV-02", "targets": {"M": 4}, "actions": {3: "S", 4: "M"}}
WAITING = [
    {"id": f"W-{n:02}", "targets": {"M": 4 + n % 2}, "prerequisites": ["GOV-02"]}
    for n in range(14)
]


def explained(explain, capabilities, *said, about, **changes):
    """The explanation as (title, lines, note), with one organisation that answers in order."""
    answers = {c["id"]: [level] for c, level in zip(capabilities, said, strict=True)}
    a = assessment(question(capabilities, [{"id": "o1", "name": "Ash"}], answers, **changes))
    return shown(explain(a, find_gaps(a), about))


def shown(found):
    return found.title, [(line.text, line.figure) for line in found.lines], found.note


def test_the_rank_of_the_picture():
    levels = [2, *([2, 3] * 7)]
    found = explained(explain_rank, [FRAMEWORK, *WAITING], *levels, about="GOV-02")

    assert found == (
        "Why rank 1?",
        [
            ("Its own gap: weight 1 × 2 levels", "2.0"),
            ("Half of the 14 gaps that wait for it: ½ × 28", "14.0"),
            ("Likely weeks: step 3 is 4, step 4 is 11", "÷ 15"),
            ("Priority", "1.07"),
        ],
        "Waiting: W-00, W-01, W-02, W-03, W-04 and 9 more.",
    )


def test_a_duty_is_named_first_and_few_that_wait_all_by_name():
    capabilities = [
        {"id": "A-1", "targets": {"M": 3}, "duty": "2027-06-30", "weight": 2.0},
        {"id": "A-2", "targets": {"M": 3}, "prerequisites": ["A-1"]},
    ]
    _, lines, note = explained(explain_rank, capabilities, "?", 2, about="A-1", blocked_share=0.25)

    assert lines[0] == ("Statutory duty: first, by date", "30 Jun 2027")
    assert lines[2] == ("25% of the 1 gap that waits for it: 0.25 × 1", "0.25")
    assert note == "Waiting: A-2. What is not known counts as level 0 here."


def test_a_duty_without_a_date_says_so():
    duty = {"id": "A-1", "targets": {"M": 3}, "duty": ""}
    _, lines, note = explained(explain_rank, [duty], 2, about="A-1")

    assert lines[0] == ("Statutory duty: first, by date", "no date")
    assert lines[1] == ("Its own gap: weight 1 × 1 level", "1.0")
    assert note == ""


@pytest.mark.parametrize(
    ("duties", "note"),
    [(1, "1 statutory duty comes before it."), (2, "2 statutory duties come before it.")],
)
def test_duties_that_come_first_are_counted(duties, note):
    first = [{"id": f"A-{n}", "targets": {"M": 3}, "duty": ""} for n in range(duties)]
    last = {"id": "A-9", "targets": {"M": 3}, "weight": 9.0}
    found = explained(explain_rank, [*first, last], *([0] * (duties + 1)), about="A-9")

    assert (found[0], found[2]) == (f"Why rank {duties + 1}?", note)


@pytest.mark.parametrize(("said", "gap"), [(3, "0"), ("n/a", "no level")])
def test_no_gap_has_no_rank(said, gap):
    found = explained(explain_rank, [{"id": "A-1", "targets": {"M": 3}}], said, about="A-1")

    assert found == ("Why no rank?", [("Gap to the target", gap)], "")


def test_the_level_of_the_worked_example():
    a = one((4, 2, 1))

    assert shown(explain_level(a, find_gaps(a), "A-1")) == (
        "Why level 1?",
        [
            ("Partners at level 5 or above", "0%"),
            ("Partners at level 4 or above", "33%"),
            ("Partners at level 3 or above", "33%"),
            ("Partners at level 2 or above", "67%"),
            ("Partners at level 1 or above", "100%"),
            ("Needed for a level to count", "80%"),
            ("Partnership level", "1"),
        ],
        "",
    )


def test_who_is_not_known_is_named():
    a = one((3, 3, "?"))
    title, lines, note = shown(explain_level(a, find_gaps(a), "A-1"))

    assert title == "Why level 0–3?"
    assert ("Partners at level 3 or above", "67 to 100%") in lines
    assert note == "Not known: o3. That counts as 0 at the low end, 5 at the high end."


def test_unequal_weights_are_mentioned():
    q = question([{"id": "A-1"}], [{"id": "o1"}, {"id": "o2", "weight": 2.0}], {"A-1": [1, 2]})
    a = assessment(q)

    assert (
        explain_level(a, find_gaps(a), "A-1").lines[3].text
        == "Weight of partners at level 2 or above"
    )


def test_nobody_to_whom_it_applies_has_no_level():
    a = one(("n/a",))

    assert explain_level(a, find_gaps(a), "A-1").title == "Why no level?"


def test_a_target_names_care_models_and_what_builds_on_it():
    capabilities = [
        {"id": "A-1", "targets": {"M": 2}},
        {"id": "A-2", "targets": {"M": 4}, "prerequisites": ["A-1"]},
    ]
    found = explained(explain_target, capabilities, 0, 0, about="A-1")

    assert found == (
        "Why target 3?",
        [("Care model M asks for", "2"), ("A-2 at 4 builds on it", "3"), ("Target", "3")],
        "",
    )


@pytest.mark.parametrize(
    ("first", "changes", "note"),
    [
        ({}, {"overrides": {"A-1": 1}}, "A target set by decision is never raised."),
        (
            {"applies_to": ["acute"], "targets": {"M": 1}},
            {},
            "Nobody here is asked about it, so it is not raised.",
        ),
    ],
)
def test_a_target_that_is_not_raised_says_why(first, changes, note):
    capabilities = [
        {"id": "A-1"} | first,
        {"id": "A-2", "targets": {"M": 4}, "prerequisites": ["A-1"]},
    ]
    title, _, why = explained(explain_target, capabilities, 0, 0, about="A-1", **changes)

    assert (title, why) == ("Why target 1?", note)


def test_no_target_says_so():
    found = explained(explain_target, [{"id": "A-1"}], 0, about="A-1")

    assert found == ("Why no target?", [("Target", "none")], "")


def test_a_gap_lists_its_steps_and_their_weeks():
    capability = {"id": "A-1", "targets": {"M": 3}, "actions": {1: "S"}}
    found = explained(explain_gap, [capability], "?", about="A-1", generic={2: "L"})

    assert found == (
        "Why gap 0–3?",
        [
            ("Target", "3"),
            ("Partnership level", "0–5"),
            ("Gap, at least 0", "0–3"),
            ("Step to level 1: size S", "2–6 weeks"),
            ("Step to level 2: size L, the usual action", "16–40 weeks"),
            ("Step to level 3: size M, no action yet", "6–16 weeks"),
            ("All steps, one after the other", "24–62 weeks"),
        ],
        "Weeks count from the low end.",
    )


def test_a_gap_without_a_target_is_none():
    found = explained(explain_gap, [{"id": "A-1"}], 2, about="A-1")

    assert found[1] == [("Target", "none"), ("Partnership level", "2"), ("Gap, at least 0", "0")]


def test_what_is_waited_for_is_named_with_its_level():
    capabilities = [
        {"id": "A-1"},
        {"id": "A-2"},
        {"id": "A-3", "targets": {"M": 3}, "prerequisites": ["A-1", "A-2"]},
    ]
    found = explained(explain_waiting, capabilities, 1, "n/a", 0, about="A-3")

    assert found[1] == [
        ("A-1 is at 1, needed at 2", "waits"),
        ("A-2 has no level, so nothing waits for it", ""),
        ("Waits for", "1"),
    ]


@pytest.mark.parametrize("seed", range(20))
def test_the_last_line_is_the_number_shown(seed):
    a = assessment(random_question(random.Random(seed)))
    gaps = find_gaps(a)
    for c in gaps.ranked:
        assert explain_rank(a, gaps, c.id).lines[-1].figure == priority(c.priority)
        assert explain_level(a, gaps, c.id).lines[-1].figure == level_range(c.partnership)
        assert explain_target(a, gaps, c.id).lines[-1].figure == str(c.target.level)
        assert explain_gap(a, gaps, c.id).lines[2].figure == gap_range(c.gap)
        assert explain_waiting(a, gaps, c.id).lines[-1].figure == str(len(c.waits_for))


@pytest.mark.parametrize("seed", range(20))
def test_the_figures_of_a_rank_lead_to_its_priority(seed):
    a = assessment(random_question(random.Random(seed)))
    gaps = find_gaps(a)
    for c in gaps.ranked:
        *above, priority_line = explain_rank(a, gaps, c.id).lines
        sums = [line for line in above if not line.text.startswith("Statutory")]
        weeks = int(sums.pop().figure.removeprefix("÷ "))
        total = sum(float(line.figure) for line in sums)

        assert total / weeks == pytest.approx(float(priority_line.figure), abs=0.0051)
        assert re.fullmatch(r"\d+\.\d\d", priority_line.figure)
