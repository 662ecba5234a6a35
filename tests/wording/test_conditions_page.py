"""What the page of the conditions for change says."""

from dataclasses import replace

import pytest
from tests.core.conditions import CONDITIONS, FACTOR, TWO

from techmodel.core.conditions import Condition, find_standing
from techmodel.wording import conditions_page as wording
from techmodel.wording.conditions import APART


def test_the_notice_is_the_checklists_own_or_says_that_they_are_apart():
    assert wording.notice(CONDITIONS) == "A check."
    assert wording.notice(replace(CONDITIONS, notice="")) == APART


@pytest.mark.parametrize(
    ("level", "said"),
    [(None, "Hope, not answered"), (2, "Hope, level 2, weak"), (3, "Hope, level 3")],
)
def test_a_line_says_name_level_and_weakness(level, said):
    assert wording.item_words(FACTOR, level) == said


def test_a_box_says_the_level_in_brackets():
    assert wording.box_words(FACTOR, None) == "Hope (not answered)"
    assert wording.box_words(FACTOR, Condition("hope", 2)) == "Hope (level 2)"


def test_places_count_from_one_and_answers_are_said_aloud():
    standing = find_standing(TWO, {"hope": Condition("hope", 4)})

    assert wording.place_words(0, 10) == "Condition 1 of 10"
    assert wording.answered_words(4, standing) == "Level 4. 1 of 2 answered."
