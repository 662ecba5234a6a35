"""An organisation's own version of a checklist: what of it is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techmodel.core.checklist import Capability, CapabilityId, Checklist


def in_use(checklist: Checklist) -> Checklist:
    """The checklist without its hidden capabilities, as an assessment carries it.

    Nothing else needs them any more, flows of theirs and domains without any others go too.
    """
    hidden = frozenset(row.id for row in checklist.capabilities if row.hidden)
    if not hidden:
        return checklist
    shown = tuple(_without(row, hidden) for row in checklist.capabilities if not row.hidden)
    emptied = {row.domain for row in checklist.capabilities} - {row.domain for row in shown}
    return replace(
        checklist,
        capabilities=shown,
        domains=tuple(row for row in checklist.domains if row.id not in emptied),
        flows=tuple(row for row in checklist.flows if row.capability not in hidden),
    )


def _without(row: Capability, hidden: frozenset[CapabilityId]) -> Capability:
    kept = tuple(id_ for id_ in row.prerequisites if id_ not in hidden)
    return row if kept == row.prerequisites else replace(row, prerequisites=kept)
