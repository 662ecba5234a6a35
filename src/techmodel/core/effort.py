"""What each project brings for how much work, and where its label goes in a picture of that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps
    from techmodel.core.plan import Plan, PlannedProject, PlannedStep
    from techmodel.core.plan_parts import Project

    Box = tuple[float, float, float, float]


class Quadrant(StrEnum):
    """How what a project brings compares with its work, beside the other projects."""

    MUCH_FOR_LITTLE = "much for little"
    MUCH_FOR_MUCH = "much for much"
    LITTLE_FOR_LITTLE = "little for little"
    LITTLE_FOR_MUCH = "little for much"


@dataclass(frozen=True, slots=True)
class Effort:
    """A project, what it brings and what it takes.

    Attributes:
        planned: the project with its dates.
        weeks: likely weeks of its work.
        levels: weighted levels its open steps add; a step of one partner counts by its share.
        unblocked: weighted levels of other gaps that wait for it, times the share of the content
            (`blocked_share`), as in the priority (design.md 4.9).
    """

    planned: PlannedProject
    weeks: int
    levels: float
    unblocked: float

    @property
    def impact(self) -> float:
        """What it brings, with what waits for it."""
        return self.levels + self.unblocked


@dataclass(frozen=True, slots=True)
class Efforts:
    """All projects that have open steps and dates, in the order of the plan.

    Attributes:
        all: the projects.
        weeks, impact: the medians at which the quadrants meet; 0 where there is nothing.
        without: projects with dates that take no step of the checklist.
    """

    all: tuple[Effort, ...]
    weeks: float
    impact: float
    without: tuple[Project, ...]

    def quadrant(self, effort: Effort) -> Quadrant:
        """Where a project stands; one at the middle brings much, and takes little."""
        much, little = effort.impact >= self.impact, effort.weeks <= self.weeks
        if much:
            return Quadrant.MUCH_FOR_LITTLE if little else Quadrant.MUCH_FOR_MUCH
        return Quadrant.LITTLE_FOR_LITTLE if little else Quadrant.LITTLE_FOR_MUCH


def find_efforts(assessment: Assessment, gaps: Gaps, plan: Plan) -> Efforts:
    """What each project brings and takes."""
    dated = [p for p in plan.projects if p.start]
    found = tuple(_effort(assessment, gaps, p) for p in dated if p.steps)
    without = tuple(p.project for p in dated if not p.steps)
    weeks = median([e.weeks for e in found] or [0])
    return Efforts(found, weeks, median([e.impact for e in found] or [0.0]), without)


def _effort(assessment: Assessment, gaps: Gaps, planned: PlannedProject) -> Effort:
    weights: dict[str, float] = {o.id: o.weight for o in assessment.organisations}
    levels = sum(_adds(gaps, step, weights) for step in planned.steps)
    own = {s.capability for s in planned.steps}
    waiting = {b for s in planned.steps if s.organisation is None for b in _blocked(gaps, s)}
    held = [g for g in gaps.capabilities if g.id in waiting - own and g.gap]
    unblocked = sum(g.weight * g.gap.high for g in held if g.gap)
    share = assessment.checklist.scoring.blocked_share
    return Effort(planned, planned.weeks.likely, levels, share * unblocked)


def _adds(gaps: Gaps, step: PlannedStep, weights: Mapping[str, float]) -> float:
    """The weighted levels that a step adds; `weights` are those of the organisations."""
    gap = gaps.of(step.capability)
    assert gap is not None, "a planned step is of a capability in scope"
    if step.organisation is None:
        return gap.weight
    return gap.weight * weights[step.organisation] / sum(weights[o] for o in gap.pairs)


def _blocked(gaps: Gaps, step: PlannedStep) -> Iterator[str]:
    gap = gaps.of(step.capability)
    yield from gap.blocked if gap else ()


def place_labels(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    area: tuple[float, float],
    apart: float,
) -> tuple[Box | None, ...]:
    """A box (x, y, width, height) for the label of each point; none touches another or the edge.

    Args:
        points: where the labels belong, from the top left of the area.
        sizes: width and height of each label.
        area: width and height of the room.
        apart: the least room between two labels, and between a label and its point.

    Returns:
        The boxes, each as near to its point as the ones before it left room, and over as few
        points as can be; None where there is no room.
    """
    placed: list[Box] = []
    found: list[Box | None] = []
    for point, size in zip(points, sizes, strict=True):
        free = [b for b in _near(point, size, area, apart) if _free(b, placed, apart)]
        box = min(free, key=lambda b: _covered(b, points), default=None)
        found.append(box)
        if box:
            placed.append(box)
    return tuple(found)


_RINGS = 24
"""How many times the height of a label it may lie away from its point."""


def _near(
    point: tuple[float, float], size: tuple[float, float], area: tuple[float, float], apart: float
) -> Iterator[Box]:
    """Places for a label inside the area, nearer ones first: beside its point, then around it."""
    (x, y), (width, height) = point, size
    right, left, middle = x + apart, x - apart - width, x - width / 2
    for ring in range(_RINGS):
        away, aside = ring * (height + apart), ring * width / 2
        lines = (y - height / 2 - away, y - height / 2 + away)[: 2 if ring else 1]
        sides = (right, left, middle, right + aside, left - aside)[: 5 if ring else 2]
        for side in sides:
            for line in lines:
                if 0 <= side <= area[0] - width and 0 <= line <= area[1] - height:
                    yield (side, line, width, height)


def _covered(box: Box, points: Sequence[tuple[float, float]]) -> int:
    """How many points a label would hide."""
    x, y, width, height = box
    return sum(x < px < x + width and y < py < y + height for px, py in points)


def _free(box: Box, placed: Sequence[Box], apart: float) -> bool:
    """Whether a box keeps its distance from all others."""
    x, y, width, height = box
    return all(
        x >= ox + ow + apart
        or ox >= x + width + apart
        or y >= oy + oh + apart
        or oy >= y + height + apart
        for ox, oy, ow, oh in placed
    )
