"""The plan of 1,000 projects with 3,000 links and a capacity of 20, against sorting their graph.

Run with `python tests/benchmarks/bench_plan.py`; prints the ratio of interleaved medians, and the
time for the plan of 1,000 gaps.
"""

from __future__ import annotations

import random
import statistics
import time
from datetime import date
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from bench_gaps import make_assessment

from techmodel.core.checklist import Weeks
from techmodel.core.gaps import find_gaps
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import Link, PlanBook, Project, ProjectId, ProjectKind, Terms
from techmodel.core.proposal import propose
from techmodel.core.working_days import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

AT_MOST = 10.0
RUNS = 15


def make_book(projects: int = 1_000, links: int = 3_000, capacity: int = 20) -> PlanBook:
    """Projects added by hand that each wait for some of the hundred before them."""
    draw = random.Random(projects)
    ids = [ProjectId(f"P{n:04}") for n in range(projects)]
    found: dict[tuple[ProjectId, ProjectId], Link] = {}
    while len(found) < links:
        n = draw.randrange(1, projects)
        pair = (ids[n], ids[draw.randrange(max(0, n - 100), n)])
        found[pair] = Link(*pair)
    weeks = [Weeks(w, 2 * w, 4 * w) for w in range(1, 9)]
    made = tuple(
        Project(id_, f"Project {id_}", ProjectKind.OWN, weeks=draw.choice(weeks), position=n)
        for n, id_ in enumerate(ids)
    )
    return PlanBook(made, tuple(found.values()), terms=Terms(capacity=capacity))


def graph_of(book: PlanBook) -> Mapping[str, list[str]]:
    """What each project waits for."""
    graph: dict[str, list[str]] = {p.id: [] for p in book.projects}
    for link in book.links:
        graph[link.project].append(link.after)
    return graph


def measure(book: PlanBook | None = None, runs: int = RUNS) -> tuple[float, float]:
    """Median seconds of the whole plan and of one topological sort of its graph, interleaved."""
    found = book or make_book()
    assessment = make_assessment(10, 2)
    gaps, graph = find_gaps(assessment), graph_of(found)
    days = calendar()
    return interleaved(
        lambda: work_out(assessment, gaps, found, days),
        lambda: tuple(TopologicalSorter(graph).static_order()),
        runs,
    )


def measure_gaps(runs: int = RUNS) -> tuple[int, int, float]:
    """How many gaps and steps 1,000 capabilities leave, and median seconds of their plan."""
    assessment = make_assessment()
    gaps = find_gaps(assessment)
    book = PlanBook(propose(assessment, gaps, ()).added, terms=Terms(capacity=20))
    days = calendar()
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        plan = work_out(assessment, gaps, book, days)
        taken.append(time.perf_counter() - started)
    return len(book.projects), len(plan.work.steps), statistics.median(taken)


def calendar() -> WorkingDays:
    """Working days without holidays, counted far ahead."""
    days = WorkingDays(date(2026, 11, 25), lambda _: ())
    days.number(date(2250, 1, 1))
    return days


def interleaved(
    ours: Callable[[], object], theirs: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Median seconds of both, called in turn."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for run, seconds in zip((ours, theirs), taken, strict=True):
            started = time.perf_counter()
            run()
            seconds.append(time.perf_counter() - started)
    return statistics.median(taken[0]), statistics.median(taken[1])


def main() -> None:
    """Print the figures."""
    ours, sort = measure()
    print(
        f"plan of 1,000 projects, 3,000 links, capacity 20: {ours * 1000:.1f} ms, one topological "
        f"sort {sort * 1000:.2f}; ratio {ours / sort:.1f} (at most {AT_MOST})"
    )
    gaps, steps, seconds = measure_gaps()
    print(f"plan of {gaps:,} gaps, {steps:,} steps, capacity 20: {seconds * 1000:.0f} ms")


if __name__ == "__main__":
    main()
