"""What is said about organisations as they are typed and pasted."""

import pytest

from techmodel.core.typed_organisations import Fault
from techmodel.wording.organisations import (
    FAULT_WORDS,
    pasted_note,
    removed_note,
    settle_words,
    too_many_words,
)

KIND, TWICE = (Fault.NO_KIND,), (Fault.NAME_TWICE,)


@pytest.mark.parametrize(
    ("faults", "first", "note"),
    [
        ([()], 1, "1 row pasted. It is ready."),
        ([(), ()], 1, "2 rows pasted. All are ready."),
        ([(), KIND], 6, "2 rows pasted. 1 is ready; row 7 needs a kind."),
        ([KIND, KIND], 1, "2 rows pasted. None are ready; rows 1 and 2 need a kind."),
        ([KIND], 3, "1 row pasted. Row 3 needs a kind."),
        (
            [*[()] * 6, KIND, TWICE],
            1,
            "8 rows pasted. 6 are ready; row 7 needs a kind; row 8 has a name used twice.",
        ),
        ([KIND] * 5, 1, "5 rows pasted. None are ready; 5 rows need a kind."),
    ],
)
def test_the_note_counts_rows_and_names_those_at_fault(faults, first, note):
    assert pasted_note(faults, first) == note


@pytest.mark.parametrize(
    ("faults", "words"),
    [
        ([(), ()], ""),
        ([(), KIND], "Choose a kind for row 2 to go on."),
        ([KIND, (Fault.WEIGHT,), KIND], "Choose a kind for rows 1 and 3 to go on."),
        ([(Fault.WEIGHT,)], "Type a weight from above 0 to 1000 in row 1 to go on."),
        ([KIND, (Fault.NO_NAME,)], "Name row 2 to go on."),
    ],
)
def test_the_first_fault_is_settled_first(faults, words):
    assert settle_words(faults, "to go on") == words


def test_a_removed_row_says_how_it_comes_back():
    assert removed_note("Hill") == "Hill was removed. Ctrl+Z brings it back."
    assert removed_note("") == "The row was removed. Ctrl+Z brings it back."


def test_every_fault_has_words():
    assert set(FAULT_WORDS) == set(Fault)
    assert all(settle_words([(fault,)], "to go on") for fault in Fault)
    assert all(pasted_note([(fault,)], 1) for fault in Fault)


def test_too_many_says_how_many_must_go():
    assert "remove 3" in too_many_words(200, 3)
