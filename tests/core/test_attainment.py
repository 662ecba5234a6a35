"""Attainment, completeness and the weakest: design.md 4.5."""

import pytest
from tests.core.builders import assessment, question

from techmodel.core.gaps import Range, find_gaps


def gaps(answers, *names, **changes):
    """Capabilities with target 3, answered by organisations of these names."""
    capabilities = [{"id": c, "targets": {"M": 3}} for c in answers]
    organisations = [{"id": name, "name": name} for name in names]
    return find_gaps(assessment(question(capabilities, organisations, answers, **changes)))


def test_attainment_is_what_is_reached_over_what_is_aimed_for():
    found = gaps({"A-1": [2], "A-2": [1]}, "Ash")

    assert found.domains[0].attainment == Range(3 / 6, 3 / 6)


def test_more_than_the_target_never_hides_a_gap_elsewhere():
    found = gaps({"A-1": [5], "A-2": [1]}, "Ash")

    assert found.overall.attainment == Range(4 / 6, 4 / 6)
    assert found.of("A-1").gap == Range(0, 0)
    assert found.of("A-2").gap == Range(2, 2)


def test_what_is_not_known_makes_a_range():
    found = gaps({"A-1": [2], "A-2": ["?"]}, "Ash")

    assert found.overall.attainment == Range(2 / 6, 5 / 6)
    assert found.organisations[0].attainment == Range(2 / 6, 5 / 6)


def test_an_organisation_counts_its_own_applicable_pairs():
    found = gaps({"A-1": [3, 1], "B-1": [2, "n/a"]}, "Ash", "Birch")
    own = {d.id: d.by_organisation for d in found.domains}

    assert own["A"] == {"Ash": Range(1, 1), "Birch": Range(1 / 3, 1 / 3)}
    assert own["B"] == {"Ash": Range(2 / 3, 2 / 3), "Birch": None}
    assert found.organisations[1].attainment == Range(1 / 3, 1 / 3)


def test_weights_of_capabilities_count():
    q = question(
        [{"id": "A-1", "targets": {"M": 2}, "weight": 3.0}, {"id": "A-2", "targets": {"M": 2}}],
        [{"id": "o1"}],
        {"A-1": [1], "A-2": [2]},
    )

    assert find_gaps(assessment(q)).overall.attainment == Range(5 / 8, 5 / 8)


@pytest.mark.parametrize(("said", "share"), [(3, 1), ("n/a", 1), ("?", 0), ("-", 0)])
def test_a_level_and_not_applicable_are_complete(said, share):
    found = gaps({"A-1": [said]}, "Ash")

    assert found.overall.completeness == share
    assert found.organisations[0].completeness == share


def test_a_provided_pair_is_as_complete_as_its_provider():
    found = gaps({"A-1": [("by", "Birch"), 2, ("by", "Cedar"), "-"]}, "Ash", "Birch", "Cedar", "D")

    assert [o.known for o in found.organisations] == [1, 1, 0, 0]
    assert found.overall.completeness == 2 / 4


def test_nothing_asked_is_neither_complete_nor_attained():
    found = gaps({"A-1": [3]}, "Ash", domains_out=["A"])

    assert (found.domains, found.capabilities) == ((), ())
    assert (found.overall.completeness, found.overall.attainment) == (None, None)
    assert found.overall.weakest is None


def test_the_weakest_is_the_lowest_over_all_then_the_name():
    assert gaps({"A-1": [2, 1]}, "Ash", "Birch").overall.weakest == "Birch"
    assert gaps({"A-1": [1, 1]}, "Birch", "Ash").overall.weakest == "Ash"


def test_one_that_is_less_than_half_complete_is_named_apart_never_the_weakest():
    found = gaps({"A-1": [2, "?"], "A-2": [2, "?"], "A-3": [2, 2]}, "Ash", "Birch")

    assert found.overall.weakest == "Ash"
    assert found.overall.below_half == ("Birch",)


def test_one_that_is_half_complete_can_be_the_weakest():
    found = gaps({"A-1": [2, "?"], "A-2": [2, 1]}, "Ash", "Birch")

    assert (found.overall.weakest, found.overall.below_half) == ("Birch", ())


def test_more_rows_than_a_byte_can_carry_add_up_right():
    answers = {f"A-{n:03}": [5, 1] for n in range(120)}
    found = gaps(answers, "Ash", "Birch")

    assert found.domains[0].by_organisation["Birch"] == Range(1 / 3, 1 / 3)
    assert found.domains[0].by_organisation["Ash"] == Range(1, 1)
    assert [o.asked for o in found.organisations] == [120, 120]
