"""Dependencies between projects as lines with heads, from where one ends to where one begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from techmodel.core.plan import Plan, PlannedProject, PlannedStep
    from techmodel.core.plan_parts import Link, ProjectId, StepId

_DAY = timedelta(days=1)
ROUND = 7.0
"""Pixels that a line goes on before it turns."""
HEAD = 4.0
"""Half the width of an arrow's head in pixels."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A dependency: from the day after one ends to the day on which the other begins.

    Attributes:
        before, project: who is waited for, and who waits.
        ends, begins: the day after the end of the one, the start of the other.
        critical: whether both are critical, so that it decides when the plan ends.
        inside: whether it leaves from within the bar of the one, and whether it comes into that
            of the other: between steps that are not the last of the one or the first of the other.
    """

    before: ProjectId
    project: ProjectId
    ends: date
    begins: date
    critical: bool
    inside: tuple[bool, bool] = (False, False)


def find_arrows(plan: Plan, links: Iterable[Link]) -> tuple[Arrow, ...]:
    """One arrow for each pair of projects: between the steps that leave the least room."""
    by_hand = {(k.after, k.project) for k in links}
    planned = {p.project.id: p for p in plan.projects if p.start and p.end}
    steps = {s.id: (p, s) for p in planned.values() for s in p.steps}
    found: dict[tuple[ProjectId, ProjectId], Arrow] = {}
    for project in planned.values():
        for step in project.steps:
            _add_step(project, step, steps, found)
        for before in project.predecessors:
            key = (before, project.project.id)
            if before in planned and (key in by_hand or key not in found):
                found[key] = _between(planned[before], project)
    return tuple(found.values())


def _add_step(
    project: PlannedProject,
    step: PlannedStep,
    steps: Mapping[StepId, tuple[PlannedProject, PlannedStep]],
    found: dict[tuple[ProjectId, ProjectId], Arrow],
) -> None:
    """Note what a step waits for in other projects, where it leaves less room than before."""
    for id_ in step.waits_for:
        if id_ not in steps:
            continue
        other, waited = steps[id_]
        key = (other.project.id, project.project.id)
        if key[0] == key[1]:
            continue
        critical = step.critical and waited.critical
        inside = (waited.end != other.end, step.start != project.start)
        arrow = Arrow(*key, waited.end + _DAY, step.start, critical, inside)
        held = found.get(key)
        if held is None or _room(arrow) < _room(held):
            found[key] = arrow


def _between(before: PlannedProject, project: PlannedProject) -> Arrow:
    assert before.end is not None
    assert project.start is not None
    begins = max(project.start, before.end + _DAY)
    critical = before.critical and project.critical
    return Arrow(before.project.id, project.project.id, before.end + _DAY, begins, critical)


def _room(arrow: Arrow) -> timedelta:
    return arrow.begins - arrow.ends


def route(
    start: tuple[float, float],
    end: tuple[float, float],
    half: float,
    inside: tuple[bool, bool] = (False, False),
) -> tuple[QPolygonF, QPolygonF]:
    """The line of an arrow and its head.

    Args:
        start: where one ends: pixel of the day, middle of its bar.
        end: where the other begins.
        half: half the height of a bar.
        inside: whether it leaves from within a bar, by its edge, and comes into one so.
    """
    (x1, y1), (x2, y2) = start, end
    down = 1 if y2 > y1 else -1
    first = [(x1, y1 + down * half)] if inside[0] else [(x1, y1)]
    begin = x1 if inside[0] else x1 + ROUND - 1
    if not inside[1] and x2 - ROUND >= begin - ROUND / 2:
        turn = x1 if inside[0] else x2 - ROUND
        points = [*first, (turn, first[0][1]), (turn, y2), (x2, y2)]
        return _polygon(points), _head(x2, y2, 0)
    across = max(x2, begin)
    tip = y2 - down * half
    if inside[0] and across > x1:
        level = y2 - down * (half + 2 * HEAD)
        points = [*first, (x1, level), (across, level), (across, tip)]
    else:
        points = [*first, (across, first[0][1]), (across, tip)]
    return _polygon(points), _head(across, tip, down)


def _head(x: float, y: float, down: int) -> QPolygonF:
    """The head of an arrow with its tip there: to the right, or `down` (-1: up)."""
    if not down:
        return _polygon([(x, y), (x - 6, y - HEAD), (x - 6, y + HEAD)])
    return _polygon([(x, y), (x - HEAD, y - 6 * down), (x + HEAD, y - 6 * down)])


def _polygon(points: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
