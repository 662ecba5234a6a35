"""Merging the file of another room into ours: what differs, and the edits it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from techmodel.core.aliases import ALIASES
from techmodel.core.difference import difference
from techmodel.core.journal import WHOLE_ROW, BatchKind, Edit
from techmodel.core.merge_conflicts import find_conflicts
from techmodel.core.merge_fields import ENDS, ends_of
from techmodel.core.merge_meeting import meet, organisations_of
from techmodel.core.merge_parts import Choice, Merge
from techmodel.core.merge_rows import Came, settled
from techmodel.core.merge_story import taken_over
from techmodel.core.same_names import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.journal import Json, Tables
    from techmodel.core.merge_meeting import Meeting
    from techmodel.core.merge_parts import RowKey, Same, Side

    Rows = dict[tuple[str, ...], dict[str, Json]]
    Choices = Mapping[RowKey, Choice | Mapping[str, Json]]


def compare(ours: Side, theirs: Side, same: Mapping[str, Same] | None = None) -> Merge:
    """What merging theirs into ours comes to (design.md 5).

    Args:
        ours: the file that is merged into.
        theirs: a file of the same assessment; nothing is ever written to it.
        same: whether organisations added on both sides under one name are one or two, by the id
            in theirs; those left out are listed in `same_names`.
    """
    meeting = meet(ours, theirs, same or {})
    conflicts = find_conflicts(meeting)
    asked = {c.row for c in conflicts}
    pending = {id_ for name in meeting.open_names for id_ in (name.ours, name.theirs)}
    waiting = {w.row for w in meeting.weighed if organisations_of(w) & pending}
    quiet = [w for w in meeting.weighed if not w.clash and w.row not in waiting]
    merged = _merged(meeting, dict.fromkeys(asked, Choice.OURS))
    edits = difference(meeting.ours.tables, merged)
    return Merge(
        conflicts=conflicts,
        same_names=meeting.open_names,
        only_theirs=tuple(e for e in edits if (e.table, e.key) not in waiting),
        only_ours=tuple(w.row for w in quiet if Came.OURS in w.came),
        both_alike=tuple(w.row for w in quiet if w.came <= _ALIKE and Came.BOTH in w.came),
        taken=taken_over(ours, theirs),
        rounds_left=tuple(_rounds_left(ours, theirs)),
    )


_ALIKE = frozenset({Came.BOTH, Came.NOBODY})


def merged_edits(
    ours: Side, theirs: Side, choices: Choices, same: Mapping[str, Same] | None = None
) -> tuple[Edit, ...]:
    """The edits that bring our tables to the merged state, and those that record decisions.

    Where a conflict was settled as we had it, an edit with the same value before and after says
    that somebody decided so: whoever knows it will not be asked again.

    Args:
        ours: as in `compare`.
        theirs: as in `compare`.
        same: as in `compare`.
        choices: how each conflict is settled, by its row; other values by name of the field
            ({"value": ...} another level, {"parked": True} ours, parked) are taken as given.

    Raises:
        KeyError: a conflict or a same name is not settled.
    """
    meeting = meet(ours, theirs, same or {})
    if meeting.open_names:
        raise KeyError(meeting.open_names[0].name)
    merged = _merged(meeting, choices)
    return (*difference(ours.tables, merged), *_kept(meeting, ours.tables, merged))


def _kept(meeting: Meeting, ours: Tables, merged: Tables) -> Iterator[Edit]:
    """The edits that record what was asked and stays as it is."""
    for weighed in meeting.weighed:
        table, key = weighed.row
        before, after = (t.get(table, {}).get(key) for t in (ours, merged))
        if not weighed.clash or before is None or after is None:
            continue
        for name in after if weighed.clash == (WHOLE_ROW,) else weighed.clash:
            if before[name] == after[name]:
                yield Edit(table, key, name, before[name], after[name])


def changes_nothing(merge: Merge) -> bool:
    """Whether a merge would bring nothing: no edit, no decision, no batch but other merges."""
    asks = merge.conflicts or merge.same_names or merge.only_theirs
    return not asks and all(batch.kind is BatchKind.MERGE for batch in merge.taken)


def _merged(meeting: Meeting, choices: Choices) -> Tables:
    """The tables of both, as settled."""
    tables = {table: dict(rows) for table, rows in meeting.ours.tables.items()}
    for weighed in meeting.weighed:
        table, key = weighed.row
        row = settled(weighed, choices[weighed.row]) if weighed.clash else weighed.merged
        rows = tables.setdefault(table, {})
        if row is None:
            rows.pop(key, None)
        else:
            rows[key] = dict(row)
    _tidy(meeting, tables)
    return {table: rows for table, rows in tables.items() if rows}


def _tidy(meeting: Meeting, tables: Tables) -> None:
    """Put right what no row can say by itself."""
    ours, theirs = meeting.ours.tables, meeting.theirs.tables
    organisations = tables.setdefault("organisation", {})
    organisations |= numbered(
        organisations, ours.get("organisation", {}), theirs.get("organisation", {})
    )
    there = {id_ for (id_,) in organisations}
    for table in ENDS.keys() - {"organisation"}:
        rows = tables.get(table, {})
        tables[table] = {key: row for key, row in rows.items() if ends_of(table, key) <= there}
    _house(meeting, tables.get("evidence", {}), organisations)
    settings = tables.setdefault("setting", {})
    wanted = (str(settings.get(("checklist",), {}).get("value")),)
    for side in (ours, theirs):
        if wanted in side.get("checklist", {}):
            tables.setdefault("checklist", {})[wanted] = side["checklist"][wanted]
    aliases = {gone: end for gone, end in meeting.aliases.items() if (gone,) not in organisations}
    if aliases or any((ALIASES,) in side.get("setting", {}) for side in (ours, theirs)):
        settings[ALIASES,] = {"value": cast("Json", dict(sorted(aliases.items())))}


def _house(meeting: Meeting, evidence: Rows, organisations: Rows) -> None:
    """Let no evidence be without its organisation: it goes to the one it has on the other side."""
    for key, row in tuple(evidence.items()):
        sides = (
            side.tables.get("evidence", {}).get(key) for side in (meeting.ours, meeting.theirs)
        )
        homes = [str(r["organisation"]) for r in (row, *sides) if r]
        home = next((id_ for id_ in homes if (id_,) in organisations), None)
        if home is None:
            del evidence[key]
        else:
            evidence[key] = {**row, "organisation": home}


def _rounds_left(ours: Side, theirs: Side) -> Iterator[str]:
    """The names of their rounds that we do not have."""
    known = ours.tables.get("round", {})
    for key, row in theirs.tables.get("round", {}).items():
        if key not in known:
            yield str(row["name"])
