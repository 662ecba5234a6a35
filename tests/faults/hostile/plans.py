"""Hostile files whose plan no verb would write, or which only many verbs together would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.hostile.making import by_edits, new_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from techmodel.core.journal import Edit, Json

    Make = Callable[[], bytes]

MANY = 2_000
NO_TERMS: dict[str, Json] = {"start": None, "capacity": None, "roles": {}, "off": []}


def project(id_: str, **fields: Json) -> Edit:
    """A project with its own weeks, but for some fields."""
    row: dict[str, Json] = {
        "name": f"Odd {id_[:9]}",
        "kind": "own",
        "steps": [],
        "organisation": "",
        "owner": "",
        "progress": {"status": "not started", "percent": 0, "reason": ""},
        "note": "",
        "pins": None,
        "weeks": [1, 2, 3],
        "position": 1,
    }
    return new_row("project", [id_], row | fields)


def link(one: str, after: str, lag: Json = 0) -> Edit:
    return new_row("link", [one, after], {"lag": lag})


def cost(id_: str, **fields: Json) -> Edit:
    row: dict[str, Json] = {
        "project": "",
        "label": "Odd",
        "kind": "one-off",
        "amount": [0, 0, 0],
        "first_year": 2026,
        "years": 1,
        "funding": "",
        "note": "",
    }
    return new_row("cost", [id_], row | fields)


def benefit(id_: str, **fields: Json) -> Edit:
    row: dict[str, Json] = {
        "name": "Odd",
        "stage": "outcome",
        "leads_to": [],
        "projects": [],
        "measure": "",
        "baseline": "",
        "target": "",
        "owner": "",
        "review": "",
        "note": "",
    }
    return new_row("benefit", [id_], row | fields)


def raid(id_: str, **fields: Json) -> Edit:
    row: dict[str, Json] = {
        "kind": "risk",
        "text": "Odd",
        "cause": "",
        "consequence": "",
        "likelihood": 1,
        "impact": 1,
        "response": "",
        "owner": "",
        "due": "",
        "is_open": True,
        "project": "",
    }
    return new_row("raid", [id_], row | fields)


def terms(**fields: Json) -> Edit:
    return setting("plan_terms", {**NO_TERMS, **fields})


def setting(name: str, new: Json) -> Edit:
    return new_row("setting", [name], {"value": new})


def _chain(length: int) -> Iterable[Edit]:
    """Projects that wait for one another, the last for none."""
    yield from (project(f"P{n}", position=n) for n in range(length))
    yield from (link(f"P{n}", f"P{n + 1}") for n in range(length - 1))


_EDITS: dict[str, list[Edit]] = {
    "a circle of two": [project("A"), project("B"), link("A", "B"), link("B", "A")],
    "a project that waits for itself": [project("A"), link("A", "A")],
    "a link to nothing": [project("A"), link("A", "gone")],
    "a link of nothing": [link("gone", "lost")],
    "an endless lag": [project("A"), project("B"), link("A", "B", 10_000)],
    "a lag below nothing": [project("A"), project("B"), link("A", "B", -5)],
    "a long chain": [*_chain(MANY)],
    "a project of no kind": [project("A", kind="odd")],
    "a project without a name": [project("A", name="")],
    "steps in an own project": [project("A", steps=["GOV-01:3"])],
    "a step of no capability": [project("A", kind="gap", steps=["ODD-01:3"], weeks=None)],
    "a step to level 9": [project("A", kind="gap", steps=["GOV-01:9"], weeks=None)],
    "a step of nobody": [
        project("A", kind="organisation", steps=["GOV-01:3@gone"], organisation="gone", weeks=None)
    ],
    "one step in two projects": [
        project("A", kind="gap", steps=["GOV-01:4"], weeks=None),
        project("B", kind="gap", steps=["GOV-01:4"], weeks=None),
    ],
    "steps that are no list": [project("A", steps="GOV-01:3")],
    "ten thousand weeks": [project("A", weeks=[10_000, 10_000, 10_000]), terms(capacity=1)],
    "weeks that fall": [project("A", weeks=[3, 2, 1])],
    "weeks in parts": [project("A", weeks=[0.5, 1.5, 2.5])],
    "no weeks at all": [project("A", weeks=[0, 0, 0])],
    "pins in the year 1": [project("A", pins={"start": "0001-01-01", "finish_by": ""})],
    "pins in the year 9999": [
        project("A", pins={"start": "9999-12-31", "finish_by": "9999-12-31"})
    ],
    "101 per cent": [project("A", progress={"status": "under way", "percent": 101, "reason": ""})],
    "a state that is none": [project("A", progress={"status": "odd", "percent": 0, "reason": ""})],
    "a position beyond numbers": [project("A", position=1 << 60)],
    "many projects": [*(project(f"P{n}", position=n) for n in range(MANY)), terms(capacity=3)],
    "a capacity of nothing": [project("A"), terms(capacity=0)],
    "a role that is none": [project("A"), terms(roles={"ODD": 1})],
    "a start long ago": [project("A"), terms(start="1900-01-01")],
    "a start at the end of time": [project("A"), terms(start="9999-12-31")],
    "terms that are a text": [setting("plan_terms", "soon")],
    "closed for ever": [
        project("A"),
        setting(
            "closed_days", [f"20{y:02}-{m:02}-14" for y in range(26, 90) for m in range(1, 13)]
        ),
    ],
    "a closed day that is none": [setting("closed_days", ["2026-02-30"])],
    "a cost below nothing": [cost("C", amount=[-3, -2, -1])],
    "a cost of all money": [cost("C", amount=[0, 0, (1 << 53) - 1], years=50, kind="recurrent")],
    "a cost that falls": [cost("C", amount=[3, 2, 1])],
    "a cost for a thousand years": [cost("C", kind="recurrent", years=1_000)],
    "a cost of a project that is gone": [cost("C", project="gone")],
    "an element that leads to itself": [benefit("B", leads_to=["B"])],
    "elements in a circle": [benefit("A", leads_to=["B"]), benefit("B", leads_to=["A"])],
    "an element that leads back": [
        benefit("A", stage="impact", leads_to=["B"]),
        benefit("B", stage="input"),
    ],
    "an element that leads to nothing": [benefit("A", leads_to=["gone"], projects=["gone"])],
    "an element in no column": [benefit("A", stage="odd")],
    "elements in a long row": [
        benefit(f"B{n}", stage="output", leads_to=[f"B{n + 1}"]) for n in range(300)
    ],
    "a risk of 9": [raid("R", likelihood=9)],
    "a risk without words": [raid("R", text="", owner="x" * 900)],
    "many risks": [raid(f"R{n}", text=f"Risk {n} " * 40) for n in range(300)],
    "a scenario without a name": [new_row("scenario", ["s"], {"name": "", "terms": NO_TERMS})],
    "a scenario of other terms": [new_row("scenario", ["s"], {"name": "Odd", "terms": {}})],
    "a scenario without its projects": [
        new_row("scenario", ["s"], {"name": "Odd", "terms": {**NO_TERMS, "off": ["gone"]}})
    ],
}

PLANS: dict[str, Make] = {f"plan: {name}": by_edits(*edits) for name, edits in _EDITS.items()}
"""Every file, by what is wrong in it."""
