"""Reports with whole plans for tests of the workbook: costs, benefits, risks and scenarios too."""

import random
from dataclasses import replace
from datetime import timedelta

from tests.export import report_builders
from tests.export.plan_builders import HOSTILE, TODAY, planned, random_planned

from techmodel.core.checklist import Weeks
from techmodel.core.gaps import find_gaps
from techmodel.core.plan_parts import (
    Benefit,
    Cost,
    CostKind,
    Link,
    Money,
    Pins,
    PlanBook,
    Project,
    ProjectKind,
    RaidItem,
    RaidKind,
    Scenario,
    Stage,
    Status,
    Terms,
)
from techmodel.core.proposal import propose

OWNERS = ("Digital lead", "", "=Owner", "Chief clinical information officer")
FUNDING = ("Local capital", "", "local  CAPITAL", "Frontline digitisation", "=Fund*")


def with_logs(report, draw, least=0, most=12):
    """The report with costs, benefits, a RAID log and scenarios, drawn at random."""
    book = report.book
    ids = [p.id for p in book.projects]
    some = [draw.choice([None, "GONE", *ids]) for _ in range(most)]
    names = {"S1": "Five at once", "S2": "finish, FIVE at once", "S3": "=Half of it"}
    book = replace(
        book,
        costs=tuple(_cost(draw, n, p) for n, p in enumerate(some[: draw.randint(least, most)])),
        benefits=tuple(_benefit(draw, n, ids) for n in range(draw.randint(least, most))),
        raid=tuple(_item(draw, n, p) for n, p in enumerate(some[: draw.randint(least, most)])),
        scenarios=tuple(
            Scenario(id_, name, Terms(capacity=draw.choice([None, 2, 5]), off=_some(draw, ids)))
            for id_, name in draw.sample([*names.items()], 3 if least else draw.randint(0, 3))
        ),
        terms=replace(book.terms, off=_some(draw, ids)),
    )
    return planned(report.assessment, book, report.batches)


def planned_workbook(seed):
    """A random report with a random plan and logs; a few also begin on a day nobody works."""
    draw = random.Random(seed)
    return with_logs(random_planned(seed), draw)


def full_planned(projects=None, capacity=5):
    """The whole checklist with a plan of its gaps, some under way, done, dropped or fixed."""
    draw = random.Random(7)
    found = report_builders.assessment()
    proposed = list(propose(found, find_gaps(found), ()).added)
    if projects is not None:
        more = [_own(n) for n in range(len(proposed), projects)]
        proposed = [*proposed, *more][:projects]
    changed = tuple(_changed(p, n, draw) for n, p in enumerate(proposed))
    ids = [p.id for p in changed]
    links = (Link(ids[20], ids[10]), Link(ids[21], ids[11], 5)) if len(ids) > 21 else ()
    book = PlanBook(
        changed,
        links,
        terms=Terms(capacity=capacity),
        closed_days=frozenset({TODAY.replace(month=12, day=24)}),
    )
    return with_logs(planned(found, book), draw, 14, 18)


def _own(n):
    return Project(
        f"P{n + 1:03}",
        f"A project of its own, number {n}",
        ProjectKind.OWN,
        weeks=Weeks(4, 6, 9),
        position=n,
    )


def _changed(project, n, draw):
    status = {2: Status.DONE, 5: Status.DROPPED}.get(n % 30, Status.NOT_STARTED)
    start = finish = None
    if n % 9 == 1:
        status, start = Status.UNDER_WAY, TODAY - timedelta(days=30 + n)
    if n % 11 == 3:
        finish = TODAY + timedelta(days=100)
    return replace(
        project,
        status=status,
        percent=40 if status is Status.UNDER_WAY else 0,
        reason="Done by the region" if status is Status.DROPPED else "",
        owner=draw.choice(OWNERS),
        pins=Pins(start, finish),
        note="The supplier has been told." if n % 7 == 0 else "",
    )


def _some(draw, ids):
    return frozenset(draw.sample(ids, min(len(ids), draw.randint(0, 2))))


def _cost(draw, n, project):
    low, likely, high = sorted(draw.choices(range(0, 200_000, 500), k=3))
    once = draw.random() < 0.5
    return Cost(
        f"cost-{n}",
        project,
        draw.choice(["Licences", "Interface work", *HOSTILE[:2]]),
        CostKind.ONE_OFF if once else CostKind.RECURRENT,
        Money(low, likely, high),
        draw.randint(2026, 2029),
        1 if once else draw.randint(1, 5),
        draw.choice(FUNDING),
        "A quote",
    )


def _benefit(draw, n, ids):
    return Benefit(
        f"benefit-{n}",
        draw.choice(["Fewer repeated tests", "Less time on the telephone", *HOSTILE[:2]]),
        draw.choice([*Stage]),
        (f"benefit-{n + 1}",),
        tuple(draw.sample(ids, min(len(ids), 2))),
        "Calls a week",
        "12",
        "4",
        draw.choice(OWNERS),
        draw.choice([None, TODAY, TODAY - timedelta(days=3), TODAY + timedelta(days=99)]),
    )


def _item(draw, n, project):
    return RaidItem(
        f"raid-{n}",
        draw.choice([*RaidKind]),
        draw.choice(["A supplier is late", "Staff leave", *HOSTILE[:2]]),
        "Many customers",
        "The interface is late",
        draw.choice([None, 1, 2, 3, 4, 5]),
        draw.choice([None, 1, 2, 3, 4, 5]),
        "Ask every month",
        draw.choice(OWNERS),
        draw.choice([None, TODAY - timedelta(days=1), TODAY + timedelta(days=30)]),
        draw.random() < 0.8,
        project,
    )
