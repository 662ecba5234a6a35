"""Assessments made by commands alone: `gaps --json` is what design.md 4 and 9 say, to the key."""

import random
import re

import pytest
from tests.core import oracle
from tests.journeys.commands import gaps_of, make
from tests.journeys.commands_content import real_content, small_content, write_content

SIZES = {"normal": (54, 6), "commit": (180, 20), "release": (1800, 200)}
"""How many assessments of a small and of the real checklist are made at each `--scale`."""


@pytest.fixture(scope="module")
def made(tmp_path_factory, pytestconfig):
    """What was put in by commands, and what `gaps --json` prints, for 60 assessments or more."""
    of_small, of_real = SIZES[pytestconfig.getoption("--scale")]
    folder, other = tmp_path_factory.mktemp("commands"), tmp_path_factory.mktemp("other")
    real = real_content()
    found = []
    with pytest.MonkeyPatch.context() as patch:
        for seed in range(of_small):
            draw = random.Random(seed)
            content = small_content(draw, real)
            checklist = write_content(content, other / f"checklist {seed}")
            patch.setenv("TECHMODEL_HOME", str(other / f"home {seed}"))
            one = make(draw, folder / f"{seed}.techmodel", content, ("--checklist", checklist))
            found.append((one, gaps_of(one.file)))
        for seed in range(of_real):
            one = make(random.Random(seed), folder / f"Tŷ #{seed}.techmodel", real)
            found.append((one, gaps_of(one.file)))
    assert {p.name for p in folder.iterdir()} == {one.file.name for one, _ in found}
    return found


# the shape


def text(value):
    return isinstance(value, str)


def filled(value):
    return text(value) and value != ""


def whole(low, high):
    return lambda value: type(value) is int and low <= value <= high


def number(low, high):
    return lambda value: type(value) in (int, float) and low <= value <= high


def nothing(value):
    return value is None


def one_of(*values):
    return lambda value: value in values


def like(pattern):
    return lambda value: text(value) and re.fullmatch(pattern, value) is not None


