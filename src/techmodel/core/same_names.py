"""Organisations that two files each added under one name: one or two, and what follows."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, cast

from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.merge_parts import Same, SameName, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from techmodel.core.journal import Batch, Json, Tables

    Row = dict[str, Json]
    Key = tuple[str, ...]

ALIASES = "same_organisations"
"""The setting that remembers which ids stand for which since a merge made one of two."""

LONGEST_NAME = 200
"""Characters an organisation's name may have, its number included."""

LONGEST_SHORT_NAME = 16
"""Characters of a short name that was made longer by a number."""


def live_aliases(*sides: Side) -> dict[str, str]:
    """Which organisation each id stands for, by the decisions that the files remember.

    Left out is what a file has gone back on: where it has both organisations, they are two.
    """
    found: dict[str, str] = {}
    for side in sides:
        row = side.tables.get("setting", {}).get((ALIASES,))
        found |= cast("dict[str, str]", row["value"]) if row else {}
    ends = {gone: _end(found, gone) for gone in sorted(found)}
    present = [side.tables.get("organisation", {}).keys() for side in sides]
    return {
        gone: end
        for gone, end in ends.items()
        if end != gone and not any((gone,) in ids and (end,) in ids for ids in present)
    }


def _end(aliases: Mapping[str, str], id_: str) -> str:
    """Where a chain of aliases leads; of a circle, its smallest id."""
    seen = [id_]
    while (following := aliases.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def added_twice(ours: Side, theirs: Side) -> tuple[SameName, ...]:
    """The organisations that each file added by itself, under one name (ignoring case)."""
    names = {_folded(row): key[0] for key, row in _only_known_to(ours, theirs)}
    found = [
        SameName(str(ours.tables["organisation"][names[name],]["name"]), names[name], key[0])
        for key, row in _only_known_to(theirs, ours)
        if (name := _folded(row)) in names
    ]
    return tuple(sorted(found, key=lambda same: same.name.casefold()))


def _only_known_to(side: Side, other: Side) -> Iterator[tuple[Key, Row]]:
    """The organisations of a side that the other never had."""
    known = {
        edit.key
        for batches in (other.batches, *other.taken.values())
        for batch in batches
        for edit in batch.edits
        if edit.table == "organisation"
    }
    for key, row in side.tables.get("organisation", {}).items():
        if key not in known:
            yield key, row


def _folded(row: Row, field: str = "name") -> str:
    return str(row[field]).casefold()


def chosen_aliases(names: Sequence[SameName], same: Mapping[str, Same]) -> dict[str, str]:
    """The aliases that the decisions for one organisation make: the smaller id stays."""
    return {
        max(n.ours, n.theirs): min(n.ours, n.theirs)
        for n in names
        if same.get(n.theirs) is Same.ONE
    }


def renamed(side: Side, aliases: Mapping[str, str]) -> Side:
    """A side as if every organisation had always had the id that it has now."""
    if not aliases:
        return side
    return Side(
        tuple(_renamed_batch(batch, aliases) for batch in side.batches),
        _renamed_tables(side.tables, aliases),
        {
            merge: tuple(_renamed_batch(batch, aliases) for batch in taken)
            for merge, taken in side.taken.items()
        },
    )


def _renamed_tables(tables: Tables, aliases: Mapping[str, str]) -> Tables:
    """The rows under their new ids; a row that is there under the new id already stays."""
    found: Tables = {}
    for table, rows in tables.items():
        kept: dict[Key, Row] = {}
        for key, row in rows.items():
            new = _renamed_key(table, key, aliases)
            if new == key or new not in rows:
                kept[new] = {f: _renamed_value(table, f, v, aliases) for f, v in row.items()}
        found[table] = kept
    return found


def _renamed_batch(batch: Batch, aliases: Mapping[str, str]) -> Batch:
    """A batch under the new ids.

    Where it moved a row from the old id to the new one, or back, that is a change of its fields.
    """
    edits: dict[tuple[str, Key, str], Edit] = {}
    for edit in batch.edits:
        new = _renamed_edit(edit, aliases)
        place = new.table, new.key, new.field
        before = edits.get(place)
        if before is not None and new.field == WHOLE_ROW:
            old = before.old if new.old is None else new.old
            row = before.new if new.new is None else new.new
            new = replace(new, old=old, new=row)
        edits[place] = new
    return replace(batch, edits=tuple(edits.values()))


def _renamed_edit(edit: Edit, aliases: Mapping[str, str]) -> Edit:
    key = _renamed_key(edit.table, edit.key, aliases)
    old, new = (_renamed_side(edit, value, aliases) for value in (edit.old, edit.new))
    return replace(edit, key=key, old=old, new=new)


def _renamed_side(edit: Edit, value: Json, aliases: Mapping[str, str]) -> Json:
    """One side of an edit under the new ids."""
    if edit.field == WHOLE_ROW and isinstance(value, dict):
        return {f: _renamed_value(edit.table, f, v, aliases) for f, v in value.items()}
    return _renamed_value(edit.table, edit.field, value, aliases)


def _renamed_key(table: str, key: Key, aliases: Mapping[str, str]) -> Key:
    if table == "answer":
        return key[0], aliases.get(key[1], key[1])
    if table == "organisation":
        return (aliases.get(key[0], key[0]),)
    return key


def _renamed_value(table: str, field: str, value: Json, aliases: Mapping[str, str]) -> Json:
    if table == "evidence" and field == "organisation":
        return _alias(value, aliases)
    if table == "answer" and field == "value" and isinstance(value, dict):
        return {**value, "provider": _alias(value.get("provider"), aliases)}
    return value


def _alias(id_: Json, aliases: Mapping[str, str]) -> Json:
    return aliases.get(id_, id_) if isinstance(id_, str) else id_


def numbered(organisations: Mapping[Key, Row], *files: Mapping[Key, Row]) -> dict[Key, Row]:
    """The organisations that need a number so that names differ: the larger id gets " (2)".

    Args:
        organisations: those of the merged file.
        files: those of each file by itself; what is called alike in one of them stays so.
    """
    changed: dict[Key, Row] = {}
    for field, with_number in (("name", _numbered_name), ("short_name", _numbered_short_name)):
        used: dict[str, Key] = {}
        for key, row in sorted(organisations.items()):
            text = str(row[field])
            first = used.setdefault(text.casefold(), key)
            if first == key or any(_alike(file, field, first, key) for file in files):
                continue
            text = _free(
                text,
                with_number,
                {_folded(o, field) for o in organisations.values()} | used.keys(),
            )
            used[text.casefold()] = key
            changed.setdefault(key, dict(row))[field] = text
    return changed


def _alike(file: Mapping[Key, Row], field: str, one: Key, other: Key) -> bool:
    """Whether a file has two organisations and calls them alike."""
    return (
        one in file and other in file and _folded(file[one], field) == _folded(file[other], field)
    )


def _free(text: str, with_number: Callable[[str, int], str], used: Container[str]) -> str:
    """A text with the first number from 2 on that makes it differ from all used."""
    return next(t for n in count(2) if (t := with_number(text, n)).casefold() not in used)


def _numbered_name(name: str, number: int) -> str:
    end = f" ({number})"
    return f"{name[: LONGEST_NAME - len(end)].rstrip()}{end}"


def _numbered_short_name(name: str, number: int) -> str:
    end = f" {number}"
    return f"{name[: LONGEST_SHORT_NAME - len(end)].rstrip()}{end}"
