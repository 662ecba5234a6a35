"""A conflict of a merge about a condition for change, as two cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.conditions import TITLE
from techmodel.wording.conditions import FIELDS, factor_name, level_words
from techmodel.wording.merge_sides import Card, paired
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from techmodel.core.merge_parts import Conflict
    from techmodel.wording.merge_sides import Row, Side, Two


def condition_name(conflict: Conflict, key: str, two: Two) -> tuple[str, str]:
    """What a conflict is about: ("Time and money", "Conditions for change, level")."""
    fields = [FIELDS[f].lower() for f in conflict.fields if f in FIELDS]
    gone = "deleted here" if conflict.ours is None else "deleted in the other file"
    return factor_name(two.ours.checklist, key), f"{TITLE}, {join_words(fields) or gone}"


def condition_card(side: Side, two: Two) -> Card:
    """What one file says: its level as the factor words it, and the note."""
    fields = [f for f in side.conflict.fields if f in FIELDS]
    title = _words(side, side.row, "level")
    held = [("Why", _words(side, side.row, "note"), _words(side, side.other, "note"))]
    if not fields:
        verb = "Keep it" if side.verb == "Keep" else "Bring it back"
        return Card(title, "", verb, paired(held))
    if fields == ["note"]:
        return Card(title, "", f"{side.verb} this note", paired(held))
    return Card(title, "", f"{side.verb} this level", paired(held))


def _words(side: Side, row: Row | None, field: str) -> str:
    if row is None:
        return ""
    if field == "level":
        return level_words(side.file.checklist, side.conflict.row[1][0], row["level"])
    return str(row[field])
