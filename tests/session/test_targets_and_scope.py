"""Targets by decision, and what the whole assessment is about."""

import pytest

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.targets import Source
from techmodel.session.scope import parse_threshold
from techmodel.session.touched import Touched


def test_a_target_by_decision_needs_a_reason_and_can_be_cleared(session):
    with pytest.raises(WrongUse, match="a reason is required"):
        session.targets.aim("REC-06", 2, " ")
    touched = session.targets.aim("REC-06", 2, "No supplier yet", owner="Digital lead")

    target = session.gaps().of("REC-06").target
    assert touched == Touched.TARGETS | Touched.HISTORY
    assert (target.level, target.source, target.owner) == (2, Source.OVERRIDE, "Digital lead")
    session.targets.clear("REC-06")
    assert session.gaps().of("REC-06").target.source is not Source.OVERRIDE


def test_a_decided_target_can_be_decided_again(session):
    session.targets.aim("REC-06", 2, "a")
    session.targets.aim("REC-06", 3, "b")

    assert session.assessment().overrides["REC-06"].level == 3
    assert session.batches()[-1].label == "Target of REC-06: 2 → 3"


@pytest.mark.parametrize("bad", [6, -1, 1.5])
def test_a_target_is_a_level(session, bad):
    with pytest.raises(WrongUse, match="0 to 5"):
        session.targets.aim("REC-06", bad, "x")


def test_clearing_what_was_not_decided_is_refused(session):
    with pytest.raises(Refused, match="not set by decision"):
        session.targets.clear("REC-06")


def test_settings_change_as_one_batch_with_words(session):
    session.scope.change({"title": " New  title ", "lead": "IM&T lead", "threshold": 0.75})

    assessment = session.assessment()
    assert (assessment.title, assessment.lead, assessment.threshold) == (
        "New title",
        "IM&T lead",
        0.75,
    )
    assert (
        session.batches()[-1].label == "Title: New title; Lead: IM&T lead; Coverage threshold 75%"
    )


def test_a_setting_as_it_was_writes_nothing(session):
    assert session.scope.entitle("Test partnership") == Touched.NONE


def test_care_models_are_replaced_in_the_checklists_order(session):
    session.scope.choose_models(["EHCH", "MCP"])

    assert session.assessment().care_models == ("MCP", "EHCH")


def test_a_domain_left_out_has_no_gaps(session):
    session.scope.leave_out(["MED"])

    assert session.gaps().of("MED-05") is None
    assert session.batches()[-1].label == "Domains out of scope: MED"
    session.scope.leave_out([])
    assert session.gaps().of("MED-05") is not None


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"threshold": 0.4}, "from 0.5 to 1.0, such as 0.8 for 80%, not 0.4"),
        ({"threshold": float("nan")}, "from 0.5 to 1.0"),
        ({"care_models": ["XYZ"]}, "no care model 'XYZ'. Choose from: MCP"),
        ({"domains_out": ["ZZZ"]}, "no domain 'ZZZ'"),
        ({"title": " "}, "title is missing"),
        ({"lead": "x" * 300}, "100 characters over"),
    ],
)
def test_a_wrong_setting_is_refused_with_what_is_allowed(session, settings, sentence):
    with pytest.raises(WrongUse, match=sentence):
        session.scope.change(settings)


@pytest.mark.parametrize("text", ["80%", "0,8", "", "80", "nan"])
def test_a_threshold_that_is_no_share_is_refused_as_typed(text):
    with pytest.raises(WrongUse, match=f"such as 0.8 for 80%, not '?{text}"):
        parse_threshold(text)


def test_a_wider_threshold_never_raises_a_level(session):
    session.scope.cover(0.5)

    assert session.assessment().threshold == 0.5
