"""The level to reach: asked by care models or by decision, and raised by what depends on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.steps import step_needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    asked = _find_asked(assessment, inside)
    held = nobody | assessment.overrides.keys()
    levels = _raise(asked, inside, {c.id: c for c in inside if c.id not in held})
    exact, short = _find_demands(inside, levels)
    return Targets(
        _find_targets(assessment, inside, asked, levels, exact),
        tuple(
            shortfall(c.id, levels.get(c.id), short[c.id], _why(assessment, c))
            for c in assessment.checklist.capabilities
            if c.id in short
        ),
        tuple(c.id for c in inside if c.id in nobody and levels.get(c.id)),
    )


def shortfall(
    capability: CapabilityId, held_at: int | None, demands: Sequence[Demand], why: Why
) -> Shortfall:
    """The shortfall of a prerequisite against the highest of its demands (at least one)."""
    needs = max(level for _, level in demands)
    by = tuple(c for c, level in demands if level == needs)
    return Shortfall(capability, held_at, by, needs, why)


def _find_asked(assessment: Assessment, inside: Iterable[Capability]) -> dict[CapabilityId, Asked]:
    """The level before raising, of an override or of the most demanding care models."""
    asked: dict[CapabilityId, Asked] = {}
    for c in inside:
        override = assessment.overrides.get(c.id)
        if override:
            asked[c.id] = (override.level, ())
            continue
        highest = -1
        models: tuple[CareModelId, ...] = ()
        for m in assessment.care_models:
            target = c.targets.get(m)
            if target and target.level > highest:
                highest, models = target.level, (m,)
            elif target and target.level == highest:
                models = (*models, m)
        if models:
            asked[c.id] = (highest, models)
    return asked


def _raise(
    asked: Mapping[CapabilityId, Asked],
    inside: Iterable[Capability],
    raisable: Mapping[CapabilityId, Capability],
) -> dict[CapabilityId, int]:
    """Raise prerequisites until nothing moves.

    A capability that was raised is looked at again, so each demand is made by the final target, as
    when going from the most dependent to the least.
    """
    levels = {c: level for c, (level, _) in asked.items()}
    waiting = [c for c in inside if levels.get(c.id)]
    while waiting:
        c = waiting.pop()
        needs = step_needs(levels[c.id])
        for p in c.prerequisites:
            if levels.get(p, 0) < needs and p in raisable:
                levels[p] = needs
                waiting.append(raisable[p])
    return levels


def _find_demands(
    inside: Iterable[Capability], levels: Mapping[CapabilityId, int]
) -> tuple[dict[CapabilityId, list[CapabilityId]], dict[CapabilityId, list[Demand]]]:
    """By prerequisite, who demands exactly the target it has, and who demands more."""
    exact: dict[CapabilityId, list[CapabilityId]] = {}
    short: dict[CapabilityId, list[Demand]] = {}
    for c in inside:
        level = levels.get(c.id)
        if level:
            needs = step_needs(level)
            for p in c.prerequisites:
                held = levels.get(p, 0)
                if needs == held:
                    exact.setdefault(p, []).append(c.id)
                elif needs > held:
                    short.setdefault(p, []).append((c.id, needs))
    return exact, short


def _find_targets(
    assessment: Assessment,
    inside: Iterable[Capability],
    asked: Mapping[CapabilityId, Asked],
    levels: Mapping[CapabilityId, int],
    exact: Mapping[CapabilityId, Sequence[CapabilityId]],
) -> dict[CapabilityId, Target]:
    targets = {}
    for c in inside:
        level = levels.get(c.id)
        if level is None:
            continue
        by = tuple(exact.get(c.id, ()))
        before, models = asked.get(c.id, (None, ()))
        override = assessment.overrides.get(c.id)
        if override:
            why = (override.reason, override.owner)
            targets[c.id] = Target(level, Source.OVERRIDE, before, by, (), *why)
        else:
            source = Source.PREREQUISITE if level > (before or 0) else Source.CARE_MODEL
            targets[c.id] = Target(level, source, before, by, models)
    return targets


def _why(assessment: Assessment, capability: Capability) -> Why:
    """Why a prerequisite could not be raised; a decision is named before there being nobody."""
    if capability.domain in assessment.domains_out:
        return Why.OUT_OF_SCOPE
    return Why.HELD if capability.id in assessment.overrides else Why.ASKED_OF_NOBODY


Asked = tuple[int, "tuple[CareModelId, ...]"]
"""The level before raising, and the care models that ask for it."""

Demand = tuple["CapabilityId", int]
"""Who needs a prerequisite, and at which level."""


class Source(StrEnum):
    """Where a target comes from."""

    CARE_MODEL = "care model"
    OVERRIDE = "override"
    PREREQUISITE = "prerequisite"


class Target(NamedTuple):
    """The target after raising (design.md 4.3). A named tuple, as `Partnership` is.

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
