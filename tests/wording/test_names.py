"""Texts that hold a name, told without repeating it."""

import pytest

from techmodel.core.name_search import NameFound
from techmodel.wording.names import history_words, text_words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (NameFound("answer", ("REC-06", "o"), "note", past=False), "the note of REC-06 for Hill"),
        (NameFound("answer", ("REC-06", "x"), "note", past=False), "the note of REC-06"),
        (NameFound("setting", ("lead",), "value", past=False), "Set-up: lead"),
        (NameFound("batch", ("b",), "label", past=True), "an earlier text that the history keeps"),
        (NameFound("vote", ("v",), "other", past=False), "vote v"),
    ],
)
def test_a_text_is_told_by_where_it_stands(found, words):
    assert text_words(found, {"o": "Hill"}) == words


def test_what_the_history_keeps_is_told_by_what_it_is():
    past = [NameFound("batch", ("b",), field, past=True) for field in ("decided_by", "label")]

    assert history_words(past).startswith(
        "The history keeps 1 change “Decided by” such a name and 1 earlier text with such a name. "
    )
    assert history_words([]) == ""
