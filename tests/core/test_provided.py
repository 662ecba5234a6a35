"""Who answers for whom, and what stands in the way: design.md 4.1."""

import random
from dataclasses import replace

import pytest
from tests.core.builders import assessment, question
from tests.core.questions import random_question

from techmodel.core.answers import State
from techmodel.core.gaps import find_gaps, is_asked
from techmodel.core.provided import (
    Pair,
    ProviderFault,
    broken_pairs,
    can_provide,
    dependants,
    provider_fault,
    resolve,
)

FAULTS = [
    (("by", "o2"), ProviderFault.CHAIN),
    ("-", ProviderFault.NOT_ANSWERED),
    ("n/a", ProviderFault.NOT_APPLICABLE),
]


def three(*said, **second):
    """Capability A-1 answered by o1, o2 and o3; what differs about o2."""
    organisations = [{"id": "o1"}, {"id": "o2", **second}, {"id": "o3"}]
    return assessment(question([{"id": "A-1"}], organisations, {"A-1": said}))


def test_a_pair_is_asked_when_in_scope_and_of_the_kind():
    a = three(1, 1, 1, kind="acute")
    capability, (first, second, _) = a.checklist.capabilities[0], a.organisations

    assert is_asked(a, capability, first)
    assert not is_asked(a, capability, second)
    assert not is_asked(a, capability, replace(first, in_scope=False))
    assert not is_asked(replace(a, domains_out=frozenset("A")), capability, first)


@pytest.mark.parametrize(("said", "state", "level"), [(3, "level", 3), ("?", "dont_know", None)])
def test_the_pair_has_the_state_and_level_of_its_provider(said, state, level):
    found = three(("by", "o2"), said, 1)

    assert resolve(found, "A-1", "o1") == Pair(State(state), level, "o2")


@pytest.mark.parametrize(("said", "fault"), FAULTS)
def test_a_provider_without_an_answer_of_its_own_leaves_the_pair_not_answered(said, fault):
    found = three(("by", "o2"), said, 1)

    assert provider_fault(found, "A-1", "o1") is fault
    assert resolve(found, "A-1", "o1") == Pair(State.NOT_ANSWERED, None, "o2", broken=True)
    assert ("A-1", "o1") in broken_pairs(found)


@pytest.mark.parametrize(
    ("second", "fault"),
    [({"in_scope": False}, ProviderFault.LEFT), ({"kind": "acute"}, ProviderFault.NOT_ASKED)],
)
def test_a_provider_must_be_asked_itself(second, fault):
    found = three(("by", "o2"), 3, 1, **second)

    assert provider_fault(found, "A-1", "o1") is fault
    assert find_gaps(found).of("A-1").pairs["o1"].broken


def test_nobody_provides_for_itself_and_no_circle_has_a_level():
    itself, circle = three(("by", "o1"), 3, 1), three(("by", "o2"), ("by", "o1"), 1)

    assert provider_fault(itself, "A-1", "o1") is ProviderFault.SELF
    assert broken_pairs(circle) == (("A-1", "o1"), ("A-1", "o2"))


def test_a_provider_that_does_not_exist_cannot_provide():
    assert provider_fault(three(("by", "gone"), 3, 1), "A-1", "o1") is ProviderFault.LEFT
    assert provider_fault(three(1, 3, 1), "A-9", "o1") is None


def test_a_capability_that_does_not_exist_is_provided_by_nobody():
    found = three(1, 3, 1)

    assert can_provide(found, "A-9", "o1", "o2") is ProviderFault.NOT_ASKED
    assert dependants(found, "A-9", "o1") == ()
    assert resolve(found, "A-9", "o1") is None
    assert resolve(found, "A-1", "gone") is None


def test_an_answer_of_its_own_has_no_fault():
    found = three(4, "n/a", "-")

    assert provider_fault(found, "A-1", "o1") is None
    assert resolve(found, "A-1", "o1") == Pair(State.LEVEL, 4)
    assert broken_pairs(found) == ()


def test_who_depends_on_a_provider_is_named_in_order():
    found = three(("by", "o3"), ("by", "o3"), 2)

    assert dependants(found, "A-1", "o3") == ("o1", "o2")
    assert dependants(found, "A-1", "o1") == ()


def test_one_that_provides_for_others_cannot_be_provided():
    found = three(("by", "o2"), 2, 3)

    assert can_provide(found, "A-1", "o3", "o2") is ProviderFault.CHAIN
    assert can_provide(found, "A-1", "o3", "o1") is None
    assert can_provide(found, "A-1", "o1", "o3") is ProviderFault.CHAIN


@pytest.mark.parametrize("seed", range(30))
def test_one_pair_resolved_alone_is_what_the_analysis_says(seed):
    a = assessment(random_question(random.Random(seed)))
    pairs = {c.id: c.pairs for c in find_gaps(a).capabilities}

    for c in a.checklist.capabilities:
        for o in a.organisations:
            assert resolve(a, c.id, o.id) == pairs.get(c.id, {}).get(o.id)
