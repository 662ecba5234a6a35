"""When each piece of work runs: links, pins and capacity, in working days from the plan's start.

The forward pass is the parallel schedule generation scheme (Kolisch 1996): at every moment at
which work ends, what may begin begins in the order given, as far as there is capacity. Slack
comes from the backward pass over links and over the order in which pieces follow each other on
the places of the capacity (chaining: Policella et al. 2007), so that a piece may use all of its
slack without breaking either.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from techmodel.core.schedule_run import Run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Loop(ValueError):
    """Pieces of work that wait for each other in a circle.

    Attributes:
        ids: the pieces, each waiting for the one before it; the first is also the last.
    """

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__(" → ".join(ids))
        self.ids = ids


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work.

    Attributes:
        id: its name.
        days: working days it takes, 0 for a milestone.
        after: the ids of those that must have ended.
        roles: who it keeps busy, each one place of the role's capacity.
        not_before: the first day it may begin.
        no_later: the last day it should be done by, that day included; None for no such day.
        counts: whether it takes a place of the capacity; waiting times and milestones do not.
    """

    id: str
    days: int
    after: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    not_before: int = 0
    no_later: int | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many pieces may be in work at once: over all, and by role; None and absent: no limit.

    Numbers are at least 1.
    """

    overall: int | None = None
    roles: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """When a piece of work runs, in days from the plan's start; ends are the day after the last.

    Attributes:
        start, end: with links, pins and capacity.
        early_start: by links and pins alone.
        slack: days it may slip without moving the plan's end, if all others keep their order.
    """

    start: int
    end: int
    early_start: int
    slack: int

    @property
    def critical(self) -> bool:
        """Whether the plan ends later if this does."""
        return self.slack == 0


@dataclass(frozen=True, slots=True)
class Schedule:
    """When everything runs.

    Attributes:
        placed: by id.
        end: the day after the last day of all, 0 if there is nothing.
        late: the ids of those that end after their `no_later`, in the order given.
    """

    placed: Mapping[str, Placed]
    end: int
    late: tuple[str, ...]


def schedule(tasks: Sequence[Task], capacity: Capacity = Capacity()) -> Schedule:
    """Place every task as early as links, pins and capacity let it.

    Where there is no room for all, the one earlier in the list is first, and so is everything it
    waits for. Links to ids that are not among the tasks are taken as fulfilled.

    Raises:
        Loop: tasks wait for each other in a circle.
    """
    net = Net(tasks)
    run = Run(net, capacity)
    run.go()
    end = max(run.ends, default=0)
    early, slack = _early(net), _slack(net, run, end)
    placed = {
        t.id: Placed(run.starts[n], run.ends[n], early[n], slack[n]) for n, t in enumerate(tasks)
    }
    late = tuple(
        t.id
        for n, t in enumerate(tasks)
        if t.no_later is not None and run.ends[n] > t.no_later + 1
    )
    return Schedule(placed, end, late)


def in_order(tasks: Sequence[Task]) -> tuple[str, ...]:
    """The ids so that each comes after those it waits for.

    Raises:
        Loop: there is no such order.
    """
    ids = {t.id for t in tasks}
    graph = {t.id: [a for a in t.after if a in ids] for t in tasks}
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise Loop(tuple(error.args[1])) from error


class Net:
    """The tasks by number, with what each waits for and what waits for it."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.tasks = tasks
        numbers = {t.id: n for n, t in enumerate(tasks)}
        self.before = [[numbers[a] for a in {*t.after} if a in numbers] for t in tasks]
        self.next: list[list[int]] = [[] for _ in tasks]
        for n, waits in enumerate(self.before):
            for before in waits:
                self.next[before].append(n)
        self.order = self._in_order()

    def _in_order(self) -> list[int]:
        """The numbers so that each comes after those it waits for. Raises Loop."""
        open_ = [len(waits) for waits in self.before]
        order = [n for n, waits in enumerate(open_) if not waits]
        for n in order:  # it grows while it is gone through
            for follower in self.next[n]:
                open_[follower] -= 1
                if not open_[follower]:
                    order.append(follower)
        if len(order) < len(open_):
            in_order(self.tasks)
        return order

    def turns(self) -> list[int]:
        """Whose turn it is first, by number: the place in the list of the first that waits."""
        first = [*range(len(self.tasks))]
        for n in reversed(self.order):
            for before in self.before[n]:
                first[before] = min(first[before], first[n])
        turns = [0] * len(first)
        for turn, n in enumerate(sorted(range(len(first)), key=first.__getitem__)):
            turns[n] = turn
        return turns


def _early(net: Net) -> list[int]:
    """The first day each could begin if capacity had no limit."""
    starts = [t.not_before for t in net.tasks]
    for n in net.order:
        end = starts[n] + net.tasks[n].days
        for follower in net.next[n]:
            starts[follower] = max(starts[follower], end)
    return starts


def _slack(net: Net, run: Run, end: int) -> list[int]:
    """How far each may slip: the backward pass over links and over the places of the capacity."""
    latest = [end] * len(net.tasks)
    for n in reversed(run.begun):
        begin = latest[n] - net.tasks[n].days
        for before in net.before[n]:
            latest[before] = min(latest[before], begin)
        for before in run.followed.get(n, ()):
            latest[before] = min(latest[before], begin)
    return [late - done for late, done in zip(latest, run.ends, strict=True)]
