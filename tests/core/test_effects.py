"""What a change of set-up would do."""

from dataclasses import replace

import pytest
from tests.core.builders import assessment, question

from techmodel.core.effects import (
    TargetChange,
    count_answered,
    count_kept,
    count_questions,
    find_effect,
)


def two_of_two(**changes):
    """A-1 asked of both, B-1 of the care home only; o1 is a practice, o2 a care home."""
    capabilities = [
        {"id": "A-1", "applies_to": ["gp", "home"], "targets": {"M": 3, "N": 4}},
        {"id": "B-1", "applies_to": ["home"], "targets": {"M": 2}},
    ]
    organisations = [{"id": "o1"}, {"id": "o2", "kind": "home"}]
    answers = {"A-1": [3, 1], "B-1": [None, "?"]}
    asked = question(capabilities, organisations, answers, **changes)
    asked["care_models"] = changes.get("care_models", ["M"])
    return assessment(asked)


def without(before, id_):
    """The assessment after one organisation has left."""
    partners = tuple(
        replace(o, in_scope=False) if o.id == id_ else o for o in before.organisations
    )
    return replace(before, organisations=partners)


def test_no_change_has_no_effect():
    effect = find_effect(two_of_two(), two_of_two())

    assert (effect.added, effect.removed, effect.set_aside, effect.taken_up) == ({}, {}, {}, {})
    assert (effect.targets, effect.levels, effect.below) == ((), 0, (1, 1))


def test_who_leaves_sets_aside_what_was_answered():
    before = two_of_two()

    effect = find_effect(before, without(before, "o2"))

    assert effect.removed == {"o2": 2}
    assert effect.set_aside == {"o2": 2}


def test_who_returns_is_asked_again_and_kept_answers_count():
    before = two_of_two()

    effect = find_effect(without(before, "o1"), before)

    assert effect.added == {"o1": 1}
    assert effect.taken_up == {"o1": 1}


def test_a_question_never_answered_is_not_set_aside():
    before = replace(two_of_two(), answers={})

    assert find_effect(before, without(before, "o2")).set_aside == {}


def test_a_level_moves_when_the_partner_who_held_it_back_leaves():
    before = two_of_two()

    effect = find_effect(before, without(before, "o2"))

    assert effect.levels == 1  # A-1 from 1 to 3; B-1 is asked of nobody any more
    assert effect.below == (1, 0)


def test_another_care_model_changes_targets():
    before = two_of_two()

    effect = find_effect(before, replace(before, care_models=("M", "N")))

    assert effect.targets == (TargetChange("A-1", 3, 4),)


def test_a_domain_out_of_scope_has_no_targets():
    before = two_of_two()

    effect = find_effect(before, replace(before, domains_out=frozenset({"B"})))

    assert effect.targets == (TargetChange("B-1", 2, None),)
    assert effect.removed == {"o2": 1}


def test_a_domain_back_in_scope_brings_its_targets_back():
    before = two_of_two()

    effect = find_effect(replace(before, domains_out=frozenset({"B"})), before)

    assert effect.targets == (TargetChange("B-1", None, 2),)


def test_no_target_and_a_target_of_nought_are_the_same():
    before = two_of_two(overrides={"B-1": 0})

    effect = find_effect(before, replace(before, domains_out=frozenset({"B"})))

    assert effect.targets == ()


@pytest.mark.parametrize(
    ("kind", "out", "count"), [("home", (), 2), ("home", {"A"}, 1), ("gp", (), 1), ("x", (), 0)]
)
def test_questions_are_counted_by_kind_and_scope(kind, out, count):
    assert count_questions(two_of_two().checklist, kind, out) == count


def test_answers_that_count_and_answers_kept_are_counted_apart():
    assessed = without(two_of_two(), "o2")

    assert count_answered(assessed) == {"o1": 1}
    assert count_kept(assessed) == {"o1": 1, "o2": 2}
