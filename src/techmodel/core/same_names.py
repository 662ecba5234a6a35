"""Organisations that two files each added under one name, and telling names apart."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from techmodel.core.merge_parts import Same, SameName

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from techmodel.core.journal import Json

    Row = dict[str, Json]
    Key = tuple[str, ...]

LONGEST_NAME = 200
"""Characters an organisation's name may have, its number included."""

LONGEST_SHORT_NAME = 16
"""Characters of a short name that was made longer by a number."""


def added_twice(ours: Mapping[Key, Row], theirs: Mapping[Key, Row]) -> tuple[SameName, ...]:
    """The organisations that have one name (ignoring case), of those each side added by itself."""
    names = {_folded(row): key for key, row in ours.items()}
    found = [
        SameName(str(ours[names[name]]["name"]), names[name][0], key[0])
        for key, row in theirs.items()
        if (name := _folded(row)) in names
    ]
    return tuple(sorted(found, key=lambda same: same.name.casefold()))


def _folded(row: Row, field: str = "name") -> str:
    return str(row[field]).casefold()


def chosen_aliases(names: Sequence[SameName], same: Mapping[str, Same]) -> dict[str, str]:
    """The aliases that the decisions for one organisation make: the smaller id stays."""
    return {
        max(n.ours, n.theirs): min(n.ours, n.theirs)
        for n in names
        if same.get(n.theirs) is Same.ONE
    }


def numbered(organisations: Mapping[Key, Row], *files: Mapping[Key, Row]) -> dict[Key, Row]:
    """The organisations that need a number so that names differ: the larger id gets " (2)".

    Args:
        organisations: those of the merged file.
        files: those of each file by itself; what is called alike in one of them stays so.
    """
    changed: dict[Key, Row] = {}
    for field, free in (("name", free_name), ("short_name", _free_short_name)):
        first: dict[str, Key] = {}
        used = {_folded(row, field) for row in organisations.values()}
        for key, row in sorted(organisations.items()):
            met = first.setdefault(_folded(row, field), key)
            if met != key and not any(_alike(file, field, met, key) for file in files):
                text = free(str(row[field]), used)
                used.add(text.casefold())
                changed.setdefault(key, dict(row))[field] = text
    return changed


def free_name(name: str, used: Container[str]) -> str:
    """A name that differs from those used (in small letters), with a number if it takes one."""
    tries = (_ended(name, f" ({n})", LONGEST_NAME) for n in count(2))
    return next(t for t in chain([name], tries) if t.casefold() not in used)


def _free_short_name(name: str, used: Container[str]) -> str:
    tries = (_ended(name, f" {n}", LONGEST_SHORT_NAME) for n in count(2))
    return next(t for t in tries if t.casefold() not in used)


def _ended(name: str, end: str, longest: int) -> str:
    return f"{name[: longest - len(end)].rstrip()}{end}"


def _alike(file: Mapping[Key, Row], field: str, one: Key, other: Key) -> bool:
    """Whether a file has two organisations and calls them alike."""
    both = one in file and other in file
    return both and _folded(file[one], field) == _folded(file[other], field)
