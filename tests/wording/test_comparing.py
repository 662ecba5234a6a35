"""Two moments side by side in words."""

import pytest

from techmodel.core.answers import State, Value
from techmodel.session.organisations import Newcomer
from techmodel.wording.comparing import (
    answer_words,
    answers_headline,
    comparing_book,
    level_words,
    set_up_words,
    turn_words,
    why_words,
)


@pytest.fixture
def ids(session):
    return [o.id for o in session.assessment().organisations]


@pytest.fixture
def since(session, ids):
    """The comparison with a round at which INF-01 was at 2 for the first partner."""
    session.answers.give("INF-01", ids[0], Value(State.LEVEL, 2))
    session.rounds.mark("Spring")

    def compared():
        comparison = session.rounds.compare(session.rounds.all()[0])
        return comparison, comparing_book(comparison)

    return compared


def test_an_answer_is_told_with_its_reason(session, ids, since):
    session.answers.give("INF-01", ids[0], Value(State.NOT_APPLICABLE, reason="No beds"))
    comparison, book = since()
    (change,) = comparison.answers

    assert answer_words(change.then, book) == "2 Viewable"
    assert answer_words(change.now, book) == "Not applicable: No beds"
    assert turn_words(change) == "Other"


def test_a_provider_is_named(session, ids, since):
    session.answers.give("INF-01", ids[1], Value(State.PROVIDED_BY, provider=ids[0]))
    comparison, book = since()

    assert answer_words(comparison.answers[0].now, book) == "Provided by Riverside Trust"
    assert turn_words(comparison.answers[0]) == "Newly known"


def test_what_is_not_the_answer_itself_is_named(session, ids, since):
    session.answers.note("INF-01", ids[0], "Two  teams\ndo it")
    session.answers.park("INF-01", ids[0], parked=True)
    (change,) = since()[0].answers

    assert turn_words(change) == "Other: note and parked"
    assert why_words(change) == "Two teams do it"


def test_the_answers_are_counted_by_which_way_they_went(session, ids, since):
    unchanged = answers_headline(since()[0].answers)
    session.answers.give("INF-01", ids[0], Value(State.LEVEL, 3))
    session.answers.give("INF-01", ids[1], Value(State.LEVEL, 3))

    assert unchanged == "No answer is another than then."
    assert answers_headline(since()[0].answers) == "2 answers changed: 1 raised, 1 newly known."


def test_the_set_up_is_told_in_sentences(session, ids, since):
    session.organisations.add([Newcomer("North Pharmacy", "pharmacy")])
    session.organisations.weigh(ids[0], 2)
    session.scope.change({"threshold": 0.75})
    session.targets.aim("INF-01", 1, "Not this year")
    said = set_up_words(*since())

    assert set(said) == {
        "North Pharmacy joined",
        "Riverside Trust: Weight 1 → 2",
        "Coverage threshold: 80% → 75%",
        f"{since()[1].capability('INF-01')}: Target set to 1 by decision",
    }


def test_levels_and_targets_are_told_with_what_they_were(session, ids, since):
    for organisation in ids:
        session.answers.give("INF-01", organisation, Value(State.LEVEL, 3))
    session.targets.aim("INF-01", 5, "The board wants it")
    comparison, book = since()
    found = next(c for c in comparison.levels if c.capability == "INF-01")

    assert level_words(found, book) == f"{book.capability('INF-01')}: 0–2 → 3, target 4 → 5"


def test_a_capability_that_came_into_scope_had_no_level(session):
    session.scope.leave_out(["INF"])
    session.rounds.mark("Spring")
    session.scope.leave_out([])
    comparison = session.rounds.compare(session.rounds.all()[0])
    found = next(c for c in comparison.levels if c.capability == "INF-01")

    assert level_words(found, comparing_book(comparison)).endswith(": none → 0–5, target none → 4")
