"""Organisations as a person types or pastes them, and what is still wrong with them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.organisations import MAX_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from techmodel.core.checklist import KindId

MAX_NAME, MAX_SHORT_NAME = 200, 60
"""Most characters of a name and of a short name."""


class Fault(StrEnum):
    """What keeps a typed organisation from being taken, the first to settle first."""

    NO_NAME = "no name"
    NAME_LONG = "name too long"
    NAME_TWICE = "name twice"
    NO_KIND = "no kind"
    SHORT_NAME_LONG = "short name too long"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True)
class TypedOrganisation:
    """One row as typed: `kind` None is not chosen yet, an empty short name follows the name."""

    name: str = ""
    kind: KindId | None = None
    weight: str = "1"
    short_name: str = ""


def find_faults(
    rows: Sequence[TypedOrganisation], taken: Collection[str] = ()
) -> tuple[tuple[Fault, ...], ...]:
    """The faults of each row; `taken` are names used elsewhere."""
    names = [_key(row.name) for row in rows]
    used = {_key(name) for name in taken}
    twice = {n for n in names if n and (n in used or names.count(n) > 1)}
    return tuple(_faults(row, twice) for row in rows)


def typed_weight(text: str) -> float | None:
    """A weight above 0 and at most 1000 (design.md 4); None when something else is typed."""
    try:
        weight = float(text)
    except ValueError:
        return None
    return weight if math.isfinite(weight) and 0 < weight <= MAX_WEIGHT else None


def _faults(row: TypedOrganisation, twice: Collection[str]) -> tuple[Fault, ...]:
    found = {
        Fault.NO_NAME: not _key(row.name),
        Fault.NAME_LONG: len(row.name) > MAX_NAME,
        Fault.NAME_TWICE: _key(row.name) in twice,
        Fault.NO_KIND: row.kind is None,
        Fault.SHORT_NAME_LONG: len(row.short_name) > MAX_SHORT_NAME,
        Fault.WEIGHT: typed_weight(row.weight) is None,
    }
    return tuple(fault for fault, is_so in found.items() if is_so)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
