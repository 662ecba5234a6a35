"""Organisations that merges made one: which of today's organisations an older id stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from techmodel.core.journal import Batch, Json, Tables

ALIASES = "same_organisations"
"""The setting that remembers which organisation an id stands for that is not used any more."""


def aliases_of(batches: Iterable[Batch], present: Collection[str]) -> dict[str, str]:
    """The aliases by everything that a journal has ever said, also by merges taken back.

    Args:
        batches: own batches.
        present: the ids of the organisations there are now.
    """
    edits = (e for b in batches for e in b.edits if e.table == "setting" and e.key == (ALIASES,))
    return _aliases(
        (pair for e in edits for side in (e.old, e.new) for pair in _pairs(side)), present
    )


def aliases_between(tables: Iterable[Tables], present: Collection[str]) -> dict[str, str]:
    """The aliases that the settings of some moments remember.

    Args:
        tables: the tables of each moment.
        present: the ids of the organisations there are now.
    """
    rows = (t.get("setting", {}).get((ALIASES,)) for t in tables)
    return _aliases((pair for row in rows for pair in _pairs(row)), present)


def _aliases(decisions: Iterable[tuple[str, str]], present: Collection[str]) -> dict[str, str]:
    """To each id that is one with exactly one organisation of now, that one's id.

    Where none of them is there any more, they go by the smallest; where several are, they are
    several again.
    """
    groups: dict[str, set[str]] = {}
    for gone, stays in decisions:
        one = groups.get(gone, {gone}) | groups.get(stays, {stays})
        groups |= dict.fromkeys(one, one)
    found = {}
    for id_, one in groups.items():
        there = sorted(one.intersection(present))
        end = there[0] if there else min(one)
        if len(there) < 2 and id_ != end:
            found[id_] = end
    return found


def _pairs(json: Json) -> Iterator[tuple[str, str]]:
    """The pairs that a value of the setting, or a row of it, holds."""
    value = json.get("value", json) if isinstance(json, dict) else None
    if isinstance(value, dict):
        yield from ((gone, str(stays)) for gone, stays in value.items())
