"""The forward pass of a schedule: what begins at each moment, and on whose place."""

from __future__ import annotations

import heapq
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techmodel.core.schedule import Capacity, Net, Task

_NOBODY = -1
"""Stands for a place that nobody has had."""


class Run:
    """The forward pass: what begins at each moment, and whose place it takes.

    Attributes:
        starts, ends: by number.
        begun: the numbers in the order in which they began.
        followed: whose places each took.
    """

    def __init__(self, net: Net, capacity: Capacity) -> None:
        count = len(net.tasks)
        self.starts, self.ends = [0] * count, [0] * count
        self.begun: list[int] = []
        self.followed: dict[int, list[int]] = {}
        self._net = net
        self._places = Places(capacity)
        self._turns = net.turns()
        self._kinds = [self._places.kind_of(t) for t in net.tasks]
        self._open = [len(waits) for waits in net.before]
        self._pinned: list[tuple[int, int]] = []
        self._ready: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        self._running: list[tuple[int, int]] = []

    def go(self) -> None:
        """Run from the first day until everything has ended."""
        for n, waits in enumerate(self._open):
            if not waits:
                self._release(n)
        now = 0
        while True:
            while self._pinned and self._pinned[0][0] <= now:
                self._queue(heapq.heappop(self._pinned)[1])
            self._begin(now)
            following = [heap[0][0] for heap in (self._pinned, self._running) if heap]
            if not following:
                return
            now = max(now, min(following))
            while self._running and self._running[0][0] == now:
                self._finish(heapq.heappop(self._running)[1])

    def _release(self, n: int) -> None:
        """Nothing holds a task up any more but its pin."""
        heapq.heappush(self._pinned, (self._net.tasks[n].not_before, n))

    def _queue(self, n: int) -> None:
        """A task may begin as soon as there are places for it."""
        heapq.heappush(self._ready.setdefault(self._kinds[n], []), (self._turns[n], n))

    def _begin(self, now: int) -> None:
        """Let begin what may, in turn, as far as there are places."""
        while True:
            queues = [q for kind, q in self._ready.items() if q and self._places.fit(kind)]
            if not queues:
                return
            _, n = heapq.heappop(min(queues))
            self.followed[n] = self._places.take(self._kinds[n])
            self.starts[n], self.ends[n] = now, now + self._net.tasks[n].days
            self.begun.append(n)
            heapq.heappush(self._running, (self.ends[n], n))

    def _finish(self, n: int) -> None:
        """A task has ended: its places are free and others may follow."""
        self._places.leave(self._kinds[n], n)
        for follower in self._net.next[n]:
            self._open[follower] -= 1
            if not self._open[follower]:
                self._release(follower)


class Places:
    """The places of the capacity: how many are free, and who left each of them."""

    def __init__(self, capacity: Capacity) -> None:
        limits = {"": capacity.overall} if capacity.overall is not None else {}
        self._left: dict[str, deque[int]] = {
            role: deque([_NOBODY] * count) for role, count in {**limits, **capacity.roles}.items()
        }

    def kind_of(self, task: Task) -> tuple[str, ...]:
        """The limits under which a task falls: it takes one place of each."""
        if not task.counts:
            return ()
        return tuple(role for role in ("", *dict.fromkeys(task.roles)) if role in self._left)

    def fit(self, kind: tuple[str, ...]) -> bool:
        """Whether there is a free place of each."""
        return all(self._left[role] for role in kind)

    def take(self, kind: tuple[str, ...]) -> list[int]:
        """Take the places that are free the longest; who left them, if anybody had them."""
        return [n for n in [self._left[role].popleft() for role in kind] if n != _NOBODY]

    def leave(self, kind: tuple[str, ...], n: int) -> None:
        """Free the places of a task."""
        for role in kind:
            self._left[role].append(n)
