"""Answers that another organisation gives, on the card of the one it provides for."""

import pytest

from techmodel.core.answers import State, Value


@pytest.fixture
def provided(several):
    """The page for the trust alone; the practice provides INF-01 for it, at a level to give."""
    trust, practice, _ = (o.id for o in several.workspace.session.assessment().organisations)

    def show(value):
        answers = several.workspace.session.answers
        answers.give("INF-01", practice, value)
        answers.give("INF-01", trust, Value(State.PROVIDED_BY, provider=practice))
        several.workspace.show_only(trust)
        several.refresh()
        return several.card.rows.rows[6].line

    return show


def test_the_level_of_the_provider_is_told(provided):
    line = provided(Value(State.LEVEL, 3))

    assert (line.name, line.wording) == ("Provided", "By Hill Practice, at level 3 Structured.")
    assert line.mark.provided
    assert line.chosen


def test_a_provider_that_does_not_know_is_told(provided):
    assert provided(Value(State.DONT_KNOW)).wording == (
        "By Hill Practice, which does not know its level."
    )


def test_a_level_of_its_own_takes_its_place(provided, several):
    provided(Value(State.LEVEL, 3))
    several.card.answering.level(1)

    assert several.card.rows.rows[6].isHidden()
    assert several.card.rows.rows[1].line.chosen


def test_the_row_of_the_provider_answers_nothing(provided, several):
    provided(Value(State.LEVEL, 3))
    revision = several.workspace.session.revision
    several.card.rows.rows[6].click()

    assert several.workspace.session.revision == revision


def test_a_provider_that_is_needed_cannot_be_cleared(provided, several, qtbot):
    provided(Value(State.LEVEL, 3))
    several.workspace.show_only(several.workspace.session.assessment().organisations[1].id)
    with qtbot.waitSignal(several.workspace.failed) as failed:
        several.card.answering.clear()

    assert "Riverside Trust" in failed.args[0]
