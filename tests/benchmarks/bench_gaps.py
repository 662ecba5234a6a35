"""How long the gap analysis takes against one plain pass over the pairs (design.md 11: at most 4).

Run it: `python -m tests.benchmarks.bench_gaps`. It also prints how the time grows with the data.
"""

import random
from statistics import median
from time import perf_counter

from tests.core.builders import assessment, question

from techmodel.core.gaps import find_gaps

AT_MOST = 4.0


def big_question(capabilities, organisations, weights):
    """Ten domains, up to three prerequisites each, nine answers of ten a level."""
    draw = random.Random(capabilities + organisations)
    ids = [f"{'ABCDEFGHIJ'[n % 10]}-{n:05}" for n in range(capabilities)]
    partners = [{"id": f"o{n}", "weight": draw.choice(weights)} for n in range(organisations)]
    rows = [
        {
            "id": name,
            "prerequisites": draw.sample(ids[max(0, n - 20) : n], min(n, draw.randint(0, 3))),
            "targets": {"M": draw.randint(2, 4), "N": draw.randint(2, 4)},
            "actions": {2: "S", 3: "M", 4: "L"},
        }
        for n, name in enumerate(ids)
    ]
    answers = {name: [an_answer(draw) for _ in partners] for name in ids}
    return question(rows, partners, answers, care_models=["M", "N"])


def an_answer(draw):
    """A level mostly; else any of the others."""
    if draw.random() < 0.9:
        return draw.randint(1, 4)
    return draw.choice(("?", "?", "n/a", ("by", "o0"), None))


def one_pass(levels, weights):
    """Adds each pair's weight to its level, capability by capability."""
    sums = []
    for row in levels:
        held = [0.0] * 6
        for level, weight in zip(row, weights, strict=True):
            held[level] += weight
        sums.append(held)
    return sums


def plain_lists(found):
    """The levels as lists, unknown as 0, and the weights."""
    known = {pair: answer.value.level or 0 for pair, answer in found.answers.items()}
    levels = [
        [known.get((c.id, o.id), 0) for o in found.organisations]
        for c in found.checklist.capabilities
    ]
    return levels, [o.weight for o in found.organisations]


def seconds(function, *arguments):
    """How long one call takes."""
    start = perf_counter()
    function(*arguments)
    return perf_counter() - start


def measure(found, runs=15):
    """Median seconds of the analysis and of one pass, runs interleaved."""
    levels, weights = plain_lists(found)
    ours, plain = [], []
    for _ in range(runs):
        ours.append(seconds(find_gaps, found))
        plain.append(seconds(one_pass, levels, weights))
    return median(ours), median(plain)


def main():
    """Print the ratio for equal and unequal weights, and the growth with ten times the data."""
    for name, weights in (("equal weights", [1.0]), ("mixed weights", [0.5, 1.0, 2.0, 3.7])):
        ours, plain = measure(assessment(big_question(1000, 50, weights)))
        print(f"{name}: {ours * 1000:.1f} ms, {ours / plain:.2f} times (at most {AT_MOST})")
    small, _ = measure(assessment(big_question(200, 25, [1.0])))
    large, _ = measure(assessment(big_question(2000, 25, [1.0])))
    print(f"ten times the data: {large / small:.1f} times the time")


if __name__ == "__main__":
    main()
