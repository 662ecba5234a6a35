"""Progress in words, and where each figure comes from."""

import pytest
from tests.core.test_progress import HELD, gaps

from techmodel.core.progress import find_progress
from techmodel.core.report import Since
from techmodel.core.rounds import Round
from techmodel.wording.progress import (
    advance_prose,
    advance_sentence,
    advance_words,
    explain_progress,
    fall_words,
    progress_lead,
    round_choice,
    share_words,
)


def overall(then, now, targets=(4, 4, 4)):
    return find_progress(gaps(then, targets), gaps(now, targets)).overall


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "0%"),
        (0.22, "22%"),
        (1.0, "100%"),
        (-0.05, "−5%"),
        (0.004, "0.4%"),
        (-0.004, "−0.4%"),
        (0.996, "99.6%"),
        (-1.5, "−150%"),
    ],
)
def test_a_share_of_the_way(share, said):
    assert share_words(share) == said


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ([2, 4, 0], [3, 4, 2], "50% of the way to target since Spring."),
        ([2, 4, 0], [1, 4, 3], "33% of the way to target since Spring; 1 level fell."),
        ([2, 4, 4], [2, 4, 4], "No nearer to target than at Spring."),
        ([2, 3, 4], [1, 4, 4], "No nearer to target than at Spring; 1 level fell."),
        (
            [2, 3, 3],
            [1, 3, 2],
            "Further from target than at Spring, by 50% of the way; 2 levels fell.",
        ),
        ([4, 4, 4], [4, 5, 4], "Every target compared was reached at Spring and still is."),
        ([4, 4, 4], [3, 4, 4], "Every target compared was reached at Spring, and 1 level fell."),
        (
            ["?", "?", None],
            [4, "?", "?"],
            (
                "Nothing can be compared with Spring: no level was known both then and now. "
                "1 newly known counts apart."
            ),
        ),
        (
            [2, "?", 3],
            [4, 4, "?"],
            (
                "100% of the way to target since Spring. "
                "1 newly known and 1 no longer known count apart."
            ),
        ),
    ],
)
def test_how_far_in_a_sentence(then, now, said):
    assert advance_sentence(overall(then, now), "Spring") == said


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (
            [2, 4, 0],
            [3, 4, 2],
            "Since Spring the partners have come 50% of the way from there to the target.",
        ),
        ([2, 4, 4], [2, 4, 4], "Since Spring the partners have come no nearer to the target."),
        (
            [2, 3, "?"],
            [1, 3, 4],
            (
                "Since Spring the partners have moved away from the target, by 33% of the way; "
                "1 level fell. 1 newly known counts apart."
            ),
        ),
        ([4, 4, 4], [4, 5, 4], "Every target compared was reached at Spring and still is."),
    ],
)
def test_how_far_in_running_text(then, now, said):
    assert advance_prose(overall(then, now), "Spring") == said


def test_a_report_says_how_then_and_now_are_measured():
    then, now = gaps([2, 4, 0]), gaps([3, 4, 2])
    lower = gaps([2, 4, 0], targets=(2, 4, 1))
    round_ = Round("r", "Spring", "2026-03-03T14:03:00Z", 1)
    alike = Since(round_, then, find_progress(then, now))

    assert progress_lead(alike) == (
        "Spring was marked on 3 March 2026. Then and now are shares of today’s targets, so that "
        "they can be compared."
    )
    assert progress_lead(Since(round_, lower, alike.progress)).endswith(
        "Of the targets of then, 86% was reached."
    )


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ([2, 4, 0], [3, 4, 2], "50%"),
        ([4, 4, 4], [3, 4, 4], "fell back"),
        (["?"] * 3, [4, 4, 4], "nothing to compare"),
    ],
)
def test_how_far_in_few_words(then, now, said):
    assert advance_words(overall(then, now)) == said


def test_a_round_is_offered_with_its_progress():
    assert round_choice("Spring", overall([2, 4, 0], [3, 4, 2])) == "Spring: 50% of the way"
    assert round_choice("Spring", overall([4, 4, 4], [3, 4, 4])) == "Spring: fell back"


def test_what_fell_is_named_with_both_levels():
    (part,) = overall([3, 4, 4], [2, 4, 4]).falls

    assert fall_words(HELD, part) == "A-1 Name of A-1: 3 → 2, target 4"


def told(explanation):
    return [(line.text, line.figure) for line in explanation.lines]


def test_the_whole_is_explained_by_its_domains():
    progress = find_progress(gaps([2, 4, 0]), gaps([3, 4, 2]))
    found = explain_progress(HELD, progress, None, "Spring")

    assert found.title == "Why 50% since Spring?"
    assert told(found) == [
        ("Domain A", "1.0 of 2.0"),
        ("Domain B", "2.0 of 4.0"),
        ("Won up to the target, less what fell", "3.0"),
        ("Missing to the targets at Spring", "÷ 6"),
        ("Share of the way gone", "50%"),
    ]
    assert found.note == "Measured against today’s targets."


def test_a_domain_is_explained_by_its_capabilities():
    progress = find_progress(gaps([2, 3, "?"]), gaps([3, 2, 4]))
    found = explain_progress(HELD, progress, "A", "Spring")

    assert told(found)[:3] == [
        ("A-1: 2 → 3, target 4, weight 1", "1.0 of 2.0"),
        ("A-2: 3 → 2, target 4, weight 1", "−1.0 of 1.0"),
        ("Won up to the target, less what fell", "0.0"),
    ]


def test_what_is_counted_apart_is_noted():
    progress = find_progress(gaps(["?", 3, "?"]), gaps([3, "?", "?"]))

    assert explain_progress(HELD, progress, None, "Spring").note == (
        "Measured against today’s targets. Counted apart: 1 newly known, 1 no longer known, "
        "1 known neither then nor now."
    )


def test_a_fall_from_all_that_was_asked_is_noted():
    progress = find_progress(gaps([4, 4, 4]), gaps([3, 4, 4]))
    found = explain_progress(HELD, progress, None, "Spring")

    assert found.title == "Why is there no figure since Spring?"
    assert found.note.endswith("Nothing was missing then, so what fell cannot be a share of it.")


def test_a_domain_out_of_scope_has_nothing_to_explain():
    progress = find_progress(gaps([2, 3, 4]), gaps([2, 3, 4]))

    with pytest.raises(KeyError):
        explain_progress(HELD, progress, "Z", "Spring")


def test_where_nothing_was_to_close_no_percentage_is_told():
    found = overall([4, "?", "?"], [4, "?", "?"])

    assert found.share == 1.0
    assert advance_words(found) == "nothing to close"
    assert round_choice("Spring", found) == "Spring: nothing to close"
