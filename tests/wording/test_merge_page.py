"""The sentences of the merge page."""

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.merge_parts import Choice, Same
from techmodel.core.tables import value_json
from techmodel.wording import merge_page as wording

NONE_BOTH = "Nothing was changed in both files."


@pytest.mark.parametrize(
    ("things", "taken", "new", "said"),
    [
        (1, 0, True, "1 thing was changed in both files. The rest merge by themselves."),
        (5, 61, True, "5 things were changed in both files. The rest merge by themselves."),
        (0, 1, True, f"{NONE_BOTH} 1 change is taken from the other."),
        (0, 1200, True, f"{NONE_BOTH} 1,200 changes are taken from the other."),
        (0, 0, True, "Both files say the same. Only the history of the other file is new."),
        (0, 0, False, "The other file has nothing that is not here already."),
    ],
)  # fmt: skip
def test_the_headline_says_what_merging_comes_to(things, taken, new, said):
    assert wording.headline(things, taken, new=new) == said


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (None, ""),
        (Choice.THEIRS, "theirs"),
        ({"value": value_json(Value(State.LEVEL, 3))}, "level 3"),
        ({"parked": True}, "parked"),
        ({"note": "A\n\nB"}, "both"),
    ],
)
def test_every_way_to_settle_has_a_word(chosen, said):
    assert wording.choice_words(chosen) == said


def test_what_is_settled_is_said_with_what_is_left():
    assert wording.settled_words("theirs", 4) == "Settled: theirs. 4 still to settle."
    assert wording.settled_words("", 5) == "Open again. 5 still to settle."
    assert wording.settled_words("two", 0) == "Settled: two. All settled."


def test_names_are_one_or_two():
    assert [wording.same_words(s) for s in (None, *Same)] == ["", "one", "two"]


def test_rounds_left_are_named_or_not_mentioned():
    assert wording.rounds_words(()) == ""
    assert wording.rounds_words(["A", "B"]).endswith("not carried over: “A” and “B”.")


def test_counts_and_rules_are_in_the_right_number():
    assert [wording.show_words(n) for n in (1, 61)] == ["Show it", "Show the 61"]
    assert wording.rule_verb(Choice.OURS, 1) == "Keep ours for it"
    assert wording.rule_verb(Choice.THEIRS, 4) == "Take theirs for all 4"
    assert wording.dropped_words(1).endswith("1 choice no longer fits and is open again.")
    assert wording.dropped_words(2).endswith("2 choices no longer fit and are open again.")
    assert wording.list_title([]) == "Nothing to settle"


def test_a_rule_says_what_it_leaves():
    assert "one or two is not settled" in wording.rule_about(1)
    assert "one or two" not in wording.rule_about(0)
