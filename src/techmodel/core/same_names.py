"""Organisations that two files each added under one name, and telling names apart."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from techmodel.core.merge_parts import Same, SameName

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

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
