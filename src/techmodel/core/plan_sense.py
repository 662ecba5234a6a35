"""Whether what a file holds of a plan can have been written by a verb of ours (trust.md F15)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from techmodel.core import plan_rows as rows
from techmodel.core.plan_names import TABLES, TERMS
from techmodel.core.plan_steps import parse_step
from techmodel.core.working_days import LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from techmodel.core.checklist import Weeks
    from techmodel.core.journal import Json
    from techmodel.core.plan_parts import Benefit, Cost, Link, Money, Project, RaidItem, Terms

_LONGEST, _MOST, _DEEPEST, _LARGEST = 40_000, 10_000, 4, 1 << 53
"""Characters of a text, entries of a list, lists in lists, and the size of numbers."""
_EARLIEST = 1900
_NONSENSE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def row_makes_sense(table: str, row: Json) -> bool:
    """Whether a row of one of the plan's tables, without its key, is one that a verb writes."""
    found = _TABLES.get(table)
    if found is None or not isinstance(row, dict) or row.keys() != found.example.keys():
        return False
    return all(map(_is_small, row.values())) and _is_read_back(found, row)


def field_makes_sense(table: str, field: str, value: Json) -> bool:
    """Whether a field of one of the plan's tables may hold a value."""
    found = _TABLES.get(table)
    return found is not None and row_makes_sense(table, {**found.example, field: value})


def setting_makes_sense(name: str, value: Json) -> bool:
    """Whether a setting of the plan, `TERMS` or `CLOSED_DAYS`, may hold a value."""
    if not _is_small(value):
        return False
    try:
        book = rows.book_of(dict.fromkeys(TABLES, ()), {name: value})
        if name == TERMS:
            return _same(rows.terms_json(book.terms), value) and _terms(book.terms)
        days: list[Json] = [*sorted(day.isoformat() for day in book.closed_days)]
        return _same(days, value) and all(map(_day, book.closed_days))
    except _NONSENSE:
        return False


class _Table(NamedTuple):
    """How the rows of a table are read, written and judged; an example of one that is right."""

    example: dict[str, Json]
    read: Callable[[dict[str, Any]], Any]
    write: Callable[[Any], dict[str, Json]]
    holds: Callable[[Any], bool]


def _is_read_back(table: _Table, row: dict[str, Json]) -> bool:
    """Whether a row is understood, and would be written as it is."""
    try:
        value = table.read({"id": "id", "project": "one", "after": "other", **row})
        return _same(table.write(value), row) and table.holds(value)
    except _NONSENSE:
        return False


def _same(one: Json, other: Json) -> bool:
    """Whether two values are the same as JSON, where 1 and true are not."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _is_small(value: Json, deepest: int = _DEEPEST) -> bool:
    if isinstance(value, dict):
        return all(map(_is_small, value)) and _is_small([*value.values()], deepest)
    if isinstance(value, list):
        return (
            deepest > 0
            and len(value) <= _MOST
            and all(_is_small(part, deepest - 1) for part in value)
        )
    if isinstance(value, str):
        return len(value) <= _LONGEST
    return not isinstance(value, int) or abs(value) < _LARGEST


def _project(project: Project) -> bool:
    return (
        project.name != ""
        and _whole(project.percent, 0, 100)
        and _whole(project.position, -_LARGEST, _LARGEST)
        and all(parse_step(step).id == step for step in project.steps)
        and _texts(project.name, project.owner, project.reason, project.note)
        and _day(project.pins.start)
        and _day(project.pins.finish_by)
        and (project.weeks is None or _rising(project.weeks, 0, _MOST))
    )


def _link(link: Link) -> bool:
    return _whole(link.lag, 0, _MOST)


def _cost(cost: Cost) -> bool:
    return (
        _texts(cost.label, cost.funding, cost.note)
        and _rising(cost.amount, -_LARGEST, _LARGEST)
        and _whole(cost.first_year, _EARLIEST, LAST_YEAR)
        and _whole(cost.years, 1, LAST_YEAR)
    )


def _benefit(benefit: Benefit) -> bool:
    texts = (benefit.measure, benefit.baseline, benefit.target, benefit.owner, benefit.note)
    return _texts(benefit.name, *texts, *benefit.leads_to, *benefit.projects) and _day(
        benefit.review
    )


def _raid(item: RaidItem) -> bool:
    return (
        _texts(item.text, item.cause, item.consequence, item.response, item.owner)
        and all(n is None or _whole(n, 1, 5) for n in (item.likelihood, item.impact))
        and isinstance(item.is_open, bool)
        and _day(item.due)
    )


def _terms(terms: Terms) -> bool:
    limits = [*terms.roles.values()] + ([terms.capacity] if terms.capacity is not None else [])
    return _day(terms.start) and _texts(*terms.off) and all(_whole(n, 1, _MOST) for n in limits)


def _day(day: date | None) -> bool:
    return day is None or _EARLIEST <= day.year <= LAST_YEAR


def _texts(*values: object) -> bool:
    return all(isinstance(value, str) for value in values)


def _whole(number: object, least: int, most: int) -> bool:
    return type(number) is int and least <= number <= most


def _rising(values: Weeks | Money, least: int, most: int) -> bool:
    numbers = (values.low, values.likely, values.high)
    return all(_whole(n, least, most) for n in numbers) and [*numbers] == sorted(numbers)


_PROGRESS: dict[str, Json] = {"status": "not started", "percent": 0, "reason": ""}
_NO_TERMS: dict[str, Json] = {"start": None, "capacity": None, "roles": {}, "off": []}

_TABLES: Mapping[str, _Table] = {
    "project": _Table(
        {
            "name": "A project",
            "kind": "gap",
            "steps": [],
            "organisation": "",
            "owner": "",
            "progress": _PROGRESS,
            "note": "",
            "pins": None,
            "weeks": None,
            "position": 1,
        },
        rows.project_of,
        rows.project_fields,
        _project,
    ),
    "link": _Table({"lag": 0}, rows.link_of, lambda link: {"lag": link.lag}, _link),
    "cost": _Table(
        {
            "project": "",
            "label": "",
            "kind": "one-off",
            "amount": [0, 0, 0],
            "first_year": 2026,
            "years": 1,
            "funding": "",
            "note": "",
        },
        rows.cost_of,
        rows.cost_fields,
        _cost,
    ),
    "benefit": _Table(
        {
            "name": "",
            "stage": "input",
            "leads_to": [],
            "projects": [],
            "measure": "",
            "baseline": "",
            "target": "",
            "owner": "",
            "review": "",
            "note": "",
        },
        rows.benefit_of,
        rows.benefit_fields,
        _benefit,
    ),
    "raid": _Table(
        {
            "kind": "risk",
            "text": "",
            "cause": "",
            "consequence": "",
            "likelihood": 0,
            "impact": 0,
            "response": "",
            "owner": "",
            "due": "",
            "is_open": True,
            "project": "",
        },
        rows.raid_of,
        rows.raid_fields,
        _raid,
    ),
    "scenario": _Table(
        {"name": "A scenario", "terms": _NO_TERMS},
        rows.scenario_of,
        lambda scenario: {"name": scenario.name, "terms": rows.terms_json(scenario.terms)},
        lambda scenario: scenario.name != "" and _texts(scenario.name) and _terms(scenario.terms),
    ),
}
