"""One meaning of late, for the bars, the owners and the workbook."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from techmodel.core.lateness import Late, find_late
from techmodel.core.plan import Missed, MissedKind
from techmodel.core.plan_parts import Pins, PlanBook, Project, Status, Terms

TODAY = date(2026, 11, 26)
PAST, SOON, LATER = date(2026, 11, 1), date(2026, 12, 1), date(2027, 6, 30)
PROJECT = Project("P01", "Shared record")


def late(project=PROJECT, start=SOON, end=LATER, kind=None, terms=None):
    planned = SimpleNamespace(project=project, start=start, end=end)
    missed = (Missed(kind, "P01", None, SOON, LATER),) if kind else ()
    plan = SimpleNamespace(projects=(planned,), missed=missed)
    return find_late(plan, PlanBook((project,), terms=terms or Terms()), TODAY).get("P01")


@pytest.mark.parametrize(
    ("changes", "start", "end", "kind", "why"),
    [
        ({}, SOON, LATER, None, None),
        ({"pins": Pins(finish_by=LATER)}, SOON, LATER, None, None),
        ({"pins": Pins(finish_by=SOON)}, SOON, LATER, None, Late.FINISH_BY),
        ({"pins": Pins(finish_by=PAST)}, None, None, None, Late.FINISH_BY),
        ({}, SOON, LATER, MissedKind.DUTY, Late.DUTY),
        ({"status": Status.UNDER_WAY}, PAST, PAST, None, Late.OVERDUE),
        ({}, PAST, LATER, None, Late.NOT_BEGUN),
        ({"pins": Pins(start=PAST)}, None, None, None, Late.NOT_BEGUN),
        ({"status": Status.UNDER_WAY}, PAST, LATER, None, None),
        ({"status": Status.DONE}, PAST, PAST, MissedKind.DUTY, None),
    ],
)
def test_late_is_past_a_date_or_after_the_day_it_must_be_done_by(changes, start, end, kind, why):
    assert late(replace(PROJECT, **changes), start, end, kind) == why


def test_what_is_not_counted_is_not_late():
    assert late(start=PAST, terms=Terms(off=frozenset({"P01"}))) is None
