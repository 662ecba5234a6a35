"""Files of one assessment as plain values, and what people do to them, for the laws of merging."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from techmodel.core.difference import difference
from techmodel.core.journal import (
    WHOLE_ROW,
    Batch,
    BatchKind,
    Edit,
    apply_edits,
    inverse,
    next_redo,
    next_undo,
)
from techmodel.core.merge import changes_nothing, compare, merged_edits
from techmodel.core.merge_parts import Choice, Same, Side

AT = "2026-11-24T14:03:22Z"
CAPABILITIES = ("REC-01", "REC-02")
_serial = count(1)


def level(number, provider=None):
    """An answer's value: a level, or whose level it is."""
    state = "level" if provider is None else "provided_by"
    return {"state": state, "level": number, "provider": provider, "reason": ""}


BLANK = {
    "value": {"state": "not_answered", "level": None, "provider": None, "reason": ""},
    "note": "",
    "dissent": "",
    "parked": False,
}


def partner(name, position=1, **changes):
    """The row of an organisation."""
    row = {"name": name, "short_name": name, "kind": "gp", "weight": 1.0, "in_scope": True}
    return row | {"position": position} | changes


@dataclass
class Room:
    """One file: its journal, its tables, and what its merges took over."""

    batches: list = field(default_factory=list)
    tables: dict = field(default_factory=dict)
    taken: dict = field(default_factory=dict)

    @property
    def side(self):
        return Side(tuple(self.batches), self.tables, dict(self.taken))

    def copy(self):
        """The same file under another name: by copying it, "Save a copy" or e-mail."""
        return Room(list(self.batches), self.tables, dict(self.taken))

    def write(self, edits, kind=BatchKind.EDIT, takes="", taken=()):
        edits = tuple(edits)
        if not (edits or takes or taken):
            return
        batch = Batch(f"b{next(_serial)}", kind, AT, "", edits, len(self.batches) + 1, takes=takes)
        self.tables = apply_edits(self.tables, edits)
        self.batches.append(batch)
        if taken:
            self.taken[batch.id] = tuple(taken)

    def become(self, table, key, row):
        """Make one row what is given; None deletes it."""
        rows = dict(self.tables.get(table, {}))
        rows.pop(key, None)
        if row is not None:
            rows[key] = row
        self.write(difference(self.tables, self.tables | {table: rows}))

    def answer(self, key, **values):
        if (key[1],) in self.tables["organisation"]:
            self.become("answer", key, BLANK | self.row("answer", key) | values)

    def row(self, table, key):
        return self.tables.get(table, {}).get(key, {})

    def undo(self):
        taken = next_undo(self.batches)
        if taken and taken.revision > 1:
            self.write(inverse(taken), BatchKind.UNDO, taken.id)

    def redo(self):
        taken = next_redo(self.batches)
        if taken:
            self.write(inverse(taken), BatchKind.REDO, taken.id)

    def merge(self, other, settle=lambda conflict: Choice.OURS, same=lambda name: Same.TWO):
        """Merge another room, settling as told; what was asked, the names settled first."""
        named = {n.theirs: same(n) for n in compare(self.side, other.side).same_names}
        found = compare(self.side, other.side, named)
        assert found.same_names == ()
        if not changes_nothing(found):
            choices = {c.row: settle(c) for c in found.conflicts}
            edits = merged_edits(self.side, other.side, choices, named)
            self.write(edits, BatchKind.MERGE, taken=found.taken)
        return found


def first_room():
    """A new assessment of two organisations."""
    room = Room()
    room.write(
        [
            Edit("checklist", ("c1",), WHOLE_ROW, None, {"content": "c1"}),
            Edit("setting", ("checklist",), WHOLE_ROW, None, {"value": "c1"}),
            Edit("setting", ("title",), WHOLE_ROW, None, {"value": "Place"}),
            Edit("organisation", ("org-m1",), WHOLE_ROW, None, partner("Trust", 1)),
            Edit("organisation", ("org-m2",), WHOLE_ROW, None, partner("Practice", 2)),
        ]
    )
    return room


def carried(tables):
    """The tables without what a merge does not carry over."""
    return {table: rows for table, rows in tables.items() if table != "round"}
