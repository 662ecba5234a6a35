"""Where the numbers of one capability come from: for each its inputs, its rule and its result.

A trace holds the inputs; its docstring is the rule; `result` works the number out again from the
inputs alone, by the plain formula of design.md 4. Sums over many capabilities: `core.trace_sums`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.ranges import SAME, Range
from techmodel.core.steps import step_needs, steps_of, weeks_of

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment, Override
    from techmodel.core.checklist import Capability, CapabilityId, CareModelId, Weeks
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.steps import Step


def trace_level(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> LevelTrace:
    """Where the partnership level comes from. KeyError for a capability that is not in scope."""
    _, found = _look_up(assessment, gaps, capability)
    voices = tuple(
        Voice(o.id, o.weight, found.pairs[o.id].level)
        for o in assessment.scope
        if o.id in found.pairs and found.pairs[o.id].state is not State.NOT_APPLICABLE
    )
    return LevelTrace(assessment.threshold, voices)


def trace_target(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> TargetTrace:
    """Where the target comes from. KeyError for a capability that is not in scope."""
    asked, found = _look_up(assessment, gaps, capability)
    models = tuple(
        (m, asked.targets[m].level) for m in assessment.care_models if m in asked.targets
    )
    demands = tuple(
        Demand(d.id, d.target.level)
        for d in gaps.capabilities
        if d.target and d.target.level >= 1 and capability in _needed_by(assessment, d.id)
    )
    return TargetTrace(
        models, assessment.overrides.get(capability), demands, asked_of_anybody=bool(found.pairs)
    )


def trace_gap(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> GapTrace:
    """Where the gap comes from. KeyError for a capability that is not in scope."""
    _, found = _look_up(assessment, gaps, capability)
    level = found.partnership and Range(found.partnership.low, found.partnership.high)
    return GapTrace(found.target.level if found.target else None, level)


def trace_weeks(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> WeeksTrace:
    """Where the weeks come from. KeyError for a capability that is not in scope."""
    asked, found = _look_up(assessment, gaps, capability)
    if found.partnership is None or found.target is None:
        return WeeksTrace(())
    scoring = assessment.checklist.scoring
    return WeeksTrace(steps_of(asked, found.partnership.low, found.target.level, scoring))


def trace_waiting(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> WaitingTrace:
    """Where waits-for and blocked come from. KeyError for a capability that is not in scope."""
    asked, found = _look_up(assessment, gaps, capability)
    if found.gap is None or found.gap.high == 0 or found.target is None:
        return WaitingTrace(())
    needs = step_needs(found.target.level)
    levels = {c.id: c.partnership.low if c.partnership else None for c in gaps.capabilities}
    return WaitingTrace(
        tuple(Prerequisite(p, levels[p], needs) for p in asked.prerequisites if p in levels)
    )


def trace_priority(assessment: Assessment, gaps: Gaps, capability: CapabilityId) -> PriorityTrace:
    """Where the priority comes from. KeyError for a capability that is not in scope."""
    _, found = _look_up(assessment, gaps, capability)
    blocked = set(found.blocked)
    return PriorityTrace(
        _weighed(found),
        tuple(_weighed(c) for c in gaps.capabilities if c.id in blocked),
        assessment.checklist.scoring.blocked_share,
        trace_weeks(assessment, gaps, capability).steps,
    )


def _look_up(
    assessment: Assessment, gaps: Gaps, capability: CapabilityId
) -> tuple[Capability, CapabilityGap]:
    asked, found = assessment.checklist.capability(capability), gaps.of(capability)
    if asked is None or found is None:
        raise KeyError(capability)
    return asked, found


def _needed_by(assessment: Assessment, capability: CapabilityId) -> tuple[CapabilityId, ...]:
    found = assessment.checklist.capability(capability)
    return found.prerequisites if found else ()


def _weighed(found: CapabilityGap) -> WeighedGap:
    return WeighedGap(found.id, found.weight, int(found.gap.high) if found.gap else 0)


@dataclass(frozen=True, slots=True)
class Voice:
    """An applicable pair: who, with what weight, at which level; None if that is not known."""

    organisation: OrganisationId
    weight: float
    level: int | None


@dataclass(frozen=True, slots=True)
class LevelTrace:
    """The highest level that partners with at least `threshold` of the weight are at or above.

    Those not known count as level 0 for the low end and as 5 for the high end (design.md 4.2).
    """

    threshold: float
    voices: tuple[Voice, ...]

    def share(self, level: int) -> Range:
        """The share of the weight at `level` or above, 0..1."""
        total = sum(v.weight for v in self.voices)
        known = sum(v.weight for v in self.voices if v.level is not None and v.level >= level)
        unknown = sum(v.weight for v in self.voices if v.level is None)
        return Range(known / total, (known + unknown) / total)

    @property
    def result(self) -> Range | None:
        """The partnership level; None where nobody is left to count."""
        if not self.voices:
            return None
        shares = [self.share(level) for level in range(1, 6)]
        enough = self.threshold - SAME
        low = sum(share.low >= enough for share in shares)
        return Range(low, sum(share.high >= enough for share in shares))


@dataclass(frozen=True, slots=True)
class Demand:
    """A capability that builds on this one, with its own target."""

    capability: CapabilityId
    target: int

    @property
    def needs(self) -> int:
        """What it needs of each prerequisite."""
        return step_needs(self.target)


@dataclass(frozen=True, slots=True)
class TargetTrace:
    """The override; else the highest of the care models, raised to what others need of it.

    An override is never raised, nor is what nobody is asked about (design.md 4.3).
    """

    models: tuple[tuple[CareModelId, int], ...]
    override: Override | None
    demands: tuple[Demand, ...]
    asked_of_anybody: bool

    @property
    def result(self) -> int | None:
        """The target; None where nobody asks for one."""
        if self.override:
            return self.override.level
        levels = [level for _, level in self.models]
        if self.asked_of_anybody:
            levels += [demand.needs for demand in self.demands]
        return max(levels, default=None)


@dataclass(frozen=True, slots=True)
class GapTrace:
    """The target less the partnership level, at least 0; without a target 0 (design.md 4.4)."""

    target: int | None
    level: Range | None

    @property
    def result(self) -> Range | None:
        """The gap; None without a partnership level."""
        if self.level is None:
            return None
        target = self.target or 0
        return Range(max(0, target - self.level.high), max(0, target - self.level.low))


@dataclass(frozen=True, slots=True)
class WeeksTrace:
    """The weeks of all steps from the low end of the level to the target (design.md 4.8)."""

    steps: tuple[Step, ...]

    @property
    def result(self) -> Weeks:
        """Low, likely and high."""
        return weeks_of(self.steps)


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """What an open gap builds on: its level (low end, None without one) and what is needed."""

    capability: CapabilityId
    low: int | None
    needs: int


@dataclass(frozen=True, slots=True)
class WaitingTrace:
    """An open gap waits for each prerequisite whose low end is below what it needs.

    A prerequisite without a partnership level blocks nothing (design.md 4.7).
    """

    prerequisites: tuple[Prerequisite, ...]

    @property
    def result(self) -> tuple[CapabilityId, ...]:
        """What it waits for."""
        return tuple(
            p.capability for p in self.prerequisites if p.low is not None and p.low < p.needs
        )


@dataclass(frozen=True, slots=True)
class WeighedGap:
    """A capability with its weight and the high end of its gap."""

    capability: CapabilityId
    weight: float
    gap: int

    @property
    def worth(self) -> float:
        """Weight times gap."""
        return self.weight * self.gap


@dataclass(frozen=True, slots=True)
class PriorityTrace:
    """Its own weight times gap, and `share` of that of all it blocks, over the likely weeks.

    Gaps count by their high end (design.md 4.9).
    """

    own: WeighedGap
    blocked: tuple[WeighedGap, ...]
    share: float
    steps: tuple[Step, ...]

    @property
    def waiting(self) -> float:
        """The weight times gap of all it blocks."""
        return sum(gap.worth for gap in self.blocked)

    @property
    def result(self) -> float | None:
        """The priority; None without an open gap."""
        if not self.own.gap:
            return None
        return (self.own.worth + self.share * self.waiting) / weeks_of(self.steps).likely
