"""The level to reach: asked by care models or by decision, and raised by what depends on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.steps import step_needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability, CapabilityId, CareModelId


def find_targets(assessment: Assessment) -> Targets:
    """The targets of the capabilities in scope (design.md 4.3).

    What is out of scope has no target and demands nothing. What is asked of nobody keeps
    the target it was given, and demands like any other.
    """
    inside = assessment.capabilities
    kinds = {o.kind for o in assessment.scope}
    nobody = {c.id for c in inside if kinds.isdisjoint(c.applies_to)}
    asked = {c.id: level for c in inside if (level := _asked(assessment, c)) is not None}
    raisable = {c.id: c for c in inside if c.id not in nobody and c.id not in assessment.overrides}
    levels = _raise(asked, inside, raisable)
    demands = find_demands(inside, levels)
    return Targets(
        {
            c.id: _target(assessment, c, levels[c.id], demands.get(c.id, ()))
            for c in inside
            if c.id in levels
        },
        _shortfalls(assessment, levels, demands),
        tuple(c.id for c in inside if c.id in nobody and levels.get(c.id, 0) >= 1),
    )


def find_demands(
    capabilities: Iterable[Capability], levels: Mapping[CapabilityId, int]
) -> dict[CapabilityId, list[Demand]]:
    """By prerequisite, who needs it and at which level; a target of 0 or none demands nothing."""
    demands: dict[CapabilityId, list[Demand]] = {}
    for c in capabilities:
        level = levels.get(c.id)
        if level:
            needs = step_needs(level)
            for p in c.prerequisites:
                demands.setdefault(p, []).append((c.id, needs))
    return demands


def shortfall(
    capability: CapabilityId, held_at: int | None, demands: Iterable[Demand], why: Why
) -> Shortfall:
    """The shortfall of a prerequisite against the highest of its demands (at least one)."""
    demands = tuple(demands)
    needs = max(level for _, level in demands)
    by = tuple(c for c, level in demands if level == needs)
    return Shortfall(capability, held_at, by, needs, why)


def _asked(assessment: Assessment, capability: Capability) -> int | None:
    """The level before raising: the override's, else the highest of the chosen care models."""
    override = assessment.overrides.get(capability.id)
    if override:
        return override.level
    wanted = capability.targets
    return max((wanted[m].level for m in assessment.care_models if m in wanted), default=None)


def _raise(
    asked: Mapping[CapabilityId, int],
    inside: Iterable[Capability],
    raisable: Mapping[CapabilityId, Capability],
) -> dict[CapabilityId, int]:
    """Raise prerequisites until nothing moves.

    A capability that was raised is looked at again, so each demand is made by the final target, as
    when going from the most dependent to the least.
    """
    levels = dict(asked)
    waiting = [c for c in inside if levels.get(c.id)]
    while waiting:
        c = waiting.pop()
        needs = step_needs(levels[c.id])
        for p in c.prerequisites:
            if p in raisable and levels.get(p, 0) < needs:
                levels[p] = needs
                waiting.append(raisable[p])
    return levels


def _target(
    assessment: Assessment, capability: Capability, level: int, demands: Iterable[Demand]
) -> Target:
    by = tuple(c for c, needs in demands if needs == level)
    asked = _asked(assessment, capability)
    override = assessment.overrides.get(capability.id)
    if override:
        return Target(level, Source.OVERRIDE, asked, by, (), override.reason, override.owner)
    models = _models(assessment, capability, asked)
    raised = level > (asked or 0)
    return Target(level, Source.PREREQUISITE if raised else Source.CARE_MODEL, asked, by, models)


def _models(
    assessment: Assessment, capability: Capability, asked: int | None
) -> tuple[CareModelId, ...]:
    wanted = capability.targets
    return tuple(m for m in assessment.care_models if m in wanted and wanted[m].level == asked)


def _shortfalls(
    assessment: Assessment,
    levels: Mapping[CapabilityId, int],
    demands: Mapping[CapabilityId, list[Demand]],
) -> tuple[Shortfall, ...]:
    found = []
    for c in assessment.checklist.capabilities:
        held = levels.get(c.id)
        short = [d for d in demands.get(c.id, ()) if d[1] > (held or 0)]
        if short:
            found.append(shortfall(c.id, held, short, _why(assessment, c)))
    return tuple(found)


def _why(assessment: Assessment, capability: Capability) -> Why:
    """Why a prerequisite could not be raised; a decision is named before there being nobody."""
    if capability.domain in assessment.domains_out:
        return Why.OUT_OF_SCOPE
    return Why.HELD if capability.id in assessment.overrides else Why.ASKED_OF_NOBODY


Demand = tuple["CapabilityId", int]
"""Who needs a prerequisite, and at which level."""


class Source(StrEnum):
    """Where a target comes from."""

    CARE_MODEL = "care model"
    OVERRIDE = "override"
    PREREQUISITE = "prerequisite"


@dataclass(frozen=True, slots=True)
class Target:
    """The target after raising (design.md 4.3).

    `asked` is the level before raising, None if nobody asked; `by` the capabilities that demand
    exactly `level`; `models` the care models that ask for `asked`; `reason` and `owner` those of
    an override.
    """

    level: int
    source: Source
    asked: int | None
    by: tuple[CapabilityId, ...] = ()
    models: tuple[str, ...] = ()
    reason: str = ""
    owner: str = ""


class Why(StrEnum):
    """Why a needed level is not planned."""

    HELD = "held by decision"
    OUT_OF_SCOPE = "out of scope"
    ASKED_OF_NOBODY = "asked of nobody"
    NO_LEVEL = "no partnership level"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A prerequisite that stays below what others need.

    `held_at` is the target it is held at (None where there is none), `by` the capabilities that
    need `needs`, the highest of their demands.
    """

    capability: CapabilityId
    held_at: int | None
    by: tuple[CapabilityId, ...]
    needs: int
    why: Why


@dataclass(frozen=True, slots=True)
class Targets:
    """Every target in scope after raising, in checklist order, and what could not be raised.

    `unprovided` lists the capabilities with a target of 1 or more that nobody is asked about.
    """

    by_capability: Mapping[CapabilityId, Target]
    shortfalls: tuple[Shortfall, ...]
    unprovided: tuple[CapabilityId, ...]
