"""The words around guides and cases."""

from __future__ import annotations

import pytest
from tests.core.learnings import CASE, GUIDE, LEARNING

from techmodel.core.learning import Licence, learning_for
from techmodel.wording import learning as words


@pytest.mark.parametrize("kind", Licence)
def test_every_licence_says_that_no_text_is_copied(kind):
    assert words.licence(kind).endswith("facts retold, no text copied")


def test_a_case_names_source_address_and_rights_in_one_line():
    assert words.source_line(CASE) == (
        "A briefing, https://www.example.org/a-page (Licence not seen, rights taken as reserved;"
        " facts retold, no text copied)"
    )


def test_place_and_period_stand_together():
    assert words.where_and_when(CASE) == "A town; 2016"


def test_a_lesson_names_who_says_so():
    assert words.lesson_line(GUIDE.lessons[0]) == "Take time. (A briefing)"


def test_a_page_says_how_much_there_is_to_read():
    assert words.page_count(learning_for(LEARNING, "TOC")) == "1 case, 1 lesson"


def test_headings_name_the_domain():
    assert words.guide_title("Records") == "Learning from others: Records"
    assert words.no_guide("Records") == "There is no guide for “Records” yet."
