"""The asked pairs of a capability, as a mapping and as rows of codes."""

import pytest
from tests.core.builders import assessment, one, question

from techmodel.core.answers import NOT_ANSWERED, Answer, State
from techmodel.core.pairs import read_pairs
from techmodel.core.provided import Pair


def pairs(*said):
    return read_pairs(one(said))[0]


def test_pairs_are_those_asked_in_order():
    organisations = [{"id": "o1"}, {"id": "o2", "kind": "acute"}, {"id": "o3"}]
    a = assessment(question([{"id": "A-1"}], organisations, {"A-1": [3, 3, 3]}))
    (found,) = read_pairs(a)

    assert list(found) == ["o1", "o3"]
    assert len(found) == 2
    with pytest.raises(KeyError):
        found["o2"]


def test_every_answer_means_something_else():
    found = pairs(2, "?", "n/a", "-")

    assert [pair.state for pair in found.values()] == [
        State.LEVEL,
        State.DONT_KNOW,
        State.NOT_APPLICABLE,
        State.NOT_ANSWERED,
    ]


def test_no_row_is_not_answered():
    assert pairs(None)["o1"] == Pair(State.NOT_ANSWERED, None)


def test_pairs_equal_a_plain_mapping_and_show_themselves():
    found = pairs(2)

    assert found == {"o1": Pair(State.LEVEL, 2)}
    assert repr(found) == repr({"o1": Pair(State.LEVEL, 2)})


def test_answers_to_what_is_no_longer_there_count_for_nothing():
    a = one((2,))
    old = {
        ("GONE-1", "o1"): Answer("GONE-1", "o1", a.value("A-1", "o1")),
        ("A-1", "gone"): Answer("A-1", "gone", NOT_ANSWERED),
    }

    assert read_pairs(assessment_with(a, old)) == [{"o1": Pair(State.LEVEL, 2)}]


def test_one_that_left_provides_nothing_any_more_and_needs_nothing():
    organisations = [{"id": "o1", "in_scope": False}, {"id": "o2"}]
    a = assessment(question([{"id": "A-1"}], organisations, {"A-1": [("by", "o2"), 4]}))

    assert read_pairs(a) == [{"o2": Pair(State.LEVEL, 4)}]


def assessment_with(a, answers):
    from dataclasses import replace

    return replace(a, answers=a.answers | answers)
