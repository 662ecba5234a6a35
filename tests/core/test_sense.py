"""What verbs write makes sense; a stranger's values do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.core.sense import (
    LONGEST_LABEL,
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_LINES,
    find_nonsense,
)

VALUE = {"state": "level", "level": 2, "provider": None, "reason": ""}
ROWS = {
    ("setting", "title"): {"value": "Wendlemere"},
    ("setting", "lead"): {"value": ""},
    ("setting", "threshold"): {"value": 0.8},
    ("setting", "care_models"): {"value": ["PLACE"]},
    ("setting", "domains_out"): {"value": []},
    ("setting", "checklist"): {"value": "f" * 64},
    ("setting", "of a later version"): {"value": {"a": [{"b": None}], "c": 1.5}},
    ("checklist", "f"): {"content": "eNo="},
    ("organisation", "o"): {
        "name": "Riverside Trust",
        "short_name": "Riverside",
        "kind": "acute",
        "weight": 1000,
        "in_scope": True,
        "position": 0,
    },
    ("answer", "GOV-01", "o"): {"value": VALUE, "note": "", "dissent": "", "parked": False},
    ("evidence", "e"): {
        "capability": "GOV-01",
        "organisation": "o",
        "grade": "A",
        "title": "Log",
        "date": "2026-11-24",
        "place": "",
    },
    ("override", "GOV-01"): {"value": {"level": 5, "reason": "x", "owner": ""}},
    ("round", "r"): {"name": "Spring", "at": "2026-11-24T09:00:00Z"},
    ("onboarding", "PDS", "o"): {
        "state": "not applicable",
        "owner": "Digital lead",
        "date": "2026-11-24",
        "note": "",
    },
    ("condition", "hope"): {"level": 0, "note": "Nobody asked."},
    ("link", "p", "q"): {"lag": 2},
    ("scenario", "s"): {
        "name": "Slow",
        "terms": {"start": "2027-01-04", "capacity": 3, "roles": {}, "off": []},
    },
    ("setting", "closed_days"): {"value": ["2026-12-28"]},
}
BATCH = Batch("b", BatchKind.EDIT, "2026-11-24T09:00:00Z", "Label", ())


def made(place, row):
    return Edit(place[0], place[1:], WHOLE_ROW, None, row)


def found(*edits, **fields):
    return find_nonsense([replace(BATCH, edits=edits, **fields)], {})


@pytest.mark.parametrize("place", ROWS)
def test_what_verbs_write_makes_sense(place):
    table, *key = place
    row = ROWS[place]
    fields = [Edit(table, tuple(key), name, row[name], row[name]) for name in row]

    assert found(made(place, row), *fields) == ""
    assert find_nonsense([], {table: {tuple(key): row}}) == ""


@pytest.mark.parametrize(
    "value",
    [
        {**VALUE, "state": "not_answered", "level": None},
        {**VALUE, "state": "not_applicable", "level": None, "reason": "x" * 20_000},
        {**VALUE, "state": "provided_by", "level": None, "provider": "gone"},
    ],
)
def test_every_state_of_an_answer_makes_sense(value):
    assert found(Edit("answer", ("GOV-01", "o"), "value", VALUE, value)) == ""


NONSENSE = {
    ("setting", "title"): [7, None, "x" * (LONGEST_NAME + 1), "\n" * (MOST_LINES + 1)],
    ("setting", "threshold"): [0.4, 1.1, True, "0.8", float("nan"), 1e308],
    ("setting", "care_models"): ["PLACE", [1], None],
    ("setting", "of a later version"): [[[[[[[[[[1]]]]]]]]]],
    ("checklist", "f"): [7],
    ("override", "GOV-01"): [3, {}, {"level": 9, "reason": "", "owner": ""}],
    ("condition", "hope"): [None, -1, 6, True, "3", 2.0],
    ("answer", "GOV-01", "o"): [
        None,
        [2],
        {},
        {**VALUE, "more": 1},
        {**VALUE, "state": "maybe"},
        {**VALUE, "state": ["level"]},
        {**VALUE, "level": 6},
        {**VALUE, "level": True},
        {**VALUE, "level": None},
        {**VALUE, "provider": "o"},
        {**VALUE, "state": "provided_by", "level": None},
        {**VALUE, "reason": "x" * (LONGEST_TEXT + 1)},
    ],
}


@pytest.mark.parametrize(
    ("place", "value"), [(place, value) for place, values in NONSENSE.items() for value in values]
)
def test_a_stranger_s_value_does_not(place, value):
    (name, old), *_ = ROWS[place].items()
    edit = Edit(place[0], place[1:], name, old, value)

    assert found(edit) == f"an impossible change ({place[0]})"
    assert found(Edit(place[0], place[1:], name, value, old)) == found(edit)
    wrong = {**ROWS[place], name: value}
    assert find_nonsense([], {place[0]: {place[1:]: wrong}}) == f"an impossible value ({place[0]})"


@pytest.mark.parametrize(
    ("place", "name", "value"),
    [
        (("organisation", "o"), "name", ""),
        (("organisation", "o"), "short_name", "a\n" * 31),
        (("organisation", "o"), "weight", 0),
        (("organisation", "o"), "weight", 1001),
        (("organisation", "o"), "weight", False),
        (("organisation", "o"), "in_scope", 1),
        (("organisation", "o"), "position", 2**60),
        (("evidence", "e"), "date", "yesterday"),
        (("evidence", "e"), "date", 7),
        (("round", "r"), "at", "never"),
        (("round", "r"), "at", None),
        (("answer", "GOV-01", "o"), "parked", None),
        (("answer", "GOV-01", "o"), "nothing of ours", None),
    ],
)
def test_nor_does_one_in_another_field(place, name, value):
    assert found(Edit(place[0], place[1:], name, value, value)).startswith("an impossible change")


@pytest.mark.parametrize(
    "edit",
    [
        Edit("evil", ("a",), WHOLE_ROW, None, {}),
        Edit("setting", (), "value", 1, 2),
        Edit("answer", ("a", "b", "c"), "note", "", ""),
        Edit("override", ("x" * 2000,), "value", None, None),
        Edit("setting", ("title",), WHOLE_ROW, None, {}),
        Edit("setting", ("title",), WHOLE_ROW, None, {"value": "x", "more": 1}),
        Edit("setting", ("title",), WHOLE_ROW, None, "x"),
    ],
)
def test_an_edit_of_no_row_of_ours_does_not(edit):
    assert found(edit).startswith("an impossible change (")
    assert "evil" not in found(edit)


@pytest.mark.parametrize(
    "fields",
    [
        {"at": ""},
        {"at": "yesterday"},
        {"at": "2026-11-24T09:00:00"},
        {"at": "9999-12-31T23:59:59Z"},
        {"at": "0001-01-01T00:00:00Z"},
        {"label": "x" * (LONGEST_LABEL + 1)},
        {"id": "x" * (LONGEST_NAME + 1)},
        {"revision": -1},
        {"revision": 2**80},
    ],
)
def test_a_batch_of_no_time_or_of_endless_names_does_not(fields):
    assert found(**fields) == "a change without a proper time or name"


@pytest.mark.parametrize("table", ["", "answer", "setting", "of a stranger"])
def test_no_row_without_a_key_makes_sense(table):
    assert found(Edit(table, (), WHOLE_ROW, None, {})) != ""
    assert find_nonsense([], {table: {(): {}}}) != ""


DAYS = ("closed_days",)


@pytest.mark.parametrize(
    "edit",
    [
        made(("link", "p"), {"lag": 2}),
        made(("link", "p", "q"), {"lag": -1}),
        made(("scenario", "s"), {"name": "Slow"}),
        Edit("link", ("p", "q"), "lag", 1, "2"),
        Edit("link", ("p", "q"), "other", 1, 2),
        Edit("setting", DAYS, "value", ["2026-12-28"], None),
        Edit("setting", DAYS, "other", ["2026-12-28"], []),
        Edit("setting", DAYS, WHOLE_ROW, None, {"value": [], "more": 1}),
        Edit("setting", DAYS, WHOLE_ROW, None, {"value": ["Christmas"]}),
    ],
)
def test_a_strangers_plan_does_not(edit):
    assert found(edit).startswith("an impossible change")


@pytest.mark.parametrize(
    "edit",
    [
        Edit("link", ("p", "q"), "lag", 1, 2),
        Edit("setting", DAYS, "value", [], ["2026-12-28"]),
        Edit("setting", DAYS, WHOLE_ROW, {"value": []}, None),
    ],
)
def test_changes_of_a_plan_make_sense(edit):
    assert found(edit) == ""
