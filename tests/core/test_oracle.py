"""The fast arithmetic against the slow one of oracle.py, on random assessments."""

import random
from dataclasses import replace

import pytest
from tests.core import oracle
from tests.core.builders import assessment
from tests.core.questions import random_question, real_question

from techmodel.core.gaps import find_gaps
from techmodel.core.targets import Why
from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.resources import resource

SMALL, REAL = range(200), range(12)


def approx(expected):
    """Fractions as floats; ranges that are None stay None."""
    if expected is None:
        return None
    if isinstance(expected, tuple):
        return pytest.approx(tuple(float(x) for x in expected), abs=1e-12, rel=1e-12)
    return pytest.approx(float(expected), abs=1e-12, rel=1e-12)


def ends(found):
    return found and (found.low, found.high)


def weeks(found):
    return [found.low, found.likely, found.high]


@pytest.fixture(scope="module")
def answered():
    """Question, the oracle's answer and ours, for small checklists and the real one."""
    small = [random_question(random.Random(seed)) for seed in SMALL]
    real = read_checklist_folder(resource("checklist"))
    large = [real_question(random.Random(seed), real) for seed in REAL]
    asked = [(q, assessment(q)) for q in small]
    asked += [(q, replace(assessment(q), checklist=real)) for q in large]
    return [(q, oracle.find_gaps(q), find_gaps(a)) for q, a in asked]


@pytest.fixture(scope="module")
def capabilities(answered):
    """The oracle's and our account of every capability."""
    found = []
    for _, expected, gaps in answered:
        assert [c.id for c in gaps.capabilities] == list(expected["capabilities"])
        found += [(expected["capabilities"][c.id], c) for c in gaps.capabilities]
    return found


def test_pairs_agree(capabilities):
    for expected, c in capabilities:
        pairs = {o: (p.state, p.level, p.provided_by, p.broken) for o, p in c.pairs.items()}

        assert pairs == expected["pairs"]
        assert len(c.pairs) == len(pairs)


def test_partnership_levels_agree(capabilities):
    for expected, c in capabilities:
        found = c.partnership and {
            "low": c.partnership.low,
            "high": c.partnership.high,
            "min": c.partnership.min,
            "median": c.partnership.median,
            "max": c.partnership.max,
            "outliers": list(c.partnership.outliers),
        }

        assert found == expected["partnership"]


def test_raised_targets_agree(capabilities):
    for expected, c in capabilities:
        found = c.target and {
            "level": c.target.level,
            "source": c.target.source,
            "asked": c.target.asked,
            "by": list(c.target.by),
        }

        assert found == expected["target"]


def test_gaps_and_weeks_agree(capabilities):
    for expected, c in capabilities:
        assert ends(c.gap) == expected["gap"]
        assert weeks(c.weeks) == expected["weeks"]


def test_what_waits_and_what_is_blocked_agree(capabilities):
    for expected, c in capabilities:
        assert list(c.waits_for) == expected["waits_for"]
        assert list(c.blocked) == expected["blocked"]


def test_priorities_and_ranks_agree(capabilities):
    for expected, c in capabilities:
        assert c.priority == approx(expected["priority"])
        assert c.rank == expected["rank"]


def test_domains_agree(answered):
    for _, expected, gaps in answered:
        found = {d.id: d for d in gaps.domains}

        assert list(found) == list(expected["domains"])
        for name, domain in expected["domains"].items():
            assert ends(found[name].attainment) == approx(domain["attainment"])
            assert found[name].completeness == approx(domain["completeness"])
            own = {o: ends(reached) for o, reached in found[name].by_organisation.items()}
            assert own == {o: approx(reached) for o, reached in domain["by_organisation"].items()}


def test_organisations_agree(answered):
    for _, expected, gaps in answered:
        found = {o.id: (ends(o.attainment), o.completeness) for o in gaps.organisations}

        assert found == {
            o: (approx(e["attainment"]), approx(e["completeness"]))
            for o, e in expected["organisations"].items()
        }


def test_the_whole_agrees(answered):
    for _, expected, gaps in answered:
        whole = expected["overall"]

        assert ends(gaps.overall.attainment) == approx(whole["attainment"])
        assert gaps.overall.completeness == approx(whole["completeness"])
        assert gaps.overall.weakest == whole["weakest"]
        assert list(gaps.overall.below_half) == whole["below_half"]


def test_what_is_listed_agrees(answered):
    for _, expected, gaps in answered:
        found = [
            {
                "capability": s.capability,
                "held_at": s.held_at,
                "by": list(s.by),
                "needs": s.needs,
                "why": s.why,
            }
            for s in gaps.shortfalls
        ]

        assert found == expected["shortfalls"]
        assert list(gaps.unprovided) == expected["unprovided"]
        assert list(gaps.unassessed) == expected["unassessed"]


def test_the_questions_hold_every_case(answered, capabilities):
    shortfalls = [s for _, expected, _ in answered for s in expected["shortfalls"]]

    assert {s["why"] for s in shortfalls} == set(Why)
    assert {expected["overall"]["weakest"] is None for _, expected, _ in answered} == {True, False}
    assert any(expected["overall"]["below_half"] for _, expected, _ in answered)
    assert any(expected["unprovided"] for _, expected, _ in answered)
    assert any(len(c["blocked"]) > 3 for c, _ in capabilities)
    assert any(pair[3] for c, _ in capabilities for pair in c["pairs"].values())