ID = like(r"[A-Z][A-Z0-9]+-\d{2,4}")
LEVEL, MANY, SHARE = whole(0, 5), whole(0, 10_000), number(0, 1)
ATTAINMENT = ({"low": SHARE, "high": SHARE}, nothing)
ANSWER = {
    "state": one_of("level", "dont_know", "not_applicable", "not_answered"),
    "level": (LEVEL, nothing),
    "provided_by": (filled, nothing),
}
TARGET = {
    "level": LEVEL,
    "source": one_of("care model", "override", "prerequisite"),
    "asked": (LEVEL, nothing),
    "by": [ID],
    "reason": text,
    "owner": text,
}
PARTNERSHIP = {
    "low": LEVEL,
    "high": LEVEL,
    "min": (LEVEL, nothing),
    "median": (number(0, 5), nothing),
    "max": (LEVEL, nothing),
    "outliers": [filled],
}
CAPABILITY = {
    "id": ID,
    "domain": like(r"[A-Z][A-Z0-9]+"),
    "name": filled,
    "weight": number(1e-9, 1000),
    "target": (TARGET, nothing),
    "answers": {...: ANSWER},
    "partnership": (PARTNERSHIP, nothing),
    "gap": ({"low": LEVEL, "high": LEVEL}, nothing),
    "weeks": {"low": MANY, "likely": MANY, "high": MANY},
    "waits_for": [ID],
    "blocked": [ID],
    "priority": (number(1e-9, 1e9), nothing),
    "rank": (whole(1, 10_000), nothing),
    "duty": ({"source": filled, "date": (like(r"\d{4}-\d\d-\d\d"), nothing)}, nothing),
}
DOCUMENT = {
    "schema": one_of(1),
    "assessment": {
        "id": like(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        "title": filled,
        "care_models": [filled],
        "coverage_threshold": number(0.5, 1),
        "checklist_version": filled,
        "organisations": [
            {"id": filled, "name": filled, "kind": filled, "weight": number(1e-9, 1000)}
        ],
    },
    "capabilities": [CAPABILITY],
    "domains": [
        {"id": filled, "name": filled, "attainment": ATTAINMENT, "completeness": (SHARE, nothing)}
    ],
    "overall": {
        "attainment": ATTAINMENT,
        "completeness": (SHARE, nothing),
        "weakest": (filled, nothing),
        "below_half": [filled],
    },
    "shortfalls": [
        {
            "capability": ID,
            "held_at": (LEVEL, nothing),
            "by": [ID],
            "needs": whole(1, 3),
            "why": filled,
        }
    ],
    "flows": [
        {
            "from": filled,
            "to": filled,
            "information": filled,
            "capability": ID,
            "level": (LEVEL, nothing),
            "target": (LEVEL, nothing),
            "gap": ({"low": LEVEL, "high": LEVEL}, nothing),
            "id": filled,
            "state": one_of("level", "unknown", "not_applicable"),
        }
    ],
}
"""design.md 9, key by key. A tuple: any of these; {...: x}: any keys, every value x."""


def faults(value, shape, place="document"):
    """Where a value is not of a shape; nothing where it is."""
    if isinstance(shape, tuple):
        each = [faults(value, s, place) for s in shape]
        return [] if [] in each else min(each, key=len)
    if isinstance(shape, dict):
        return faults_of_table(value, shape, place)
    if isinstance(shape, list):
        if not isinstance(value, list) or (value and not shape):
            return [f"{place} is {value!r}"]
        return [f for n, v in enumerate(value) for f in faults(v, shape[0], f"{place}[{n}]")]
    return [] if shape(value) else [f"{place} is {value!r}"]


def faults_of_table(value, shape, place):
    if not isinstance(value, dict):
        return [f"{place} is {value!r}"]
    shape = dict.fromkeys(value, shape[...]) if ... in shape else shape
    if list(value) != list(shape):
        return [f"{place} has the keys {list(value)}"]
    return [f for key, s in shape.items() for f in faults(value[key], s, f"{place}.{key}")]


def test_every_key_is_there_and_no_other(made):
    assert [f for _, document in made for f in faults(document, DOCUMENT)] == []


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema",), 2),
        (("capabilities", 0, "gap"), {"low": 6, "high": 6}),
        (("capabilities", 0, "rank"), 1.0),
        (("capabilities", 0, "target"), {"level": 3}),
        (("overall", "weakest"), ""),
        (("domains", 0, "completeness"), True),
    ],
)
def test_the_shape_finds_what_is_not_as_it_must_be(made, path, wrong):
    _, document = made[0]
    broken = changed(document, path, wrong)

    assert len(faults(broken, DOCUMENT)) >= 1


def changed(value, path, wrong):
    if not path:
        return wrong
    here = value.copy()
    here[path[0]] = changed(value[path[0]], path[1:], wrong)
    return here


# the numbers


def close(value):
    """Fractions as floats, ranges as low and high; None stays."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return {"low": close(value[0]), "high": close(value[1])}
    return pytest.approx(float(value), abs=1e-12, rel=1e-12)


def test_what_was_put_in_comes_out(made):
    for one, document in made:
        said = document["assessment"]
        organisations = [
            (o["name"], o["kind"], o["weight"]) for o in oracle.organisations_in_scope(one.q)
        ]

        assert said["title"] == one.title
        assert sorted(said["care_models"]) == sorted(one.q["care_models"])
        assert said["coverage_threshold"] == one.q["threshold"]
        assert [
            (o["name"], o["kind"], o["weight"]) for o in said["organisations"]
        ] == organisations
        assert len({o["id"] for o in said["organisations"]}) == len(organisations)


@pytest.fixture(scope="module")
def expected(made):
    """The oracle's account of each assessment."""
    return [oracle.find_gaps(one.q) for one, _ in made]


