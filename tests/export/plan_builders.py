"""Reports with plans for export tests: random ones, with everything that can be in a plan."""

import random
from dataclasses import replace
from datetime import timedelta

from tests.core.builders import assessment, question
from tests.core.questions import random_question
from tests.export.builders import MADE, report_of, with_content

from techmodel.core.checklist import Weeks
from techmodel.core.gaps import find_gaps
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import Link, Pins, PlanBook, Project, ProjectKind, Status, Terms
from techmodel.core.proposal import propose
from techmodel.session.calendar import working_days

TODAY = MADE.date()
TOMORROW = TODAY + timedelta(days=1)
HOSTILE = (
    "=1+1",
    "<b>&amp;\"'</b>",
    "]]><!-- ",
    "a\x00b\ud800c\ufffe",
    "two\r\nlines\tand a tab",
    "; , \\ \\n: end",
    "Ünïcode 🧪 " * 40,
    "@SUM(A1)",
)


def planned(found, book, batches=()):
    """The report of an assessment with a plan book, worked out on the day it is made."""
    gaps = find_gaps(found)
    days = working_days(book.terms.start or TOMORROW, book.closed_days)
    plan = work_out(found, gaps, book, days, TODAY)
    return replace(report_of(found, batches), book=book, plan=plan)


def random_planned(seed):
    """A report of a random assessment with a random plan; projects may do anything."""
    draw = random.Random(seed)
    found = with_content(assessment(random_question(draw)))
    projects = [_changed(p, draw) for p in propose(found, find_gaps(found), ()).added]
    for n in range(draw.randint(1, 3)):
        weeks = Weeks(*sorted(draw.choices(range(6), k=3)))
        own = Project(f"PX{n}", draw.choice(HOSTILE), ProjectKind.OWN, weeks=weeks)
        projects.append(_changed(own, draw))
    ids = [p.id for p in projects]
    links = {
        (a, b): Link(a, b, draw.choice([0, 0, 3]))
        for a, b in (draw.sample(ids, 2) for _ in range(min(4, len(ids) - 1)))
    }
    book = PlanBook(
        tuple(projects),
        tuple(links.values()),
        terms=Terms(capacity=draw.choice([None, 1, 3])),
        closed_days=frozenset({TODAY + timedelta(days=draw.randint(1, 90))}),
    )
    return planned(found, book)


def _changed(project, draw):
    status = draw.choice([Status.NOT_STARTED] * 3 + [Status.UNDER_WAY] * 2 + [*Status])
    begun = status is Status.UNDER_WAY
    start = draw.choice([None, TODAY - timedelta(days=draw.randint(0, 60))])
    later = draw.choice([None, TODAY + timedelta(days=draw.randint(0, 200))])
    return replace(
        project,
        status=status,
        percent=draw.choice([0, 1, 40, 75, 99]) if begun else 0,
        reason="Not now" if status is Status.DROPPED else "",
        pins=Pins(start if begun else later, draw.choice([None, later])),
        owner=draw.choice(["Digital lead", "", "=Owner"]),
        note=draw.choice(["", *HOSTILE]),
    )


TWO = assessment(
    question(
        [
            {"id": "A-1", "targets": {"M": 3}, "duty": "2029-03-31", "actions": {2: "S", 3: "M"}},
            {"id": "A-2", "targets": {"M": 2}, "prerequisites": ["A-1"], "actions": {2: "L"}},
        ],
        [{"id": "o1"}],
        {"A-1": [1], "A-2": [1]},
    )
)
"""A-2 to 2 waits for A-1, which is there at 1; A-1 has a duty on a Saturday."""


def two(**changes):
    """The report of two projects, P01 with two steps and P02 with one; `changes` by project."""
    projects = propose(TWO, find_gaps(TWO), ()).added
    links = changes.pop("links", ())
    changed = tuple(replace(p, **changes.get(p.id, {})) for p in projects)
    return planned(TWO, PlanBook(changed, links))
