"""Cells that come back are read as planners type them, and nothing is worked out."""

from datetime import UTC, date, datetime

import pytest
from tests.core.coming_back import WORDS

from techmodel.core.answers import NOT_ANSWERED, State, Value
from techmodel.core.returning_cells import (
    read_answer,
    read_date,
    read_ids,
    read_line,
    read_percent,
    read_text,
    read_waits,
    read_whole,
    read_word,
    read_year,
)
from techmodel.core.returning_parts import Fault, Unreadable

DAY = date(2027, 1, 4)
DATES = (
    *(DAY, datetime(2027, 1, 4, 9, 30, tzinfo=UTC), "2027-01-04", "2027-01-04 00:00:00"),
    "04/01/2027",
    *("4.1.27", "4 January 2027", "4 Jan 27", "Mon, 4th January 2027", "4-Jan-2027"),
)
FOURTY = (0.4, 40, 40.2, "40 %", "40%", "0.4", "40")


@pytest.mark.parametrize("raw", DATES)
def test_a_day_is_read_as_a_date_as_iso_and_as_british_text(raw):
    assert read_date(raw) == DAY


@pytest.mark.parametrize("raw", [None, "", "  "])
def test_an_empty_cell_holds_no_day(raw):
    assert read_date(raw) is None


@pytest.mark.parametrize("raw", ["soon", "2027-02-30", "4 Foo 2027", "1/13/2027", 45000, True])
def test_what_is_no_day_is_not_guessed(raw):
    with pytest.raises(Unreadable) as error:
        read_date(raw)

    assert error.value.fault is Fault.NOT_A_DATE


@pytest.mark.parametrize("raw", FOURTY)
def test_a_share_is_read_as_a_number_or_a_percentage(raw):
    assert read_percent(raw) == 40


@pytest.mark.parametrize(
    ("raw", "percent"), [(1, 100), (None, 0), (1.4, 140), (-0.5, -50), ("1%", 1), (0.405, 41)]
)
def test_numbers_up_to_one_are_shares_as_a_sheet_holds_them(raw, percent):
    assert read_percent(raw) == percent


@pytest.mark.parametrize("raw", ["a lot", True, DAY, "9" * 5000, 1e300])
def test_words_are_no_share(raw):
    with pytest.raises(Unreadable, match="not a percentage"):
        read_percent(raw)


@pytest.mark.parametrize(
    ("raw", "number"),
    [(12, 12), (12.0, 12), ("12", 12), ("£12,500", 12500), ("-4", -4), (None, None), ("3.0", 3)],
)
def test_whole_numbers_are_read_as_people_type_them(raw, number):
    assert read_whole(raw) == number


@pytest.mark.parametrize("raw", [2.5, "six", "1,2", True, DAY, "9" * 5000])
def test_what_is_not_whole_is_said(raw):
    with pytest.raises(Unreadable, match="not a whole number"):
        read_whole(raw)


@pytest.mark.parametrize("raw", [2027, 2027.0, "2027", "2027/28", "2027-2028", "2027–28"])
def test_a_financial_year_is_named_by_its_first(raw):
    assert read_year(raw) == 2027


def test_an_empty_cell_names_no_year():
    assert read_year(None) is None


@pytest.mark.parametrize("raw", ["2027/29", "27/28", "next year"])
def test_two_years_that_do_not_follow_are_no_financial_year(raw):
    with pytest.raises(Unreadable, match="not a financial year"):
        read_year(raw)


def test_texts_lose_what_verbs_take_away_and_nothing_else():
    assert read_text(" a\u0000b\nc\t ") == "ab\nc"
    assert read_text(3.0) == "3"
    assert read_text(datetime(2027, 1, 4, tzinfo=UTC)) == "2027-01-04"
    assert read_line(" a \n b ") == "a b"
    assert read_text("=1+1") == "=1+1"


def test_words_of_a_list_count_in_any_case():
    assert read_word(" UNDER  way", {"under way": 1}) == 1
    assert read_word(None, {"yes": True}) is None
    assert read_word(True, {"true": 1}) == 1


def test_other_words_are_not_on_the_list():
    with pytest.raises(Unreadable, match="not one of the words"):
        read_word("maybe", {"yes": True})


def test_ids_stand_apart_by_commas_semicolons_or_lines_each_once():
    assert read_ids("p01; P02,\nP01, P99", WORDS.projects) == ("P01", "P02", "P99")
    assert read_ids("Shared Record", WORDS.projects) == ("P01",)
    assert read_ids(None, WORDS.projects) == ()


def test_a_project_is_waited_for_with_days_after_it():
    assert read_waits("P02, shared record + 3", WORDS.projects) == (("P01", 3), ("P02", 0))
    assert read_waits("P02+1, P02+4", WORDS.projects) == (("P02", 4),)
    assert read_waits("a + b", {"a + b": "P07"}) == (("P07", 0),)


@pytest.mark.parametrize("raw", [3, 3.0, "3", "3 Structured", "structured", "3: Structured"])
def test_a_level_is_a_digit_a_name_or_both(raw):
    assert read_answer(raw, WORDS.answering) == Value(State.LEVEL, 3)


def test_the_other_answers_are_words():
    words = WORDS.answering

    assert read_answer(None, words) == NOT_ANSWERED
    assert read_answer("Don't know", words).state is State.DONT_KNOW
    assert read_answer("Provided by Hill  Practice", words).provider == "org-2"
    assert read_answer("provided-by:Hill Practice", words).provider == "org-2"


@pytest.mark.parametrize("raw", ["High", "7", "3 Shared", "Provided by nobody", 2.5])
def test_what_is_no_answer_is_said(raw):
    with pytest.raises(Unreadable, match="not an answer"):
        read_answer(raw, WORDS.answering)
