"""What `plan --json` says."""

from dataclasses import replace
from datetime import date

from tests.core.plans import START, calendar, chain

from techmodel.core.plan import work_out
from techmodel.core.plan_json import plan_json
from techmodel.core.plan_parts import Link, Pins, PlanBook, Status, Terms

ONE = Terms(capacity=1)


def said(projects=None, terms=ONE, links=(), **changes):
    found, gaps, proposed = chain(**changes)
    book = PlanBook(tuple(projects or proposed), tuple(links), terms=terms)
    return plan_json(work_out(found, gaps, book, calendar()), terms, stored=False)


def test_projects_and_steps_have_dates_weeks_and_slack():
    told = said()
    first = told["projects"][0]

    assert (told["schema"], told["stored"], told["start"]) == (1, False, START.isoformat())
    assert (told["capacity"], told["end"]) == (1, told["projects"][1]["end"])
    assert (first["id"], first["capabilities"], first["critical"]) == ("P01", ["A-1"], True)
    assert [s["id"] for s in first["steps"]] == ["A-1:2", "A-1:3"]
    assert first["steps"][1]["waits_for"] == ["A-1:2"]
    assert first["steps"][0]["weeks"] == {"low": 2, "likely": 4, "high": 6}
    assert first["weeks"]["likely"] == 4 + 11


def test_what_is_not_scheduled_has_no_dates():
    _, _, (first, second) = chain()
    told = said([replace(first, status=Status.DROPPED), second])
    project = told["projects"][0]

    assert (project["start"], project["end"], project["slack_days"]) == (None, None, None)
    assert (project["critical"], project["steps"]) == (False, [])


def test_nothing_planned_has_no_end():
    assert said([replace(chain()[2][0], status=Status.DONE)])["end"] is None


def test_what_is_not_kept_is_told():
    _, _, (first, second) = chain()
    late = replace(second, pins=Pins(finish_by=date(2026, 12, 1)))
    links = (Link(first.id, second.id), Link(second.id, first.id))
    told = said([replace(first, pins=Pins(start=date(2026, 11, 2))), late], links=links)
    kinds = [(m["kind"], m["project"], m["capability"]) for m in told["missed"]]

    assert kinds == [("start", "P01", None), ("finish by", "P02", None), ("duty", "P01", "A-1")]
    assert told["not_kept"] == [
        {"project": "P02", "after": "P01", "circle": ["P01", "P02", "P01"]}
    ]


def test_what_waits_for_nothing_planned_is_told():
    raised = {"overrides": {"A-2": 4}}
    projects = chain(**raised)[2]
    dropped = [replace(p, status=Status.DROPPED) if p.id == "P01" else p for p in projects]

    assert said(dropped, **raised)["unplanned"] == [
        {"step": "A-2:3", "waits_for": "A-1:2"},
        {"step": "A-2:4", "waits_for": "A-1:3"},
    ]
    assert said(projects, **raised)["unplanned"] == []
