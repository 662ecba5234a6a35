"""Progress from one moment to another: worked examples, laws, and the oracle."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core import oracle, oracle_progress
from tests.core.builders import assessment, question
from tests.core.questions import random_answer, random_question

from techmodel.core.gaps import find_gaps
from techmodel.core.progress import find_progress
from techmodel.core.ranges import Range

IDS = ("A-1", "A-2", "B-1")


def gaps(levels, targets=(4, 4, 4), weights=(1.0, 1.0, 1.0), **changes):
    """Gaps of three capabilities that one partner answers; None leaves one out of the list."""
    capabilities = [{"id": c, "weight": w} for c, w in zip(IDS, weights, strict=True)]
    overrides = {c: t for c, t in zip(IDS, targets, strict=True) if t is not None}
    answers = {c: [said] for c, said in zip(IDS, levels, strict=True)}
    q = question(capabilities, [{"id": "o1"}], answers, overrides=overrides, **changes)
    return find_gaps(assessment(q))


HELD = assessment(question([{"id": c} for c in IDS], [{"id": "o1"}]))
"""The three capabilities by name."""


def ids(parts):
    return [p.capability for p in parts]


def test_half_of_the_way():
    progress = find_progress(gaps([2, 4, 0]), gaps([3, 4, 2]))

    assert progress.overall.share == pytest.approx(3 / 6)
    assert [d.share for d in progress.domains] == [pytest.approx(1 / 2), pytest.approx(2 / 4)]


def test_weights_count():
    heavy = (2.0, 1.0, 1.0)
    found = find_progress(gaps([2, 4, 0], weights=heavy), gaps([4, 4, 0], weights=heavy))

    assert found.overall.share == pytest.approx(4 / 8)


def test_progress_may_be_negative_and_the_falls_are_listed():
    overall = find_progress(gaps([2, 3, 3]), gaps([1, 3, 2])).overall

    assert overall.share == pytest.approx(-2 / 4)
    assert ids(overall.falls) == ["A-1", "B-1"]


def test_nothing_to_close_and_nothing_fell_is_all_of_the_way():
    assert find_progress(gaps([4, 5, 4]), gaps([5, 4, 4])).overall.share == 1.0


def test_nothing_to_close_but_something_fell_is_nothing_to_say():
    overall = find_progress(gaps([4, 5, 4]), gaps([3, 4, 4])).overall

    assert overall.share is None
    assert ids(overall.falls) == ["A-1"]


def test_nothing_compared_is_nothing_to_say():
    overall = find_progress(gaps(["?", "?", None]), gaps([3, 4, 4])).overall

    assert overall.share is None
    assert ids(overall.newly_known) == ["A-1", "A-2", "B-1"]


def test_the_others_are_counted_apart():
    overall = find_progress(gaps(["?", 2, "?"]), gaps([4, "?", "?"])).overall

    assert ids(overall.newly_known) == ["A-1"]
    assert ids(overall.no_longer_known) == ["A-2"]
    assert ids(overall.never_known) == ["B-1"]


def test_a_range_that_may_be_the_same_is_not_known():
    """3, 3, 3, 3, don't know is 3 to 3, hence known; 3, 3, don't know is not (design.md 4.2)."""
    organisations = [{"id": f"o{n}"} for n in range(5)]
    capability = {"id": "A-1", "targets": {"M": 4}}

    def of(levels):
        partners = organisations[: len(levels)]
        return find_gaps(assessment(question([capability], partners, {"A-1": levels})))

    assert find_progress(of([3, 3, 3, 3, "?"]), of([4] * 5)).overall.share == 1.0
    assert find_progress(of([3, 3, "?"]), of([4] * 3)).overall.share is None


def test_todays_targets_are_the_measure():
    before = gaps([2, 4, 4], targets=(2, 4, 4))
    overall = find_progress(before, gaps([3, 4, 4], targets=(4, 4, 4))).overall

    assert overall.share == pytest.approx(1 / 2)
    assert overall.reached_then == Range(10 / 12, 10 / 12)


def test_without_a_target_nothing_counts():
    overall = find_progress(gaps([2, 2, 2], (0, None, 4)), gaps([5, 1, 3], (0, None, 4))).overall

    assert ids(overall.parts) == ["B-1"]
    assert overall.share == pytest.approx(1 / 2)


def test_what_is_out_of_scope_now_does_not_count():
    progress = find_progress(gaps([2, 2, 2]), gaps([3, 3, 3], domains_out=["B"]))

    assert [d.domain for d in progress.domains] == ["A"]
    assert progress.of("B") is None
    assert progress.of("A") == progress.domains[0]


def test_what_was_out_of_scope_then_is_newly_known():
    overall = find_progress(gaps([2, 2, 2], domains_out=["B"]), gaps([2, 2, 3])).overall

    assert ids(overall.newly_known) == ["B-1"]
    assert overall.reached_then == Range(0.5, 0.5)


def test_shares_reached_are_those_of_the_attainment():
    now = gaps([3, "?", 1])
    progress = find_progress(gaps([1, 1, 1]), now)

    assert progress.overall.reached_now == now.overall.attainment
    assert [d.reached_now for d in progress.domains] == [d.attainment for d in now.domains]
    assert find_progress(now, gaps([1, 1, 1], (None,) * 3)).overall.reached_now is None


level = st.sampled_from([0, 1, 2, 3, 4, 5, "?", "n/a", None])
answers = st.tuples(level, level, level)
known = st.tuples(*[st.integers(0, 5)] * 3)
targets = st.tuples(*[st.integers(0, 5)] * 3)
weights = st.tuples(*[st.sampled_from([0.1, 0.5, 1.0, 2.5, 1000.0])] * 3)


@given(answers, answers, targets, weights)
def test_progress_is_never_more_than_all_of_the_way(then, now, aims, heavy):
    overall = find_progress(gaps(then, aims, heavy), gaps(now, aims, heavy)).overall

    assert overall.share is None or overall.share <= 1 + 1e-9


@given(answers, answers, targets)
def test_every_capability_is_compared_or_counted_apart_once(then, now, aims):
    overall = find_progress(gaps(then, aims), gaps(now, aims)).overall
    groups = (overall.compared, overall.newly_known, overall.no_longer_known, overall.never_known)

    assert sorted(ids(p for group in groups for p in group)) == sorted(ids(overall.parts))
    assert set(overall.falls) <= set(overall.compared)


@given(known, targets)
def test_standing_still_is_no_progress(levels, aims):
    overall = find_progress(gaps(levels, aims), gaps(levels, aims)).overall

    assert overall.falls == ()
    assert overall.share == (0.0 if overall.to_close else 1.0 if overall.parts else None)


@given(known, targets, weights)
def test_reaching_every_target_is_all_of_the_way(then, aims, heavy):
    overall = find_progress(gaps(then, aims, heavy), gaps(aims, aims, heavy)).overall

    assert overall.share == (pytest.approx(1.0) if overall.parts else None)


@given(known, known, targets, weights)
def test_one_level_more_is_never_less_progress(then, now, aims, heavy):
    before = gaps(then, aims, heavy)
    higher = [min(5, now[0] + 1), *now[1:]]
    less, more = (find_progress(before, gaps(n, aims, heavy)).overall for n in (now, higher))

    assert less.share is None or (more.share is not None and more.share >= less.share - 1e-12)


def changed(draw, q):
    """The question at another moment: other answers, weights of partners, threshold, scope."""
    partners = [o | {"in_scope": draw.random() < 0.9} for o in q["organisations"]]
    answers = {
        pair: random_answer(draw, partners, (0, 5), 0.2) if draw.random() < 0.5 else said
        for pair, said in q["answers"].items()
    }
    out = [d for d in q["domains"] if draw.random() < 0.1]
    return q | {
        "organisations": partners,
        "answers": answers,
        "threshold": draw.choice((0.5, 0.8, 1.0)),
        "domains_out": out,
        "overrides": {c["id"]: 4 for c in q["capabilities"] if draw.random() < 0.3},
    }


@pytest.mark.parametrize("seed", range(150))
def test_the_oracle_agrees(seed):
    draw = random.Random(seed)
    then = random_question(draw)
    now = changed(draw, then)
    expected = oracle_progress.find_progress(now, oracle.find_gaps(then), oracle.find_gaps(now))
    found = find_progress(find_gaps(assessment(then)), find_gaps(assessment(now)))

    assert [d.domain for d in found.domains] == [d for d in expected if d is not None]
    for advance in (found.overall, *found.domains):
        meant = expected[advance.domain]
        share = None if meant["share"] is None else pytest.approx(float(meant["share"]))
        assert advance.share == share
        assert ids(advance.falls) == meant["falls"]
        assert ids(advance.newly_known) == meant["newly_known"]
        assert ids(advance.no_longer_known) == meant["no_longer_known"]


def test_the_random_moments_are_worth_it():
    """Enough of them have something to compare, falls, and something newly known."""
    seen = []
    for seed in range(150):
        draw = random.Random(seed)
        then = random_question(draw)
        now = changed(draw, then)
        seen.append(find_progress(find_gaps(assessment(then)), find_gaps(assessment(now))).overall)

    assert sum(a.share is not None for a in seen) > 60
    assert sum(bool(a.falls) for a in seen) > 40
    assert sum(bool(a.newly_known) for a in seen) > 40


def test_what_is_counted_apart_adds_nothing():
    overall = find_progress(gaps(["?", 2, 2]), gaps([4, "?", 2])).overall

    assert [(p.gained, p.to_close) for p in overall.parts] == [(0, 0), (0, 0), (0, 2)]
