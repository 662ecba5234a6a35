"""An organisation's own version of a checklist, brought up to a newer version of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from techmodel.core.checklist_columns import Holds
from techmodel.core.checklist_flat import empty_value, flat_rows, json_data
from techmodel.core.checklist_json import checklist_from_json, checklist_to_json
from techmodel.core.checklist_sheets import SHEETS
from techmodel.core.checklist_update import compare_checklists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from techmodel.core.checklist import Checklist
    from techmodel.core.checklist_columns import SheetOf

    Row = dict[str, Any]
    Key = tuple[Any, ...]
    Rows = dict[str, dict[Key, Row]]


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell that both versions changed; the own value was kept.

    `sheet` and `column` are titles of the workbook, `row` the ids of the row.
    """

    sheet: str
    row: str
    column: str
    own: object
    newer: object


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """The own version on the newer one, not yet checked; and where both changed something."""

    checklist: Checklist
    clashes: tuple[Clash, ...]


def catch_up(base: Checklist, own: Checklist, newer: Checklist) -> CaughtUp:
    """What the own version changed, on top of the newer version.

    What only one of the two changed is taken from it; where both changed the same, the own value
    stays and is listed. What was added here stays, what was taken out here stays out, what the
    newer version took out goes, and what it gave a new id is followed.

    Args:
        base: the version of ours that the own one was made from.
        own: the own version.
        newer: the version of ours to come.
    """
    moves = {str(r.old): str(r.id) for r in compare_checklists(base, newer).renamed}
    old, ours = (_keyed(_followed(_flat(c), moves)) for c in (base, own))
    theirs = _keyed(_flat(newer))
    clashes: list[Clash] = []
    merged = {
        s.table: list(_merged(s, old[s.table], ours[s.table], theirs[s.table], clashes))
        for s in SHEETS
    }
    gone = {table: {key[0] for key in _taken_out(old[table], ours[table])} for table in merged}
    rows = {s.table: list(_without(s, merged[s.table], gone)) for s in SHEETS}
    return CaughtUp(checklist_from_json(json_data(rows)), tuple(clashes))


def _flat(checklist: Checklist) -> dict[str, list[Row]]:
    """The rows of every sheet; what is empty is as a reader of the workbook has it."""
    found = flat_rows(checklist_to_json(checklist))
    for sheet in SHEETS:
        for row in found[sheet.table]:
            for field in sheet.fields:
                if row[field.key] is None and not field.may_be_empty:
                    row[field.key] = empty_value(field.holds)
    return found


def _followed(rows: dict[str, list[Row]], moves: Mapping[str, str]) -> dict[str, list[Row]]:
    """The rows with the new ids of capabilities."""
    for row in rows["capabilities"]:
        row["id"] = moves.get(row["id"], row["id"])
    for sheet in SHEETS:
        for field in sheet.fields:
            if field.offers == "capabilities":
                for row in rows[sheet.table]:
                    row[field.key] = _move(row[field.key], moves)
    return rows


def _move(value: Any, moves: Mapping[str, str]) -> Any:  # noqa: ANN401 - an id, or several
    if isinstance(value, list):
        return [moves.get(id_, id_) for id_ in value]
    return moves.get(value, value)


def _keyed(rows: Mapping[str, Sequence[Row]]) -> Rows:
    """The rows by what tells them apart; the evidence of a capability is one row."""
    keyed: Rows = {}
    for sheet in SHEETS:
        keyed[sheet.table] = {tuple(row[k] for k in sheet.keys): row for row in rows[sheet.table]}
    evidence: dict[Key, Row] = {}
    for row in rows["evidence"]:
        whole = evidence.setdefault((row["id"],), {"id": row["id"], "evidence": []})
        whole["evidence"].append(row["evidence"])
    return keyed | {"evidence": evidence}


def _merged(
    sheet: SheetOf,
    old: dict[Key, Row],
    ours: dict[Key, Row],
    theirs: dict[Key, Row],
    clashes: list[Clash],
) -> Iterator[Row]:
    """The rows of a sheet: the newer ones in their order, then our own."""
    for key in dict.fromkeys([*theirs, *ours]):
        before, own, newer = old.get(key), ours.get(key), theirs.get(key)
        if own is None or newer is None:
            only = own or newer
            if before is None and only is not None:
                yield only
            continue
        made = dict(newer)
        for field in sheet.fields:
            values = own[field.key], newer[field.key]
            made[field.key], clash = _chosen((before or {}).get(field.key), *values)
            if clash and sheet.table != "checklist":
                row = " ".join(map(str, key))
                clashes.append(Clash(sheet.title, row, field.header, *values))
        yield made


def _chosen(before: object, own: object, newer: object) -> tuple[object, bool]:
    """The value of a cell, and whether both sides changed it to something else."""
    if own in (before, newer):
        return newer, False
    return own, newer != before


def _taken_out(old: Iterable[Key], ours: Mapping[Key, Row]) -> Iterator[Key]:
    return (key for key in old if key and key not in ours)


def _without(sheet: SheetOf, rows: Iterable[Row], gone: Mapping[str, set[Any]]) -> Iterator[Row]:
    """The rows without what was taken out here, and without rows that are about it."""
    for row in rows:
        about = [f for f in sheet.fields if f.holds is Holds.ID]
        about = [f for f in about if row[f.key] in gone.get(f.offers, ())]
        if any(not f.may_be_empty for f in about):
            continue
        made = row | {f.key: None for f in about}
        for field in sheet.fields:
            if field.holds is Holds.IDS:
                left = gone.get(field.offers, set())
                made[field.key] = [id_ for id_ in made[field.key] if id_ not in left]
        if sheet.table == "evidence":
            yield from ({"id": made["id"], "evidence": text} for text in made["evidence"])
        else:
            yield made
