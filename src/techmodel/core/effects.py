"""What a change of set-up would do, before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.provided import is_asked
from techmodel.core.targets import find_targets

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.organisations import OrganisationId


@dataclass(frozen=True, slots=True)
class Effect:
    """The difference a change makes.

    `added` and `removed` count the questions each organisation gains and loses; `set_aside` the answers
    among those lost (they are kept, not counted); `targets` lists the capabilities whose target differs.
    """

    added: dict[OrganisationId, int]
    removed: dict[OrganisationId, int]
    set_aside: int
    targets: tuple[CapabilityId, ...]


def find_effect(before: Assessment, after: Assessment) -> Effect:
    """What changes between two pictures of the same assessment."""
    old, new = _asked(before), _asked(after)
    lost = old - new
    return Effect(
        added=_counts(new - old),
        removed=_counts(lost),
        set_aside=sum(1 for pair in lost if before.value(*pair).state is not State.NOT_ANSWERED),
        targets=_changed_targets(before, after),
    )


Pair = tuple["CapabilityId", "OrganisationId"]


def _asked(assessment: Assessment) -> set[Pair]:
    return {
        (c.id, o.id)
        for c in assessment.checklist.capabilities
        for o in assessment.organisations
        if is_asked(assessment, c, o)
    }


def _counts(pairs: set[Pair]) -> dict[OrganisationId, int]:
    counts: dict[OrganisationId, int] = {}
    for _, organisation in pairs:
        counts[organisation] = counts.get(organisation, 0) + 1
    return counts


def _changed_targets(before: Assessment, after: Assessment) -> tuple[CapabilityId, ...]:
    old = {k: t.level for k, t in find_targets(before).by_capability.items()}
    new = {k: t.level for k, t in find_targets(after).by_capability.items()}
    return tuple(
        c.id for c in after.checklist.capabilities if old.get(c.id, 0) != new.get(c.id, 0)
    )
