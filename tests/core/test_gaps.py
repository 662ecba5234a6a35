"""Gaps, and the laws that hold for all of them: design.md 4."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.builders import assessment, one
from tests.core.questions import random_question

from techmodel.core.attainment import lowest_in
from techmodel.core.gaps import DomainGap, Gaps, Range, find_gaps
from techmodel.core.ranges import UNKNOWN

QUESTIONS = st.integers(min_value=1000).map(lambda seed: random_question(random.Random(seed)))
FEW = settings(max_examples=60, deadline=None)


def solve(q):
    return find_gaps(assessment(q))


def ranges(gaps: Gaps):
    """Every range there is, by what it is about."""
    found = {"overall": gaps.overall.attainment}
    found |= {("domain", d.id): d.attainment for d in gaps.domains}
    found |= {("organisation", o.id): o.attainment for o in gaps.organisations}
    found |= {(d.id, o): r for d in gaps.domains for o, r in d.by_organisation.items()}
    found |= {("gap", c.id): c.gap for c in gaps.capabilities}
    return found | {("level", c.id): c.partnership for c in gaps.capabilities}


def open_pair(q, data, said=("?",)):
    """One of the pairs answered so, or None."""
    found = sorted(pair for pair, answer in q["answers"].items() if answer in said)
    return data.draw(st.sampled_from(found)) if found else None


@pytest.mark.parametrize(
    ("said", "gap"),
    [((1,), Range(2, 2)), ((3,), Range(0, 0)), ((5,), Range(0, 0)), (("?",), Range(0, 3))],
)
def test_the_gap_is_the_target_less_the_level(said, gap):
    assert find_gaps(one(said)).of("A-1").gap == gap


def test_no_target_is_no_gap_and_no_weeks():
    found = find_gaps(one((0,), care_models=[])).of("A-1")

    assert (found.target, found.gap, found.weeks.high) == (None, Range(0, 0), 0)


def test_no_level_is_no_gap_even_without_a_target():
    assert find_gaps(one(("n/a",), care_models=[])).of("A-1").gap is None


def test_what_is_not_pursued_has_no_gap():
    found = find_gaps(one((0,), overrides={"A-1": 0})).of("A-1")

    assert (found.gap, found.rank) == (Range(0, 0), None)


def test_out_of_scope_has_no_gap():
    assert find_gaps(one((0,), domains_out=["A"])).of("A-1") is None


def test_no_organisation_leaves_everything_open():
    found = find_gaps(one(()))

    assert found.of("A-1").partnership is None
    assert (found.organisations, found.unprovided) == ((), ("A-1",))


@FEW
@given(QUESTIONS)
def test_no_gap_is_negative(q):
    for c in solve(q).capabilities:
        assert c.gap is None or 0 <= c.gap.low <= c.gap.high <= 5


@FEW
@given(QUESTIONS)
def test_shares_are_shares(q):
    gaps = solve(q)
    shares = [r for key, r in ranges(gaps).items() if r and key[0] not in {"gap", "level"}]

    assert all(0 <= r.low <= r.high <= 1 + 1e-12 for r in shares)
    assert all(0 <= d.completeness <= 1 for d in gaps.domains if d.completeness is not None)


@FEW
@given(QUESTIONS)
def test_ranks_are_1_to_n_and_duties_first(q):
    gaps = solve(q)
    duties = [c.duty is not None for c in gaps.ranked]

    assert [c.rank for c in gaps.ranked] == list(range(1, len(duties) + 1))
    assert duties == sorted(duties, reverse=True)
    assert {c.id for c in gaps.ranked} == {
        c.id for c in gaps.capabilities if c.gap and c.gap.high > 0
    }


@FEW
@given(QUESTIONS, st.data(), st.integers(0, 5))
def test_settling_a_dont_know_only_narrows_ranges(q, data, level):
    pair = open_pair(q, data)
    if pair is None:
        return
    before, after = ranges(solve(q)), ranges(solve(q | {"answers": q["answers"] | {pair: level}}))

    for key, old in before.items():
        if old is not None:
            assert old.low - 1e-12 <= after[key].low <= after[key].high <= old.high + 1e-12


@FEW
@given(QUESTIONS, st.data())
def test_raising_one_organisation_never_lowers_the_partnership(q, data):
    pair = open_pair(q, data, said=range(5))
    if pair is None:
        return
    higher = q | {"answers": q["answers"] | {pair: q["answers"][pair] + 1}}

    for old, new in zip(solve(q).capabilities, solve(higher).capabilities, strict=True):
        if old.partnership is not None:
            assert old.partnership.low <= new.partnership.low
            assert old.partnership.high <= new.partnership.high


@FEW
@given(QUESTIONS, st.data())
def test_reaching_more_than_the_target_changes_no_other_gap(q, data):
    pair = open_pair(q, data, said=range(6))
    if pair is None:
        return
    most = q | {"answers": q["answers"] | {pair: 5}}

    before, after = solve(q), solve(most)
    assert [c.gap for c in before.capabilities if c.id != pair[0]] == [
        c.gap for c in after.capabilities if c.id != pair[0]
    ]


@FEW
@given(QUESTIONS)
def test_the_order_of_the_answers_does_not_matter(q):
    backwards = q | {"answers": dict(reversed(q["answers"].items()))}

    assert solve(q) == solve(backwards)


@FEW
@given(QUESTIONS)
def test_blocked_and_waits_for_are_two_sides_of_one_thing(q):
    gaps = solve(q)
    direct = {(p, c.id) for c in gaps.capabilities for p in c.waits_for}

    assert all(d in gaps.of(p).blocked for p, d in direct)
    assert {c.id for c in gaps.capabilities if c.blocked} == {p for p, _ in direct}


def test_who_reaches_the_least_is_never_one_of_whom_nothing_is_known():
    domain = DomainGap(
        "A", None, 1.0, {"a": Range(0.4, 0.5), "b": UNKNOWN, "c": Range(0.6, 0.6), "d": None}
    )

    assert lowest_in(domain, ()) == {"a"}
    assert lowest_in(domain, {"a"}) == frozenset()


def test_nobody_reaches_the_least_where_all_are_alike():
    domain = DomainGap("A", None, 1.0, {"a": Range(0.4, 0.5), "b": Range(0.4, 0.9)})

    assert lowest_in(domain, ()) == frozenset()
