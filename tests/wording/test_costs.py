"""Money and costs in words."""

from dataclasses import replace

import pytest

from techmodel.core.plan_parts import Cost, CostKind, Money
from techmodel.wording.costs import (
    amount_words,
    cost_amount,
    cost_change,
    costs_headline,
    money_range,
    money_words,
    pounds,
    pounds_alike,
    range_alike,
    short_pounds,
    year_name,
    years_name,
)

ONCE = Cost(
    *("c1", None, "Interfaces", CostKind.ONE_OFF, Money(8000, 10000, 14000)),
    *(2026, 1, "Capital"),
)
YEARLY = Cost(
    *("c2", "P01", "Licences", CostKind.RECURRENT, Money(100000, 150000, 400000)),
    *(2027, 3),
)


@pytest.mark.parametrize(
    ("amount", "full", "short"),
    [
        (0, "£0", "£0"),
        (9999, "£9,999", "£9,999"),
        (12500, "£12,500", "£13k"),
        (999_499, "£999,499", "£999k"),
        (999_500, "£999,500", "£1m"),
        (1_250_000, "£1,250,000", "£1.3m"),
        (9_949_999, "£9,949,999", "£9.9m"),
        (9_950_000, "£9,950,000", "£10m"),
        (123_400_000, "£123,400,000", "£123m"),
    ],
)
def test_amounts_are_written_in_full_or_short(amount, full, short):
    assert (pounds(amount), short_pounds(amount)) == (full, short)


def test_a_range_says_both_ends_once_where_they_are_the_same():
    assert money_range(ONCE.amount) == "£8,000 to £14,000"
    assert money_range(Money(5, 5, 5)) == "£5"
    assert money_range(Money(1_210_000, 1, 1_220_000), short=True) == "£1.2m"
    assert money_words(ONCE.amount) == "£8,000 to £14,000, likely £10,000"
    assert money_words(Money(5, 5, 5)) == "£5"


def test_an_amount_is_told_whole_so_that_a_change_of_its_likely_one_shows():
    assert amount_words(ONCE.amount) == "£8,000, likely £10,000, up to £14,000"
    assert amount_words(Money(5, 5, 5)) == "£5"
    moved = replace(ONCE, amount=Money(8000, 11000, 14000))
    said = cost_change(ONCE, moved, ())
    assert said.endswith("likely £10,000, up to £14,000 → £8,000, likely £11,000, up to £14,000")


def test_the_amounts_of_one_table_are_written_to_the_same_place():
    write = pounds_alike([788_400, 1_000_000, 0, 450])
    assert [*map(write, (788_400, 1_000_000, 0, 450))] == ["£788k", "£1,000k", "£0", "£450"]
    assert range_alike(Money(788_400, 1_000_000, 1_400_000), write) == "£788k to £1,400k"
    assert pounds_alike([9_999])(9_500) == "£9,500"
    assert pounds_alike([])(0) == "£0"


def test_financial_years_are_named_as_people_name_them():
    assert year_name(2027) == "2027/28"
    assert year_name(2099) == "2099/00"
    assert years_name([2027]) == "2027/28"
    assert years_name([2027, 2028, 2029]) == "2027/28 to 2029/30"


def test_what_a_cost_comes_to():
    assert cost_amount(ONCE) == "£8,000 to £14,000 once"
    assert cost_amount(YEARLY) == "£100,000 to £400,000 a year for 3 years"
    one = Cost("c", None, "x", CostKind.RECURRENT, Money(1, 1, 1), 2027)
    assert cost_amount(one) == "£1 for one year"


@pytest.mark.parametrize(
    ("costs", "sentence"),
    [
        ((), "No costs are written down yet."),
        (
            (ONCE,),
            "£8,000 to £14k in 2026/27, likely £10k. All of it has its funding.",
        ),
        (
            (ONCE, YEARLY),
            "£308k to £1.2m in 2026/27 to 2029/30, likely £460k. £450k of it has no funding yet.",
        ),
        (
            (Cost("c", None, "x", CostKind.ONE_OFF, Money(5, 5, 5), 2027),),
            "£5 in 2027/28. None of it has funding yet.",
        ),
    ],
)
def test_the_headline_says_how_much_when_and_what_is_not_funded(costs, sentence):
    assert costs_headline(costs) == sentence


def test_several_changes_are_named_together():
    label = cost_change(ONCE, YEARLY, ())

    assert label == (
        "Cost “Interfaces”: project, name, kind, amount, first year, years and funding changed"
    )


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"funding": ""}, "Cost “Licences”: no funding"),
        ({"project": None}, "Cost “Licences”: for the plan as a whole"),
    ],
)
def test_what_is_taken_back_says_so(changes, label):
    old = replace(YEARLY, funding="Capital")

    assert cost_change(old, replace(old, **changes), ()) == label
