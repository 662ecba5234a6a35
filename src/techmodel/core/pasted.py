"""A list of organisations pasted from a spreadsheet."""

from __future__ import annotations

import csv
import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from techmodel.core.typed_organisations import TypedOrganisation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.checklist import Kind, KindId

LONGEST = 100_000
"""Characters that are looked at; a list of 200 organisations is far shorter."""

_HEADS = {
    "name": "name",
    "organisation": "name",
    "organisations": "name",
    "organization": "name",
    "organisation name": "name",
    "partner": "name",
    "kind": "kind",
    "type": "kind",
    "kind of organisation": "kind",
    "organisation type": "kind",
    "weight": "weight",
    "short name": "short_name",
    "short": "short_name",
}
"""What a head may say, and what stands under it; columns with other heads are passed over."""

_GENERAL = frozenset(
    {
        *("trust", "service", "services", "provider", "providers", "group", "sector"),
        *("practice", "practices", "organisation"),
    }
)
"""Words that say nothing about the kind."""

CLOSE = 0.85
"""How alike two spellings must be, 0 to 1."""


def parse_pasted(text: str, kinds: Sequence[Kind]) -> tuple[TypedOrganisation, ...]:
    """The organisations of a pasted list, one a line, cells apart by tabs.

    Without heads the cells are name[, kind][, weight][, short name]; with heads, as these say. A
    kind is recognised by id, name, short name or a close spelling and is None otherwise. Lines
    without anything in them are passed over.
    """
    lines = [line for line in _cells(text) if any(line)]
    if not lines:
        return ()
    heads = _heads(lines[0])
    placed = [_under_heads(line, heads) for line in lines[1:]] if heads else map(_in_order, lines)
    return tuple(_typed(cells, kinds) for cells in placed if any(cells.values()))


def find_kind(said: str, kinds: Sequence[Kind]) -> KindId | None:
    """The kind meant by some words, or None when no kind or more than one could be."""
    words = _words(said)
    telling = [w for w in words if w not in _GENERAL]
    if not telling:
        return None
    labels = {label: k.id for k in kinds for label in _labels(k)}
    for spelling in (" ".join(words), " ".join(telling)):
        if spelling in labels:
            return labels[spelling]
    within = [k.id for k in kinds if set(telling) <= set(_words(k.name))]
    if len(within) == 1:
        return within[0]
    close = get_close_matches(" ".join(words), labels, n=1, cutoff=CLOSE)
    return labels[close[0]] if close else None


def _cells(text: str) -> list[list[str]]:
    """Rows and cells; a quoted cell may hold tabs and line ends, as spreadsheets copy them."""
    shown = text[:LONGEST]
    quote = None if shown.count('"') % 2 else '"'
    rows = csv.reader(
        shown.splitlines(keepends=True),
        delimiter="\t",
        quotechar=quote,
        quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
    )
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def _heads(line: Sequence[str]) -> list[str] | None:
    """What stands in each column if the line is one of heads, else None."""
    heads = [_HEADS.get(" ".join(_words(cell)), "") for cell in line]
    known = [h for h in heads if h]
    if "name" not in known or (len(known) == 1 and len(line) > 1):
        return None
    return heads


def _under_heads(line: Sequence[str], heads: Sequence[str]) -> dict[str, str]:
    return {head: cell for head, cell in zip(heads, line, strict=False) if head}


def _in_order(line: Sequence[str]) -> dict[str, str]:
    """Name first; a number in place of the kind is the weight, words last are the short name."""
    name, *rest = line
    cells = {"name": name}
    if rest and not _is_number(rest[0]):
        cells["kind"] = rest.pop(0)
    if len(rest) > 1 or (rest and (_is_number(rest[0]) or not rest[0])):
        cells["weight"] = rest.pop(0)
    if rest:
        cells["short_name"] = rest[0]
    return cells


def _typed(cells: Mapping[str, str], kinds: Sequence[Kind]) -> TypedOrganisation:
    return TypedOrganisation(
        cells.get("name", ""),
        find_kind(cells.get("kind", ""), kinds),
        cells.get("weight", "") or "1",
        cells.get("short_name", ""),
    )


def _labels(kind: Kind) -> tuple[str, ...]:
    return tuple(" ".join(_words(said)) for said in (kind.id, kind.name, kind.short_name))


def _words(said: str) -> list[str]:
    return re.findall(r"\w+", said.casefold())


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"[-+]?[\d.,]+", cell))
