"""Conditions for change that are answered otherwise than at an earlier moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.conditions import Condition, FactorId, condition_of

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist
    from techmodel.core.journal import Tables


@dataclass(frozen=True, slots=True)
class ConditionChange:
    """One factor, then and now; None where it was not answered."""

    factor: FactorId
    then: Condition | None
    now: Condition | None


def find_condition_changes(
    then: Tables, now: Tables, checklist: Checklist
) -> tuple[ConditionChange, ...]:
    """The conditions whose level or note differs, in the order of the checklist."""
    before, after = _given(then), _given(now)
    factors = checklist.conditions.factors if checklist.conditions else ()
    order = [*(f.id for f in factors), *before, *after]
    return tuple(
        ConditionChange(id_, before.get(id_), after.get(id_))
        for id_ in dict.fromkeys(order)
        if before.get(id_) != after.get(id_)
    )


def _given(tables: Tables) -> dict[FactorId, Condition]:
    rows = tables.get("condition", {}).items()
    return {FactorId(key[0]): condition_of({"factor": key[0], **row}) for key, row in rows}
