"""The step from one level to the next: what it needs, how big it is, how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.checklist import Effort, Weeks

if TYPE_CHECKING:
    from techmodel.core.checklist import Action, Capability, CapabilityId, Scoring

_NEEDS = (1, 1, 1, 2, 3, 3)
_NO_WEEKS = Weeks()


def step_needs(level: int) -> int:
    """The level each prerequisite must hold for a step, or a target, to `level` (0..5).

    It is `max(1, min(level - 1, 3))`: design.md 4.3 and 4.7.
    """
    return _NEEDS[level]


def steps_of(capability: Capability, low: int, target: int, scoring: Scoring) -> tuple[Step, ...]:
    """The steps from partnership level `low` up to `target`, lowest first; none when it is there.

    A step without an action of its own uses the generic one of its level; where there is none
    either, it counts as band M (design.md 4.8). Of several actions the largest band counts.
    """
    return tuple(_step(capability, level, scoring) for level in range(low + 1, target + 1))


def weeks_of(steps: tuple[Step, ...]) -> Weeks:
    """The weeks of steps taken one after the other (design.md 4.8)."""
    return sum((step.weeks for step in steps), _NO_WEEKS)


def _step(capability: Capability, level: int, scoring: Scoring) -> Step:
    actions = tuple(a for a in capability.actions if a.to_level == level)
    generic = not actions
    actions = actions or tuple(a for a in scoring.generic_actions if a.to_level == level)
    effort = max((a.effort for a in actions), key=_SIZES.index, default=Effort.M)
    return Step(capability.id, level, actions, generic, effort, scoring.bands[effort])


_SIZES = (Effort.S, Effort.M, Effort.L)


@dataclass(frozen=True, slots=True)
class Step:
    """The unit of planning: one capability from `level - 1` to `level` (1..5).

    `generic` says that the actions are not the capability's own; without any, `actions` is empty.
    """

    capability: CapabilityId
    level: int
    actions: tuple[Action, ...]
    generic: bool
    effort: Effort
    weeks: Weeks

    @property
    def id(self) -> str:
        """How plans name it: "REC-06:3"."""
        return f"{self.capability}:{self.level}"
