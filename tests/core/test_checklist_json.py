"""The checklist as JSON data and back."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.checklist import Action, Duty, Effort, Term
from techmodel.core.checklist_json import checklist_from_json, checklist_to_json
from techmodel.core.errors import BadInput
from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.resources import resource

CHECKLIST = read_checklist_folder(resource("checklist"))
DATA = checklist_to_json(CHECKLIST)
JUNK = st.sampled_from([None, True, 7, float("nan"), "2026-13-01", "", [], [1], {}, {"a": 1}])


def places(node, path=()):
    """Every path to a value that is not optional, first of each list only."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node[:1])
    for key, value in pairs:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


PLACES = list(places(DATA))
NAMES = {"roles", "targets", "wording", "bands", "band_meanings", "proof"}
LATER = {
    "actions": {"tasks", "risk", "benefit"},
    "capabilities": {"proof", "was"},
    "care_models": {"population", "typical", "leans_on", "sources"},
    "generic_actions": {"tasks", "risk", "benefit"},
    "glossary": {"source"},
    "services": {"connect", "needs", "ask", "duty"},
}
"""The keys, by table, that checklists of the first editions do not have."""


def put(path, value):
    data = copy.deepcopy(DATA)
    node = data
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return data


def test_the_way_through_text_changes_nothing():
    text = json.dumps(DATA, ensure_ascii=False)

    assert checklist_from_json(json.loads(text)) == CHECKLIST


def test_it_is_plain_json_with_the_documented_keys_in_order():
    capability = json.loads(json.dumps(DATA, allow_nan=False))["capabilities"][0]

    assert list(capability) == [
        "id", "domain", "name", "question", "test", "why", "weight", "profile", "applies_to",
        "levels", "proof", "evidence", "actions", "prerequisites", "services", "was", "targets",
        "duty",
    ]  # fmt: skip


def test_nothing_but_plain_types_is_in_it():
    kinds = {type(value) for path in PLACES for value in [_at(path)]}

    assert kinds <= {str, int, float, type(None), list, dict}


def _at(path):
    node = DATA
    for key in path:
        node = node[key]
    return node


def test_the_order_of_tables_does_not_depend_on_how_they_were_read():
    text = json.dumps(DATA, sort_keys=True)
    again = checklist_to_json(checklist_from_json(json.loads(text)))

    assert list(again["capabilities"][0]["targets"]) == list(DATA["capabilities"][0]["targets"])
    assert list(again["scoring"]["bands"]) == ["S", "M", "L"]


def test_levels_and_bands_have_the_documented_form():
    capability, scoring = DATA["capabilities"][0], DATA["scoring"]

    assert list(capability["levels"]) == ["0", "1", "2", "3", "4", "5"]
    assert scoring["bands"]["M"] == [6, 11, 16]


def test_a_duty_names_source_and_date():
    by_id = {row["id"]: row for row in DATA["capabilities"]}

    assert by_id["REC-08"]["duty"]["date"] == "2026-09-30"
    assert by_id["GOV-03"]["duty"]["date"] is None


@given(place=st.sampled_from(PLACES), junk=JUNK)
def test_junk_anywhere_is_either_fine_or_one_sentence(place, junk):
    sentence = outcome(put(place, junk))

    assert sentence == "fine" or sentence.endswith("is missing or not as it must be.")


