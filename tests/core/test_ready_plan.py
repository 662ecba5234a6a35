"""What the ready-to-send check finds in the plan."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.builders import assessment, question

from techmodel.core.checklist import Weeks
from techmodel.core.gaps import find_gaps
from techmodel.core.plan import work_out
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
    Stage,
    Status,
    Terms,
)
from techmodel.core.ready import OF_PLAN, Finding, Severity, find_checks
from techmodel.core.ready_plan import Planning, is_planned
from techmodel.core.working_days import WorkingDays

TODAY = date(2026, 11, 26)
FOUND = assessment(
    question(
        [
            {"id": "A-1", "targets": {"M": 2}, "duty": "2026-12-01"},
            {"id": "A-2", "targets": {"M": 2}},
        ],
        [{"id": "o1"}],
        {"A-1": [1], "A-2": [2]},
    )
)
GAPS = find_gaps(FOUND)
STEPS = Project("P01", "Shared record", steps=("A-1:2",), owner="Digital lead")
OWN = Project("P02", "Training", ProjectKind.OWN, owner="Nurse lead", weeks=Weeks(1, 2, 3))
COST = Cost("c1", "P01", "Interfaces", CostKind.ONE_OFF, Money(1, 2, 3), 2027, 1, "Capital")


def planning(start=date(2026, 11, 27), **changes):
    book = PlanBook(**{"projects": (STEPS, OWN)} | changes)
    return Planning(book, work_out(FOUND, GAPS, book, WorkingDays(start, lambda _: ())))


def found(finding, what=None, today=TODAY):
    checks = find_checks(FOUND, GAPS, today, what or planning())
    return [i for i, _ in next(c.items for c in checks if c.finding is finding)]


def test_the_plan_is_checked_where_there_is_one():
    without = {c.finding for c in find_checks(FOUND, GAPS, TODAY)}

    whole = planning(
        costs=(COST,),
        benefits=(Benefit("b1", "Saved", Stage.IMPACT),),
        raid=(RaidItem("r1", RaidKind.RISK, "Late"),),
    )
    assert {c.finding for c in find_checks(FOUND, GAPS, TODAY, whole)} == set(Finding)
    assert not without & {*OF_PLAN}


def test_nothing_is_said_of_what_is_not_written_down():
    bare = {c.finding for c in find_checks(FOUND, GAPS, TODAY, planning(projects=()))}

    assert bare & {*OF_PLAN} == {Finding.LOST_PROJECT}
    assert Finding.COST_NO_FUNDING not in {
        c.finding for c in find_checks(FOUND, GAPS, TODAY, planning())
    }


@pytest.mark.parametrize("field", ["projects", "costs", "benefits", "raid"])
def test_anything_that_is_written_down_makes_a_plan(field):
    assert is_planned(PlanBook(**{field: (OWN,)}))
    assert not is_planned(PlanBook())


def test_projects_in_a_circle_are_to_be_settled():
    links = (Link("P01", "P02"), Link("P02", "P01"))
    checks = find_checks(FOUND, GAPS, TODAY, planning(links=links))
    loop = next(c for c in checks if c.finding is Finding.PROJECT_LOOP)

    assert loop.severity is Severity.SETTLE
    assert sorted(loop.items) == [("P01", ""), ("P02", "")]


def test_projects_nobody_answers_for_are_found_unless_they_are_over_or_off():
    nobody = [replace(OWN, id=f"P{n}", owner=" ") for n in range(10, 14)]
    nobody[1] = replace(nobody[1], status=Status.DONE)
    nobody[2] = replace(nobody[2], status=Status.DROPPED)
    what = planning(projects=tuple(nobody), terms=Terms(off=frozenset({"P13"})))

    assert found(Finding.PROJECT_NO_OWNER, what) == ["P10"]


def test_an_own_project_without_duration_has_no_date():
    what = planning(projects=(STEPS, replace(OWN, weeks=None)))

    assert found(Finding.PROJECT_NO_DATE, what) == ["P02"]
    assert found(Finding.NOTHING_LEFT, what) == []


def test_a_project_whose_steps_are_all_there_has_nothing_left():
    what = planning(projects=(STEPS, replace(STEPS, id="P03", steps=("A-2:2",))))

    assert found(Finding.NOTHING_LEFT, what) == ["P03"]
    assert found(Finding.PROJECT_NO_DATE, what) == []


@pytest.mark.parametrize(
    ("start", "finish_by", "late"),
    [
        (date(2026, 11, 27), None, []),
        (date(2026, 11, 27), date(2026, 11, 25), ["P02"]),
        (date(2026, 11, 2), None, ["P02"]),
        (date(2026, 11, 2), date(2027, 1, 1), ["P02"]),
    ],
)
def test_ends_in_the_past_are_found(start, finish_by, late):
    pinned = replace(OWN, pins=Pins(finish_by=finish_by))

    assert found(Finding.PROJECT_LATE, planning(start, projects=(pinned,))) == late


def test_dates_that_are_not_kept_are_named_by_project_or_capability():
    pinned = replace(OWN, pins=Pins(finish_by=date(2026, 12, 1)))

    assert found(Finding.DATE_MISSED, planning(projects=(STEPS, pinned))) == ["P02", "A-1"]


def test_costs_without_funding_and_before_their_project_are_found():
    early = replace(COST, id="c2", first_year=2025)
    unfunded = replace(COST, id="c3", funding="")
    what = planning(costs=(COST, early, unfunded))

    assert found(Finding.COST_EARLY, what) == ["c2"]
    assert found(Finding.COST_NO_FUNDING, what) == ["c3"]


def test_benefits_are_found_by_what_they_lack():
    whole = Benefit(
        "b1", "Time saved", Stage.IMPACT, (), ("P01",), "Hours", "0", "5", "Lead", TODAY
    )
    benefits = (
        whole,
        replace(whole, id="b2", measure=""),
        replace(whole, id="b3", review=date(2026, 11, 1)),
        replace(whole, id="b4", projects=()),
        Benefit("b5", "Money", Stage.INPUT),
    )
    what = planning(benefits=benefits)

    assert found(Finding.BENEFIT_NO_MEASURE, what) == ["b2"]
    assert found(Finding.BENEFIT_REVIEW, what) == ["b3"]
    assert found(Finding.BENEFIT_NO_LINK, what) == ["b4", "b5"]


def test_entries_of_the_risk_log_are_found_by_what_they_lack():
    whole = RaidItem("r1", RaidKind.RISK, "Late", likelihood=1, impact=1, owner="Lead")
    raid = (
        whole,
        replace(whole, id="r2", impact=None),
        replace(whole, id="r3", owner=""),
        replace(whole, id="r4", due=date(2026, 11, 1)),
    )
    what = planning(raid=raid)

    assert found(Finding.RISK_NO_SCORE, what) == ["r2"]
    assert found(Finding.RISK_NO_OWNER, what) == ["r3"]
    assert found(Finding.RISK_DUE, what) == ["r4"]


def test_what_belongs_to_a_project_that_is_gone_is_found():
    what = planning(
        costs=(COST, replace(COST, id="c9", project="P99"), replace(COST, id="c0", project=None)),
        benefits=(
            Benefit("b9", "Saved", Stage.IMPACT, projects=("P01", "P99")),
            Benefit("b1", "Saved", Stage.IMPACT, projects=("P01",)),
        ),
        raid=(
            RaidItem("r9", RaidKind.RISK, "Late", project="P99"),
            RaidItem("r1", RaidKind.RISK, "Late"),
        ),
    )

    assert found(Finding.LOST_PROJECT, what) == ["c9", "b9", "r9"]


def test_a_project_that_is_done_while_its_gap_is_open_is_named():
    done = replace(STEPS, status=Status.DONE)
    closed = replace(STEPS, id="P03", steps=("A-2:2",), status=Status.DONE)

    assert found(Finding.DONE_WITH_GAP, planning(projects=(done, closed, OWN))) == ["P01"]
    assert found(Finding.DONE_WITH_GAP) == []
