"""What it takes to get one level further."""

import pytest
from tests.core.builders import assessment, question

from techmodel.core.gaps import find_gaps
from techmodel.core.next_step import Readiness, find_next_step
from techmodel.core.outline import find_outline


def step(level=2, before=("?",), *, kind="gp"):
    """The next step of A-1, which needs B-1, for one organisation o1."""
    a = assessment(
        question(
            [
                {"id": "A-1", "prerequisites": ["B-1"], "actions": {3: "M"}},
                {"id": "B-1", "applies_to": [kind]},
            ],
            [{"id": "o1"}],
            {"A-1": (level,), "B-1": before},
        )
    )
    outline = find_outline(a, find_gaps(a), "o1")
    return find_next_step(a.checklist, outline, a.checklist.capability("A-1"))


def test_the_next_step_follows_the_level_held():
    assert step(2).step.level == 3
    assert step(2).step.action.to_level == 3


@pytest.mark.parametrize("level", ["?", "-"])
def test_an_unknown_level_counts_as_none(level):
    assert step(level).step.level == 1


def test_there_is_no_step_above_the_highest():
    assert step(5) is None


def test_a_step_to_four_needs_three_of_its_prerequisites():
    assert step(3).needs_at == 3


@pytest.mark.parametrize(
    ("before", "readiness"),
    [
        ((2,), Readiness.READY),
        ((1,), Readiness.NOT_YET),
        (("?",), Readiness.NOT_KNOWN),
        ((None,), Readiness.NOT_KNOWN),
    ],
)
def test_a_prerequisite_is_ready_at_the_level_needed(before, readiness):
    (need,) = step(2, before).needs

    assert need.readiness is readiness


def test_a_prerequisite_asked_of_nobody_is_said_to_be():
    (need,) = step(2, kind="acute").needs

    assert need.readiness is Readiness.NOT_ASKED


@pytest.mark.parametrize(
    ("answers", "readiness"),
    [((2, "?"), Readiness.NOT_KNOWN), ((1, "?"), Readiness.NOT_YET), ((2, 2), Readiness.READY)],
)
def test_a_range_is_ready_by_its_low_end_and_late_by_its_high_end(answers, readiness):
    a = assessment(
        question(
            [{"id": "A-1", "prerequisites": ["B-1"]}, {"id": "B-1"}],
            [{"id": "o1"}, {"id": "o2"}],
            {"A-1": (2, 2), "B-1": answers},
        )
    )
    outline = find_outline(a, find_gaps(a))

    (need,) = find_next_step(a.checklist, outline, a.checklist.capability("A-1")).needs

    assert need.readiness is readiness


def test_a_capability_that_is_not_asked_has_no_step():
    a = assessment(question([{"id": "A-1"}], [{"id": "o1", "kind": "acute"}]))
    outline = find_outline(a, find_gaps(a))

    assert find_next_step(a.checklist, outline, a.checklist.capability("A-1")) is None
