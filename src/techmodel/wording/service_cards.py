"""A conflict of a merge about how far an organisation is with a service, as two cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.merge_sides import Card, paired
from techmodel.wording.numbers import join_words
from techmodel.wording.service_edits import FIELDS, field_words, service_words

if TYPE_CHECKING:
    from techmodel.core.merge_parts import Conflict
    from techmodel.wording.merge_sides import Row, Side, Two


def onboarding_name(conflict: Conflict, key: str, two: Two) -> tuple[str, str]:
    """What a conflict is about: ("PDS Personal Demographics ...", "Hill Practice, owner")."""
    fields = [FIELDS[f].lower() for f in conflict.fields if f in FIELDS]
    gone = "deleted here" if conflict.ours is None else "deleted in the other file"
    who = two.organisation(conflict.row[1][1])
    return service_words(two.ours.checklist, key), f"{who}, {join_words(fields) or gone}"


def onboarding_card(side: Side, two: Two) -> Card:
    """What one file says: the fields that differ, in words."""
    fields = [f for f in side.conflict.fields if f in FIELDS]
    if not fields:
        verb = "Keep it" if side.verb == "Keep" else "Bring it back"
        return Card(_words(side.row, "state"), two.organisation(side.conflict.row[1][1]), verb)
    held = [(FIELDS[f], _words(side.row, f), _words(side.other, f)) for f in fields]
    said = "; ".join(f"{name}: {here}" for name, here, _ in held)
    about = two.organisation(side.conflict.row[1][1])
    return Card(said, about, f"{side.verb} this", paired(held))


def _words(row: Row | None, field: str) -> str:
    return field_words(field, row[field]) if row else ""
