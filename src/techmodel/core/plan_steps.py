"""The steps of a plan: their ids, which are still open, how long they take, what they wait for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.checklist import LEVELS, CapabilityId
from techmodel.core.organisations import OrganisationId
from techmodel.core.plan_parts import StepId
from techmodel.core.steps import step_needs, steps_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.steps import Step


@dataclass(frozen=True, slots=True)
class StepOf:
    """A step taken apart: `capability` to `level`, of one organisation or of the partnership."""

    capability: CapabilityId
    level: int
    organisation: OrganisationId | None = None

    @property
    def id(self) -> StepId:
        """How plans name it."""
        whose = f"@{self.organisation}" if self.organisation else ""
        return StepId(f"{self.capability}:{self.level}{whose}")

    @property
    def below(self) -> StepOf:
        """The step below it."""
        return StepOf(self.capability, self.level - 1, self.organisation)


def parse_step(id_: str) -> StepOf:
    """A step from its id.

    Raises:
        ValueError: it is not written like one.
    """
    step, _, organisation = id_.partition("@")
    capability, _, level = step.rpartition(":")
    if not capability or level not in {"1", "2", "3", "4", "5"}:
        raise ValueError(f"{id_!r} is not a step such as REC-06:3")
    return StepOf(
        CapabilityId(capability),
        int(level),
        OrganisationId(organisation) if organisation else None,
    )


def level_now(gaps: Gaps, step: StepOf) -> int | None:
    """The level the work of a step begins from: the partnership's low, or the organisation's.

    Unknown counts as 0 for planning (design.md 4.8); None where there is no level at all.
    """
    return _level(gaps.of(step.capability), step)


def is_needed(gaps: Gaps, step: StepOf) -> bool:
    """Whether a step is still to be done to reach the target of its capability."""
    gap, now = gaps.of(step.capability), level_now(gaps, step)
    return bool(gap and gap.target and now is not None and now < step.level <= gap.target.level)


def steps_to_target(gap: CapabilityGap) -> tuple[StepId, ...]:
    """The steps of one gap, lowest first; none without a target or a level."""
    if gap.target is None or gap.partnership is None:
        return ()
    levels = range(gap.partnership.low + 1, gap.target.level + 1)
    return tuple(StepOf(gap.id, level).id for level in levels)


def _level(gap: CapabilityGap | None, step: StepOf) -> int | None:
    if gap is None:
        return None
    if step.organisation is None:
        return gap.partnership.low if gap.partnership else None
    pair = gap.pairs.get(step.organisation)
    if pair is None or pair.state is State.NOT_APPLICABLE:
        return None
    return pair.level or 0


class Ground:
    """What steps stand on: the levels now, and what the checklist says; looked up quickly."""

    def __init__(self, assessment: Assessment, gaps: Gaps) -> None:
        self._checklist = assessment.checklist
        self._gaps = {gap.id: gap for gap in gaps.capabilities}
        self._contents: dict[CapabilityId, tuple[Step, ...]] = {}

    def level(self, step: StepOf) -> int | None:
        """As `level_now`."""
        return _level(self._gaps.get(step.capability), step)

    def content(self, step: StepOf) -> Step | None:
        """What the checklist says about a step; None when it has no such capability."""
        found = self._contents.get(step.capability)
        if found is None:
            capability = self._checklist.capability(step.capability)
            if capability is None:
                return None
            found = steps_of(capability, 0, LEVELS[-1], self._checklist.scoring)
            self._contents[step.capability] = found
        return found[step.level - 1]

    def waits(self, step: StepOf, planned: Collection[str]) -> Iterator[tuple[StepId, bool]]:
        """What a step waits for (design.md 4.7), each with whether it is planned.

        A prerequisite that is there already, or without a level, is not waited for.
        """
        if (self.level(step) or 0) < step.level - 1:
            below = step.below.id
            yield below, below in planned
        capability = self._checklist.capability(step.capability)
        needs = step_needs(step.level)
        for prerequisite in capability.prerequisites if capability else ():
            needed = StepOf(prerequisite, needs)
            now = self.level(needed)
            if now is not None and now < needs:
                yield needed.id, needed.id in planned
