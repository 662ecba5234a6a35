"""What each piece of the plan waits for, as links from piece to piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from techmodel.core.plan import Plan

Waits = tuple[tuple[int, int], ...]
"""What something waits for: the uid, and how many working days pass in between."""

Edges = dict[tuple[str, str], int]
"""(before, after): the working days in between."""


def find_waits(plan: Plan, uids: Mapping[str, int], begun: Collection[str]) -> Mapping[str, Waits]:
    """What each step and own project waits for, exactly as the plan was worked out.

    A project that waits for another waits with its first pieces for the last ones of the other;
    the pieces in between follow from that. What has begun waits for nothing.
    """
    steps, by_hand = _edges(plan, begun)
    edges = steps | _without_what_follows(by_hand, steps)
    found: dict[str, list[tuple[int, int]]] = {}
    for (before, after), lag in edges.items():
        found.setdefault(after, []).append((uids[before], lag))
    return {after: tuple(waits) for after, waits in found.items()}


def _edges(plan: Plan, begun: Collection[str]) -> tuple[Edges, Edges]:
    """The links between steps, and those that come from links between projects."""
    tasks = {task.id: task for task in plan.work.tasks}
    pieces = {id_ for ids in plan.work.of_project.values() for id_ in ids}
    steps: Edges = {}
    by_hand: Edges = {}
    for id_ in pieces.difference(begun):
        waits = set(plan.work.waits.get(id_, ()))
        for other in tasks[id_].after:
            if other in waits:
                steps[other, id_] = 0
            elif other in pieces:
                by_hand[other, id_] = 0
            else:  # the end of a project, and the time that passes after it
                gate = tasks[other]
                by_hand |= {(before, id_): gate.days for before in gate.after}
    return dict(sorted(steps.items())), dict(sorted(by_hand.items()))


def _without_what_follows(by_hand: Edges, steps: Edges) -> Edges:
    """The links between projects that do not follow from another one and a link of steps."""
    earlier: dict[str, list[str]] = {}
    later: dict[str, list[str]] = {}
    for before, after in steps:
        earlier.setdefault(after, []).append(before)
        later.setdefault(before, []).append(after)

    def follows(before: str, after: str, lag: int) -> bool:
        others = [(before, first) for first in earlier.get(after, ())]
        others += [(last, after) for last in later.get(before, ())]
        return any(by_hand.get(other) == lag for other in others)

    return {e: lag for e, lag in by_hand.items() if not follows(*e, lag)}