def outcome(data):
    try:
        checklist_from_json(data)
    except BadInput as error:
        return str(error)
    return "fine"


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("title",), 7),
        (("date",), "yesterday"),
        (("date",), None),
        (("domains",), {}),
        (("domains", 0), "GOV"),
        (("roles",), []),
        (("roles", "SRO"), 1),
        (("capabilities", 0, "weight"), "heavy"),
        (("capabilities", 0, "weight"), float("inf")),
        (("capabilities", 0, "weight"), True),
        (("capabilities", 0, "profile"), "odd"),
        (("capabilities", 0, "applies_to"), [1]),
        (("capabilities", 0, "levels"), {"0": "a"}),
        (("capabilities", 0, "targets", "MCP"), 3),
        (("capabilities", 0, "targets", "MCP", "level"), 3.0),
        (("capabilities", 0, "duty"), "yes"),
        (("services", 0, "status"), "brand new"),
        (("services", 0, "replaced_by"), 1),
        (("levels", 0, "wording", "odd"), "text"),
        (("scoring", "bands", "S"), [1, 2]),
        (("scoring", "bands", "S"), [1, 2, True]),
        (("scoring", "bands", "XL"), [1, 2, 3]),
        (("scoring", "bands", "S"), "short"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(place, value):
    with pytest.raises(BadInput, match="checklist cannot be used"):
        checklist_from_json(put(place, value))


@pytest.mark.parametrize("place", [p for p in PLACES if isinstance(p[-1], str)], ids=str)
def test_a_missing_key_is_refused_or_was_a_name(place):
    data = put(place, None)
    parent = data
    for key in place[:-1]:
        parent = parent[key]
    del parent[place[-1]]
    if place[-2:-1] and place[-2] in NAMES:
        assert checklist_from_json(data) != CHECKLIST
    elif is_later(place):
        assert checklist_from_json(data)
    else:
        with pytest.raises(BadInput, match=f"“{place[-1]}” is missing"):
            checklist_from_json(data)


def is_later(place):
    return place in {("glossary",), ("flows",), ("conditions",)} or (
        len(place) > 2 and place[-1] in LATER.get(place[-3], ())
    )


def bare(row, table):
    return {key: value for key, value in row.items() if key not in LATER[table]}


def older():
    """The data of a checklist of the first editions."""
    later = {"glossary", "flows", "conditions"}
    data = {key: value for key, value in copy.deepcopy(DATA).items() if key not in later}
    for table in ("capabilities", "services", "care_models"):
        data[table] = [bare(row, table) for row in data[table]]
    for row in data["capabilities"]:
        row["actions"] = [bare(action, "actions") for action in row["actions"]]
    generic = data["scoring"]["generic_actions"]
    data["scoring"]["generic_actions"] = [bare(row, "generic_actions") for row in generic]
    return data


def test_a_checklist_of_the_first_editions_is_read_and_says_less():
    found = checklist_from_json(older())
    row = found.capability("REC-02")
    said = [(action.tasks, action.risk, action.benefit) for action in row.actions]

    assert (row.proof, row.was, found.glossary, found.care_models[0].leans_on) == ({}, (), (), ())
    assert set(said) == {((), "", "")}
    assert found.flows == ()
    assert {(s.connect, s.needs, s.ask, s.duty) for s in found.services} == {((), (), "", None)}
    assert row.levels == CHECKLIST.capability("REC-02").levels


def test_what_came_later_survives_the_way_through_text():
    action = Action(1, "Begin", Effort.S, (), ("Ask", "Count"), "Nobody asks", "More is counted")
    row = replace(
        CHECKLIST.capabilities[0], proof={3: "A log"}, was=("OLD-01",), actions=(action,)
    )
    model = replace(CHECKLIST.care_models[0], leans_on=("A record",), sources=("A page",))
    duty = Duty("Contract", "A page", date(2026, 9, 30))
    service = replace(
        CHECKLIST.services[0], connect=("Ask",), needs=("A code",), ask="The team", duty=duty
    )
    rows = {"capabilities": (row,), "services": (service,), "care_models": (model,)}
    new = replace(CHECKLIST, **rows, glossary=(Term("GP", "General practice"),))

    assert checklist_from_json(json.loads(json.dumps(checklist_to_json(new)))) == new


@pytest.mark.parametrize(
    "proof", [{"6": "A log"}, {"0": "A log"}, {"x": "A log"}, {"3": 3}, ["A log"]]
)
def test_proof_is_a_text_for_a_level(proof):
    with pytest.raises(BadInput, match=r"“(proof|3)” is missing or not"):
        checklist_from_json(put(("capabilities", 0, "proof"), proof))


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_something_that_is_no_object_is_refused(data):
    with pytest.raises(BadInput):
        checklist_from_json(data)
