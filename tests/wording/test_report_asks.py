"""What the board is asked to decide comes from the data, and is never more than five things."""

from dataclasses import replace

import pytest
from tests.export import report_builders as build

from techmodel.core.answers import Answer, State, Value
from techmodel.wording.phrases import plain
from techmodel.wording.report_asks import MOST, asks, asks_title, late_duties


def sentences(base, **changes):
    return [plain(a.sentence) for a in asks(build.report(base, **changes))]


FULL = build.assessment()


def test_it_starts_with_what_most_others_wait_for():
    report = build.report(FULL)
    most = max(len(c.blocked) for c in report.gaps.ranked)
    first = asks(report)[0]

    assert f"{most} other gaps wait for it" in plain(first.sentence)
    assert first.decision.startswith("Start with GOV-01 ")


def test_late_duties_are_counted_once_though_two_capabilities_share_one():
    one_answer = dict(list(FULL.answers.items())[:1])
    hardly_begun = replace(FULL, answers=one_answer)
    report = build.report(hardly_begun)
    late = [c.duty.name for c in late_duties(report.gaps, report.today)]

    assert (len(late), len(set(late))) == (7, 6)
    assert any(s.startswith("Set dates for six late duties, and") for s in sentences(hardly_begun))


def test_the_partner_furthest_from_target_is_offered_support_with_its_range():
    assert (
        "Agree support for Hazelcombe Care Homes, furthest from target at 36 to 45%."
        in sentences(FULL)
    )


def test_one_partner_alone_is_not_called_furthest():
    alone = build.assessment(organisations=build.partners(1))

    assert not any("furthest" in s for s in sentences(alone))


def test_missing_answers_are_asked_for_by_name():
    assert any(
        s.startswith("Ask for 23 missing answers, most of them from") for s in sentences(FULL)
    )


@pytest.mark.parametrize(
    ("base", "said"),
    [
        (replace(FULL, care_models=(), overrides={}), "Choose the care models"),
        (replace(FULL, answers={}, evidence=()), "Give the review its time"),
        (replace(FULL, organisations=()), "Say who takes part"),
    ],
)
def test_what_must_come_first_is_the_only_thing_asked(base, said):
    (only,) = sentences(base)

    assert only.startswith(said)


def test_with_nothing_open_the_board_is_asked_to_note_it():
    first = FULL.checklist.capabilities[0]
    small = replace(FULL.checklist, capabilities=(replace(first, prerequisites=()),))
    five = Value(State.LEVEL, level=5)
    answers = {(first.id, o.id): Answer(first.id, o.id, five) for o in FULL.organisations}
    base = replace(FULL, checklist=small, answers=answers, evidence=(), overrides={})

    assert sentences(base) == [
        "Note that every target is met, and set a date for the next review."
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 7, 20])
def test_never_none_and_never_more_than_a_board_can_take(count):
    found = asks(build.report(build.assessment(organisations=build.partners(count))))

    assert 1 <= len(found) <= MOST
    assert all(a.decision and a.decision[0].isupper() for a in found)


def test_the_title_counts_in_words():
    found = asks(build.report(FULL))

    assert asks_title(found) == "We ask the board to decide five things"
    assert asks_title(found[:1]) == "We ask the board to decide one thing"
