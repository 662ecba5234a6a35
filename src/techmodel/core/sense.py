"""Whether what a file holds can have been written by a verb of ours: no other value is believed.

A file may be sealed and journalled as it must be, and still be made by somebody else. Whatever
reads its values later relies on what is checked here (trust.md F15).
"""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeGuard

from techmodel.core.answers import State
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.onboarding import is_stage
from techmodel.core.organisations import MAX_WEIGHT
from techmodel.core.plan_names import CLOSED_DAYS, TERMS
from techmodel.core.plan_names import TABLES as OF_THE_PLAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from techmodel.core.journal import Batch, Json, Tables

    Rule = Callable[[Json], bool]

LONGEST_NAME, LONGEST_TEXT, LONGEST_LABEL = 1_000, 40_000, 100_000
"""Characters; above what verbs allow, so that a file of a later version is not refused."""

MOST_LINES = 100
"""Of a name."""
_DEEPEST = 8
_YEARS = range(1971, 9000)
"""Years that every clock and time zone can tell."""
_PLAN_SETTINGS = {(TERMS,), (CLOSED_DAYS,)}


def find_nonsense(batches: Iterable[Batch], tables: Tables) -> str:
    """The first thing in a file that no verb writes, in few words; "" if all makes sense.

    Args:
        batches: own ones, and those that merges took over.
        tables: the rows there are.
    """
    for batch in batches:
        if not _is_batch(batch):
            return "a change without a proper time or name"
        for edit in batch.edits:
            if not _is_edit(edit):
                return f"an impossible change ({_shown(edit.table)})"
    for table, rows in tables.items():
        if not all(_is_row_of(table, key, row) for key, row in rows.items()):
            return f"an impossible value ({_shown(table)})"
    return ""


def _shown(table: str) -> str:
    """The name of a table, which a stranger may have chosen."""
    ours = table in _TABLES or table in (*OF_THE_PLAN, "flow")
    return table if ours else "a table that is not ours"


def _is_batch(batch: Batch) -> bool:
    short = (batch.id, batch.takes, batch.workshop, batch.decided_by)
    return (
        is_time(batch.at)
        and len(batch.label) <= LONGEST_LABEL
        and all(len(text) <= LONGEST_NAME for text in short)
        and 0 <= batch.revision < 1 << 53
    )


def _is_edit(edit: Edit) -> bool:
    """Whether an edit names a field there is, and both its values can stand in it."""
    if _of_the_plan(edit.table, edit.key):
        return _is_planned(edit)
    if edit.table == "flow":
        return _is_flow(edit)
    rules = _rules(edit.table, edit.key)
    if edit.field == WHOLE_ROW:
        return all(row is None or _is_row(row, rules) for row in (edit.old, edit.new))
    rule = rules.get(edit.field)
    return rule is not None and rule(edit.old) and rule(edit.new)


def _is_row_of(table: str, key: tuple[str, ...], row: Json) -> bool:
    """Whether a row can stand in a table under its key."""
    if _of_the_plan(table, key):
        return _is_planned(Edit(table, key, WHOLE_ROW, None, row))
    if table == "flow":
        return _is_flow(Edit(table, key, WHOLE_ROW, None, row))
    return _is_row(row, _rules(table, key))


def _of_the_plan(table: str, key: tuple[str, ...]) -> bool:
    return table in OF_THE_PLAN or (table == "setting" and key[:1] in _PLAN_SETTINGS)


def _is_planned(edit: Edit) -> bool:
    """What `_is_edit` says, of an edit of the plan, which most files do not have."""
    from techmodel.core import plan_sense  # noqa: PLC0415 - starts light

    if (
        len(edit.key) != (2 if edit.table == "link" else 1)
        or max(map(len, edit.key)) > LONGEST_NAME
    ):
        return False
    both = (edit.old, edit.new)
    if edit.table == "setting":
        values = (_setting_of(edit.field, side) for side in both)
        return all(v is None or plan_sense.setting_makes_sense(edit.key[0], v) for v in values)
    if edit.field == WHOLE_ROW:
        return all(row is None or plan_sense.row_makes_sense(edit.table, row) for row in both)
    return all(plan_sense.field_makes_sense(edit.table, edit.field, value) for value in both)


def _is_flow(edit: Edit) -> bool:
    """What `_is_edit` says, of an edit of a flow."""
    from techmodel.core import flow_rows  # noqa: PLC0415 - starts light

    if len(edit.key) != 3 or max(map(len, edit.key)) > LONGEST_NAME:
        return False
    both = (edit.old, edit.new)
    if edit.field == WHOLE_ROW:
        return all(row is None or flow_rows.row_makes_sense(row) for row in both)
    return all(flow_rows.field_makes_sense(edit.field, value) for value in both)


def _setting_of(field: str, side: Json) -> Json:
    """What a side of an edit of a setting sets it to; None where there is none, False if wrong."""
    if field == "value" and side is not None:
        return side
    if field == WHOLE_ROW and isinstance(side, dict) and side.keys() == {"value"}:
        return side["value"]
    return None if field == WHOLE_ROW and side is None else False


