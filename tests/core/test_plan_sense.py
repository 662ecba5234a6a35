"""What a strange file may hold of a plan: only what verbs write."""

from datetime import date

import pytest

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import (
    Benefit,
    Cost,
    CostKind,
    Money,
    Pins,
    Project,
    ProjectId,
    RaidItem,
    RaidKind,
    Scenario,
    Stage,
    Status,
    Terms,
)
from techmodel.core.plan_rows import (
    benefit_fields,
    cost_fields,
    project_fields,
    raid_fields,
    scenario_of,
    terms_json,
)
from techmodel.core.plan_sense import field_makes_sense, row_makes_sense, setting_makes_sense

DAY = date(2027, 3, 1)
TERMS = terms_json(Terms(DAY, 5, {"SRO": 1}, frozenset({ProjectId("P01")})))
PROJECT = Project(
    ProjectId("P01"), "A name", steps=("REC-06:3",), pins=Pins(DAY), weeks=Weeks(1, 2, 3)
)
ROWS = {
    "project": project_fields(PROJECT),
    "link": {"lag": 5},
    "cost": cost_fields(Cost("c", None, "Licences", CostKind.ONE_OFF, Money(1, 2, 3), 2027)),
    "benefit": benefit_fields(Benefit("b", "Fewer calls", Stage.OUTCOME, ("c",), review=DAY)),
    "raid": raid_fields(RaidItem("r", RaidKind.RISK, "Delay", likelihood=3, impact=5, due=DAY)),
    "scenario": {"name": "Fast", "terms": TERMS},
}


@pytest.mark.parametrize("table", ROWS)
def test_what_verbs_write_makes_sense(table):
    assert row_makes_sense(table, ROWS[table])
    assert all(field_makes_sense(table, f, v) for f, v in ROWS[table].items())


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("project", "name", ""),
        ("project", "name", 7),
        ("project", "name", "x" * 40_001),
        ("project", "kind", "other"),
        ("project", "steps", ["REC-06"]),
        ("project", "steps", ["REC-06:3"] * 10_001),
        ("project", "steps", "REC-06:3"),
        ("project", "progress", {"status": "done", "percent": 101, "reason": ""}),
        ("project", "progress", {"status": "done", "percent": True, "reason": ""}),
        ("project", "progress", {"status": "gone", "percent": 1, "reason": ""}),
        ("project", "progress", None),
        ("project", "pins", {"start": "9999-12-31", "finish_by": None}),
        ("project", "pins", {"start": "soon", "finish_by": None}),
        ("project", "pins", {"start": None, "finish_by": None}),
        ("project", "weeks", [3, 2, 1]),
        ("project", "weeks", [1, 2]),
        ("project", "weeks", [1.0, 2.0, 3.0]),
        ("project", "position", 1 << 60),
        ("project", "note", [[[[[[]]]]]]),
        ("link", "lag", -1),
        ("link", "lag", True),
        ("cost", "amount", [1, 0, 1]),
        ("cost", "years", 0),
        ("cost", "first_year", 20_000),
        ("benefit", "leads_to", [1]),
        ("benefit", "review", "2027-02-30"),
        ("raid", "impact", 6),
        ("raid", "is_open", 1),
        ("raid", "due", 5),
        ("scenario", "name", ""),
        ("scenario", "terms", None),
        ("scenario", "terms", {"start": None, "capacity": 0, "roles": {}, "off": []}),
        ("ballot", "votes", 3),
        ("project", "colour", "red"),
    ],
)
def test_what_no_verb_writes_makes_none(table, field, value):
    assert not field_makes_sense(table, field, value)


@pytest.mark.parametrize("row", [None, [], {"lag": 1, "more": 2}, {}])
def test_a_row_has_all_of_its_fields_and_no_others(row):
    assert not row_makes_sense("link", row)


@pytest.mark.parametrize(
    ("name", "value", "is_right"),
    [
        ("plan_terms", TERMS, True),
        ("plan_terms", {"capacity": 1}, False),
        ("plan_terms", {"start": None, "capacity": None, "roles": {"SRO": 0}, "off": []}, False),
        ("closed_days", ["2026-12-24", "2027-01-02"], True),
        ("closed_days", [], True),
        ("closed_days", ["2027-01-02", "2026-12-24"], False),
        ("closed_days", ["9999-12-24"], False),
        ("closed_days", ["Christmas"], False),
        ("closed_days", ["2026-12-24"] * 10_001, False),
    ],
)
def test_the_settings_of_the_plan_are_judged(name, value, is_right):
    assert setting_makes_sense(name, value) is is_right


def test_a_status_is_read_and_written_the_same():
    done = {"status": Status.DONE.value, "percent": 100, "reason": ""}

    assert field_makes_sense("project", "progress", done)
    assert scenario_of({"id": "s", **ROWS["scenario"]}) == Scenario(
        "s", "Fast", Terms(DAY, 5, {"SRO": 1}, frozenset({"P01"}))
    )
