"""A trace works the number out again from its own figures: that is the number shown."""

import random

import pytest
from tests.core.builders import assessment, one
from tests.core.questions import random_question

from techmodel.core import trace, trace_sums
from techmodel.core.gaps import Range, find_gaps
from techmodel.core.trace import Demand, Prerequisite

TRACES = (
    trace.trace_level,
    trace.trace_target,
    trace.trace_gap,
    trace.trace_weeks,
    trace.trace_waiting,
    trace.trace_priority,
)


@pytest.fixture(scope="module")
def analysed():
    """Assessments with their gaps."""
    made = [assessment(random_question(random.Random(seed))) for seed in range(40)]
    return [(a, find_gaps(a)) for a in made]


@pytest.fixture(scope="module")
def each(analysed):
    """Every capability of them: assessment, gaps, gap of the capability."""
    return [(a, gaps, c) for a, gaps in analysed for c in gaps.capabilities]


def test_the_level_comes_from_its_trace(each):
    for a, gaps, c in each:
        level = c.partnership and Range(c.partnership.low, c.partnership.high)

        assert trace.trace_level(a, gaps, c.id).result == level


def test_the_target_comes_from_its_trace(each):
    for a, gaps, c in each:
        assert trace.trace_target(a, gaps, c.id).result == (c.target.level if c.target else None)


def test_gap_and_weeks_come_from_their_traces(each):
    for a, gaps, c in each:
        assert trace.trace_gap(a, gaps, c.id).result == c.gap
        assert trace.trace_weeks(a, gaps, c.id).result == c.weeks


def test_what_a_gap_waits_for_comes_from_its_trace(each):
    for a, gaps, c in each:
        assert sorted(trace.trace_waiting(a, gaps, c.id).result) == sorted(c.waits_for)


def test_priority_and_rank_come_from_their_traces(each):
    for a, gaps, c in each:
        assert trace.trace_priority(a, gaps, c.id).result == approx(c.priority)
        assert trace_sums.trace_rank(gaps, c.id).result == c.rank


def test_attainment_comes_from_its_trace(analysed):
    for _, gaps in analysed:
        assert ends(trace_sums.trace_attainment(gaps)) == approx_ends(gaps.overall.attainment)
        for d in gaps.domains:
            together = trace_sums.trace_attainment(gaps, d.id)
            assert ends(together) == approx_ends(d.attainment)
            for o, reached in d.by_organisation.items():
                own = trace_sums.trace_attainment(gaps, d.id, o)
                assert ends(own) == approx_ends(reached)
        for o in gaps.organisations:
            own = trace_sums.trace_attainment(gaps, organisation=o.id)
            assert ends(own) == approx_ends(o.attainment)


def test_completeness_comes_from_its_trace(analysed):
    for _, gaps in analysed:
        assert trace_sums.trace_completeness(gaps).result == gaps.overall.completeness
        for d in gaps.domains:
            assert trace_sums.trace_completeness(gaps, d.id).result == d.completeness
        for o in gaps.organisations:
            found = trace_sums.trace_completeness(gaps, organisation=o.id)
            assert (found.result, found.asked) == (o.completeness, o.asked)


@pytest.mark.parametrize("find", TRACES)
def test_what_is_out_of_scope_has_no_trace(find):
    a = one((1,), domains_out=["A"])

    with pytest.raises(KeyError):
        find(a, find_gaps(a), "A-1")


def test_what_is_out_of_scope_has_no_rank_to_trace():
    with pytest.raises(KeyError):
        trace_sums.trace_rank(find_gaps(one((1,), domains_out=["A"])), "A-1")


def test_a_trace_holds_what_a_person_would_ask_for():
    a = one((4, 2, 1))
    shares = [trace.trace_level(a, find_gaps(a), "A-1").share(n).low for n in range(1, 6)]

    assert shares == [1, 2 / 3, 1 / 3, 1 / 3, 0]
    assert Demand("A-2", 4).needs == 3
    assert Prerequisite("A-1", None, 2).low is None


def approx(number):
    return None if number is None else pytest.approx(number, rel=1e-12)


def ends(found):
    return found.result and (found.result.low, found.result.high)


def approx_ends(found):
    return found and pytest.approx((found.low, found.high), rel=1e-12)
