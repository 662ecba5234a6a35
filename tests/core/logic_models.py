"""Logic models for tests."""

import random

from techmodel.core.benefits import STAGES
from techmodel.core.plan_parts import Benefit, Stage


def element(id_, stage, *leads_to, **changes):
    """An element called after its id."""
    return Benefit(id_, f"Name of {id_}", Stage(stage), leads_to, **changes)


CHAIN = (
    element("in", "input", "act"),
    element("act", "activity", "out"),
    element("out", "output", "change"),
    element("change", "outcome", "lives"),
    element("lives", "impact"),
)


def random_model(seed, most=14):
    """Elements that lead to the right, or down within a column; no circles."""
    draw = random.Random(seed)
    stages = sorted((draw.choice(STAGES) for _ in range(draw.randint(0, most))), key=STAGES.index)
    ids = [f"b{n:02}" for n in range(len(stages))]
    return tuple(
        element(id_, stage, *(t for t in ids[n + 1 :] if draw.random() < 0.2))
        for n, (id_, stage) in enumerate(zip(ids, stages, strict=True))
    )
