"""Targets and how they are raised: design.md 4.3."""

from tests.core.builders import assessment, question

from techmodel.core.targets import Source, Why, find_targets

ASKS = [{"id": "o1"}]


def find(*capabilities, **changes):
    return find_targets(assessment(question(capabilities, ASKS, **changes)))


def capability(name, level=None, *prerequisites, **changes):
    targets = {} if level is None else {"M": level}
    return {"id": name, "targets": targets, "prerequisites": prerequisites, **changes}


def test_the_most_demanding_care_model_sets_the_target():
    found = find({"id": "A-1", "targets": {"M": 2, "N": 4, "P": 5}}, care_models=["M", "N"])

    target = found.by_capability["A-1"]
    assert (target.level, target.source, target.models) == (4, Source.CARE_MODEL, ("N",))


def test_care_models_that_ask_alike_are_both_named():
    found = find({"id": "A-1", "targets": {"M": 3, "N": 3}}, care_models=["M", "N"])

    assert found.by_capability["A-1"].models == ("M", "N")


def test_a_decision_goes_before_the_care_models_with_its_reason():
    target = find(capability("A-1", 4), overrides={"A-1": 2}).by_capability["A-1"]

    assert (target.level, target.asked, target.source) == (2, 2, Source.OVERRIDE)
    assert (target.reason, target.owner, target.models) == ("Decided by the board", "SRO", ())


def test_nothing_asked_and_nothing_needed_is_no_target():
    assert find(capability("A-1")).by_capability == {}


def test_a_prerequisite_is_raised_to_one_below_what_needs_it():
    target = find(capability("A-1", 1), capability("A-2", 3, "A-1")).by_capability["A-1"]

    assert (target.level, target.asked) == (2, 1)
    assert (target.source, target.by) == (Source.PREREQUISITE, ("A-2",))


def test_raising_goes_on_from_what_was_raised():
    found = find(capability("A-1"), capability("A-2", 1, "A-1"), capability("A-3", 4, "A-2"))

    assert {c: t.level for c, t in found.by_capability.items()} == {"A-1": 2, "A-2": 3, "A-3": 4}


def test_a_prerequisite_is_raised_to_3_at_most_and_1_at_least():
    found = find(capability("A-1"), capability("A-2"), capability("A-3", 5, "A-1"))
    least = find(capability("A-1"), capability("A-2", 1, "A-1"))

    assert found.by_capability["A-1"].level == 3
    assert least.by_capability["A-1"].level == 1


def test_only_those_that_demand_exactly_the_target_are_named():
    found = find(capability("A-1", 1), capability("A-2", 4, "A-1"), capability("A-3", 3, "A-1"))

    assert found.by_capability["A-1"].by == ("A-2",)


def test_a_demand_that_was_met_anyway_is_named_too():
    target = find(capability("A-1", 3), capability("A-2", 5, "A-1")).by_capability["A-1"]

    assert (target.source, target.by) == (Source.CARE_MODEL, ("A-2",))


def test_what_is_not_pursued_demands_nothing():
    found = find(capability("A-1"), capability("A-2", 4, "A-1"), overrides={"A-2": 0})

    assert found.by_capability["A-2"].level == 0
    assert "A-1" not in found.by_capability


def test_a_decision_is_never_raised_and_the_shortfall_is_listed():
    found = find(
        capability("REC-01", 3), capability("REC-06", 4, "REC-01"), overrides={"REC-01": 1}
    )

    (short,) = found.shortfalls
    assert found.by_capability["REC-01"].level == 1
    assert (short.capability, short.held_at, short.by) == ("REC-01", 1, ("REC-06",))
    assert (short.needs, short.why) == (3, Why.HELD)


def test_what_is_out_of_scope_is_not_raised_and_demands_nothing():
    found = find(
        capability("A-1", 2, "B-2"),
        capability("B-1", 5, "A-1"),
        capability("B-2", 5),
        domains_out=["B"],
    )

    (short,) = found.shortfalls
    assert list(found.by_capability) == ["A-1"]
    assert (short.capability, short.held_at, short.why) == ("B-2", None, Why.OUT_OF_SCOPE)


def test_what_is_asked_of_nobody_is_not_raised_but_demands():
    elsewhere = {"applies_to": ["acute"]}
    found = find(
        capability("A-1"),
        capability("A-2", 2, "A-1", **elsewhere),
        capability("A-3", 4, "A-2"),
    )

    (short,) = found.shortfalls
    assert found.by_capability["A-2"].level == 2
    assert found.by_capability["A-1"].level == 1
    assert (short.capability, short.held_at, short.why) == ("A-2", 2, Why.ASKED_OF_NOBODY)
    assert found.unprovided == ("A-2",)


def test_a_decision_is_named_before_there_being_nobody_to_ask():
    found = find(
        capability("A-1", applies_to=["acute"]),
        capability("A-2", 4, "A-1"),
        overrides={"A-1": 1},
    )

    assert found.shortfalls[0].why is Why.HELD


def test_the_highest_demand_makes_the_shortfall():
    found = find(
        capability("A-1", 1),
        capability("A-2", 3, "A-1"),
        capability("A-3", 4, "A-1"),
        capability("A-4", 5, "A-1"),
        overrides={"A-1": 1},
    )

    assert (found.shortfalls[0].needs, found.shortfalls[0].by) == (3, ("A-3", "A-4"))


def test_an_organisation_that_left_is_nobody():
    found = find_targets(
        assessment(question([capability("A-1", 2)], [{"id": "o1", "in_scope": False}]))
    )

    assert found.unprovided == ("A-1",)
