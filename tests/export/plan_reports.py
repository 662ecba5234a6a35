"""Reports with whole plans for tests of the report: with forecasts, small ones and large ones."""

import random
from dataclasses import replace

from tests.export.plan_builders import planned
from tests.export.plan_workbooks import full_planned, planned_workbook, with_logs

from techmodel.core.forecast import forecast
from techmodel.core.plan_parts import PlanBook, RaidItem, RaidKind, Terms

NAME = "A project whose name has forty letters!!"


def foreseen(report):
    """The report with what its plan leads to, as sessions take it."""
    return replace(report, forecast=forecast(report.gaps, report.plan))


def changed(report, **changes):
    """The report with another plan book, worked out anew."""
    book = replace(report.book, **changes)
    return foreseen(planned(report.assessment, book, report.batches))


def small(seed=1):
    """A few capabilities with a plan in which everything may be."""
    return foreseen(planned_workbook(seed))


def full():
    """The whole checklist with a plan of its gaps."""
    return foreseen(full_planned())


def sixty(report):
    """Sixty projects of forty letters each, half of them without an owner."""
    some = [replace(report.book.projects[n % 2], id=f"P{n:02}", name=NAME) for n in range(60)]
    owned = [replace(p, owner="Digital lead" if n % 2 else "") for n, p in enumerate(some)]
    return changed(report, projects=tuple(owned), links=())


def two_hundred(report):
    """Two hundred entries of a RAID log."""
    kinds = tuple(RaidKind)
    raid = tuple(
        RaidItem(f"R{n}", kinds[n % 4], f"Entry {n} of quillwork", "", "", n % 5 + 1, n % 3 + 1)
        for n in range(200)
    )
    return changed(report, raid=raid)


def bare(report):
    """Projects alone: no costs, benefits, risks or scenarios."""
    return changed(report, costs=(), benefits=(), raid=(), scenarios=(), terms=Terms())


def logs_alone(seed=3):
    """Costs, benefits and risks, but no project."""
    whole = with_logs(small(seed), random.Random(seed), 4, 6)
    book = replace(whole.book, projects=(), links=(), scenarios=(), terms=Terms())
    return replace(whole, book=book, plan=None, forecast=())


def nothing(report):
    """Nothing planned at all."""
    return replace(report, book=PlanBook(), plan=None, forecast=())
