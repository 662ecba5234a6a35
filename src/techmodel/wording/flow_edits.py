"""One edit of a flow in words, and a conflict about one, for history and merges."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from techmodel.core.flow_rows import value_of
from techmodel.core.journal import WHOLE_ROW
from techmodel.wording.flows import long_value_words, value_words, way_words
from techmodel.wording.plan_edits import NOTHING, Parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from techmodel.core.checklist import Checklist
    from techmodel.core.journal import Batch, Edit, Json

    Row = Mapping[str, Json]

FIELDS = {"value": "Level", "note": "Note", "own": "What it is"}
"""The fields of a flow, as they are called."""


def own_flows(batches: Iterable[Batch]) -> dict[str, str]:
    """What people called the flows they added, by id, also of those removed; oldest first."""
    found: dict[str, str] = {}
    for edit in (e for b in batches for e in b.edits if e.table == "flow"):
        for side in (edit.old, edit.new):
            own = side
            if edit.field == WHOLE_ROW:
                own = cast("Row", side)["own"] if side else None
            if isinstance(own, dict) and edit.field in {"own", WHOLE_ROW}:
                found[edit.key[2]] = str(own["information"])
    return found


def information(checklist: Checklist, id_: str, things: Mapping[str, str]) -> str:
    """What a flow brings, by its id; `things` hold the names of own ones."""
    known = {str(flow.id): flow.information for flow in checklist.flows}
    return known.get(id_) or things.get(id_, id_)


def capability_of(checklist: Checklist, id_: str, row: Row | None = None) -> str:
    """The capability that a flow belongs to; "" where nobody knows it."""
    known = {str(flow.id): str(flow.capability) for flow in checklist.flows}
    own = row["own"] if row else None
    return known.get(id_) or (str(own["capability"]) if isinstance(own, dict) else "")


def about_flow(
    checklist: Checklist, key: Sequence[str], names: Mapping[str, str], things: Mapping[str, str]
) -> str:
    """A flow as a person knows it: "Test results, Riverside Trust to Hill Practice"."""
    return f"{information(checklist, key[2], things)}, {way_words(key, names)}"


def flow_parts(about: str, edit: Edit) -> Iterator[Parts]:
    """What an edit changed in a flow called `about`, one line a field."""
    if edit.field != WHOLE_ROW:
        yield _part(about, edit.field, edit.old, edit.new)
        return
    old, new = (cast("Row | None", side) for side in (edit.old, edit.new))
    row = new or old or {}
    if row["own"] is not None:
        yield Parts(about, f"Flow {'added' if new else 'removed'}")
    for name in ("value", "note"):
        was, now = (side[name] if side else _EMPTY[name] for side in (old, new))
        if was != now and (new or row["own"] is None):
            yield _part(about, name, was, now)


def field_words(field: str, value: Json) -> str:
    """A field's value in full."""
    if field == "value":
        return long_value_words(value_of(value))
    if field == "own" and isinstance(value, dict):
        target = value["target"]
        aim = "no target" if target is None else f"target {target}"
        return f"{value['information']}, {value['capability']}, {aim}"
    return str(value) if value else NOTHING


def _part(about: str, field: str, old: Json, new: Json) -> Parts:
    was, now = field_words(field, old), field_words(field, new)
    if field == "value":
        before, after = value_of(old), value_of(new)
        sentence = f"{value_words(before)} → {value_words(after)}"
        return Parts(about, sentence, was, now, after.reason)
    if field == "own":
        return Parts(about, f"{was} → {now}", was, now)
    verb = "changed" if old and new else "added" if new else "removed"
    return Parts(about, f"Note {verb}", was, now, str(new))


_EMPTY: Row = {"value": {"state": "unknown", "level": None, "reason": ""}, "note": ""}