@pytest.fixture(scope="module")
def capabilities(made, expected):
    """The oracle's and our account of every capability, with what was put in."""
    found = []
    for (one, document), answer in zip(made, expected, strict=True):
        assert [c["id"] for c in document["capabilities"]] == list(answer["capabilities"])
        found += [(one, answer["capabilities"][c["id"]], c) for c in document["capabilities"]]
    return found


def test_content_is_told_as_it_is(capabilities):
    for one, _, c in capabilities:
        content = oracle.by_id(one.q["capabilities"])[c["id"]]
        duty = {"source": content["source"], "date": content["duty"] or None}

        assert (c["domain"], c["name"]) == (content["domain"], content["name"])
        assert c["weight"] == content["weight"]
        assert c["duty"] == (None if content["duty"] is None else duty)


def test_answers_are_as_given(capabilities):
    for _, answer, c in capabilities:
        assert c["answers"] == {
            name: {"state": state, "level": level, "provided_by": by}
            for name, (state, level, by, _) in answer["pairs"].items()
        }


def test_targets_are_raised_as_they_must_be(capabilities):
    for one, answer, c in capabilities:
        reason, owner = one.reasons.get(c["id"], ("", ""))
        aim = answer["target"] and answer["target"] | {"reason": reason, "owner": owner}

        assert c["target"] == aim


def test_levels_gaps_and_weeks_agree(capabilities):
    for _, answer, c in capabilities:
        assert c["partnership"] == answer["partnership"]
        assert c["gap"] == (
            answer["gap"] and dict(zip(("low", "high"), answer["gap"], strict=True))
        )
        assert [*c["weeks"].values()] == answer["weeks"]


def test_order_and_priority_agree(capabilities):
    for _, answer, c in capabilities:
        assert (c["waits_for"], c["blocked"]) == (answer["waits_for"], answer["blocked"])
        assert (c["rank"], c["priority"]) == (answer["rank"], close(answer["priority"]))


def test_sums_and_shortfalls_agree(made, expected):
    for (_, document), answer in zip(made, expected, strict=True):
        domains = {d["id"]: d for d in document["domains"]}

        assert list(domains) == list(answer["domains"])
        for name, domain in answer["domains"].items():
            assert domains[name]["attainment"] == close(domain["attainment"])
            assert domains[name]["completeness"] == close(domain["completeness"])
        whole_ = answer["overall"]
        assert document["overall"] == whole_ | {
            "attainment": close(whole_["attainment"]),
            "completeness": close(whole_["completeness"]),
        }
        assert document["shortfalls"] == answer["shortfalls"]


def levels_of(flow, models):
    return [flow["targets"][m]["level"] for m in models if m in flow["targets"]]


def test_flows_are_those_of_the_care_models_between_the_kinds_there_are(made):
    for one, document in made:
        inside = oracle.organisations_in_scope(one.q)
        out = set(one.q["domains_out"])
        flows = [f for f in one.q["flows"] if f["capability"].partition("-")[0] not in out]
        wanted = {
            (a["name"], b["name"], flow["id"], max(levels))
            for flow in flows
            if (levels := levels_of(flow, one.q["care_models"]))
            for a in inside
            for b in inside
            if a["id"] != b["id"] and a["kind"] in flow["from"] and b["kind"] in flow["to"]
        }

        assert {(f["from"], f["to"], f["id"], f["target"]) for f in document["flows"]} == wanted


def test_every_case_occurs(made, capabilities):
    states = {
        (s, by is not None) for _, a, _ in capabilities for s, _, by, _ in a["pairs"].values()
    }

    assert states == {
        *(("level", True), ("level", False), ("dont_know", True), ("dont_know", False)),
        *(("not_applicable", False), ("not_answered", False)),
    }
    assert {len(one.q["organisations"]) for one, _ in made} >= {1, 2, 20}
    assert {d["overall"]["weakest"] is None for _, d in made} == {True, False}
    assert any(d["overall"]["below_half"] for _, d in made)
    assert {s["why"] for _, d in made for s in d["shortfalls"]} >= {
        "held by decision",
        "out of scope",
    }
    assert any(not o["in_scope"] for one, _ in made for o in one.q["organisations"])
