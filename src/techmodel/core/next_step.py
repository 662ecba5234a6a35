"""What it takes to get one level further, seen from a card of the checklist."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.steps import step_needs, steps_of

if TYPE_CHECKING:
    from techmodel.core.checklist import Capability, CapabilityId, Checklist
    from techmodel.core.outline import Item, Outline
    from techmodel.core.ranges import Range
    from techmodel.core.steps import Step

TOP = 5
"""There is no step above this level."""


class Readiness(StrEnum):
    """Whether a prerequisite is where a step needs it."""

    READY = "ready"
    NOT_YET = "not yet"
    NOT_KNOWN = "not known"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Need:
    """A prerequisite of a step, its level (None without one) and whether that is enough."""

    capability: CapabilityId
    level: Range | None
    readiness: Readiness


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step after the level now held (the lower end where it is not certain).

    `needs_at` is the level each of `needs` must hold (design.md 4.7).
    """

    step: Step
    needs_at: int
    needs: tuple[Need, ...]


def find_next_step(
    checklist: Checklist, outline: Outline, capability: Capability
) -> NextStep | None:
    """The next step of a capability in this outline; None at level 5 or where no level counts.

    A level that is not known counts as 0, as in the plan (design.md 4.8).
    """
    item = outline.of(capability.id)
    if item is None:
        return None
    low = int(item.level.low) if item.level else 0
    if low >= TOP:
        return None
    (step,) = steps_of(capability, low, low + 1, checklist.scoring)
    at = step_needs(step.level)
    needs = tuple(_need(p, outline.of(p), at) for p in capability.prerequisites)
    return NextStep(step, at, needs)


def _need(capability: CapabilityId, item: Item | None, at: int) -> Need:
    if item is None:
        return Need(capability, None, Readiness.NOT_ASKED)
    if item.level is None:
        return Need(capability, None, Readiness.NOT_KNOWN)
    if item.level.low >= at:
        return Need(capability, item.level, Readiness.READY)
    short = item.level.high < at
    return Need(capability, item.level, Readiness.NOT_YET if short else Readiness.NOT_KNOWN)
