"""The gap analysis of 1,000 capabilities and 50 organisations, against one pass over the pairs.

Run with `python tests/benchmarks/bench_gaps.py`; prints ratios of interleaved medians, and how the
time grows with ten times the data.
"""

from __future__ import annotations

import datetime
import random
import statistics
import time
from typing import TYPE_CHECKING

from techmodel.core.answers import Answer, State, Value
from techmodel.core.assessment import Assessment
from techmodel.core.checklist import (
    Action,
    Capability,
    Checklist,
    Domain,
    Effort,
    ModelTarget,
    Profile,
    Scoring,
    Weeks,
)
from techmodel.core.gaps import find_gaps
from techmodel.core.organisations import Organisation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

AT_MOST = 4.0
RUNS = 25
GROUP = 75
"""Prerequisites stay within groups of this size, which is about that of the real checklist."""

BANDS = {Effort.S: Weeks(2, 4, 6), Effort.M: Weeks(6, 11, 16), Effort.L: Weeks(16, 28, 40)}


def make_assessment(
    capabilities: int = 1000, organisations: int = 50, weights: Sequence[float] = (1.0,)
) -> Assessment:
    """Every pair is asked; nine answers of ten are a level, the others all there is."""
    draw = random.Random(capabilities + organisations)
    partners = tuple(
        Organisation(f"o{n}", f"Name {n}", "", "gp", draw.choice(weights), True, n)
        for n in range(organisations)
    )
    checklist = make_checklist(draw, capabilities)
    return Assessment(
        id="",
        title="",
        lead="",
        care_models=("M", "N"),
        threshold=0.8,
        domains_out=frozenset(),
        checklist=checklist,
        organisations=partners,
        answers={
            (c.id, o.id): Answer(c.id, o.id, make_value(draw))
            for c in checklist.capabilities
            for o in partners
        },
        evidence=(),
        overrides={},
    )


def make_value(draw: random.Random) -> Value:
    """A level mostly; else any of the others."""
    if draw.random() < 0.9:
        return Value(State.LEVEL, draw.randint(1, 4))
    state = draw.choice((State.DONT_KNOW, State.NOT_ANSWERED, State.NOT_APPLICABLE))
    return draw.choice((Value(state), Value(state), Value(State.PROVIDED_BY, None, "o0")))


def make_checklist(draw: random.Random, capabilities: int) -> Checklist:
    """Ten domains and up to three prerequisites each."""
    return Checklist(
        title="",
        version="",
        date=datetime.date(2026, 11, 22),
        notice="",
        levels=(),
        domains=tuple(Domain(d, d, d, "") for d in "ABCDEFGHIJ"),
        capabilities=tuple(make_capability(draw, n) for n in range(capabilities)),
        services=(),
        care_models=(),
        roles={},
        kinds=(),
        scoring=Scoring(BANDS, {}, 0.5, (), 0.8, ()),
    )


def make_capability(draw: random.Random, number: int) -> Capability:
    """A capability that may build on those before it in its group."""
    before = range(number - number % GROUP, number)
    return Capability(
        id=capability_id(number),
        domain=capability_id(number)[0],
        name="",
        question="",
        test="",
        why="",
        weight=1.0,
        profile=Profile.EXCHANGE,
        applies_to=("gp",),
        levels=("", "", "", "", "", ""),
        evidence=(),
        actions=(Action(2, "", Effort.S, ()), Action(3, "", Effort.M, ())),
        prerequisites=tuple(
            capability_id(p) for p in draw.sample(before, min(len(before), draw.randint(0, 3)))
        ),
        services=(),
        targets={m: ModelTarget(draw.randint(2, 4)) for m in "MN"},
    )


def capability_id(number: int) -> str:
    """The id of the capability with this number."""
    return f"{'ABCDEFGHIJ'[number % 10]}-{number:05}"


def one_pass(levels: Sequence[Sequence[int]], weights: Sequence[float]) -> list[list[float]]:
    """Add each pair's weight to its level, capability by capability."""
    sums = []
    for row in levels:
        held = [0.0] * 6
        for level, weight in zip(row, weights, strict=True):
            held[level] += weight
        sums.append(held)
    return sums


def one_pass_over_answers(assessment: Assessment) -> Mapping[str, list[float]]:
    """The same pass, reading the answers as an assessment holds them."""
    weights = {o.id: o.weight for o in assessment.organisations}
    sums = {c.id: [0.0] * 6 for c in assessment.checklist.capabilities}
    for (capability, organisation), answer in assessment.answers.items():
        level = answer.value.level
        sums[capability][0 if level is None else level] += weights[organisation]
    return sums


def plain_lists(assessment: Assessment) -> tuple[list[list[int]], list[float]]:
    """The levels by capability and organisation, unknown as 0, and the weights."""
    levels = [
        [assessment.answers[c.id, o.id].value.level or 0 for o in assessment.organisations]
        for c in assessment.checklist.capabilities
    ]
    return levels, [o.weight for o in assessment.organisations]


def measure(assessment: Assessment | None = None, runs: int = RUNS) -> tuple[float, float]:
    """Median seconds of the analysis and of one pass over plain lists, interleaved."""
    found = assessment or make_assessment()
    levels, weights = plain_lists(found)
    return interleaved(lambda: find_gaps(found), lambda: one_pass(levels, weights), runs)


def measure_over_answers(assessment: Assessment, runs: int = RUNS) -> tuple[float, float]:
    """Median seconds of the analysis and of one pass over the same answers, interleaved."""
    return interleaved(
        lambda: find_gaps(assessment), lambda: one_pass_over_answers(assessment), runs
    )


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
    for name, weights in (("equal weights", (1.0,)), ("unequal weights", (0.5, 1.0, 2.0, 3.7))):
        found = make_assessment(weights=weights)
        ours, lists = measure(found)
        again, answers = measure_over_answers(found)
        print(
            f"gap analysis, 1,000 x 50, {name}: {ours * 1000:.1f} ms, plain lists "
            f"{lists * 1000:.2f}; ratio {ours / lists:.1f} (at most {AT_MOST}); "
            f"{again / answers:.1f} to one pass over the answers themselves"
        )
    small, large = make_assessment(200, 25), make_assessment(2000, 25)
    less, more = interleaved(lambda: find_gaps(small), lambda: find_gaps(large), RUNS)
    print(f"ten times the data: {more / less:.1f} times the time (at most 12)")


if __name__ == "__main__":
    main()
