"""One edit of a flow in words, for history and merges."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

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


class FlowFacts(NamedTuple):
    """What a flow brings, and the capability it belongs to; both ids or names, never empty."""

    information: str
    capability: str


def flow_facts(checklist: Checklist, batches: Iterable[Batch]) -> dict[str, FlowFacts]:
    """What is known of flows by their ids: of the checklist, and added ones, also old ones.

    Args:
        checklist: that of the assessment.
        batches: in the order in which they were made.
    """
    found: dict[str, FlowFacts] = {}
    for edit in (e for b in batches for e in b.edits if e.table == "flow"):
        for own in _own_sides(edit):
            if isinstance(own, dict):
                facts = FlowFacts(str(own["information"]), str(own["capability"]))
                found[edit.key[2]] = facts
    return found | {f.id: FlowFacts(f.information, f.capability) for f in checklist.flows}


def about_flow(
    key: Sequence[str], facts: Mapping[str, FlowFacts], names: Mapping[str, str]
) -> str:
    """A flow as a person knows it: "Test results, Riverside Trust to Hill Practice"."""
    known = facts.get(key[2])
    return f"{known.information if known else key[2]}, {way_words(key, names)}"


def flow_parts(about: str, edit: Edit) -> Iterator[Parts]:
    """What an edit changed in a flow called `about`, one line a field."""
    if edit.field != WHOLE_ROW:
        yield _part(about, edit.field, edit.old, edit.new)
        return
    old, new = (cast("Row | None", side) for side in (edit.old, edit.new))
    if (new or old or {})["own"] is not None:
        yield Parts(about, f"Flow {'added' if new else 'removed'}")
    was, now = old or _EMPTY, new or _EMPTY
    yield from (_part(about, f, was[f], now[f]) for f in _EMPTY if was[f] != now[f])


def field_words(field: str, value: Json) -> str:
    """A field's value in full."""
    if field == "value":
        return long_value_words(value_of(value))
    if field == "own" and isinstance(value, dict):
        target = value["target"]
        aim = "no target" if target is None else f"target {target}"
        return f"{value['information']}, {value['capability']}, {aim}"
    return str(value) if value else NOTHING


def _own_sides(edit: Edit) -> Iterator[Json]:
    """What both sides of an edit say that a flow is."""
    for side in (edit.old, edit.new):
        if edit.field == WHOLE_ROW and side:
            yield cast("Row", side)["own"]
        elif edit.field == "own":
            yield side


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
