"""A conflict of a merge about a flow, as two cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.flow_edits import FIELDS, field_words
from techmodel.wording.merge_sides import Card, paired
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from techmodel.core.merge_parts import Conflict
    from techmodel.wording.merge_sides import Row, Side, Two


def flow_name(conflict: Conflict, key: str, two: Two) -> tuple[str, str]:
    """What a conflict is about: ("Test results", "Riverside Trust to Hill Practice, level")."""
    fields = [FIELDS[f].lower() for f in conflict.fields if f in FIELDS]
    gone = "deleted here" if conflict.ours is None else "deleted in the other file"
    row = conflict.ours or conflict.theirs or {}
    return _information(conflict, row, two), f"{_way(conflict, two)}, {join_words(fields) or gone}"


def flow_card(side: Side, two: Two) -> Card:
    """What one file says: the fields that differ, in words."""
    fields = [f for f in side.conflict.fields if f in FIELDS]
    way = _way(side.conflict, two)
    if not fields:
        verb = "Keep it" if side.verb == "Keep" else "Bring it back"
        return Card(_words(side.row, "value"), way, verb)
    held = [(FIELDS[f], _words(side.row, f), _words(side.other, f)) for f in fields]
    said = "; ".join(f"{name}: {here}" for name, here, _ in held)
    return Card(said, way, f"{side.verb} this", paired(held))


def _way(conflict: Conflict, two: Two) -> str:
    sender, receiver, _ = conflict.row[1]
    return f"{two.organisation(sender)} to {two.organisation(receiver)}"


def _information(conflict: Conflict, row: Row, two: Two) -> str:
    """What the flow brings; an added one says so itself."""
    id_, own = conflict.row[1][2], row.get("own")
    if isinstance(own, dict):
        return str(own["information"])
    return next((f.information for f in two.ours.checklist.flows if f.id == id_), id_)


def _words(row: Row | None, field: str) -> str:
    return field_words(field, row[field]) if row else ""
