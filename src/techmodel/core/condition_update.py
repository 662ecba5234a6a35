"""What another version of a checklist changes of the conditions for change."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist
    from techmodel.core.conditions import Factor, FactorId


@dataclass(frozen=True, slots=True)
class RewordedFactor:
    """A factor that is told otherwise: its id, and which of its fields changed."""

    id: FactorId
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactorsUpdate:
    """The factors of two versions, each in one of four groups; answers stay where they are."""

    kept: tuple[FactorId, ...] = ()
    reworded: tuple[RewordedFactor, ...] = ()
    added: tuple[FactorId, ...] = ()
    gone: tuple[FactorId, ...] = ()


def compare_factors(old: Checklist, new: Checklist) -> FactorsUpdate:
    """What becomes of every factor of either version; each is in exactly one group."""
    before, after = _factors(old), _factors(new)
    told = [(id_, _changed(before[id_], after[id_])) for id_ in after if id_ in before]
    return FactorsUpdate(
        kept=tuple(id_ for id_, keys in told if not keys),
        reworded=tuple(RewordedFactor(id_, keys) for id_, keys in told if keys),
        added=tuple(id_ for id_ in after if id_ not in before),
        gone=tuple(id_ for id_ in before if id_ not in after),
    )


def _factors(checklist: Checklist) -> dict[FactorId, Factor]:
    return {row.id: row for row in (checklist.conditions.factors if checklist.conditions else ())}


def _changed(before: Factor, after: Factor) -> tuple[str, ...]:
    return tuple(
        f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)
    )
