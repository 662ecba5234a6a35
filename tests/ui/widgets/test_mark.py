"""What a chip shows and says."""

from __future__ import annotations

import pytest

from techmodel.core.answers import NOT_ANSWERED, State, Value
from techmodel.core.gaps import Pair, Partnership
from techmodel.core.organisations import OrganisationId
from techmodel.ui.widgets.mark import (
    Kind,
    Mark,
    level_mark,
    pair_mark,
    partnership_mark,
    value_mark,
)

OTHER = OrganisationId("o")


@pytest.mark.parametrize(
    ("mark", "text", "words"),
    [
        (level_mark(3, target=True), "3", "level 3, target"),
        (Mark(Kind.RANGE, 0, 1), "0–1", "level 0 to 1"),
        (Mark(Kind.DONT_KNOW), "?", "don’t know"),
        (Mark(Kind.NOT_ANSWERED), "–", "not answered"),
        (Mark(Kind.NOT_APPLICABLE), "n/a", "not applicable"),
        (Mark(Kind.NOT_ASKED), "·", "not asked"),
        (Mark(Kind.LEVEL, 2, provided=True), "2", "level 2, provided by another organisation"),
    ],
)
def test_every_mark_has_text_and_words(mark: Mark, text: str, words: str) -> None:
    assert (mark.text, mark.words) == (text, words)


@pytest.mark.parametrize(
    ("value", "mark"),
    [
        (Value(State.LEVEL, 4), Mark(Kind.LEVEL, 4)),
        (Value(State.DONT_KNOW), Mark(Kind.DONT_KNOW)),
        (NOT_ANSWERED, Mark(Kind.NOT_ANSWERED)),
        (Value(State.PROVIDED_BY, provider=OTHER), Mark(Kind.NOT_ANSWERED, provided=True)),
    ],
)
def test_a_value_is_marked_as_it_was_given(value: Value, mark: Mark) -> None:
    assert value_mark(value) == mark


@pytest.mark.parametrize(
    ("pair", "mark"),
    [
        (None, Mark(Kind.NOT_ASKED)),
        (Pair(State.LEVEL, 2), Mark(Kind.LEVEL, 2)),
        (Pair(State.LEVEL, 2, OTHER), Mark(Kind.LEVEL, 2, provided=True)),
        (Pair(State.DONT_KNOW, None, OTHER), Mark(Kind.DONT_KNOW, provided=True)),
        (Pair(State.NOT_APPLICABLE, None), Mark(Kind.NOT_APPLICABLE)),
    ],
)
def test_a_pair_is_marked_after_following_its_provider(pair: Pair | None, mark: Mark) -> None:
    assert pair_mark(pair) == mark


@pytest.mark.parametrize(
    ("partnership", "mark"),
    [
        (None, Mark(Kind.NOT_APPLICABLE)),
        (Partnership(3, 3, 1, 3.0, 3, ()), Mark(Kind.LEVEL, 3)),
        (Partnership(0, 3, 3, 3.0, 3, ()), Mark(Kind.RANGE, 0, 3)),
        (Partnership(0, 5, None, None, None, ()), Mark(Kind.NOT_ANSWERED)),
    ],
)
def test_a_partnership_is_marked_as_level_or_range(
    partnership: Partnership | None, mark: Mark
) -> None:
    assert partnership_mark(partnership) == mark


def test_any_mark_can_be_the_target() -> None:
    assert level_mark(3).as_target() == level_mark(3, target=True)
