"""The RAID log in words."""

from dataclasses import replace
from datetime import date

import pytest

from techmodel.core.plan_parts import RaidItem, RaidKind
from techmodel.core.raid import STEPS, Band, RaidLack
from techmodel.wording import raid as words
from techmodel.wording.raid import (
    IMPACT,
    LIKELIHOOD,
    item_name,
    raid_headline,
    score_trace,
    score_words,
    step_name,
)

TODAY = date(2026, 11, 26)
RISK = RaidItem("r1", RaidKind.RISK, "A supplier is late", likelihood=4, impact=3)


def test_everything_has_words():
    assert set(LIKELIHOOD) == set(IMPACT) == set(STEPS)
    assert set(words.KINDS) == set(words.MEANINGS) == set(RaidKind)
    assert set(words.BANDS) == set(words.BAND_MEANINGS) == set(Band)
    assert set(words.LACKS) == set(RaidLack)
    assert set(words.FIELDS) == set(RaidItem.__slots__) - {"id"}


def test_a_score_is_explained():
    assert score_words(RISK) == "12 High"
    assert score_trace(RISK) == "4 Likely × 3 Moderate = 12 High"
    assert score_trace(replace(RISK, impact=None)) == score_words(replace(RISK, impact=None))
    assert (step_name(IMPACT, 5), step_name(IMPACT, None)) == ("5 Severe", "")


def test_a_name_is_cut_to_one_short_line():
    name = item_name(replace(RISK, text="One\nlong " + "word " * 30))

    assert name.startswith("Risk “One long word")
    assert name.endswith("…”")
    assert len(name) <= 67


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([], "No risks are written down yet."),
        ([replace(RISK, is_open=False)], "No risk is open."),
        ([replace(RISK, kind=RaidKind.ISSUE)], "No risk is open."),
        ([RISK], "1 risk is open, 1 high."),
        ([replace(RISK, impact=1)], "1 risk is open, none above medium."),
        (
            [RISK, replace(RISK, impact=5), replace(RISK, impact=None, due=date(2026, 11, 1))],
            "3 risks are open, 1 very high, 1 high and 1 not scored. 1 date has passed.",
        ),
    ],
)
def test_the_headline_counts_what_matters(items, sentence):
    assert raid_headline(items, TODAY) == sentence
