"""Why one organisation is where it is with one capability."""

from types import SimpleNamespace

import pytest

from techmodel.core.answers import Answer, State, Value
from techmodel.core.gaps import Pair
from techmodel.wording.explain_pair import explain_pair

NAMES = {"o1": "Oakholt Trust", "o2": "Council"}


def explain(pair, target=3, answer=None):
    found = SimpleNamespace(
        id="REC-01",
        pairs={"o1": pair} if pair else {},
        target=SimpleNamespace(level=target) if target is not None else None,
    )
    gaps = SimpleNamespace(of=lambda id_: found if id_ == "REC-01" else None)
    assessment = SimpleNamespace(
        organisations=[SimpleNamespace(id=i, name=n, kind="acute") for i, n in NAMES.items()],
        checklist=SimpleNamespace(kinds=[SimpleNamespace(id="acute", name="Acute hospital")]),
        answers={("REC-01", "o1"): answer} if answer else {},
        value=lambda *_: answer.value,
    )
    return explain_pair(assessment, gaps, "REC-01", "o1")


def lines(explanation):
    return [(line.text, line.figure) for line in explanation.lines]


def test_a_level_stands_against_its_target():
    told = explain(Pair(State.LEVEL, 1), answer=Answer("REC-01", "o1", note="Two wards only"))

    assert told.title == "Why level 1?"
    assert lines(told) == [("Oakholt Trust answered", "1"), ("Target", "3"), ("Levels short", "2")]
    assert told.note == "Two wards only"


def test_a_level_over_its_target_is_not_short():
    assert lines(explain(Pair(State.LEVEL, 5)))[-1] == ("Levels short", "0")


@pytest.mark.parametrize(
    ("state", "words"),
    [(State.DONT_KNOW, "don’t know"), (State.NOT_ANSWERED, "not answered")],
)
def test_what_is_not_known_may_be_anything(state, words):
    told = explain(Pair(state, None))

    assert told.title == "Why no level?"
    assert lines(told) == [
        (f"Oakholt Trust: {words}", "0 to 5"),
        ("Target", "3"),
        ("Levels short", "0–3"),
    ]


@pytest.mark.parametrize(
    ("pair", "line"),
    [
        (Pair(State.LEVEL, 2, "o2"), ("Provided by Council", "2")),
        (Pair(State.DONT_KNOW, None, "o2"), ("Provided by Council", "don’t know")),
        (
            Pair(State.NOT_ANSWERED, None, "o2", broken=True),
            ("Council cannot provide it, so it counts as not answered", ""),
        ),
        (
            Pair(State.NOT_ANSWERED, None, "gone", broken=True),
            ("gone cannot provide it, so it counts as not answered", ""),
        ),
    ],
)
def test_a_provided_level_names_the_provider(pair, line):
    assert lines(explain(pair))[0] == line


def test_not_applicable_gives_its_reason_and_lacks_nothing():
    value = Value(State.NOT_APPLICABLE, reason="No beds")
    told = explain(Pair(State.NOT_APPLICABLE, None), answer=Answer("REC-01", "o1", value))

    assert lines(told) == [("Not applicable: No beds", "n/a"), ("Target of the others", "3")]


def test_without_a_target_nothing_is_short():
    assert lines(explain(Pair(State.LEVEL, 2), target=None))[-1] == ("Target", "none")


def test_a_pair_that_is_not_asked_says_why():
    told = explain(None)

    assert told.title == "Why not asked?"
    assert "Acute hospital" in told.lines[0].text


def test_a_capability_out_of_scope_is_not_explained():
    with pytest.raises(KeyError):
        explain_pair(None, SimpleNamespace(of=lambda _: None), "OUT-01", "o1")
