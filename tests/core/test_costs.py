"""Costs by financial year, by funding and by project."""

import random
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from techmodel.core.costs import (
    NO_SUMS,
    Sums,
    by_funding,
    by_project,
    by_year,
    counted,
    early,
    financial_year,
    grid,
    total,
    unfunded,
    whole_cost,
    years_of,
)
from techmodel.core.plan_parts import (
    NO_MONEY,
    Cost,
    CostKind,
    Money,
    PlanBook,
    Project,
    Status,
    Terms,
)

ONCE = Cost("c1", "P01", "Interface work", CostKind.ONE_OFF, Money(10, 20, 40), 2026, 1, "Capital")
YEARLY = Cost("c2", "P01", "Licences", CostKind.RECURRENT, Money(1, 2, 4), 2027, 3, "capital ")
LATER = Cost("c3", None, "Programme office", CostKind.RECURRENT, Money(5, 5, 5), 2031, 1)
ALL = (ONCE, YEARLY, LATER)


def random_costs(seed):
    draw = random.Random(seed)
    return tuple(
        Cost(
            f"c{n}",
            draw.choice(["P01", "P02", None]),
            f"Thing {n}",
            draw.choice([*CostKind]),
            Money(*sorted(draw.sample(range(1000), 3))),
            draw.randint(2025, 2030),
            draw.randint(1, 5),
            draw.choice(["", "Capital", "CAPITAL", "Place fund"]),
        )
        for n in range(draw.randint(0, 12))
    )


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2027, 3, 31), 2026),
        (date(2027, 4, 1), 2027),
        (date(2027, 12, 31), 2027),
        (date(2028, 1, 1), 2027),
    ],
)
def test_a_financial_year_runs_from_april_to_march(day, year):
    assert financial_year(day) == year


def test_what_is_spent_once_falls_in_one_year_whatever_its_years_say():
    assert [*years_of(replace(ONCE, years=4))] == [2026]
    assert whole_cost(replace(ONCE, years=4)) == Sums(one_off=Money(10, 20, 40))


def test_what_recurs_is_paid_every_year():
    assert [*years_of(YEARLY)] == [2027, 2028, 2029]
    assert whole_cost(YEARLY) == Sums(recurrent=Money(3, 6, 12))


def test_years_run_without_a_hole():
    years = by_year(ALL)

    assert [*years] == [*range(2026, 2032)]
    assert years[2026] == Sums(one_off=ONCE.amount)
    assert years[2027] == Sums(recurrent=YEARLY.amount)
    assert years[2030] == NO_SUMS
    assert by_year(()) == {}


def test_sources_that_differ_in_capitals_are_one_and_what_has_none_comes_last():
    found = by_funding(ALL)

    assert [*found] == ["Capital", ""]
    assert found["Capital"].total == Money(13, 26, 52)
    assert unfunded(ALL) == (LATER,)


def test_what_belongs_to_the_plan_as_a_whole_has_no_project():
    assert by_project(ALL) == {
        "P01": Sums(ONCE.amount, Money(3, 6, 12)),
        None: Sums(recurrent=LATER.amount),
    }


@pytest.mark.parametrize("seed", range(30))
def test_every_way_of_adding_up_comes_to_the_same(seed):
    costs = random_costs(seed)
    whole = total(costs)

    for parts in (by_year(costs), by_funding(costs), by_project(costs)):
        assert sum(parts.values(), NO_SUMS) == whole
    rows = grid(costs, lambda c: c.id)
    assert sum((m for r in rows.values() for m in r.values()), NO_MONEY) == whole.total
    assert whole.total.low <= whole.total.likely <= whole.total.high


def book(**changes):
    projects = (Project("P01", "One"), Project("P02", "Two"))
    other = replace(ONCE, id="c4", project="P02")
    return PlanBook(**{"projects": projects, "costs": (*ALL, other)} | changes)


def test_costs_are_read_by_project_then_year_and_the_whole_plan_last():
    lost = replace(ONCE, id="c0", project="P99")

    ids = [c.id for c in counted(book(costs=(lost, *book().costs)))]
    assert ids == ["c1", "c2", "c4", "c3", "c0"]


def test_projects_that_are_switched_off_or_dropped_cost_nothing():
    off = Terms(off=frozenset({"P01"}))
    dropped = (Project("P01", "One", status=Status.DROPPED), Project("P02", "Two"))

    assert [c.id for c in counted(book(), off)] == ["c4", "c3"]
    assert [c.id for c in counted(book(terms=off))] == ["c4", "c3"]
    assert [c.id for c in counted(book(projects=dropped))] == ["c4", "c3"]


def test_projects_that_are_done_have_cost_their_money():
    done = (Project("P01", "One", status=Status.DONE), Project("P02", "Two"))

    assert len(counted(book(projects=done))) == 4


def test_a_cost_of_a_year_before_its_project_begins_is_found():
    begins = SimpleNamespace(project=SimpleNamespace(id="P01"), start=date(2027, 4, 1))
    nowhere = SimpleNamespace(project=SimpleNamespace(id="P02"), start=None)
    plan = SimpleNamespace(projects=(begins, nowhere))

    assert early(book().costs, plan) == (ONCE,)
