"""Other ways of planning in words."""

from datetime import date
from types import SimpleNamespace

import pytest

from techmodel.core.plan_parts import Terms
from techmodel.core.spread import Spread
from techmodel.wording import plan_whatif as wording

END = date(2029, 3, 12)


def plan(**changes):
    return SimpleNamespace(**{"end": END, "endless": False, "duties": (), **changes})


def test_an_end_is_a_date_or_said():
    assert wording.end_words(plan()) == "12 Mar 2029"
    assert wording.end_words(plan(end=None)) == "Nothing has dates"
    assert wording.end_words(plan(endless=True)) == "beyond 2299"
    assert wording.duties_words(plan()) == "none to keep"


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (Terms(), "No limit"),
        (Terms(capacity=5), "Five at a time"),
        (
            Terms(date(2027, 9, 1), 12, {}, frozenset({"P1"})),
            "12 at a time, from September 2027 and without 1 project",
        ),
    ],
)
def test_names_are_suggested(terms, said):
    assert wording.suggested_name(terms, []) == said
    assert wording.suggested_name(terms, [said.upper()]) == f"{said} (2)"


def test_how_sure_an_end_is_is_said_with_its_share():
    spread = Spread(1000, date(2029, 4, 1), date(2029, 6, 1), 0.31)
    half, most, share = wording.spread_words(plan(), spread)

    assert half == "Half of 1,000 runs end by 1 April 2029 (P50)."
    assert most == "Four in five end by 1 June 2029 (P80), a safer date to promise."
    assert share.startswith("31% end by 12 March 2029")
    same = Spread(10, END, END, 1)
    assert wording.spread_words(plan(end=None), same) == (
        "In four of five of 10 runs, all is done by 12 March 2029.",
    )


def test_terms_are_told_apart():
    names = {"CIO": "Chief information officer"}

    assert wording.terms_words(Terms(), names) == ("next working day", "no limit", "none", "none")
    some = Terms(END, 3, {"CIO": 2}, frozenset({"P1", "P2"}))
    assert wording.terms_words(some, names) == (
        *("12 Mar 2029", "3 steps at once"),
        *("Chief information officer 2", "2 projects"),
    )


def test_two_that_come_to_the_same_say_so():
    assert wording.compared("A", "B", ()) == "“B” comes to the same as “A”."
