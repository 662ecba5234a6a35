"""Per role everything it answers for, with the next date."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from tests.core.builders import assessment, question

from techmodel.core.assessment import Override
from techmodel.core.gaps import find_gaps
from techmodel.core.owners import OwnedKind, When, find_owners
from techmodel.core.plan import DutyDate, Missed, MissedKind
from techmodel.core.plan_parts import (
    NO_MONEY,
    Benefit,
    Cost,
    CostKind,
    Money,
    PlanBook,
    Project,
    RaidItem,
    RaidKind,
    Stage,
    Status,
    Terms,
)

TODAY = date(2026, 11, 26)
PAST, SOON, LATER = date(2026, 11, 1), date(2026, 12, 1), date(2027, 6, 30)
FOUND = assessment(
    question(
        [
            {"id": "A-1", "targets": {"M": 3}, "duty": "2026-12-01"},
            {"id": "A-2", "targets": {"M": 3}, "duty": "2026-11-01"},
            {"id": "A-3", "targets": {"M": 1}, "duty": "2026-11-01"},
            {"id": "A-4", "targets": {"M": 1}},
        ],
        [{"id": "o1"}],
        {"A-1": [1], "A-2": [1], "A-3": [3], "A-4": [1]},
    )
)
PROJECT = Project("P01", "Shared record", owner="Digital lead")
UNDER_WAY = replace(PROJECT, id="P02", status=Status.UNDER_WAY)


def dates(missed=(), duties=(), **by_project):
    """A plan that knows when projects begin and end, and what they do not keep."""
    known = {"P01": PROJECT, "P02": UNDER_WAY}
    found = {
        p: SimpleNamespace(project=known[p], start=s, end=e) for p, (s, e) in by_project.items()
    }
    projects = tuple(found.values())
    return SimpleNamespace(of=found.get, projects=projects, missed=missed, duties=duties)


def owners(plan=None, found=FOUND, **book):
    all_ = find_owners(found, find_gaps(found), PlanBook(**book), plan, TODAY)
    return {o.role: o for o in all_}


def test_a_project_begins_next_and_ends_next_once_it_is_under_way():
    plan = dates(P01=(SOON, LATER), P02=(PAST, LATER))
    owner = owners(plan, projects=(PROJECT, UNDER_WAY))["Digital lead"]

    assert [(o.id, o.when, o.date, o.late) for o in owner.owned] == [
        ("P01", When.BEGINS, SOON, False),
        ("P02", When.ENDS, LATER, False),
    ]
    assert (owner.next.id, owner.late) == ("P01", 0)


def test_a_project_that_should_have_begun_is_late():
    owner = owners(dates(P01=(PAST, LATER)), projects=(PROJECT,))["Digital lead"]

    assert owner.late == 1


def test_what_ends_after_the_date_of_its_duty_is_late_and_so_is_the_duty():
    missed = Missed(MissedKind.DUTY, "P01", "A-1", SOON, LATER)
    duty = DutyDate("A-1", SOON, LATER, "P01")
    plan = dates((missed,), (duty,), P01=(SOON, LATER))
    decided = replace(FOUND, overrides={"A-1": Override("A-1", 3, "Decided", "Digital lead")})
    owner = owners(plan, decided, projects=(PROJECT,))["Digital lead"]

    assert [(o.id, o.late) for o in owner.owned] == [("P01", True), ("A-1", True)]


def test_a_project_without_dates_is_listed_without():
    for plan in (None, dates(), dates(P01=(None, None))):
        (owned,) = owners(plan, projects=(PROJECT,))["Digital lead"].owned
        assert (owned.when, owned.date) == (None, None)


def test_what_is_over_is_nobodys():
    over = (
        replace(PROJECT, status=Status.DONE),
        replace(PROJECT, id="P03", status=Status.DROPPED),
        replace(PROJECT, id="P04"),
    )
    closed = RaidItem("r", RaidKind.RISK, "Was one", owner="Digital lead", is_open=False)

    off = Terms(off=frozenset({"P04"}))
    assert owners(projects=over, raid=(closed,), terms=off) == {}


def test_a_target_set_by_decision_is_dated_by_a_duty_still_to_be_met():
    overrides = {c: Override(c, 3, "Decided", "SRO") for c in ("A-1", "A-2", "OUT-1")}
    overrides["A-3"] = Override("A-3", 1, "Decided", "SRO")
    overrides["A-4"] = Override("A-4", 1, "Decided")
    found = owners(found=replace(FOUND, overrides=overrides))

    assert [(o.id, o.when, o.late) for o in found["SRO"].owned] == [
        ("A-2", When.DUTY, True),
        ("A-1", When.DUTY, False),
        ("A-3", None, False),
    ]
    assert [(o.id, o.name) for o in found[""].owned] == [("A-4", "Name of A-4")]


def test_risks_are_due_and_benefits_reviewed():
    raid = tuple(RaidItem(k.value, k, "Text", owner="SRO", due=SOON) for k in RaidKind)
    late = RaidItem("late", RaidKind.RISK, "Text", owner="SRO", due=PAST)
    undated = RaidItem("undated", RaidKind.ISSUE, "Text", owner="SRO")
    outcome = Benefit("b1", "Time saved", Stage.OUTCOME, owner="SRO", review=PAST)
    output = Benefit("b2", "Training", Stage.OUTPUT, owner="SRO")
    owner = owners(raid=(*raid, late, undated), benefits=(outcome, output))["SRO"]

    assert owner.late == 2
    assert {o.when for o in owner.owned} == {When.DUE, When.REVIEW, None}
    assert {o.kind.value for o in owner.owned} == {*(k.value for k in RaidKind), "benefit"}


def test_outcomes_without_owner_are_listed_and_outputs_are_not():
    benefits = (Benefit("b1", "Saved", Stage.OUTCOME), Benefit("b2", "Made", Stage.OUTPUT))

    assert [o.id for o in owners(benefits=benefits)[""].owned] == ["b1"]


def test_roles_that_differ_in_capitals_are_one_and_nobody_comes_last():
    projects = (
        replace(PROJECT, id="P01", owner="IT  lead"),
        replace(PROJECT, id="P02", owner="it lead "),
        replace(PROJECT, id="P03", owner=" "),
        replace(PROJECT, id="P04", owner="Nursing lead"),
    )
    found = owners(projects=projects)

    assert [*found] == ["IT lead", "Nursing lead", ""]
    assert [o.id for o in found["IT lead"].owned] == ["P01", "P02"]
    assert found[""].next is None


def test_a_role_answers_for_the_money_of_its_projects():
    cost = Cost("c", "P01", "Licences", CostKind.RECURRENT, Money(1, 2, 3), 2027, 2)
    risk = RaidItem("r", RaidKind.RISK, "Text", owner="SRO")
    found = owners(projects=(PROJECT,), costs=(cost,), raid=(risk,))

    assert found["Digital lead"].money == Money(2, 4, 6)
    assert found["SRO"].money == NO_MONEY
    assert found["SRO"].owned[0].kind is OwnedKind.RISK
