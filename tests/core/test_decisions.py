"""Decisions and dissent, with who decided and when."""

from types import SimpleNamespace

import pytest

from techmodel.core.answers import Answer, State, Value
from techmodel.core.assessment import Override
from techmodel.core.decisions import DecisionKind, find_decisions, last_changes
from techmodel.core.journal import Batch, BatchKind, Edit

NOT_APPLICABLE = Value(State.NOT_APPLICABLE, reason="No beds")
PROVIDED = Value(State.PROVIDED_BY, provider="o2", reason="Shared desk")


def batch(revision, *edits, by=""):
    at = f"2026-11-{revision:02}T09:00:00Z"
    return Batch(f"b{revision}", BatchKind.EDIT, at, "", edits, revision, by)


def edit(table, key, field):
    return Edit(table, key, field, None, {"new": field})


def assessment(*answers, overrides=()):
    return SimpleNamespace(
        capabilities=tuple(SimpleNamespace(id=i) for i in ("GOV-01", "REC-01")),
        scope=tuple(SimpleNamespace(id=i) for i in ("o1", "o2")),
        answers={(a.capability, a.organisation): a for a in answers},
        overrides={o.capability: o for o in overrides},
    )


def test_nothing_decided_gives_nothing():
    plain = Answer("REC-01", "o1", Value(State.LEVEL, 3), note="A note is no decision")

    assert find_decisions(assessment(plain), ()) == ()


def test_a_target_set_by_decision_keeps_its_reason_owner_and_level():
    held = Override("REC-01", 1, "Waits for the new contract", "Digital lead")
    (decision,) = find_decisions(assessment(overrides=[held]), ())

    assert decision.kind is DecisionKind.TARGET
    assert (decision.level, decision.owner) == (1, "Digital lead")
    assert (decision.text, decision.organisation) == ("Waits for the new contract", None)


@pytest.mark.parametrize(
    ("answer", "kind", "text", "provider"),
    [
        (Answer("REC-01", "o1", NOT_APPLICABLE), DecisionKind.NOT_APPLICABLE, "No beds", None),
        (Answer("REC-01", "o1", PROVIDED), DecisionKind.PROVIDED_BY, "Shared desk", "o2"),
        (Answer("REC-01", "o1", dissent="It is 2"), DecisionKind.DISSENT, "It is 2", None),
    ],
)
def test_each_kind_of_answer_that_settles_something_is_a_decision(answer, kind, text, provider):
    (decision,) = find_decisions(assessment(answer), ())

    assert (decision.kind, decision.text) == (kind, text)
    assert (decision.organisation, decision.provider) == ("o1", provider)


def test_one_answer_may_be_two_decisions():
    both = Answer("REC-01", "o1", NOT_APPLICABLE, dissent="Two beds")
    kinds = [d.kind for d in find_decisions(assessment(both), ())]

    assert kinds == [DecisionKind.NOT_APPLICABLE, DecisionKind.DISSENT]


def test_decisions_come_by_kind_then_in_checklist_order():
    answers = [Answer(c, "o1", NOT_APPLICABLE) for c in ("REC-01", "GOV-01")]
    overrides = [Override(c, 1, "Agreed") for c in ("REC-01", "GOV-01")]
    found = find_decisions(assessment(*answers, overrides=overrides), ())

    assert [d.capability for d in found] == ["GOV-01", "REC-01"] * 2
    assert [d.kind.value for d in found] == ["target"] * 2 + ["not applicable"] * 2


def test_what_is_out_of_scope_is_not_told():
    left = Answer("REC-01", "left", NOT_APPLICABLE)
    out = Answer("OUT-01", "o1", NOT_APPLICABLE)

    assert find_decisions(assessment(left, out), ()) == ()


def test_a_decision_names_the_last_batch_that_set_its_own_field():
    made = batch(1, edit("answer", ("REC-01", "o1"), "*"), by="Facilitator")
    valued = batch(2, edit("answer", ("REC-01", "o1"), "value"), by="Digital lead")
    noted = batch(3, edit("answer", ("REC-01", "o1"), "note"), by="Somebody else")
    both = Answer("REC-01", "o1", NOT_APPLICABLE, dissent="Two beds")
    value, dissent = find_decisions(assessment(both), (made, valued, noted))

    assert (value.decided_by, value.at) == ("Digital lead", "2026-11-02T09:00:00Z")
    assert (dissent.decided_by, dissent.at) == ("Facilitator", "2026-11-01T09:00:00Z")


def test_a_target_names_the_batch_that_last_set_it():
    set_ = batch(4, edit("override", ("REC-01",), "*"), by="Board")
    (decision,) = find_decisions(assessment(overrides=[Override("REC-01", 1, "x")]), (set_,))

    assert (decision.decided_by, decision.at) == ("Board", "2026-11-04T09:00:00Z")


def test_the_newest_batch_of_a_field_wins():
    first, second = (batch(n, edit("answer", ("REC-01", "o1"), "value")) for n in (1, 2))

    assert last_changes((first, second)) == {("answer", ("REC-01", "o1"), "value"): second}
