"""One edit of the plan in words, for history, merges and comparing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from techmodel.core.journal import WHOLE_ROW
from techmodel.core.plan_parts import Money
from techmodel.wording.costs import amount_words
from techmodel.wording.numbers import join_words, plural, short_date
from techmodel.wording.plan_steps import steps_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from techmodel.core.journal import Batch, Edit, Json

    Row = Mapping[str, Json]

NOTHING = "nothing"
"""Stands for an empty text."""
PLAN_SETTINGS = {"plan_terms": "Terms of the plan", "closed_days": "Closed days"}
"""The settings of the plan, in words."""


_UNDER_WAY = "under way"


class Parts(NamedTuple):
    """What a line of the history says: about what, what happened, both sides, and why."""

    about: str
    sentence: str
    old: str = ""
    new: str = ""
    why: str = ""


def plan_things(batches: Iterable[Batch]) -> dict[str, str]:
    """The names of projects, costs, benefits, risks and scenarios by their ids, also of old ones.

    Args:
        batches: in the order in which they were made.
    """
    found: dict[str, str] = {}
    for edit in (e for b in batches for e in b.edits if e.table in NAMES):
        name = NAMES[edit.table]
        row = edit.new if isinstance(edit.new, dict) else edit.old
        if edit.field == WHOLE_ROW:
            found[edit.key[0]] = str(cast("Row", row)[name])
        elif edit.field == name:
            found[edit.key[0]] = str(edit.new)
    return found


def plan_parts(edit: Edit, things: Mapping[str, str]) -> Parts:
    """What an edit changed in one of the plan's tables, or in one that nobody knows.

    Args:
        edit: of any table.
        things: as `plan_things` gives them.
    """
    if edit.table == "link":
        return _link(edit, things)
    known = edit.table in WHAT
    old, new = (field_words(edit.field, side, things) for side in (edit.old, edit.new))
    if not known:
        about = f"{edit.table} {' '.join(edit.key)}"
        return Parts(about, f"{edit.field}: {old} → {new}", old, new)
    about = thing_words(edit.table, edit.key[0], things.get(edit.key[0], ""))
    if edit.field == WHOLE_ROW:
        return Parts(about, f"{WHAT[edit.table]} {'added' if edit.new else 'removed'}")
    if edit.field == "progress":
        return _progress(about, edit.old, edit.new)
    name = field_name(edit.field)
    if edit.field in _LONG:
        return Parts(about, f"{name} {_verb(edit)}", old, new, str(edit.new))
    return Parts(about, f"{name} {old} → {new}", old, new)


def thing_words(table: str, id_: str, name: str) -> str:
    """A project with its id, anything else by its name: "P31 Shared care record"."""
    return f"{id_} {name}".strip() if table == "project" or not name else name


def terms_words(terms: Json) -> str:
    """The terms of a plan in few words: "start 4 Jan 2027, 5 at a time, 2 not counted"."""
    if not isinstance(terms, dict):
        return NOTHING
    said = []
    if terms.get("start"):
        said.append(f"start {_date(terms['start'])}")
    said.append(f"{terms['capacity']} at a time" if terms.get("capacity") else "no limit")
    roles, off = terms.get("roles"), terms.get("off")
    if isinstance(roles, dict):
        said += [f"{count} of {role}" for role, count in roles.items()]
    if isinstance(off, list) and off:
        said.append(f"{plural(len(off), 'project')} not counted")
    return ", ".join(said)


def days_words(days: Json) -> str:
    """Closed days in words: "24 Dec 2026 and 2 Jan 2027"."""
    return join_words([_date(day) for day in days]) if isinstance(days, list) and days else "none"


def _link(edit: Edit, things: Mapping[str, str]) -> Parts:
    one, other = (thing_words("project", id_, things.get(id_, "")) for id_ in edit.key)
    if edit.field == WHOLE_ROW:
        lag = cast("Row", edit.new or edit.old)["lag"]
        wait = f", then {plural(cast('int', lag), 'working day')}" if lag and edit.new else ""
        verb = "Waits for" if edit.new else "No longer waits for"
        return Parts(one, f"{verb} {other}{wait}")
    return Parts(one, f"Waits {edit.new} working days after {other}, not {edit.old}")


def _progress_words(progress: Json) -> str:
    row = cast("Row", progress)
    share = f", {row['percent']}%" if row["status"] == _UNDER_WAY else ""
    return f"{row['status']}{share}"


def _progress(about: str, old: Json, new: Json) -> Parts:
    was, now = _progress_words(old), _progress_words(new)
    why = str(cast("Row", new)["reason"])
    return Parts(about, f"{was[0].upper()}{was[1:]} → {now}", was, now, why)


def _verb(edit: Edit) -> str:
    return "changed" if edit.old and edit.new else "added" if edit.new else "removed"


def field_name(field: str) -> str:
    """What people call a field: "Owner", "Review date"."""
    return _FIELDS.get(field, field.replace("_", " ").capitalize())


def field_words(field: str, value: Json, things: Mapping[str, str]) -> str:
    """A field's value in words; `things` are the names that ids stand for."""
    if field in _VALUES:
        return _VALUES[field](value)
    if field in {"project", "projects", "leads_to"}:
        ids = value if isinstance(value, list) else [value] if value else []
        return join_words([things.get(str(id_), str(id_)) for id_ in ids]) or NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    return NOTHING if value in ("", None) else str(value)


def _steps(steps: Json) -> str:
    return steps_words(cast("list[str]", steps)) or NOTHING


def _weeks(weeks: Json) -> str:
    if not isinstance(weeks, list):
        return "as its steps take"
    low, likely, high = weeks
    return f"{likely}" if low == high else f"{likely} ({low} to {high})"


def _pins(pins: Json) -> str:
    if not isinstance(pins, dict):
        return "not fixed"
    said = [
        f"{what} {_date(pins[name])}"
        for name, what in (("start", "start"), ("finish_by", "finish by"))
        if pins[name]
    ]
    return join_words(said)


def _date(day: Json) -> str:
    return short_date(date.fromisoformat(str(day))) if day else NOTHING


def _money(amount: Json) -> str:
    return amount_words(Money(*cast("list[int]", amount)))


NAMES = {
    "project": "name",
    "cost": "label",
    "benefit": "name",
    "raid": "text",
    "scenario": "name",
}
"""The field that says what a thing of each table is called."""
WHAT = {
    "link": "Dependency",
    "project": "Project",
    "cost": "Cost",
    "benefit": "Benefit",
    "raid": "RAID entry",
    "scenario": "Scenario",
}
"""What a thing of each table is."""
_FIELDS = {
    "pins": "Dates",
    "position": "Place in the list",
    "leads_to": "Leads to",
    "first_year": "First year",
    "is_open": "Open",
    "review": "Review date",
}
_LONG = frozenset({"note", "text", "cause", "consequence", "response", "measure"})
"""Fields that are too long for a line."""
_VALUES: Mapping[str, Callable[[Json], str]] = {
    "steps": _steps,
    "progress": _progress_words,
    "weeks": _weeks,
    "pins": _pins,
    "terms": terms_words,
    "amount": _money,
    "review": _date,
    "due": _date,
}
