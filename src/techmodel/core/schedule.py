"""When each piece of work runs: links, pins and capacity, in working days from the plan's start.

The forward pass is the parallel schedule generation scheme (Kolisch 1996): at every moment at
which work ends, what may begin begins in the order given, as far as there is capacity. Slack
comes from the backward pass over links and over the order in which pieces follow each other on
the places of the capacity (chaining: Policella et al. 2007), so that a piece may use all of its
slack without breaking either.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


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
        slack: days it may slip without moving the plan's end.
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
    """Place every task as early as links, pins and capacity let it; earlier in the list is first.

    Links to ids that are not among the tasks are taken as fulfilled.

    Raises:
        Loop: tasks wait for each other in a circle.
    """
    order = in_order(tasks)
    early = _early(tasks, order)
    run = _Run(tasks, capacity)
    run.go()
    end = max(run.ends.values(), default=0)
    slack = _slack(tasks, order, run, end)
    placed = {
        t.id: Placed(run.starts[t.id], run.ends[t.id], early[t.id], slack[t.id]) for t in tasks
    }
    late = tuple(t.id for t in tasks if t.no_later is not None and run.ends[t.id] > t.no_later + 1)
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


def _early(tasks: Sequence[Task], order: Sequence[str]) -> dict[str, int]:
    """The first day each could begin if capacity had no limit."""
    by_id = {t.id: t for t in tasks}
    starts: dict[str, int] = {}
    for id_ in order:
        task = by_id[id_]
        starts[id_] = max(
            (starts[a] + by_id[a].days for a in task.after if a in starts), default=0
        )
        starts[id_] = max(starts[id_], task.not_before)
    return starts


def _slack(tasks: Sequence[Task], order: Sequence[str], run: _Run, end: int) -> dict[str, int]:
    """How far each may slip: the backward pass over links and over the places of the capacity."""
    latest = dict.fromkeys(order, end)
    by_id = {t.id: t for t in tasks}
    for id_ in sorted(order, key=lambda i: (run.starts[i], run.turn[i]), reverse=True):
        begin = latest[id_] - by_id[id_].days
        for before in (*by_id[id_].after, *run.followed.get(id_, ())):
            if before in latest:
                latest[before] = min(latest[before], begin)
    return {id_: latest[id_] - run.ends[id_] for id_ in order}


class _Run:
    """The forward pass: what begins at each moment, and whose place it takes."""

    def __init__(self, tasks: Sequence[Task], capacity: Capacity) -> None:
        self.starts: dict[str, int] = {}
        self.ends: dict[str, int] = {}
        self.turn: dict[str, int] = {}
        self.followed: dict[str, list[str]] = {}
        self._tasks = tasks
        ids = {t.id: n for n, t in enumerate(tasks)}
        self._open = [0] * len(tasks)
        self._next: list[list[int]] = [[] for _ in tasks]
        for n, task in enumerate(tasks):
            for before in {ids[a] for a in task.after if a in ids}:
                self._next[before].append(n)
                self._open[n] += 1
        self._places = _Places(capacity)
        self._pinned: list[tuple[int, int]] = []
        self._ready: list[int] = []
        self._running: list[tuple[int, int]] = []

    def go(self) -> None:
        """Run from the first day until everything has ended."""
        for n, waits in enumerate(self._open):
            if not waits:
                self._release(n)
        now = 0
        while True:
            self._begin(now)
            following = [heap[0][0] for heap in (self._pinned, self._running) if heap]
            if not following:
                return
            now = min(following)
            while self._running and self._running[0][0] == now:
                self._finish(heapq.heappop(self._running)[1])
            while self._pinned and self._pinned[0][0] <= now:
                heapq.heappush(self._ready, heapq.heappop(self._pinned)[1])

    def _release(self, n: int) -> None:
        """Nothing holds a task up any more but its pin."""
        heapq.heappush(self._pinned, (self._tasks[n].not_before, n))

    def _begin(self, now: int) -> None:
        """Let begin what may, in order, as far as there are places."""
        held: list[int] = []
        while self._ready:
            n = heapq.heappop(self._ready)
            task = self._tasks[n]
            if not self._places.fit(task):
                held.append(n)
                continue
            self.followed[task.id] = self._places.take(task)
            self.starts[task.id], self.ends[task.id] = now, now + task.days
            self.turn[task.id] = len(self.turn)
            heapq.heappush(self._running, (now + task.days, n))
        for n in held:
            heapq.heappush(self._ready, n)

    def _finish(self, n: int) -> None:
        """A task has ended: its places are free and others may follow."""
        self._places.leave(self._tasks[n])
        for follower in self._next[n]:
            self._open[follower] -= 1
            if not self._open[follower]:
                self._release(follower)


class _Places:
    """The places of the capacity: how many are free, and who left each of them."""

    def __init__(self, capacity: Capacity) -> None:
        self._overall = capacity.overall
        limits = {"": capacity.overall} if capacity.overall is not None else {}
        self._left: dict[str, list[str]] = {
            role: [""] * count for role, count in {**limits, **capacity.roles}.items()
        }

    def fit(self, task: Task) -> bool:
        """Whether there is a place for a task with every role it keeps busy."""
        return all(self._left[role] for role in self._of(task))

    def take(self, task: Task) -> list[str]:
        """Take the places; who left them, if anybody had them before."""
        before = [self._left[role].pop(0) for role in self._of(task)]
        return [id_ for id_ in before if id_]

    def leave(self, task: Task) -> None:
        """Free the places of a task."""
        for role in self._of(task):
            self._left[role].append(task.id)

    def _of(self, task: Task) -> Iterator[str]:
        """The kinds of place with a limit that a task takes one of."""
        if not task.counts:
            return
        if self._overall is not None:
            yield ""
        yield from (role for role in dict.fromkeys(task.roles) if role in self._left)
