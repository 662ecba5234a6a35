"""The checklist as one looks through it, for one organisation and for several."""

from dataclasses import replace

import pytest
from tests.core.builders import assessment, question

from techmodel.core.answers import Answer, State
from techmodel.core.gaps import find_gaps
from techmodel.core.outline import Filter, find_outline, neighbour, next_open, open_pairs
from techmodel.core.ranges import Range

TWO = [{"id": "A-1", "targets": {"M": 3}}, {"id": "B-1", "targets": {"M": 3}}]
THREE = [{"id": "o1"}, {"id": "o2"}, {"id": "o3", "kind": "acute"}]


def made(first=(None, None, None), second=(None, None, None), **changes):
    """Two capabilities with target 3; o1 and o2 are asked, o3 is not."""
    return assessment(question(TWO, THREE, {"A-1": first, "B-1": second}, **changes))


def outline(a, organisation=None):
    return find_outline(a, find_gaps(a), organisation)


def written(a, **changes):
    """A-1 for o1 with a note, dissent or parked."""
    old = a.answers.get(("A-1", "o1"), Answer("A-1", "o1"))
    return replace(a, answers={**a.answers, ("A-1", "o1"): replace(old, **changes)})


def test_a_capability_nobody_is_asked_about_is_not_shown():
    a = made()

    assert [i.capability for i in outline(a).items] == ["A-1", "B-1"]
    assert outline(a, "o3").items == ()


def test_one_organisation_has_its_own_level_and_gap():
    item = outline(made((1, 3, None)), "o1").of("A-1")

    assert (item.state, item.level, item.gap) == (State.LEVEL, Range(1, 1), Range(2, 2))


@pytest.mark.parametrize("said", ["?", "-", "n/a"])
def test_without_a_level_there_is_no_gap(said):
    item = outline(made((said, 3, None)), "o1").of("A-1")

    assert item.level is None
    assert item.gap is None


def test_several_have_the_range_of_the_partnership():
    item = outline(made((2, "?", None))).of("A-1")

    assert (item.state, item.level, item.gap) == (State.LEVEL, Range(0, 2), Range(1, 3))


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (("-", "?", None), State.NOT_ANSWERED),
        (("?", "?", None), State.DONT_KNOW),
        (("n/a", "n/a", None), State.NOT_APPLICABLE),
        (("n/a", "?", None), State.DONT_KNOW),
    ],
)
def test_several_without_a_known_level_share_a_state(said, state):
    item = outline(made(said)).of("A-1")

    assert (item.state, item.level) == (state, None)


@pytest.mark.parametrize(
    ("said", "settled"),
    [((2, 3, None), 1), ((2, "n/a", None), 1), ((2, "?", None), 0), ((2, "-", None), 0)],
)
def test_settled_means_every_asked_pair_is_known(said, settled):
    shown = outline(made(said))

    assert shown.settled == settled
    assert shown.branches[0].settled == settled


def test_no_target_is_no_gap():
    a = made((1, 1, None), care_models=[])

    assert outline(a).of("A-1").gap == Range(0, 0)
    assert outline(a, "o1").of("A-1").target is None


def test_below_target_counts_only_what_is_certain():
    counts = outline(made((2, "?", None), (2, 2, None))).counts

    assert counts[Filter.BELOW_TARGET] == 2
    assert outline(made((5, "?", None))).counts[Filter.BELOW_TARGET] == 0


def test_not_answered_and_dont_know_are_told_apart():
    counts = outline(made((2, "?", None), ("-", 2, None))).counts

    assert (counts[Filter.NOT_ANSWERED], counts[Filter.DONT_KNOW]) == (1, 1)


@pytest.mark.parametrize("organisation", [None, "o1"])
def test_parked_is_found(organisation):
    counts = outline(written(made(), parked=True), organisation).counts

    assert counts[Filter.PARKED] == 1


@pytest.mark.parametrize("organisation", [None, "o1"])
def test_a_noted_dissent_is_disagreement(organisation):
    counts = outline(written(made(), dissent="Two teams do it."), organisation).counts

    assert counts[Filter.DISAGREE] == 1


def test_an_outlier_is_disagreement_for_all_and_for_itself_alone():
    a = made((0, 4, None))

    assert outline(a).counts[Filter.DISAGREE] == 1
    assert outline(a, "o1").counts[Filter.DISAGREE] == 1
    assert outline(a, "o2").counts[Filter.DISAGREE] == 0


def test_a_filter_leaves_what_passes_and_what_must_stay_in_view():
    shown = outline(made((2, 2, None)))

    assert [b.domain for b in shown.only(Filter.NOT_ANSWERED)] == ["B"]
    assert [b.domain for b in shown.only(Filter.NOT_ANSWERED, also="A-1")] == ["A", "B"]


def test_next_open_goes_through_partners_first_then_on_then_round():
    gaps = find_gaps(made((None, 2, None), (None, None, None)))
    everybody = ["o1", "o2"]

    assert next_open(gaps, ("A-1", "o1"), everybody) == ("B-1", "o1")
    assert next_open(gaps, ("B-1", "o1"), everybody) == ("B-1", "o2")
    assert next_open(gaps, ("B-1", "o2"), everybody) == ("A-1", "o1")


def test_next_open_is_none_when_only_this_pair_is_left():
    gaps = find_gaps(made((None, 2, None), (2, 2, None)))

    assert next_open(gaps, ("A-1", "o1"), ["o1", "o2"]) is None


def test_next_open_begins_at_the_start_from_a_place_out_of_scope():
    gaps = find_gaps(made())

    assert next_open(gaps, ("Z-9", "o1"), ["o2"]) == ("A-1", "o2")


def test_open_pairs_can_be_those_not_known():
    gaps = find_gaps(made(("?", 2, None)))

    assert open_pairs(gaps, ["o1", "o2"], State.DONT_KNOW) == (("A-1", "o1"),)


@pytest.mark.parametrize(
    ("of", "step", "found"),
    [("A-1", 1, "B-1"), ("B-1", -1, "A-1"), ("B-1", 1, None), ("A-1", -1, None), ("Z", 1, "A-1")],
)
def test_neighbours_are_those_shown(of, step, found):
    assert neighbour(outline(made()).branches, of, step) == found


def test_nothing_shown_has_no_neighbour():
    assert neighbour((), "A-1", 1) is None


def test_a_capability_out_of_scope_has_no_item():
    assert outline(made()).of("Z-9") is None
