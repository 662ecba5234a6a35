"""What was typed in the wizard, as a draft and as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.typed_organisations import typed_weight
from techmodel.session.create import Draft
from techmodel.session.organisations import Newcomer
from techmodel.wording.setup import threshold_example

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.checklist import Checklist, DomainId
    from techmodel.ui.widgets.organisations_rows import Row

__all__ = ["Draft", "example", "newcomers", "questions_by_domain"]


def newcomers(rows: Sequence[Row]) -> tuple[Newcomer, ...]:
    """The organisations of rows without faults; the others are left out."""
    return tuple(
        Newcomer(row.typed.name, row.typed.kind, weight, row.typed.short_name)
        for row in rows
        if (weight := typed_weight(row.typed.weight)) is not None and row.typed.kind is not None
    )


def questions_by_domain(checklist: Checklist, rows: Sequence[Row]) -> dict[DomainId, int]:
    """How many questions each domain asks of these organisations."""
    kinds = [row.typed.kind for row in rows]
    return {
        d.id: sum(kinds.count(kind) for c in checklist.of_domain(d.id) for kind in c.applies_to)
        for d in checklist.domains
    }


def example(rows: Sequence[Row], threshold: float) -> str:
    """The coverage threshold worked through for these organisations."""
    return threshold_example(threshold, [(o.name, o.weight) for o in newcomers(rows)])
