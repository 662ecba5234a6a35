"""A conflict of a merge about something of the plan, or of no known kind, as two cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW
from techmodel.wording.merge_sides import Card, paired
from techmodel.wording.plan_edits import NAMES, WHAT, field_name, field_words, thing_words

if TYPE_CHECKING:
    from techmodel.core.merge_parts import Conflict
    from techmodel.wording.merge_sides import Row, Side, Two


def plan_name(conflict: Conflict, key: str, two: Two) -> tuple[str, str]:
    """What a conflict is about: ("P31 Shared care record", "Project, owner")."""
    table = conflict.row[0]
    if table not in WHAT:
        return key, table
    fields = [field_name(f).lower() for f in conflict.fields if f != WHOLE_ROW]
    gone = "deleted here" if conflict.ours is None else "deleted in the other file"
    about = _thing(conflict.ours or conflict.theirs or {}, table, conflict.row[1])
    return about, ", ".join([WHAT[table], *(fields or [gone])])


def plan_card(side: Side, two: Two) -> Card:
    """What one file says: the fields that differ, in words."""
    table, key = side.conflict.row
    about = _thing(side.row or {}, table, key)
    fields = [f for f in side.conflict.fields if f != WHOLE_ROW]
    if not fields:
        return Card(about, "", "Keep it" if side.verb == "Keep" else "Bring it back")
    names = [field_name(f) if table in WHAT else f for f in fields]
    held = [
        (name, _words(side.row, f), _words(side.other, f))
        for name, f in zip(names, fields, strict=True)
    ]
    said = "; ".join(f"{name}: {here}" for name, here, _ in held)
    return Card(said, about, f"{side.verb} this", paired(held))


def _thing(row: Row, table: str, key: tuple[str, ...]) -> str:
    name = str(row.get(NAMES.get(table, ""), ""))
    return thing_words(table, " after ".join(key), name)


def _words(row: Row | None, field: str) -> str:
    return field_words(field, row[field], {}) if row else ""
