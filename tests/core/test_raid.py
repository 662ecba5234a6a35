"""Scores, bands, order and lacks of the RAID log."""

from dataclasses import replace
from datetime import date

import pytest

from techmodel.core.plan_parts import RaidItem, RaidKind
from techmodel.core.raid import (
    STEPS,
    Band,
    RaidLack,
    band,
    find_lacks,
    in_order,
    is_overdue,
    matrix,
    score,
)

TODAY = date(2026, 11, 26)
RISK = RaidItem("r1", RaidKind.RISK, "A supplier is late", likelihood=4, impact=3)
WHOLE = replace(RISK, owner="Digital lead", response="Agree dates", due=date(2026, 12, 1))


def test_the_bands_are_those_of_the_published_matrix():
    """NPSA 2008: 1-3 low, 4-6 moderate, 8-12 high, 15-25 extreme; typed in cell by cell."""
    rows = [
        "low low low medium medium",
        "low medium medium high high",
        "low medium high high very_high",
        "medium high high very_high very_high",
        "medium high very_high very_high very_high",
    ]
    for likelihood in STEPS:
        words = rows[likelihood - 1].split()
        for impact in STEPS:
            assert band(likelihood * impact) is Band[words[impact - 1].upper()]


@pytest.mark.parametrize(
    ("likelihood", "impact", "expected"), [(4, 3, 12), (None, 3, None), (4, None, None)]
)
def test_a_score_needs_both(likelihood, impact, expected):
    assert score(replace(RISK, likelihood=likelihood, impact=impact)) == expected


def test_open_items_come_first_then_the_highest_score_then_the_next_date():
    items = [
        replace(RISK, id="closed", is_open=False, impact=5),
        replace(RISK, id="unscored", likelihood=None),
        replace(RISK, id="undated"),
        replace(RISK, id="later", due=date(2027, 2, 1)),
        replace(RISK, id="sooner", due=date(2027, 1, 1)),
        replace(RISK, id="highest", impact=5),
    ]

    ids = [i.id for i in in_order(items)]
    assert ids == ["highest", "sooner", "later", "undated", "unscored", "closed"]


def test_the_matrix_holds_open_scored_risks():
    others = [
        replace(RISK, id="issue", kind=RaidKind.ISSUE),
        replace(RISK, id="closed", is_open=False),
        replace(RISK, id="half", impact=None),
    ]

    assert matrix([*others, RISK]) == {(4, 3): (RISK,)}


@pytest.mark.parametrize(
    ("due", "is_open", "expected"),
    [
        (date(2026, 11, 25), True, True),
        (TODAY, True, False),
        (None, True, False),
        (date(2026, 11, 25), False, False),
    ],
)
def test_only_an_open_item_is_overdue_and_only_after_its_day(due, is_open, expected):
    assert is_overdue(replace(RISK, due=due, is_open=is_open), TODAY) is expected


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({}, ()),
        ({"likelihood": None}, (RaidLack.NO_SCORE,)),
        ({"likelihood": None, "kind": RaidKind.ISSUE}, ()),
        ({"owner": "  "}, (RaidLack.NO_OWNER,)),
        ({"response": ""}, (RaidLack.NO_RESPONSE,)),
        ({"response": "", "kind": RaidKind.ASSUMPTION}, ()),
        ({"due": date(2026, 11, 1)}, (RaidLack.DUE_PASSED,)),
        ({"owner": "", "is_open": False}, ()),
    ],
)
def test_what_an_open_item_needs(changes, lacks):
    assert find_lacks(replace(WHOLE, **changes), TODAY) == lacks