def _rules(table: str, key: tuple[str, ...]) -> Mapping[str, Rule]:
    """The rule of every field of a row; none, which no row fits, if no row can have that key."""
    width, rules = _TABLES.get(table, (0, _NONE))
    if not width or len(key) != width or max(map(len, key)) > LONGEST_NAME:
        return _NONE
    return rules or {"value": _SETTINGS.get(key[0], _is_shallow)}


def _is_row(row: Json, rules: Mapping[str, Rule]) -> bool:
    """Whether a row has exactly the fields that have rules, and each keeps its own."""
    if not isinstance(row, dict) or not rules or row.keys() != rules.keys():
        return False
    for name, rule in rules.items():  # noqa: SIM110 - every value of a file; `all` takes longer
        if not rule(row[name]):
            return False
    return True


def is_time(value: Json) -> bool:
    """Whether it is an ISO time with its zone, in a year that every clock can tell."""
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return False
    return time is not None and time.tzinfo is not None and time.year in _YEARS


def _is_day(value: Json) -> bool:
    try:
        return value == "" or (isinstance(value, str) and date.fromisoformat(value) is not None)
    except ValueError:
        return False


def _is_name(value: Json) -> bool:
    """Whether it is a name, a title, an id: verbs write them on one line, or on a few."""
    return (
        isinstance(value, str) and len(value) <= LONGEST_NAME and value.count("\n") <= MOST_LINES
    )


def _is_short_name(value: Json) -> bool:
    """Whether it fits into the head of a table; verbs take 60 characters."""
    return _is_name(value) and isinstance(value, str) and value.count("\n") <= 30


def _is_full_name(value: Json) -> bool:
    return _is_name(value) and value != ""


def _is_note(value: Json) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


def _is_flag(value: Json) -> bool:
    return isinstance(value, bool)


def _is_level(value: Json) -> bool:
    return type(value) is int and 0 <= value <= 5


def _is_place(value: Json) -> bool:
    return type(value) is int and abs(value) < 1 << 53


def _is_number(value: Json) -> TypeGuard[float]:
    """Whether it is a number; true and false are none."""
    return type(value) in {int, float}


def _is_weight(value: Json) -> bool:
    return _is_number(value) and 0 < value <= MAX_WEIGHT


def _is_share(value: Json) -> bool:
    """A threshold, which is never one that lets nobody or everybody count."""
    return _is_number(value) and math.isfinite(value) and 0.5 <= value <= 1


def _is_names(value: Json) -> bool:
    return isinstance(value, list) and all(_is_name(name) for name in value)


def _is_value(value: Json) -> bool:
    """An answer's value: a level with LEVEL alone, a provider with PROVIDED_BY alone."""
    if not _is_row(value, _VALUE) or not isinstance(value, dict):
        return False
    has_level, has_provider = value["level"] is not None, value["provider"] is not None
    state = value["state"]
    return has_level == (state == State.LEVEL) and has_provider == (state == State.PROVIDED_BY)


def _is_override(value: Json) -> bool:
    return _is_row(value, {"level": _is_level, "reason": _is_note, "owner": _is_name})


def _is_shallow(value: Json, deepest: int = _DEEPEST) -> bool:
    """Whether a value of which nothing is known is at least not deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return deepest > 0 and all(_is_shallow(part, deepest - 1) for part in value)
    return True


_NONE: Mapping[str, Rule] = {}
_STATES = frozenset(State)

_VALUE: Mapping[str, Rule] = {
    "state": lambda value: isinstance(value, str) and value in _STATES,
    "level": lambda value: value is None or _is_level(value),
    "provider": lambda value: value is None or _is_name(value),
    "reason": _is_note,
}

_SETTINGS: Mapping[str, Rule] = {
    "title": _is_name,
    "lead": _is_name,
    "threshold": _is_share,
    "care_models": _is_names,
    "domains_out": _is_names,
    "checklist": _is_name,
}
"""The settings that are read; others may come with later versions."""

_TABLES: Mapping[str, tuple[int, Mapping[str, Rule]]] = {
    "checklist": (1, {"content": lambda value: isinstance(value, str)}),
    "setting": (1, {}),
    "organisation": (
        1,
        {
            "name": _is_full_name,
            "short_name": _is_short_name,
            "kind": _is_name,
            "weight": _is_weight,
            "in_scope": _is_flag,
            "position": _is_place,
        },
    ),
    "answer": (
        2,
        {"value": _is_value, "note": _is_note, "dissent": _is_note, "parked": _is_flag},
    ),
    "evidence": (
        1,
        {
            "capability": _is_name,
            "organisation": _is_name,
            "grade": _is_name,
            "title": _is_name,
            "date": _is_day,
            "place": _is_note,
        },
    ),
    "override": (1, {"value": _is_override}),
    "round": (1, {"name": _is_full_name, "at": is_time}),
    "onboarding": (2, {"state": is_stage, "owner": _is_name, "date": _is_day, "note": _is_note}),
    "condition": (1, {"level": _is_level, "note": _is_note}),
}
"""The width of the key, and the rule of every field, of each table."""
