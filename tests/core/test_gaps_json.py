"""The document that `gaps --json` prints."""

import json

import pytest
from tests.core.builders import assessment, one, question
from tests.core.flow_rooms import held, level, room

from techmodel.core.gaps import find_gaps
from techmodel.core.gaps_json import gaps_json


def document(found):
    return gaps_json(found, find_gaps(found))


@pytest.fixture
def two():
    """B-1 needs A-1; one of three partners does not know, one is provided by another."""
    q = question(
        [
            {"id": "A-1", "duty": "2027-06-30"},
            {"id": "B-1", "targets": {"M": 4}, "prerequisites": ["A-1"], "duty": ""},
        ],
        [{"id": "o1"}, {"id": "o2"}, {"id": "o3", "in_scope": False}],
        {"A-1": [1, "?", 5], "B-1": [2, ("by", "o1"), 5]},
        overrides={"A-1": 2},
    )
    return document(assessment(q))


def test_the_keys_stand_in_the_documented_order(two):
    assert list(two) == [
        *("schema", "assessment", "capabilities", "domains", "overall", "shortfalls", "flows")
    ]
    assert list(two["assessment"]) == [
        *("id", "title", "care_models", "coverage_threshold", "checklist_version"),
        "organisations",
    ]
    assert list(two["capabilities"][0]) == [
        *("id", "domain", "name", "weight", "target", "answers", "partnership", "gap", "weeks"),
        *("waits_for", "blocked", "priority", "rank", "duty"),
    ]


def test_a_target_by_decision_and_its_shortfall_are_told(two):
    assert two["capabilities"][0]["target"] == {
        **{"level": 2, "source": "override", "asked": 2, "by": []},
        **{"reason": "Decided by the board", "owner": "SRO"},
    }
    assert two["shortfalls"] == [
        {
            **{"capability": "A-1", "held_at": 2, "by": ["B-1"], "needs": 3},
            "why": "held by decision",
        }
    ]


def test_answers_name_organisations_in_scope_only(two):
    assert two["capabilities"][1]["answers"] == {
        "o1": {"state": "level", "level": 2, "provided_by": None},
        "o2": {"state": "level", "level": 2, "provided_by": "o1"},
    }
    assert [o["id"] for o in two["assessment"]["organisations"]] == ["o1", "o2"]


def test_a_provider_that_is_not_there_is_told_by_its_id():
    found = document(one([("by", "gone")]))

    assert found["capabilities"][0]["answers"]["o1"] == {
        **{"state": "not_answered", "level": None, "provided_by": "gone"}
    }


def test_partnership_gap_and_duty_are_told(two):
    first, second = two["capabilities"]

    assert first["partnership"] == {
        **{"low": 0, "high": 1, "min": 1, "median": 1.0, "max": 1, "outliers": []}
    }
    assert first["gap"] == {"low": 1, "high": 2}
    assert first["duty"] == {"source": "An Act", "date": "2027-06-30"}
    assert second["duty"] == {"source": "An Act", "date": None}
    assert second["waits_for"] == ["A-1"]


def test_what_nobody_is_asked_has_no_level_and_no_gap():
    q = question([{"id": "A-1", "applies_to": ["acute"]}], [{"id": "o1"}])
    found = document(assessment(q))["capabilities"][0]

    assert [found[k] for k in ("target", "partnership", "gap", "priority", "rank", "duty")] == (
        [None] * 6
    )
    assert found["answers"] == {}


def test_the_whole_is_told_with_the_weakest_and_those_hardly_known():
    overall = document(one([1, 2, "?"]))["overall"]

    assert overall["weakest"] == "o1"
    assert overall["below_half"] == ["o3"]
    assert overall["completeness"] == 2 / 3
    assert document(one([]))["overall"]["weakest"] is None


def test_a_domain_is_told_with_its_name(two):
    assert two["domains"][0] == {
        **{"id": "A", "name": "Domain A", "completeness": 0.5},
        "attainment": {"low": 0.0, "high": 0.5},
    }
    assert json.loads(json.dumps(two, allow_nan=False)) == two


def test_flows_name_both_ends_and_keep_the_documented_keys():
    made = room(held=[held("o1", "o2", value=level(1))])

    assert document(made)["flows"] == [
        {
            **{"from": "o1", "to": "o2", "information": "Letter", "capability": "A-02"},
            **{"level": 1, "target": 3, "gap": {"low": 2, "high": 2}},
            **{"id": "F-01", "state": "level"},
        }
    ]
