"""Plans for tests of the core."""

import random
from datetime import date

from tests.core.builders import assessment, question
from tests.core.questions import random_question

from techmodel.core.gaps import find_gaps
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import PlanBook, Terms
from techmodel.core.proposal import Bundle, propose
from techmodel.core.working_days import WorkingDays

START = date(2026, 11, 25)

CHAIN = question(
    [
        {"id": "A-1", "targets": {"M": 3}, "actions": {2: "S", 3: "M"}, "duty": "2027-03-31"},
        {"id": "A-2", "targets": {"M": 2}, "prerequisites": ["A-1"], "actions": {2: "L"}},
        {"id": "B-1", "targets": {"M": 2}},
    ],
    [{"id": "o1"}, {"id": "o2"}],
    {"A-1": [1, 1], "A-2": [1, 1], "B-1": [2, 2]},
)
"""Two gaps, of which A-2 builds on A-1, but only on its level 1, and one capability at target."""


def calendar(start=START):
    """Working days without holidays."""
    return WorkingDays(start, lambda _: ())


def situation(seed):
    """A random assessment with its gaps and a book of what is proposed for it."""
    draw = random.Random(seed)
    found = assessment(random_question(draw))
    gaps = find_gaps(found)
    bundle = draw.choice([*Bundle])
    projects = propose(found, gaps, (), bundle=bundle).added
    terms = Terms(capacity=draw.choice([None, 1, 2, 5]), roles=draw.choice([{}, {"SRO": 1}]))
    return found, gaps, PlanBook(projects, terms=terms)


def chain(**changes):
    """The assessment of CHAIN with changes, its gaps, and the projects proposed for it."""
    found = assessment(CHAIN | changes)
    gaps = find_gaps(found)
    return found, gaps, propose(found, gaps, ()).added


def answered(**levels):
    """The answers of CHAIN with others for some capabilities: A_1=3 for both partners."""
    new = {k.replace("_", "-"): v for k, v in levels.items()}
    return {pair: new.get(pair[0], said) for pair, said in CHAIN["answers"].items()}


def worked(projects, today=None, **book):
    """The plan of some projects on CHAIN."""
    found, gaps, _ = chain()
    return work_out(found, gaps, PlanBook(tuple(projects), **book), calendar(), today)
