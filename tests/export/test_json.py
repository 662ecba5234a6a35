"""The whole assessment as JSON."""

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.core.builders import one
from tests.core.flow_rooms import held, level, own, room
from tests.export.builders import random_report, report_of, with_since
from tests.export.plan_builders import two

from techmodel.core.checklist_json import checklist_from_json
from techmodel.core.conditions import Condition, condition_of
from techmodel.core.flow_rows import flow_of
from techmodel.core.journal import Batch, BatchKind, Edit
from techmodel.core.onboarding import Onboarding, onboarding_of
from techmodel.core.onboarding import Stage as Onboards
from techmodel.core.plan_names import CLOSED_DAYS, TERMS
from techmodel.core.plan_parts import (
    Benefit,
    Cost,
    CostKind,
    Link,
    Money,
    Pins,
    RaidItem,
    RaidKind,
    Scenario,
    Stage,
    Terms,
)
from techmodel.core.plan_rows import book_of
from techmodel.core.tables import answer_of, evidence_of, organisation_of
from techmodel.export.json import assessment_json, write_json


@pytest.fixture
def written(tmp_path):
    def write(report):
        write_json(report, tmp_path / "a.json")
        return json.loads((tmp_path / "a.json").read_text("utf-8"))

    return write


def test_the_keys_are_the_documented_ones(written):
    assert list(written(report_of(one([3])))) == [
        *("schema", "program", "made", "revision", "assessment", "organisations", "answers"),
        *("evidence", "targets", "rounds", "progress", "plan", "flows"),
        *("onboarding", "conditions", "checklist", "journal", "taken"),
    ]


def test_flows_come_back(written):
    flow = held("o1", "o2", "FK7D2", level(2), own(3), "Seen")
    data = written(report_of(room(held=[flow])))

    assert list(map(flow_of, data["flows"])) == [flow]
    assert [row["id"] for row in data["checklist"]["flows"]] == ["F-01", "F-02"]


def test_how_far_organisations_are_with_services_comes_back(written):
    said = Onboarding("PDS", "o1", Onboards.LIVE, "Digital lead", date(2026, 3, 1), "Since spring")
    data = written(replace(report_of(one([3])), onboarding={("PDS", "o1"): said}))

    assert list(map(onboarding_of, data["onboarding"])) == [said]


def test_conditions_stand_with_the_fields_of_the_file(written):
    said = Condition("time", 2, "Nobody has a free day.")
    data = written(replace(report_of(one([3])), conditions={"time": said}))

    assert list(map(condition_of, data["conditions"])) == [said]


@pytest.mark.parametrize("seed", range(5))
def test_everything_comes_back(written, seed):
    report = random_report(seed)
    data, held = written(report), report.assessment

    assert tuple(map(organisation_of, data["organisations"])) == held.organisations
    assert tuple(map(answer_of, data["answers"])) == tuple(held.answers.values())
    assert tuple(map(evidence_of, data["evidence"])) == held.evidence
    assert {t["capability"] for t in data["targets"]} == set(held.overrides)
    assert checklist_from_json(data["checklist"]) == held.checklist
    assert len(data["journal"]) == len(report.batches)


def test_the_plan_comes_back(written):
    planned = two(links=(Link("P02", "P01", 3),), P01={"pins": Pins(date(2027, 1, 4))})
    cost = Cost("c1", None, "Licences", CostKind.ONE_OFF, Money(1, 2, 3), 2027)
    benefit = Benefit("b1", "Time saved", Stage.OUTCOME, review=date(2027, 9, 30))
    risk = RaidItem("r1", RaidKind.RISK, "A supplier is late", due=date(2027, 3, 1))
    scenario = Scenario("s1", "Slower", Terms(date(2027, 1, 4), 2, {"SRO": 1}, frozenset("P")))
    book = replace(
        planned.book,
        costs=(cost,),
        benefits=(benefit,),
        raid=(risk,),
        scenarios=(scenario,),
        closed_days=frozenset({date(2026, 12, 29)}),
    )
    found = written(replace(planned, book=book))["plan"]
    names = {"projects": "project", "links": "link", "costs": "cost", "benefits": "benefit"}
    tables = {names.get(n, n.rstrip("s")): rows for n, rows in found.items()}

    assert book_of(tables, {TERMS: found["terms"], CLOSED_DAYS: found["closed_days"]}) == book


def test_the_journal_holds_every_edit(written):
    edit = Edit("setting", ("title",), "value", "Old", "New")
    batch = Batch("b1", BatchKind.EDIT, "2026-11-24T14:03:22Z", "Title", (edit,), 1, "Chair")

    assert written(report_of(one([3]), [batch]))["journal"] == [
        {
            **{"revision": 1, "id": "b1", "kind": "edit", "at": "2026-11-24T14:03:22Z"},
            **{"label": "Title", "decided_by": "Chair", "workshop": "", "takes": ""},
            "edits": [
                {
                    "table": "setting",
                    "key": ["title"],
                    "field": "value",
                    "old": "Old",
                    "new": "New",
                }
            ],
        }
    ]


def test_the_settings_and_the_clock_are_in_it():
    data = assessment_json(report_of(one([3], domains_out=["B", "A"])))

    assert data["made"] == "2026-11-26T14:03:00+00:00"
    assert data["assessment"] == {
        **{"id": "an-assessment", "title": "Wendlemere place partnership", "lead": "IM&T lead"},
        **{"care_models": ["M"], "coverage_threshold": 0.8, "domains_out": ["A", "B"]},
    }


def test_letters_of_every_language_are_written_as_they_are(tmp_path):
    write_json(report_of(one([3])), tmp_path / "ŷ.json")

    assert (tmp_path / "ŷ.json").read_bytes().startswith(b'{\n  "schema": 1,')


def test_without_a_round_there_is_no_progress():
    data = assessment_json(report_of(one([3])))

    assert (data["rounds"], data["progress"], data["taken"]) == ([], None, {})


def test_the_progress_since_a_round_is_in_it():
    data = assessment_json(with_since(report_of(one([2])), one([1])))
    spring = {"id": "round-1", "name": "Spring 2026", "at": "2026-03-03T14:03:00Z", "revision": 1}

    assert data["rounds"] == [spring]
    assert data["progress"]["since"] == spring
    assert data["progress"]["overall"] == {
        **{"progress": 0.5, "compared": 1, "falls": [], "newly_known": []},
        **{"no_longer_known": [], "never_known": []},
        "reached_then": {"low": 1 / 3, "high": 1 / 3},
        "reached_now": {"low": 2 / 3, "high": 2 / 3},
    }
    assert [d["id"] for d in data["progress"]["domains"]] == ["A"]


def test_what_merges_took_over_is_in_it(written):
    theirs = Batch("x", BatchKind.EDIT, "2026-11-24T14:03:22Z", "Title", (), 7, "Chair")
    data = written(replace(report_of(one([3])), taken={"m": (theirs,)}))

    assert [b["revision"] for b in data["taken"]["m"]] == [7]
