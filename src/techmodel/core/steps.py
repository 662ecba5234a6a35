"""The step from one level to the next: what it needs, how big it is, how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.checklist import Effort, Weeks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.core.checklist import Action, Capability, CapabilityId, Scoring

_NEEDS = (1, 1, 1, 2, 3, 3)
NO_WEEKS = Weeks()


def step_needs(level: int) -> int:
    """The level each prerequisite must hold for a step, or a target, to `level` (0..5).

    It is `max(1, min(level - 1, 3))`: design.md 4.3 and 4.7.
    """
    return _NEEDS[level]


def steps_of(capability: Capability, low: int, target: int, scoring: Scoring) -> tuple[Step, ...]:
    """The steps from partnership level `low` up to `target`, lowest first; none when it is there.

    A step without an action of its own uses the generic one of its level; where there is none
    either, it counts as band M (design.md 4.8).
    """
    own = {action.to_level: action for action in capability.actions}
    generic = {action.to_level: action for action in scoring.generic_actions}
    efforts = Sizes(scoring).efforts(capability)
    return tuple(
        Step(
            capability.id,
            level,
            own.get(level) or generic.get(level),
            level not in own,
            efforts[level],
            scoring.bands[efforts[level]],
        )
        for level in range(low + 1, target + 1)
    )


def weeks_of(steps: Iterable[Step]) -> Weeks:
    """The weeks of steps taken one after the other (design.md 4.8)."""
    return sum((step.weeks for step in steps), NO_WEEKS)


class Sizes:
    """The bands of steps and the weeks of gaps; gaps made of the same bands share one value."""

    def __init__(self, scoring: Scoring) -> None:
        self._bands = scoring.bands
        self._generic = [Effort.M] * 6
        for action in scoring.generic_actions:
            self._generic[action.to_level] = action.effort
        self._weeks: dict[tuple[Effort, ...], Weeks] = {}

    def efforts(self, capability: Capability) -> list[Effort]:
        """The band of the step to each level; index 0 means nothing (design.md 4.8)."""
        efforts = self._generic.copy()
        for action in capability.actions:
            efforts[action.to_level] = action.effort
        return efforts

    def weeks(self, capability: Capability, low: int, target: int) -> Weeks:
        """The weeks of all steps from `low` up to `target`, one after the other."""
        efforts = tuple(self.efforts(capability)[low + 1 : target + 1])
        weeks = self._weeks.get(efforts)
        if weeks is None:
            weeks = self._weeks[efforts] = sum((self._bands[e] for e in efforts), NO_WEEKS)
        return weeks


@dataclass(frozen=True, slots=True)
class Step:
    """The unit of planning: one capability from `level - 1` to `level` (1..5).

    `action` is what the checklist proposes, None if nothing; `generic` says that the capability
    has no action of its own for this step.
    """

    capability: CapabilityId
    level: int
    action: Action | None
    generic: bool
    effort: Effort
    weeks: Weeks

    @property
    def id(self) -> str:
        """How plans name it: "REC-06:3"."""
        return f"{self.capability}:{self.level}"
